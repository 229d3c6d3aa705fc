import { duration, members } from '../../words/figures.ts';
import { Pages } from '../pages.tsx';
import { ScrolledTable } from '../scrolled-table.tsx';
import { elapsed } from '../time/time-axis.ts';
import type { Candidate } from './choose-topologies.ts';
import { marksOf } from './describe-topology.ts';

interface TopologyTableProps {
  readonly shown: readonly Candidate[];
  readonly start: number;
}

const PAGE = 100;

const lasted = (from: number | undefined, to: number | undefined): string =>
  from === undefined || to === undefined ? '–' : duration(Math.max(0, to - from));

/** The same topologies as figures. */
export function TopologyTable({ shown, start }: TopologyTableProps) {
  if (shown.length === 0) return <p class="note">No topology matches the search.</p>;
  return (
    <Pages items={shown} of="topologies" size={PAGE}>
      {(page) => (
        <ScrolledTable name="Table of topologies">
          <thead>
            <tr>
              <th scope="col">Topology</th>
              <th scope="col">State</th>
              <th scope="col">Members</th>
              <th scope="col" class="number">
                Submitted at
              </th>
              <th scope="col" class="number">
                In use
              </th>
              <th scope="col" class="number">
                Until stopped
              </th>
              <th scope="col" class="number">
                Until removed
              </th>
              <th scope="col">Remarks</th>
            </tr>
          </thead>
          <tbody>
            {page.map((candidate) => {
              const { topology, hasLeaked } = candidate;
              const { createdAt, leasedAt, submittedAt } = topology;
              return (
                <tr key={topology.id}>
                  <th scope="row">{topology.name}</th>
                  <td class={hasLeaked || topology.state === 'failed' ? 'bad' : ''}>{topology.state}</td>
                  <td class="members">{members(topology.members)}</td>
                  <td class="number">{elapsed(submittedAt - start)}</td>
                  <td class="number">{lasted(createdAt ?? leasedAt, submittedAt)}</td>
                  <td class="number">{lasted(submittedAt, topology.stoppedAt)}</td>
                  <td class="number">{lasted(submittedAt, topology.removedAt)}</td>
                  <td>{marksOf(candidate).join(', ')}</td>
                </tr>
              );
            })}
          </tbody>
        </ScrolledTable>
      )}
    </Pages>
  );
}
