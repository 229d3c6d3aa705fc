import { networks } from '../measures/networks.ts';
import { counted } from '../text/counted.ts';
import { parseDuration, seconds } from '../text/quantities.ts';
import type { Advice, Report } from './report.ts';
import { measureOf } from './reported-readings.ts';
import type { ReportedMember } from './reported-topology.ts';
import { ranAllItsGrace } from './time-saved.ts';

const SHORT_GRACE_MS = 1_000;
const LONGEST_DRAIN_TIMEOUT = '4m';
const MOST_IMAGES = 3;

/** Networks bound a drain where nothing else was left to do for that much of it, and no less than that in ms. */
const BOUND_SHARE = 0.4;
const BOUND_MS = 3_000;

const membersOf = ({ topologies }: Report): ReportedMember[] => topologies.flatMap(({ lives = [] }) => lives);

/** How the pytest plugin calls itself in its metadata. */
const PYTEST = 'pytest';

/** What would let them stop by themselves: where a first process hands signals on already, another does not help. */
function howToStop(stubborn: readonly ReportedMember[]): string {
  const withInit = stubborn.filter(({ init }) => init).length;
  if (withInit === 0)
    return 'with docker run --init, or a handler for SIGTERM, they would stop by themselves';
  const whose = withInit === stubborn.length ? 'they have' : `${withInit} of them have`;
  return `${whose} --init already, and what runs below ignores the signal: a handler for it, or another stop signal (--stop-signal), would end them by themselves`;
}

/** Containers that were killed at the end of their grace, and what they were made from. */
export function ignoredStops(report: Report): Advice[] {
  const stubborn = membersOf(report).filter(
    (member) => ranAllItsGrace(member) && (member.graceMs ?? 0) > SHORT_GRACE_MS,
  );
  const images = new Map<string, number>();
  for (const { image, name } of stubborn) images.set(image ?? name, (images.get(image ?? name) ?? 0) + 1);
  const [most, ...others] = [...images].sort(([, a], [, b]) => b - a);
  if (most === undefined) return [];
  const named = [most, ...others].slice(0, MOST_IMAGES).map(([image]) => image);
  const more = images.size - named.length;
  const graceMs = Math.max(...stubborn.map((member) => member.graceMs ?? 0));
  return [
    {
      finding: `${counted(stubborn.length, 'container')} of ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''} ignored the stop signal, and ran for up to ${seconds(graceMs)} until the kill`,
      // The plugin's option goes before the agent's input.
      input: stubborn.every(({ client }) => client === PYTEST)
        ? '--topology-gc-stop-timeout'
        : 'stop-timeout',
      value: '1s',
      effect: `ends them sooner; ${howToStop(stubborn)}`,
    },
  ];
}

/** Where networks went on for long after the last container had gone, in the collection that ended the session. */
export function networksBound(report: Report): Advice[] {
  const last = report.collections.findLast(({ trigger }) => trigger === 'drain' || trigger === 'recovery');
  if (last === undefined) return [];
  const removed = membersOf(report).filter(({ removedAt = 0 }) => removedAt > last.startedAt);
  const end = (of: readonly ReportedMember[]) =>
    Math.max(last.startedAt, ...of.map(({ removedAt = 0 }) => removedAt));
  const slow = removed.filter(({ kind }) => kind === 'network');
  const aloneMs = end(slow) - end(removed.filter(({ kind }) => kind !== 'network'));
  if (aloneMs < BOUND_MS || aloneMs < BOUND_SHARE * (last.endedAt - last.startedAt)) return [];
  const { threshold, tightest } = measureOf(report.readings, networks.input.name) ?? {};
  const most = Math.min(threshold ?? Number.POSITIVE_INFINITY, tightest?.value ?? 2);
  return [
    {
      finding: `networks bound the drain: ${counted(slow.length, 'network')}, which the engine removes one after the other, took ${seconds(aloneMs)} more than all else`,
      input: networks.input.name,
      value: String(Math.max(2, Math.floor(most / 2))),
      effect: 'has more of them removed while the tests run',
    },
  ];
}

/** What was left when the time for the drain was up. */
export function timeWasUp({ leaks, inputs }: Report): Advice[] {
  const late = leaks.filter(({ cause }) => cause === 'out-of-time').length;
  const given = parseDuration(inputs['drain-timeout'] ?? '') ?? Number.POSITIVE_INFINITY;
  const longest = parseDuration(LONGEST_DRAIN_TIMEOUT) ?? 0;
  if (late === 0 || given >= longest) return [];
  return [
    {
      finding: `the time for the drain was up before ${counted(late, 'member was', 'members were')} removed`,
      input: 'drain-timeout',
      value: LONGEST_DRAIN_TIMEOUT,
      effect: 'gives the drain as much time as a cancelled job has',
    },
  ];
}
