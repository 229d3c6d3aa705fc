import type { Report } from '../domain/report/report.ts';
import { closeness, type ReportedMeasure } from '../domain/report/reported-readings.ts';
import { measureName, measureText, percentOf } from '../words/figures.ts';
import { ScrolledTable } from './scrolled-table.tsx';
import { elapsed, startOf } from './time/time-axis.ts';

const known = ({ values }: ReportedMeasure): number[] => values.filter((value) => value !== null);

/** The readings as figures: the first, the tightest and the last value of each, and its threshold. */
export function ReadingsTable({ report }: { readonly report: Report }) {
  const { measures, unavailable } = report.readings;
  const start = startOf(report);
  if (measures.length === 0 && unavailable.length === 0) return null;
  const told = (measure: ReportedMeasure, value: number | undefined) =>
    value === undefined ? 'unknown' : measureText(measure, value);
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">Readings</h2>
      {measures.length > 0 && (
        <ScrolledTable name="Table of readings">
          <thead>
            <tr>
              <th scope="col">Reading</th>
              <th scope="col">First</th>
              <th scope="col">Tightest</th>
              <th scope="col" class="number">
                At
              </th>
              <th scope="col">Last</th>
              <th scope="col">Input</th>
              <th scope="col" class="number">
                Of its threshold
              </th>
            </tr>
          </thead>
          <tbody>
            {measures.map((measure) => {
              const close = closeness(measure);
              return (
                <tr key={`${measure.input} ${measure.of} ${measure.unit}`}>
                  <th scope="row">{measureName(measure)}</th>
                  <td>{told(measure, known(measure)[0])}</td>
                  <td>
                    <b>{measureText(measure, measure.tightest.value)}</b>
                  </td>
                  <td class="number">{elapsed(measure.tightest.at - start)}</td>
                  <td>{told(measure, known(measure).at(-1))}</td>
                  <td>
                    <code>
                      {measure.input}: {report.inputs[measure.input]}
                    </code>
                  </td>
                  <td class="number">{close === undefined ? '–' : percentOf(close)}</td>
                </tr>
              );
            })}
          </tbody>
        </ScrolledTable>
      )}
      {unavailable.map(({ reading, why }) => (
        <p class="note" key={`${reading} ${why}`}>
          {reading} could not be read, and its threshold did not fire: {why}
        </p>
      ))}
    </section>
  );
}
