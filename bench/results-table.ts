import type { Figure, Series, Unit } from './benchmark.ts';
import { median } from './statistics.ts';

const DIGITS: Readonly<Record<Unit, number>> = { ms: 1, times: 2, '% of a core': 2, MiB: 1, MB: 2 };

const amount = (value: number, unit: Unit): string => value.toFixed(DIGITS[unit]);

const withUnit = (value: number, unit: Unit): string =>
  `${amount(value, unit)}${unit === 'times' ? '' : ` ${unit}`}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The figures beside what is to be reached, in Markdown. */
export const figuresTable = (figures: readonly Figure[]): string =>
  table(
    ['figure', 'measured', '95 % interval', 'to reach', ''],
    figures.map(({ name, unit, value, interval, atMost, allowance }) => [
      name,
      withUnit(value, unit),
      interval ? interval.map((end) => amount(end, unit)).join(' – ') : '',
      ...(atMost === undefined
        ? ['', '']
        : [
            `≤ ${withUnit(atMost, unit)}${allowance ? ` (${allowance})` : ''}`,
            value <= atMost ? 'reached' : '**not reached**',
          ]),
    ]),
  );

/** What was measured for them, in Markdown. */
export const seriesTable = (series: readonly Series[]): string =>
  table(
    ['measured', 'samples', 'lowest', 'median', 'highest'],
    series.map(({ name, unit, samples }) => [
      name,
      String(samples.length),
      ...[Math.min(...samples), median(samples), Math.max(...samples)].map((value) => withUnit(value, unit)),
    ]),
  );
