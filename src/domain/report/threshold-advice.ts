import { type Advice, seconds } from './advice.ts';
import { pressureFigures } from './pressure-figures.ts';
import type { Report } from './report.ts';
import { closeness, measureOf } from './reported-readings.ts';

/** A drain that is shorter is nobody's concern, in ms. */
const LONG_DRAIN_MS = 10_000;

/** A threshold fires often when it does so that many times. */
const OFTEN = 5;

/** What is less close to its threshold than that has room. */
const ROOMY = 0.7;

const IDLE_PERCENT = 50;

/** Fewer pending containers than that need no threshold. */
const LEAST_CONTAINERS = 4;

/** What had stopped that long before the drain could have been removed before it, in ms. */
const WAITED_MS = 5_000;

/** Whether most of what the drain removed had only waited for it. */
function hadWaited({ collections, topologies }: Report): boolean {
  const drain = collections.find(({ trigger }) => trigger === 'drain' || trigger === 'recovery');
  const latest = (drain?.startedAt ?? 0) - WAITED_MS;
  const waited = topologies.filter(({ stoppedAt }) => stoppedAt !== undefined && stoppedAt < latest);
  return waited.length > topologies.length / 2;
}

/** A long drain of what could have gone before, as no threshold has fired. */
export function neverReached(report: Report): Advice[] {
  const { drainMs, inputs } = report;
  const containers = measureOf(report.readings, 'container-threshold');
  const isLong = drainMs >= LONG_DRAIN_MS && hadWaited(report);
  if (!isLong || pressureFigures(report).fired.length > 0) return [];
  const finding = `no threshold was reached, so that the drain had all to do and took ${seconds(drainMs)}`;
  const busy = measureOf(report.readings, 'idle-collect')?.values.filter((value) => value !== null) ?? [];
  const isIdle = busy.length > 0 && busy.reduce((sum, value) => sum + value, 0) / busy.length < IDLE_PERCENT;
  if (inputs['idle-collect'] === 'off' && isIdle)
    return [
      {
        finding,
        input: 'idle-collect',
        value: `${IDLE_PERCENT}%`,
        effect: 'removes what has stopped while the CPU is idle, as it mostly was',
      },
    ];
  const most = containers?.tightest.value ?? 0;
  if (most < LEAST_CONTAINERS) return [];
  return [
    {
      finding: `${finding}; at most ${most} containers were pending`,
      input: 'container-threshold',
      value: String(Math.floor(most / 2)),
      effect: 'has some of them removed while the tests run',
    },
  ];
}

/** Thresholds that fired again and again. */
export function firedOften(report: Report): Advice[] {
  const hasRoom = report.readings.measures
    .filter(({ input }) => input === 'disk-threshold' || input === 'memory-threshold')
    .every((measure) => (closeness(measure) ?? 0) < ROOMY);
  return pressureFigures(report).fired.flatMap(({ trigger, times: count }) => {
    const finding = `the threshold of ${trigger} fired ${count} times`;
    if (count < OFTEN) return [];
    if (trigger === 'disk' && report.inputs['remove-images'] === 'never')
      return [
        {
          finding,
          input: 'remove-images',
          value: 'pulled',
          effect: 'also removes images that came during the job',
        },
      ];
    if (trigger !== 'containers' && trigger !== 'networks') return [];
    const { threshold, input } =
      measureOf(report.readings, `${trigger === 'networks' ? 'network' : 'container'}-threshold`) ?? {};
    if (!hasRoom || threshold === undefined || input === undefined) return [];
    return [
      {
        finding: `${finding}, while disk and memory had room`,
        input,
        value: String(threshold * 2),
        effect:
          trigger === 'networks'
            ? 'has fewer and larger collections, once the daemon has more address pools (default-address-pools)'
            : 'has fewer and larger collections',
      },
    ];
  });
}
