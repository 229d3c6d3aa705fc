import { measureFor } from '../domain/measures/measures.ts';
import type { CollectionRecord } from '../domain/removal/collection.ts';
import type { Report } from '../domain/report/report.ts';
import { duration, type Figure, figures, members, readings, topologies } from '../words/figures.ts';
import { Pages } from './pages.tsx';
import { ScrolledTable } from './scrolled-table.tsx';
import { elapsed, startOf } from './time/time-axis.ts';

/** A value that changes by itself all the time, such as the CPU, is no news. */
const isTold = ({ reading }: Figure): boolean => !measureFor(reading).words.wavers;

/** The readings that changed. */
function changeOf({ before, after }: Pick<CollectionRecord, 'before' | 'after'>): string {
  const now = new Map(readings(after));
  const changes = figures(before)
    .filter((figure) => isTold(figure) && now.get(figure.name) !== figure.value)
    .map(({ name, value }) => `${name}: ${value} → ${now.get(name) ?? 'unknown'}`);
  return changes.join('; ') || 'nothing that is read';
}

export function Collections({ report }: { readonly report: Report }) {
  const start = startOf(report);
  if (report.collections.length === 0) return null;
  return (
    <section aria-labelledby="collections">
      <h2 id="collections">Collections</h2>
      <Pages items={report.collections} of="collections" size={25}>
        {(shown) => (
          <ScrolledTable name="Table of collections">
            <thead>
              <tr>
                <th scope="col" class="number">
                  #
                </th>
                <th scope="col">Trigger</th>
                <th scope="col">Why</th>
                <th scope="col" class="number">
                  At
                </th>
                <th scope="col" class="number">
                  Took
                </th>
                <th scope="col">Removed</th>
                <th scope="col" class="number">
                  Failed
                </th>
                <th scope="col">Changed</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((each) => (
                <tr key={each.id}>
                  <td class="number">{each.id}</td>
                  <th scope="row">{each.trigger}</th>
                  <td>{each.reason}</td>
                  <td class="number">{elapsed(each.startedAt - start)}</td>
                  <td class="number">{duration(each.endedAt - each.startedAt)}</td>
                  <td>
                    {members(each.removed)} of {topologies(each.topologies.length)}
                  </td>
                  <td class={each.failed > 0 ? 'number bad' : 'number'}>{each.failed}</td>
                  <td class="change">{changeOf(each)}</td>
                </tr>
              ))}
            </tbody>
          </ScrolledTable>
        )}
      </Pages>
    </section>
  );
}
