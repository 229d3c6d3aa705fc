import type { FleetImages } from '../../domain/fleet/fleet-images.ts';
import { counted } from '../../domain/text/counted.ts';
import { duration } from '../../words/figures.ts';
import { Pages } from '../pages.tsx';
import { ScrolledTable } from '../scrolled-table.tsx';

/** The images whose containers leaked, had to be killed, or took long to stop, the worst first. */
export function ImageTable({ images }: { readonly images: FleetImages }) {
  const { worst, count, untold } = images;
  if (count === 0 && untold === 0) return null;
  return (
    <section aria-labelledby="images">
      <h2 id="images">Images, the worst first</h2>
      <Pages items={worst} of="images" size={25}>
        {(shown) => (
          <ScrolledTable name="Table of images">
            <thead>
              <tr>
                <th scope="col">Image</th>
                <th scope="col" class="number">
                  Containers
                </th>
                <th scope="col" class="number">
                  Jobs
                </th>
                <th scope="col" class="number">
                  Leaked
                </th>
                <th scope="col" class="number">
                  Ignored the stop signal
                </th>
                <th scope="col" class="number">
                  Could not hear it
                </th>
                <th scope="col" class="number">
                  Longest stop
                </th>
                <th scope="col" class="number">
                  All stops together
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((each) => (
                <tr key={each.image}>
                  <th scope="row">{each.image}</th>
                  <td class="number">{each.containers}</td>
                  <td class="number">{each.jobs}</td>
                  <td class={each.leaked > 0 ? 'number bad' : 'number'}>{each.leaked}</td>
                  <td class="number">{each.ignoredStop}</td>
                  <td class="number">{each.deaf}</td>
                  <td class="number">{duration(each.longestStopMs)}</td>
                  <td class="number">{duration(each.stoppingMs)}</td>
                </tr>
              ))}
            </tbody>
          </ScrolledTable>
        )}
      </Pages>
      {count > worst.length && (
        <p class="note">
          The worst {worst.length} of {count} images are listed.
        </p>
      )}
      {untold > 0 && (
        <p class="note">{counted(untold, 'container')} more: the reports do not name their images.</p>
      )}
    </section>
  );
}
