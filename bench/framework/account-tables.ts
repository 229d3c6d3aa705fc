import prettyMilliseconds from 'pretty-ms';
import type { Figure } from '../benchmark.ts';
import { figuresReport, table } from '../report.ts';
import { median, ratioFigure } from '../statistics.ts';
import type { Arm, ArmRun } from './arms.ts';
import type { PartName } from './options.ts';
import type { PartResult } from './parts.ts';

const TITLES: Readonly<Record<PartName, string>> = {
  modules: 'Four modules of four hosts',
  workers: 'Four modules of four hosts, two xdist workers',
  'own-tests': "The framework's own tests",
};
const WORST_UNBUILD_MS = 250;
const WHOLE_RUN_TIMES = 1.1;
const NONE = '';

const WAYS: Readonly<Record<Arm, string>> = {
  kept: 'nothing is unbuilt',
  stock: 'as the framework does',
  deferred: 'deferred',
};

const HEAD = [
  ...['unbuild', 'workers', 'tests', 'runs', 'whole run', 'an unbuild', 'the slowest', 'drain'],
  ...['left: containers', 'networks', 'links', 'folders'],
];

const time = (ms: number): string => prettyMilliseconds(ms, ms < 1000 ? {} : { secondsDecimalDigits: 1 });

/** All of it in Markdown. */
export function accountOf(machine: Readonly<Record<string, string>>, parts: readonly PartResult[]): string {
  const about = Object.entries(machine).map(([what, value]) => `- ${what}: ${value}`);
  return [about.join('\n'), ...parts.flatMap(describePart)].join('\n\n');
}

function describePart({ name, runs }: PartResult): string[] {
  const groups = Object.values(
    Object.groupBy(runs, ({ arm, workers, suite }) => `${suite} ${workers} ${arm}`),
  );
  const rows = groups.map((group = []) => describeRuns(group));
  const figures = name === 'own-tests' ? compareOutcomes(runs) : figuresOf(name, runs);
  return [`### ${TITLES[name]}`, table(HEAD, rows), figures];
}

/** Of the same tests run the same way: medians, and of what is left the most. */
function describeRuns(runs: readonly ArmRun[]): string[] {
  const unbuilds = runs.flatMap((run) => run.unbuilds);
  const { arm, workers, outcomes } = runs[0] as ArmRun;
  const most = (what: keyof ArmRun['left']) => String(Math.max(...runs.map(({ left }) => left[what])));
  return [
    WAYS[arm],
    String(workers),
    String(Object.keys(outcomes).length),
    String(runs.length),
    time(median(runs.map(({ tookMs }) => tookMs))),
    ...(arm === 'kept' || unbuilds.length === 0
      ? [NONE, NONE]
      : [median(unbuilds), Math.max(...unbuilds)].map(time)),
    arm === 'deferred' ? time(median(runs.map(({ drainMs }) => drainMs))) : NONE,
    ...(['containers', 'networks', 'links', 'folders'] as const).map(most),
  ];
}

function figuresOf(name: PartName, runs: readonly ArmRun[]): string {
  const of = (arm: Arm) => runs.filter((run) => run.arm === arm);
  const whole = (arm: Arm) => of(arm).map(({ tookMs }) => tookMs);
  const worst: Figure = {
    ...{ name: 'the slowest unbuild, deferred', unit: 'ms', atMost: WORST_UNBUILD_MS },
    value: Math.max(...of('deferred').flatMap(({ unbuilds }) => unbuilds)),
  };
  const ratio = ratioFigure(
    'the whole run, deferred against nothing unbuilt',
    whole('deferred'),
    whole('kept'),
    WHOLE_RUN_TIMES,
  );
  return figuresReport([{ name, figures: [worst, ratio] }]);
}

/** Whether each test ended deferred as it did with stock. */
function compareOutcomes(runs: readonly ArmRun[]): string {
  const stock = new Map(
    runs.filter(({ arm }) => arm === 'stock').map((run) => [`${run.suite} ${run.workers}`, run]),
  );
  const differences = runs.flatMap(({ arm, suite, workers, outcomes }) => {
    const other = arm === 'deferred' ? stock.get(`${suite} ${workers}`)?.outcomes : undefined;
    return Object.entries(other ?? {}).flatMap(([id, outcome]) =>
      outcomes[id] === outcome
        ? []
        : [`- ${id}: ${outcome} with stock, ${outcomes[id] ?? 'not run'} deferred`],
    );
  });
  return differences.length === 0
    ? `Each test ended as with stock: ${countOutcomes([...stock.values()])}.`
    : differences.join('\n');
}

function countOutcomes(runs: readonly ArmRun[]): string {
  const outcomes = runs.flatMap((run) => Object.values(run.outcomes));
  const groups = Object.entries(Object.groupBy(outcomes, (outcome) => outcome));
  return groups.map(([outcome, { length } = []]) => `${length} ${outcome}`).join(', ');
}
