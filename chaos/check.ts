import { existsSync } from 'node:fs';
import { hold, Violation } from './invariant.ts';
import { hasReport, leftBehind, statesLeft } from './job-remains.ts';
import type { Round } from './round.ts';
import type { ChaosTopology } from './topologies.ts';

/** Networks that every engine has. */
const PREDEFINED = new Set(['bridge', 'host', 'none']);

/** What every drain prints of what it could not remove, or of the spool not take. */
const TOLD = /^(leak|not taken): /;
const LEAK = /^leak: (container|network|volume) (\S+) of \S+: (.*)$/gm;

interface CheckOptions {
  /** The round of a job that died, whose names this one's has taken. */
  readonly after?: Round;
}

/**
 * What has to hold after each round: what was answered or spooled is gone, all else is as it was, and nobody has left
 * anything behind. What of the round is left goes now.
 * @throws Violation with all that does not hold
 */
export async function checkRound(round: Round, { after }: CheckOptions = {}): Promise<void> {
  const faults = [
    await wrongWithTopologies(round),
    after ? await wrongWithTopologies(after) : [],
    after ? (await leftBehind(after.job)).map((each) => `left behind by the job before: ${each}`) : [],
    (await round.arena.control.difference()) ?? [],
    await wrongWithJob(round),
  ].flat();
  await round.objects[Symbol.asyncDispose]();
  await after?.objects[Symbol.asyncDispose]();
  faults.push(...(await strangers(round)));
  if (faults.length > 0) throw new Violation(faults.join('\n'));
}

async function wrongWithTopologies(round: Round): Promise<string[]> {
  return (await Promise.all(round.topologies.map((topology) => wrongWith(round, topology)))).flat();
}

/** Of one that nobody was told to take; empty where all of it is there, and runs. */
export async function whyTouched(round: Round, topology: ChaosTopology): Promise<string[]> {
  return wrongWith(round, { ...topology, handOver: 'withheld' });
}

async function wrongWith(
  { objects }: Round,
  { id, handOver, containers, networks, volumes }: ChaosTopology,
): Promise<string[]> {
  const left = (await objects.left()).filter((name) => name.startsWith(`${id}-`));
  const isTaken = handOver === 'answered' || handOver === 'spooled';
  if (isTaken || (left.length === 0 && handOver !== 'withheld'))
    return left.map((name) => `${id} was ${handOver}, and ${name} is left`);
  // Nobody was told that it was taken: then it is whole.
  const running = await Promise.all(
    left.filter((name) => name.includes('-box-')).map((name) => objects.isRunning(name)),
  );
  const built = containers.length + networks.length + volumes.length;
  const isWhole = left.length === built && running.every(Boolean);
  return isWhole ? [] : [`${id}, ${handOver}, was touched: of it are left ${left.join(', ') || 'nothing'}`];
}

/** A job that is over has left nothing behind; one that goes on has its agent. */
async function wrongWithJob(round: Round): Promise<string[]> {
  const { job, arena, drained, mayLackReport, mayLoseAgent, isBrokenOff } = round;
  if (drained === undefined) return ['the round has not drained'];
  const faults = drained.output.split('\n').filter((line) => TOLD.test(line));
  // Where it is lost behind the drain, the next round begins with a new job.
  const isGone = job.pid === undefined && !mayLoseAgent;
  if (!drained.isFinal) return [...faults, ...(isGone ? ['the agent does not live any more'] : [])];
  const lacks = drained.by === 'post' && !mayLackReport && !hasReport(job) ? ['there is no report'] : [];
  const left = await leftBehind(job);
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

/**
 * Members are named as leaks, and each for one of these reasons; nothing else is left, and the state stays for the next sweep.
 * @throws Violation
 */
export async function checkLeaks({ drained, objects, job }: Round, reasons: RegExp): Promise<void> {
  const lines = drained?.output.matchAll(LEAK) ?? [];
  const leaks = [...lines].map(([, kind, name = '', reason = '']) => ({ kind, name, reason }));
  hold(leaks.length > 0, `no leak is named: ${drained?.output}`);
  for (const { kind, name, reason } of leaks)
    hold(reasons.test(reason), `the leak of ${kind} ${name} does not tell the true reason, but: ${reason}`);
  const named = new Set(leaks.map(({ name }) => name));
  for (const name of await objects.left())
    hold(named.has(objects.named(name)), `${name} is left, and named as no leak`);
  const states = statesLeft(job);
  hold(states.length === 1, `of the state of leaks there is ${states.join(', ') || 'nothing'}`);
}
