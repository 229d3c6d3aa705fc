import { setTimeout as sleep } from 'node:timers/promises';
import { BEAT_MS } from '../src/session/agent/compose-agent.ts';
import type { NewJobOptions } from './arena.ts';
import { hold } from './invariant.ts';
import { LEFT_WAYS, type LeftWay, type Planned, WITHOUT_SPOOL } from './left-ways.ts';
import { Round, type RoundStart } from './round.ts';
import { labelOf } from './topologies.ts';

/** After so many ms, also an engine that tells whole seconds tells that something is older. */
const SURELY_MS = 1_000;

/** Between two looks, and for how long they go on, in ms. */
const LOOK_MS = 50;
const MOST_MS = 20_000;

/**
 * A job that hands some over, announces some, and dies with all its processes once its agent was seen alive after the last of
 * them was built. Its post step never runs.
 */
export async function leaveDeadJob(
  start: RoundStart,
  { sharesState = false, ...options }: NewJobOptions,
): Promise<Round> {
  const { arena, random, number } = start;
  const possible = sharesState ? LEFT_WAYS : WITHOUT_SPOOL;
  const ways = Array.from({ length: random.between(1, 3) }, () => random.pickWeighted(possible));
  const ids = ways.map((_, at) => `r${number}-${at + 1}`);
  const swept = ids.filter((_, at) => ways[at]?.isSwept).map(labelOf);
  const inputs = { ...options.inputs, ...(swept.length > 0 && { 'sweep-labels': swept.join('\n') }) };
  const job = await arena.newJob({ ...options, sharesState, inputs });
  const round = new Round(start, job);
  const left: (() => Promise<void>)[] = [];
  for (const way of ways) left.push(await leave(round, way));
  round.notes.push(`left ${ways.map(({ name }) => name).join(', ')}`);
  await untilSeenAlive(round);
  await job.kill();
  for (const leaveToSpool of left) await leaveToSpool();
  await job.endProcesses();
  await untilOver(round);
  return round;
}

/** @returns what is to be done once the agent is dead */
async function leave(round: Round, way: LeftWay): Promise<() => Promise<void>> {
  const { job, objects } = round;
  const planned: Planned = { id: round.nextId(), job, objects };
  await way.beforeBuild?.(planned);
  const topology = await round.build(planned.id, way.labels?.(job) ?? {});
  topology.handOver = way.isWithheld ? 'withheld' : way.afterAgent ? 'spooled' : 'answered';
  await way.afterBuild?.(job, topology);
  return async () => way.afterAgent?.(planned, topology);
}

/** What was there then was there while its agent lived, whatever precision one looks with. */
async function untilSeenAlive({ job }: Round): Promise<void> {
  const built = Date.now();
  const deadline = performance.now() + MOST_MS;
  while (job.state.lastAlive < built + SURELY_MS) {
    hold(performance.now() < deadline, 'the agent does not show that it is alive');
    await sleep(LOOK_MS);
  }
}

/** What is built then is surely later than the death of the agent, which has lived for a beat at the most after it last showed it. */
async function untilOver({ job }: Round): Promise<void> {
  const over = job.state.lastAlive + BEAT_MS + SURELY_MS;
  while (Date.now() <= over) await sleep(LOOK_MS);
}
