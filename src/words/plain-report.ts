import { describeLeak, describeUnconfirmed } from '../domain/leaks/leak.ts';
import { adviceOn, describeAdvice } from '../domain/report/advice.ts';
import { type Report, savedMs } from '../domain/report/report.ts';
import { describeNode } from '../domain/report/unconfirmed-nodes.ts';
import { nameAt } from '../domain/text/name-at.ts';
import { describeRejected } from '../domain/topology/spooled.ts';
import type { DrainProgress } from '../protocol/agent-service.ts';
import { deafLines } from './deaf-words.ts';
import { collections, duration, leftToOthers, members, otherwise, topologies } from './figures.ts';
import { tightness } from './headline.ts';
import { describeLeased, describeLeft } from './left-words.ts';
import { oneLine } from './one-line.ts';
import { strayLines } from './stray-words.ts';
import { describeSwept } from './swept-session.ts';

/** A progress line of a drain. */
export const progressLine = ({
  name,
  state,
  members: counts,
  kept,
  left,
  elapsedMs,
  remainingMs,
}: DrainProgress): string =>
  `${duration(elapsedMs)}  ${oneLine(name)}: ${members(counts)} ${state}${leftToOthers(kept)}; ` +
  `left: ${topologies(left.topologies)}, ${members(left)}; time left: ${duration(remainingMs)}`;

/** The members that are left, and why, and nodes of which that is not known, one line each; empty if nothing is left. */
const leakLines = ({ leaks, unconfirmed, nodes = [] }: Report): string[] => [
  ...leaks.map((leak) => oneLine(describeLeak(leak))),
  ...(unconfirmed === undefined ? [] : [oneLine(describeUnconfirmed(unconfirmed))]),
  ...nodes.map((node) => oneLine(describeNode(node))),
];

/** The place of the containers' logs, if they were saved, and the logs that could not be saved. */
const logLines = ({ topologies: all }: Report): string[] => {
  const logs = all.flatMap((topology) => topology.logs);
  const files = logs.flatMap(({ file }) => file ?? []);
  const folders = new Set(files.map((file) => file.slice(0, file.lastIndexOf('/'))));
  return [
    ...[...folders].map((folder) => `logs of containers: ${files.length} in ${folder}`),
    ...logs.flatMap(({ container, error }) =>
      error === undefined ? [] : [`not saved in full: the log of container ${container}: ${error}`],
    ),
  ];
};

/** Named members that may belong to somebody else, unless the report lists them as leaks. */
const unsureLines = ({ topologies: all, leaks }: Report): string[] =>
  all.flatMap(({ id, name: topology, unsure = [] }) =>
    unsure
      .filter(
        ({ kind, name }) =>
          !leaks.some((leak) => leak.topology === id && leak.kind === kind && nameAt(leak) === name),
      )
      .map(({ kind, name, why }) => `left: ${kind} ${name} of ${topology}: ${why}`),
  );

/** Shared members that others still use. */
const keptLines = ({ topologies: all }: Report): string[] =>
  all.flatMap(({ name: topology, kept }) =>
    kept.map((name) => `left: ${name} of ${topology}: shared, and others still use it`),
  );

const tightnessLines = (report: Report): string[] => {
  const tight = tightness(report);
  return tight === undefined ? [] : [tight];
};

/** The report in a few plain lines. */
export const plainReport = (report: Report): string =>
  [
    `${members(report.removed)} of ${topologies(report.earlier.topologies + report.topologies.length)} removed by ` +
      collections(report.earlier.collections + report.collections.length),
    ...report.collections.map(
      ({ trigger, reason, removed, goneOtherwise, startedAt, endedAt }) =>
        `  ${trigger}: ${members(removed)}${otherwise({ goneOtherwise })} in ${duration(endedAt - startedAt)} (${reason})`,
    ),
    `time saved: ${duration(savedMs(report))}, an estimate: one by one at least ${duration(report.oneByOneMs)}, ` +
      `submissions ${duration(report.submissionMs)}, drains ${duration(report.drainMs)}`,
    ...deafLines(report),
    ...tightnessLines(report),
    ...adviceOn(report).map((advice) => `advice: ${describeAdvice(advice)}`),
    ...logLines(report),
    ...unsureLines(report),
    ...keptLines(report),
    ...report.rejected.map((rejection) => `not taken: ${describeRejected(rejection)}: ${rejection.error}`),
    ...(report.left ?? []).map((left) => `left: ${describeLeft(left)}`),
    ...(report.leased ?? []).map((leased) => `still leased: ${describeLeased(leased)}`),
    ...leakLines(report).map((line) => `leak: ${line}`),
    ...strayLines(report.strays),
    ...(report.swept ?? []).map((swept) => `swept: ${describeSwept(swept)}`),
  ]
    .map(oneLine)
    .join('\n');
