import { busy } from '../measures/busy.ts';
import { containers } from '../measures/containers.ts';
import { measureFor, PRESSURES } from '../measures/measures.ts';
import { seconds } from '../text/quantities.ts';
import { pressureFigures } from './pressure-figures.ts';
import type { Advice, Report } from './report.ts';
import { closeness, measureOf } from './reported-readings.ts';

/** A shorter drain needs no advice, in ms. */
const LONG_DRAIN_MS = 10_000;

/** A threshold fires often if it fires at least this number of times. */
const OFTEN = 5;

/** A reading below this share of its threshold leaves room. */
const ROOMY = 0.7;

const IDLE_PERCENT = 50;

/** A smaller number of pending containers needs no threshold. */
const LEAST_CONTAINERS = 4;

/** Topologies that stopped this long before the drain could have been removed before it, in ms. */
const WAITED_MS = 5_000;

/** Whether most of the drain's removals only waited for the drain. */
function hadWaited({ collections, topologies }: Report): boolean {
  const drain = collections.find(({ trigger }) => trigger === 'drain' || trigger === 'recovery');
  const latest = (drain?.startedAt ?? 0) - WAITED_MS;
  const waited = topologies.filter(({ stoppedAt }) => stoppedAt !== undefined && stoppedAt < latest);
  return waited.length > topologies.length / 2;
}

/** A long drain whose topologies could have gone earlier, because no threshold fired. */
export function neverReached(report: Report): Advice[] {
  const { drainMs, inputs } = report;
  const isLong = drainMs >= LONG_DRAIN_MS && hadWaited(report);
  if (!isLong || pressureFigures(report).fired.length > 0) return [];
  const finding = `no threshold was reached, so the drain had to remove everything and took ${seconds(drainMs)}`;
  const known = measureOf(report.readings, busy.input.name)?.values.filter((value) => value !== null) ?? [];
  const isIdle =
    known.length > 0 && known.reduce((sum, value) => sum + value, 0) / known.length < IDLE_PERCENT;
  if (inputs[busy.input.name] === 'off' && isIdle)
    return [
      {
        finding,
        input: busy.input.name,
        value: `${IDLE_PERCENT}%`,
        effect: 'removes stopped topologies while the CPU is idle, as it was most of the time',
      },
    ];
  const most = measureOf(report.readings, containers.input.name)?.tightest.value ?? 0;
  if (most < LEAST_CONTAINERS) return [];
  return [
    {
      finding: `${finding}; at most ${most} containers were pending`,
      input: containers.input.name,
      value: String(Math.floor(most / 2)),
      effect: 'removes some of them while the tests run',
    },
  ];
}

/** Thresholds that fired again and again. */
export function firedOften(report: Report): Advice[] {
  const hasRoom = report.readings.measures
    .filter((measure) => measureFor(measure).runsOut)
    .every((measure) => (closeness(measure) ?? 0) < ROOMY);
  return pressureFigures(report).fired.flatMap(({ trigger, times: count }) => {
    const finding = `the threshold of ${trigger} fired ${count} times`;
    const fired = PRESSURES.find((measure) => measure.trigger === trigger);
    if (count < OFTEN || fired?.whenOften === undefined) return [];
    const { input: other, effect } = fired.whenOften;
    if (other !== undefined)
      return report.inputs[other.name] === other.from
        ? [{ finding, input: other.name, value: other.to, effect }]
        : [];
    const { threshold, input } = measureOf(report.readings, fired.input.name) ?? {};
    if (!hasRoom || threshold === undefined || input === undefined) return [];
    const value = String(threshold * 2);
    return [{ finding: `${finding}, while disk and memory had room`, input, value, effect }];
  });
}
