import { useRef, useState } from 'preact/hooks';
import type { CollectionRecord } from '../../domain/removal/collection.ts';
import { duration, members, topologies } from '../../words/figures.ts';
import { useRoving } from '../topologies/use-roving.ts';
import { isIn, placed } from './bars.tsx';
import { elapsed, placeOf, type Range } from './time-axis.ts';

interface CollectionLaneProps {
  readonly collections: readonly CollectionRecord[];
  readonly range: Range;
  readonly width: number;
  readonly start: number;
}

/** The width of a letter in a label, in pixels, and the room around a label. */
const LETTER = 7.5;
const BETWEEN = 8;

const spanOf = ({ startedAt: from, endedAt: to }: CollectionRecord) => ({ from, to });

const describe = (each: CollectionRecord, start: number): string =>
  `Collection ${each.id} at ${elapsed(each.startedAt - start)}, ${each.trigger}: ${each.reason}. ` +
  `Removed ${members(each.removed)} of ${topologies(each.topologies.length)} in ${duration(each.endedAt - each.startedAt)}` +
  `${each.failed > 0 ? `; ${each.failed} failed` : ''}.`;

/**
 * The triggers that have room before the next collection. Each label follows the beginning of its collection; at the end of
 * the lane, the label comes before it.
 */
function labelled(
  collections: readonly CollectionRecord[],
  range: Range,
  width: number,
): Map<number, 'behind' | 'before'> {
  const sides = new Map<number, 'behind' | 'before'>();
  let free = 0;
  const places = collections.map(({ startedAt }) => Math.max(0, placeOf(range, startedAt)) * width);
  for (const [index, { id, trigger }] of collections.entries()) {
    const [at = 0, next = Number.POSITIVE_INFINITY] = places.slice(index, index + 2);
    const length = trigger.length * LETTER + BETWEEN;
    const side = at + length > width ? 'before' : 'behind';
    const isFree = side === 'behind' ? at + length <= next : at - length >= free;
    if (isFree) sides.set(id, side);
    free = isFree && side === 'behind' ? at + length : at;
  }
  return sides;
}

/** The collections with their triggers; the text below describes the collection under the focus or the pointer. */
export function CollectionLane({ collections, range, width, start }: CollectionLaneProps) {
  const lane = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState<CollectionRecord>();
  const shown = collections.filter((each) => isIn(range, spanOf(each)));
  const labels = labelled(shown, range, width);
  const { active, setActive, onKeyDown } = useRoving(shown.length, 10, (index) =>
    lane.current?.querySelectorAll('button')[index]?.focus(),
  );
  if (shown.length === 0) return null;
  return (
    <>
      <div class="lane collections">
        <div class="gutter">Collections</div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
        <div class="plot" ref={lane} role="group" aria-label="Collections" onKeyDown={onKeyDown}>
          {shown.map((each, index) => (
            <button
              key={each.id}
              type="button"
              class={each.failed > 0 ? 'mark failed' : 'mark'}
              style={placed(range, spanOf(each))}
              tabIndex={index === active ? 0 : -1}
              aria-label={describe(each, start)}
              onFocus={() => {
                setActive(index);
                setTold(each);
              }}
              onBlur={() => setTold(undefined)}
              onPointerEnter={() => setTold(each)}
              onPointerLeave={() => setTold(undefined)}
            >
              {labels.has(each.id) && <span class={labels.get(each.id)}>{each.trigger}</span>}
            </button>
          ))}
        </div>
      </div>
      {told !== undefined && (
        <p class="tip collection-tip" aria-hidden="true">
          {describe(told, start)}
        </p>
      )}
    </>
  );
}
