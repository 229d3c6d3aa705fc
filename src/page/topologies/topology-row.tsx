import { memo } from 'preact/compat';
import type { TopologyId } from '../../domain/topology/topology.ts';
import { Bars } from '../time/bars.tsx';
import { topologySpans } from '../time/stages.ts';
import type { Range } from '../time/time-axis.ts';
import type { Candidate } from './choose-topologies.ts';
import { describeTopology, marksOf } from './describe-topology.ts';

interface TopologyRowProps {
  readonly range: Range;
  readonly endedAt: number;
  readonly onOpen: (id: TopologyId) => void;
  readonly candidate: Candidate;
  readonly index: number;
  readonly count: number;
  readonly isStop: boolean;
  readonly isOpen: boolean;
  /** Shows its details because of the focus or the pointer; `undefined` hides them. */
  readonly onTell: (by: 'focus' | 'pointer' | undefined) => void;
}

const isSameRow = (a: TopologyRowProps, b: TopologyRowProps): boolean =>
  a.candidate === b.candidate &&
  a.range === b.range &&
  a.index === b.index &&
  a.count === b.count &&
  a.isStop === b.isStop &&
  a.isOpen === b.isOpen;

/** One topology: its name and its life; opening it shows its members. */
export const TopologyRow = memo(
  ({ candidate, range, endedAt, index, count, isStop, isOpen, onOpen, onTell }: TopologyRowProps) => {
    const { topology, hasLeaked } = candidate;
    const marks = marksOf(candidate);
    const isBad = hasLeaked || topology.state === 'failed';
    return (
      // biome-ignore lint/a11y/useSemanticElements: see the list
      <div role="listitem" aria-setsize={count} aria-posinset={index + 1}>
        <button
          type="button"
          class={`lane topology${isBad ? ' failed' : ''}`}
          data-index={index}
          tabIndex={isStop ? 0 : -1}
          aria-expanded={isOpen}
          aria-label={describeTopology(candidate, endedAt)}
          onClick={() => onOpen(topology.id)}
          onFocus={() => onTell('focus')}
          onBlur={() => onTell(undefined)}
          onPointerEnter={() => onTell('pointer')}
          onPointerLeave={() => onTell(undefined)}
        >
          <span class="gutter">
            <span class={isBad ? 'flag bad' : 'flag'}>{marks.length === 0 ? '' : isBad ? '▲' : '△'}</span>
            <span class="name">{topology.name}</span>
          </span>
          <span class="plot">
            <Bars spans={topologySpans(topology, endedAt)} range={range} />
          </span>
        </button>
      </div>
    );
  },
  isSameRow,
);
