import { existsSync } from 'node:fs';
import { DRAIN_TIMEOUT } from './arena.ts';
import { sweep } from './drains.ts';
import { hold, Violation } from './invariant.ts';
import { hasReport, leftBehind, statesLeft } from './job-remains.ts';
import type { Round } from './round.ts';
import type { ChaosTopology } from './topologies.ts';

/** Networks that every engine has. */
const PREDEFINED = new Set(['bridge', 'host', 'none']);

/** What every drain prints of what it could not remove, or of the spool not take. */
const TOLD = /^(leak|not taken): /;
const LEAK = /^leak: (container|network|volume) (\S+) of \S+: (.*)$/gm;

/**
 * What has to hold after each round: what was answered or spooled is gone, all else is as it was, and nobody has left
 * anything behind. `leaks` are members that could not be removed; what of the round is left goes now.
 * @throws Violation with all that does not hold
 */
export async function checkRound(round: Round, leaks: ReadonlySet<string> = new Set()): Promise<void> {
  const faults = [
    ...(await Promise.all(round.topologies.map((topology) => wrongWith(round, topology, leaks)))).flat(),
    (await round.arena.control.difference()) ?? [],
    await wrongWithJob(round, leaks.size > 0),
  ].flat();
  await round.objects[Symbol.asyncDispose]();
  faults.push(...(await strangers(round)));
  if (faults.length > 0) throw new Violation(faults.join('\n'));
}

async function wrongWith(
  { objects }: Round,
  { id, handOver, containers, networks, volumes }: ChaosTopology,
  leaks: ReadonlySet<string>,
): Promise<string[]> {
  const left = (await objects.left()).filter((name) => name.startsWith(`${id}-`));
  const surprising = left.filter((name) => !leaks.has(objects.named(name)));
  const isTaken = handOver === 'answered' || handOver === 'spooled';
  if (isTaken || (surprising.length === 0 && handOver !== 'withheld'))
    return surprising.map((name) => `${id} was ${handOver}, and ${name} is left`);
  // Nobody was told that it was taken: then it is whole.
  const running = await Promise.all(
    left.filter((name) => name.includes('-box-')).map((name) => objects.isRunning(name)),
  );
  const built = containers.length + networks.length + volumes.length;
  const isWhole = left.length === built && running.every(Boolean);
  return isWhole ? [] : [`${id}, ${handOver}, was touched: of it are left ${left.join(', ') || 'nothing'}`];
}

/** The state stays as long as anything is left; once that can be removed, the next sweep does so, and the state goes. */
async function wrongBehindLeaks({ job, objects, topologies }: Round): Promise<string[]> {
  const states = statesLeft(job);
  const kept =
    states.length === 1 ? [] : [`of the state of leaks there is ${states.join(', ') || 'nothing'}`];
  await sweep(job, DRAIN_TIMEOUT, 0);
  const taken = topologies.filter(({ handOver }) => handOver === 'answered' || handOver === 'spooled');
  const left = (await objects.left()).filter((name) => taken.some(({ id }) => name.startsWith(`${id}-`)));
  return [...kept, ...left.map((name) => `the sweep behind leaks has left ${name}`)];
}

/** A job that is over has left nothing behind; one that goes on has its agent. */
async function wrongWithJob(round: Round, mayLeak: boolean): Promise<string[]> {
  const { job, arena, drained, mayLackReport, mayLoseAgent, isBrokenOff } = round;
  if (drained === undefined) return ['the round has not drained'];
  const told = drained.output.split('\n').filter((line) => TOLD.test(line));
  const faults = mayLeak ? [] : told;
  // Where it is lost behind the drain, the next round begins with a new job.
  const isGone = job.pid === undefined && !mayLoseAgent;
  if (!drained.isFinal) return [...faults, ...(isGone ? ['the agent does not live any more'] : [])];
  const lacks = drained.by === 'post' && !mayLackReport && !hasReport(job) ? ['there is no report'] : [];
  // A sweep that leaves something keeps all that it needs; a post step only the state.
  const left = drained.by === 'post' ? await leftBehind(job) : [];
  if (mayLeak) faults.push(...(await wrongBehindLeaks(round)));
  if (drained.by === 'sweep') left.push(...(await leftBehind(job)));
  if (drained.by === 'sweep' && existsSync(job.folder)) left.push(`file ${job.folder}`);
  const behind = isBrokenOff ? left.filter((each) => !each.startsWith('file')) : left;
  const states = statesLeft(job).map((name) => `the state ${name}`);
  await arena.forget(job);
  return [...faults, ...lacks, ...[...behind, ...states].map((each) => `left behind: ${each}`)];
}

/** What is on the engine and nobody's: all that was built is gone by now. */
async function strangers({ arena }: Round): Promise<string[]> {
  const { docker } = arena.engine;
  const [containers, networks, { Volumes: volumes }] = await Promise.all([
    docker.listContainers({ all: true }),
    docker.listNetworks(),
    docker.listVolumes(),
  ]);
  const found = [
    ...containers.map(({ Id, Names }) => ({ id: Id, what: `container ${Names[0]}` })),
    ...networks
      .filter(({ Name }) => !PREDEFINED.has(Name))
      .map(({ Id, Name }) => ({ id: Id, what: `network ${Name}` })),
    ...(volumes ?? []).map(({ Name }) => ({ id: Name, what: `volume ${Name}` })),
  ];
  return found.filter(({ id }) => !arena.control.has(id)).map(({ what }) => `on the engine is left: ${what}`);
}

/** Which members are named as leaks, each for one of these reasons. @throws Violation at any other */
export function readLeaks({ drained }: Round, reasons: RegExp): ReadonlySet<string> {
  const lines = drained?.output.matchAll(LEAK) ?? [];
  const leaks = [...lines].map(([, kind, name = '', reason = '']) => ({ kind, name, reason }));
  hold(leaks.length > 0, `no leak is named: ${drained?.output}`);
  for (const { kind, name, reason } of leaks)
    hold(reasons.test(reason), `the leak of ${kind} ${name} does not tell the true reason, but: ${reason}`);
  return new Set(leaks.map(({ name }) => name));
}
