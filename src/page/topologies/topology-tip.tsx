import { members } from '../../words/figures.ts';
import type { Candidate } from './choose-topologies.ts';
import { marksOf, stagesOf } from './describe-topology.ts';

/** The durations of a topology's stages, below its row. */
export function TopologyTip({
  candidate,
  endedAt,
  y,
}: {
  readonly candidate: Candidate;
  readonly endedAt: number;
  readonly y: number;
}) {
  const { topology } = candidate;
  const marks = marksOf(candidate);
  return (
    <div class="tip" aria-hidden="true" style={{ top: `${y}px` }}>
      <b>{topology.name}</b> <span>{members(topology.members)}</span>
      <ul>
        {stagesOf(candidate, endedAt).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {marks.length > 0 && <p class="marks">{marks.join(', ')}</p>}
    </div>
  );
}
