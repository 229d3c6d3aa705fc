import { INPUT, USUAL_DRAIN_TIMEOUT } from '../limits/input-names.ts';
import { networks } from '../measures/networks.ts';
import { counted } from '../text/counted.ts';
import { parseDuration, seconds } from '../text/quantities.ts';
import type { Advice, Report } from './report.ts';
import { measureOf } from './reported-readings.ts';
import { type ReportedMember, reportedMembers } from './reported-topology.ts';

/** Networks bound a drain if nothing else was left to do for this share of the drain, and for at least this time in ms. */
const BOUND_SHARE = 0.4;
const BOUND_MS = 3_000;

/** Advice if networks went on long after the last container had gone, in the collection that ended the session. */
export function networksBound(report: Report): Advice[] {
  const last = report.collections.findLast(({ trigger }) => trigger === 'drain' || trigger === 'recovery');
  if (last === undefined) return [];
  const removed = reportedMembers(report.topologies).filter(
    ({ removedAt = 0 }) => removedAt > last.startedAt,
  );
  const end = (of: readonly ReportedMember[]) =>
    Math.max(last.startedAt, ...of.map(({ removedAt = 0 }) => removedAt));
  const slow = removed.filter(({ kind }) => kind === 'network');
  const aloneMs = end(slow) - end(removed.filter(({ kind }) => kind !== 'network'));
  if (aloneMs < BOUND_MS || aloneMs < BOUND_SHARE * (last.endedAt - last.startedAt)) return [];
  const { threshold, tightest } = measureOf(report.readings, networks.input.name) ?? {};
  const most = Math.min(threshold ?? Number.POSITIVE_INFINITY, tightest?.value ?? 2);
  return [
    {
      finding: `networks made the drain longer: ${counted(slow.length, 'network')}, which the engine removes one after the other, took ${seconds(aloneMs)} more than everything else`,
      input: networks.input.name,
      value: String(Math.max(2, Math.floor(most / 2))),
      effect: 'removes more of them while the tests run',
    },
  ];
}

/** The members that were left when the time for the drain was up. */
export function timeWasUp({ leaks, inputs }: Report): Advice[] {
  const late = leaks.filter(({ cause }) => cause === 'out-of-time').length;
  const given = parseDuration(inputs[INPUT.drainTimeout] ?? '') ?? Number.POSITIVE_INFINITY;
  const longest = parseDuration(USUAL_DRAIN_TIMEOUT) ?? 0;
  if (late === 0 || given >= longest) return [];
  return [
    {
      finding: `the drain ran out of time before ${counted(late, 'member was', 'members were')} removed`,
      input: INPUT.drainTimeout,
      value: USUAL_DRAIN_TIMEOUT,
      effect: 'gives the drain as much time as a cancelled job has',
    },
  ];
}
