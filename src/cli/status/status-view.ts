import { countMembers, type Trigger } from '../../domain/removal/collection.ts';
import { isDone } from '../../domain/topology/topology.ts';
import type { Status } from '../../protocol/agent-service.ts';
import type { TopologyAnswer } from '../../protocol/topology-body.ts';
import { collections, duration, members, topologies } from '../../words/figures.ts';
import { bar } from '../terminal/bar.ts';
import { cut, printable } from '../terminal/display-text.ts';
import type { Size } from '../terminal/live-screen.ts';
import type { Paint } from '../terminal/paint.ts';
import { alignTable } from '../terminal/table.ts';
import { decisionLines } from './decisions.ts';
import { gaugeLines } from './gauges.ts';

/** A collection under way, as far as the watch has seen it. */
export interface CollectionSeen {
  /** Absent if the collection began before the watch. */
  readonly trigger?: Trigger;
  /** Members that were removed. */
  readonly removed: number;
}

export interface WatchState {
  readonly status: Status;
  readonly pending: readonly TopologyAnswer[];
  readonly collection?: CollectionSeen | undefined;
}

const PROGRESS_COLUMNS = 16;
const HINT = 'q or Ctrl-C leaves; the agent goes on';

/** The most leases with a time to live that the status names. */
const MOST_NAMED = 3;

/** `leased: 2 topologies; shop until 2026-11-28T10:30:00.000Z (in 12m 3s)`; empty if nothing is leased. */
function leaseLines({ leases, startedAt, uptimeMs }: Status): string[] {
  if (leases.topologies === 0) return [];
  const now = startedAt + uptimeMs;
  const named = leases.ending.slice(0, MOST_NAMED).map(({ name, endsAt }) => {
    const left = endsAt > now ? `in ${duration(endsAt - now)}` : 'now';
    return `${name} until ${new Date(endsAt).toISOString()} (${left})`;
  });
  const more = leases.ending.length > MOST_NAMED ? ['…'] : [];
  return [[`leased: ${topologies(leases.topologies)}`, ...named, ...more].join('; ')];
}

/** The agent's identity, its removals so far, and its readings with their thresholds. */
export function describeStatus(status: Status, paint: Paint, columns?: number): string[] {
  const { pending, totals, engines = [{ name: undefined, ...status.engine }] } = status;
  const short = (text: string) => cut(printable(text), columns ?? Number.POSITIVE_INFINITY);
  return [
    short(
      `agent ${status.version}, pid ${status.pid}, ${status.state}, up ${duration(status.uptimeMs)}, session ${status.session}`,
    ),
    ...engines.map(({ name, version, host }) =>
      short(`engine ${name === undefined ? '' : `${name}, `}${version} at ${host}`),
    ),
    ...gaugeLines(status, paint, columns),
    ...decisionLines(status).map((line) => paint('yellow', short(`  ${line}`))),
    ...status.readings.unavailable.map(({ reading, why }) =>
      paint('yellow', short(`  ${reading}  unavailable: ${why}`)),
    ),
    short(`pending: ${topologies(pending.topologies)}, ${members(pending)}`),
    ...leaseLines(status).map(short),
    short(
      `removed: ${members(totals.removed)} by ${collections(totals.collections)}; ${totals.failed} failed`,
    ),
  ];
}

const leftOf = (topology: TopologyAnswer) => topology.members.filter((member) => !isDone(member));

/** `collecting for networks: 12 of 30 members removed`; empty without a collection under way. */
function collectionLine({ status, pending, collection }: WatchState): string[] {
  if (status.state !== 'collecting' && status.state !== 'draining') return [];
  const why = collection?.trigger === undefined ? '' : ` (${collection.trigger})`;
  const removed = collection?.removed ?? 0;
  const total = removed + pending.reduce((sum, topology) => sum + leftOf(topology).length, 0);
  const drawn = bar(total === 0 ? 0 : removed / total, PROGRESS_COLUMNS);
  return [`${status.state}${why} ${drawn} ${removed} of ${total} members removed`];
}

function pendingLines({ pending, status }: WatchState, columns: number, room: number): string[] {
  if (pending.length === 0 || room < 2) return [];
  const shown = pending.slice(0, pending.length > room - 1 ? room - 2 : room - 1);
  const now = status.startedAt + status.uptimeMs;
  const rows = shown.map((topology) => [
    topology.name,
    topology.state,
    duration(Math.max(0, now - topology.submittedAt)),
    members(countMembers(leftOf(topology))),
  ]);
  const more = pending.length - shown.length;
  return [
    ...alignTable([['NAME', 'STATE', 'AGE', 'LEFT'], ...rows], { columns }),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

/** The full-screen view: the status, the collection under way, and the pending topologies that fit. */
export function watchLines(state: WatchState, paint: Paint, { columns, rows }: Size): string[] {
  const above = [
    ...describeStatus(state.status, paint, columns),
    ...collectionLine(state).map((line) => paint('bold', cut(line, columns))),
    '',
  ];
  // The last row is for the hint, and the row before it stays empty.
  const room = rows - above.length - 2;
  return [...above, ...pendingLines(state, columns, room), '', paint('dim', cut(HINT, columns))];
}

/** The same in one line, for a file or a log. */
export function watchLine(state: WatchState): string {
  const { pending, totals, readings, state: doing } = state.status;
  const [collecting = doing] = collectionLine(state);
  return printable(
    `${new Date(readings.at).toISOString()} ${collecting}; pending: ${topologies(pending.topologies)}, ${members(pending)}; removed: ${members(totals.removed)}; ${totals.failed} failed`,
  );
}
