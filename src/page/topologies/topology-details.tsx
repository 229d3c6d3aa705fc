import { deafStop } from '../../domain/report/deaf-stop.ts';
import type { ReportedMember, ReportedTopology } from '../../domain/report/reported-topology.ts';
import { ranAllItsGrace } from '../../domain/report/time-saved.ts';
import { nameAt } from '../../domain/text/name-at.ts';
import { describeDeaf } from '../../words/deaf-words.ts';
import { duration } from '../../words/figures.ts';
import { Pages } from '../pages.tsx';
import { Bars } from '../time/bars.tsx';
import { memberSpans, STAGE_WORDS, topologySpans } from '../time/stages.ts';
import { elapsed, type Range } from '../time/time-axis.ts';

interface TopologyDetailsProps {
  readonly topology: ReportedTopology;
  readonly range: Range;
  readonly endedAt: number;
  readonly start: number;
  readonly onZoom: (range: Range) => void;
  readonly onClose: () => void;
}

const PAGE = 20;

/** A little time before and after a life shows its place. */
const AROUND = 0.15;

function rangeAround(topology: ReportedTopology, endedAt: number): Range {
  const spans = topologySpans(topology, endedAt);
  const [from, to] = [spans[0]?.from ?? topology.submittedAt, spans.at(-1)?.to ?? endedAt];
  const margin = AROUND * (to - from) + 100;
  return { from: from - margin, to: to + margin };
}

function remarkOn(member: ReportedMember, spans: ReturnType<typeof memberSpans>): string {
  const stages = spans.map(({ stage, from, to }) => `${STAGE_WORDS[stage]} ${duration(to - from)}`);
  const deaf = deafStop(member);
  return [
    member.state === 'absent' ? 'was not there' : stages.join(', '),
    ...(ranAllItsGrace(member) ? ['ignored its stop signal'] : []),
    ...(deaf === undefined ? [] : [describeDeaf(deaf)]),
    ...(member.error === undefined ? [] : [member.error]),
  ].join('; ');
}

/** The members of one topology, each in its own lane, with their errors. */
export function TopologyDetails({ topology, range, endedAt, start, onZoom, onClose }: TopologyDetailsProps) {
  const { id, name, lives, submittedAt } = topology;
  return (
    <section class="details" aria-label={`Members of ${name}`}>
      <div class="details-head">
        <h3>{name}</h3>
        <p>
          {id !== name && <code>{id}</code>} submitted at {elapsed(submittedAt - start)}
        </p>
        <button type="button" onClick={() => onZoom(rangeAround(topology, endedAt))}>
          Zoom in
        </button>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
      {lives === undefined ? (
        <p class="note">The report does not list its members, as it lists those of many other topologies.</p>
      ) : (
        <Pages items={lives} of="members" size={PAGE}>
          {(shown, first) => (
            <ul>
              {shown.map((member, index) => {
                const spans = memberSpans(topology, member, endedAt);
                return (
                  <li key={first + index} class="lane member">
                    <div class="gutter">
                      <span class="kind">{member.kind}</span> <span class="name">{nameAt(member)}</span>{' '}
                      {member.image !== undefined && <span class="image">{member.image}</span>}
                    </div>
                    <div class="plot">
                      <Bars spans={spans} range={range} />
                    </div>
                    <p class="said">{remarkOn(member, spans)}</p>
                  </li>
                );
              })}
            </ul>
          )}
        </Pages>
      )}
    </section>
  );
}
