import type { FleetThreshold } from '../../domain/fleet/fleet-thresholds.ts';
import { percentOf } from '../../words/figures.ts';
import { describeClosest, describeFiredIn, jobs } from '../../words/fleet-words.ts';
import { ScrolledTable } from '../scrolled-table.tsx';

/** How often each threshold fired, and how close the readings came to it. */
export function ThresholdTable({ thresholds }: { readonly thresholds: readonly FleetThreshold[] }) {
  if (thresholds.length === 0) return null;
  return (
    <section aria-labelledby="thresholds">
      <h2 id="thresholds">Thresholds</h2>
      <ScrolledTable name="Table of thresholds">
        <thead>
          <tr>
            <th scope="col">Threshold</th>
            <th scope="col">Fired</th>
            <th scope="col">Reached</th>
            <th scope="col" class="number">
              Closest
            </th>
            <th scope="col">In</th>
            <th scope="col">Reading</th>
          </tr>
        </thead>
        <tbody>
          {thresholds.map((threshold) => {
            const { trigger, readIn, reachedIn, closest } = threshold;
            return (
              <tr key={trigger}>
                <th scope="row">{trigger}</th>
                <td>{describeFiredIn(threshold)}</td>
                <td>{readIn === 0 ? '–' : `in ${reachedIn} of ${jobs(readIn)}`}</td>
                <td class="number">{closest === undefined ? '–' : percentOf(closest.closeness)}</td>
                <td>{closest?.job ?? '–'}</td>
                <td>{closest === undefined ? '–' : describeClosest(closest)}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrolledTable>
    </section>
  );
}
