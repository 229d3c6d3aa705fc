import type { Report, ReportedLease } from '../domain/report/report.ts';
import type { ReportedTopology } from '../domain/report/reported-topology.ts';
import { describeDeaf } from '../words/deaf-words.ts';
import { sweptOutcome } from '../words/swept-session.ts';
import { Pages } from './pages.tsx';
import { usePrinting } from './printing.ts';

interface Remark {
  readonly title: string;
  /** The word for the rows, in the plural. */
  readonly of: string;
  readonly rows: readonly { readonly name: string; readonly of?: string; readonly more?: string }[];
}

const named = (
  title: string,
  all: readonly ReportedTopology[],
  pick: (topology: ReportedTopology) => readonly string[],
): Remark => ({
  title,
  of: 'members',
  rows: all.flatMap((topology) => pick(topology).map((name) => ({ name, of: topology.name }))),
});

const describeEnd = ({ endsAt }: ReportedLease) =>
  endsAt === undefined ? {} : { more: `until ${new Date(endsAt).toISOString()}` };

const remarksOf = ({ topologies, nodes = [], leased = [], swept = [] }: Report): Remark[] => [
  {
    title: 'Nodes of which it is not known whether containers of services are left',
    of: 'nodes',
    rows: nodes.map(({ node: name, services, why }) => ({ name, more: `${services.join(', ')}: ${why}` })),
  },
  named(
    'Ignored their stop signal and were killed at the end of their grace',
    topologies,
    ({ ignoredStop }) => ignoredStop,
  ),
  {
    title: 'Could not hear their stop signal and were killed at once',
    of: 'members',
    rows: topologies.flatMap(({ name: of, deaf = [] }) =>
      deaf.map((each) => ({ name: each.container, of, more: describeDeaf(each) })),
    ),
  },
  named('Not there at the submission', topologies, ({ absent }) => absent),
  named('Shared, and still used by others', topologies, ({ kept }) => kept),
  {
    title: 'Still in use, as clients lease them',
    of: 'topologies',
    rows: leased.map((lease) => ({ name: lease.name, ...describeEnd(lease) })),
  },
  {
    title: 'Sessions of earlier jobs, whose agents had died',
    of: 'sessions',
    rows: swept.map((each) => ({ name: each.session, more: sweptOutcome(each) })),
  },
  {
    title: 'Logs of containers',
    of: 'members',
    rows: topologies.flatMap(({ name: of, logs }) =>
      logs.map(({ container: name, file, error }) => ({
        name,
        of,
        more: [file, error].filter((part) => part !== undefined).join(': '),
      })),
    ),
  },
];

/** Facts that are no failure but worth a look, if there are any. */
export function Remarks({ report }: { readonly report: Report }) {
  const isPrinting = usePrinting();
  return (
    <>
      {remarksOf(report)
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, of: items, rows }) => (
          <section key={title}>
            <details open={isPrinting}>
              <summary>
                <h2>
                  {title} <span class="count">{rows.length}</span>
                </h2>
              </summary>
              <Pages items={rows} of={items} size={50}>
                {(shown, first) => (
                  <ul class="remarks">
                    {shown.map(({ name, of, more }, index) => (
                      <li key={first + index}>
                        <b>{name}</b> {of !== undefined && <span class="of">of {of}</span>}{' '}
                        {more !== undefined && <code>{more}</code>}
                      </li>
                    ))}
                  </ul>
                )}
              </Pages>
            </details>
          </section>
        ))}
    </>
  );
}
