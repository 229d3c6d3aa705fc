import prettyMilliseconds from 'pretty-ms';
import type { Figure, Growth, Series, Unit } from './benchmark.ts';
import type { Run } from './run.ts';
import { median } from './statistics.ts';

const DIGITS: Readonly<Record<Unit, number>> = { ms: 1, times: 2, '% of a core': 2, MiB: 1, MB: 2, count: 0 };

const amount = (value: number, unit: Unit): string => value.toFixed(DIGITS[unit]);

/** A percent sign stands at its number. */
const withUnit = (value: number, unit: Unit): string =>
  `${amount(value, unit)}${unit === 'times' || unit === 'count' ? '' : unit.startsWith('%') ? unit : ` ${unit}`}`;

/** In Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The figures beside what is to be reached, and what could not be measured. */
export function figuresReport(runs: readonly Pick<Run, 'name' | 'figures' | 'unmeasured'>[]): string {
  const figures = table(
    ['figure', 'measured', '95% interval', 'to reach', ''],
    runs.flatMap(({ name, figures }) => figures.map((figure) => figureRow(name, figure))),
  );
  const unmeasured = runs.flatMap((run) => run.unmeasured ?? []).map((what) => `- not measured: ${what}`);
  return [figures, ...(unmeasured.length > 0 ? [unmeasured.join('\n')] : [])].join('\n\n');
}

function figureRow(
  benchmark: string,
  { name, unit, value, interval, atMost, allowance }: Figure,
): readonly string[] {
  return [
    `${name} (\`${benchmark}\`)`,
    withUnit(value, unit),
    interval ? interval.map((end) => amount(end, unit)).join(' – ') : '',
    ...(atMost === undefined
      ? ['', '']
      : [
          `≤ ${withUnit(atMost, unit)}${allowance ? ` (${allowance})` : ''}`,
          value <= atMost ? 'reached' : '**not reached**',
        ]),
  ];
}

/** What was measured for them. */
export const seriesReport = (runs: readonly Run[]): string =>
  table(
    ['measured', 'samples', 'lowest', 'median', 'highest'],
    runs.flatMap(({ series }) => series.filter(({ samples }) => samples.length > 0).map(seriesRow)),
  );

const seriesRow = ({ name, unit, samples }: Series): readonly string[] => [
  name,
  String(samples.length),
  ...[Math.min(...samples), median(samples), Math.max(...samples)].map((value) => withUnit(value, unit)),
];

const measuresOf = (runs: readonly Run[]): readonly Growth[] => runs.flatMap(({ growth = [] }) => growth);

/** How what is measured grows. */
export function growthReport(runs: readonly Run[]): string {
  const measures = measuresOf(runs);
  const [first] = measures;
  if (first === undefined) return '';
  return table(
    ["topologies of an agent's life", ...first.points.map(([size]) => inWords(size))],
    measures.map(({ name, unit, points }) => [name, ...points.map(([, value]) => withUnit(value, unit))]),
  );
}

/** A chart a measure, as GitHub draws it: https://mermaid.js.org/syntax/xyChart.html */
export const growthCharts = (runs: readonly Run[]): string => measuresOf(runs).map(chart).join('\n\n');

const inWords = (size: number): string => size.toLocaleString('en');

function chart({ name, unit, points }: Growth): string {
  const sizes = points.map(([size]) => `"${inWords(size)}"`);
  const values = points.map(([, value]) => amount(value, unit));
  return [
    '```mermaid',
    'xychart-beta',
    `  title "${name}, in ${unit}"`,
    `  x-axis "topologies of an agent's life" [${sizes.join(', ')}]`,
    `  y-axis "${unit}" 0 --> ${Math.ceil(1.1 * Math.max(...values.map(Number)))}`,
    `  bar [${values.join(', ')}]`,
    '```',
  ].join('\n');
}

/** Where, when and how long. */
export function runsReport(runs: readonly Run[]): string {
  const machines = new Set(runs.map(({ machine }) => JSON.stringify(machine)));
  return [...machines]
    .flatMap((machine) => {
      const here = runs.filter((run) => JSON.stringify(run.machine) === machine);
      return [describeMachine(here[0]?.machine ?? {}), runsTable(here)];
    })
    .join('\n\n');
}

const describeMachine = (machine: Run['machine']): string =>
  Object.entries(machine)
    .map(([what, value]) => `- ${what}: ${value}`)
    .join('\n');

const runsTable = (runs: readonly Run[]): string =>
  table(
    ['benchmark', 'begun (UTC)', 'rounds', 'took', 'load before'],
    runs.map(({ name, startedAt, rounds, tookMs, loadBefore }) => [
      `\`${name}\``,
      startedAt.slice(0, 16).replace('T', ' '),
      String(rounds),
      prettyMilliseconds(tookMs, { secondsDecimalDigits: 0 }),
      loadBefore.toFixed(1),
    ]),
  );
