import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TopologyId } from '../../domain/topology/topology.ts';
import { usePrinting } from '../printing.ts';
import type { Candidate } from '../topologies/choose-topologies.ts';
import { TopologyRow } from '../topologies/topology-row.tsx';
import { TopologyTip } from '../topologies/topology-tip.tsx';
import { useRoving } from '../topologies/use-roving.ts';
import type { Range } from './time-axis.ts';

interface TopologyLanesProps {
  readonly shown: readonly Candidate[];
  readonly range: Range;
  readonly endedAt: number;
  readonly opened: TopologyId | undefined;
  readonly onOpen: (id: TopologyId) => void;
}

/** The number of visible rows, of extra rows above and below, and of printed rows. */
const SEEN = 18;
const MORE = 6;
const PRINTED = 60;

/** The height of a row before the first measurement, in pixels. */
const FIRST_GUESS = 26;

/** One row per topology. Only visible rows are drawn: there may be thousands. */
export function TopologyLanes({ shown, range, endedAt, opened, onOpen }: TopologyLanesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(FIRST_GUESS);
  const [told, setTold] = useState<{ readonly candidate: Candidate; readonly index: number }>();
  const isPrinting = usePrinting();
  const first = isPrinting ? 0 : Math.max(0, Math.floor(top / height) - MORE);
  const last = isPrinting ? PRINTED : first + SEEN + 2 * MORE;
  const toFocus = useRef<number | undefined>(undefined);
  const { active, setActive, onKeyDown } = useRoving(shown.length, SEEN, (index) => {
    toFocus.current = index;
    const box = scroller.current;
    if (box === null) return;
    if (index * height < box.scrollTop) box.scrollTop = index * height;
    if ((index + 1) * height > box.scrollTop + box.clientHeight)
      box.scrollTop = (index + 1) * height - box.clientHeight;
    setTop(box.scrollTop);
  });
  useLayoutEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>('.topology');
    if (row) setHeight(row.offsetHeight);
    const box = scroller.current;
    const picture = box?.closest<HTMLElement>('.picture');
    picture?.style.setProperty('--scrollbar', `${(box?.offsetWidth ?? 0) - (box?.clientWidth ?? 0)}px`);
    const wanted = scroller.current?.querySelector<HTMLElement>(`[data-index="${toFocus.current}"]`);
    if (wanted) {
      toFocus.current = undefined;
      wanted.focus({ preventScroll: true });
    }
  });
  const drawn = shown.slice(first, last);
  const stop = active >= first && active < first + drawn.length ? active : first;
  return (
    <div class="topologies">
      {shown.length === 0 && <p class="note">No topology matches the search.</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys come from the rows in it */}
      <div
        class="scroller"
        ref={scroller}
        style={isPrinting ? {} : { maxHeight: `${SEEN * height}px` }}
        onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: the rows of a list that is not all there are no children of a ul */}
        <div
          role="list"
          aria-label="Topologies"
          style={isPrinting ? {} : { height: `${shown.length * height}px` }}
        >
          <div style={{ transform: `translateY(${first * height}px)` }}>
            {drawn.map((candidate, offset) => (
              <TopologyRow
                key={candidate.topology.id}
                {...{ candidate, range, endedAt, onOpen }}
                index={first + offset}
                count={shown.length}
                isStop={first + offset === stop}
                isOpen={candidate.topology.id === opened}
                onTell={(isTold) => {
                  setTold(isTold ? { candidate, index: first + offset } : undefined);
                  if (isTold === 'focus') setActive(first + offset);
                }}
              />
            ))}
          </div>
        </div>
      </div>
      {told !== undefined && !isPrinting && (
        <TopologyTip {...told} endedAt={endedAt} y={(told.index + 1) * height - top} />
      )}
      {isPrinting && shown.length > PRINTED && (
        <p class="note">
          The first {PRINTED} of {shown.length} topologies, in this order; report.json has all of them.
        </p>
      )}
    </div>
  );
}
