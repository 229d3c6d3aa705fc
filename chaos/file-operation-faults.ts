import { existsSync, lutimesSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DRAIN_TIMEOUT } from './arena.ts';
import { checkRound } from './check.ts';
import type { DrainWay } from './drains.ts';
import { hold } from './invariant.ts';
import type { Job } from './job.ts';
import { Round } from './round.ts';
import type { RoundFault } from './round-faults.ts';
import type { ProcessEnd } from './running-process.ts';

/** See kill-in-role.cjs. */
type Role = 'main' | 'agent' | 'post' | 'drain' | 'cli';

const PRELOAD = fileURLToPath(new URL('kill-in-role.cjs', import.meta.url));

/** About how many operations a process of that role makes: most rounds kill it, and some let it come to its end. */
const OPERATIONS: Readonly<Record<Role, number>> = { main: 14, agent: 12, post: 16, drain: 24, cli: 16 };

/** How long a state without an agent may be one whose agent is about to come, and more, in s. */
const STARTING_S = 120;

/** Chooses where the process ends. @returns what its step needs in its environment */
function killAt(round: Round, role: Role): Record<string, string> {
  const at = round.random.between(1, OPERATIONS[role]);
  round.notes.push(`${role} killed at operation ${at}`);
  return {
    NODE_OPTIONS: `--require ${PRELOAD}`,
    KILL_ROLE: role,
    KILL_BELOW: round.job.places.join(':'),
    KILL_AT: String(at),
  };
}

/** As if a minute and more had passed: only then a state without an agent is known to be nobody's. */
function letTimePass({ stateRoot }: Job): void {
  if (!existsSync(stateRoot)) return;
  const then = Date.now() / 1000 - STARTING_S;
  const entries = readdirSync(stateRoot, { recursive: true, encoding: 'utf8' });
  for (const entry of entries.toSorted().toReversed()) lutimesSync(join(stateRoot, entry), then, then);
}

/** The runner is shut down, and ends all that the job has started; later a sweep finishes. */
async function breakOff(round: Round): Promise<void> {
  round.isBrokenOff = true;
  await round.job.endProcesses();
  letTimePass(round.job);
}

/** The next sweep finishes. */
async function endBySweep(round: Round): Promise<void> {
  await breakOff(round);
  await round.drain({ ways: ['sweep'] });
  await checkRound(round);
}

/** The main step: nothing is handed over yet, and nothing may be left of it. */
const killedMain: RoundFault = {
  name: 'main step killed at a file operation',
  weight: 2,
  async run(start, begun) {
    const job = await start.arena.newJob({ isOpened: false });
    const round = new Round(start, job);
    begun(round);
    tell(round, await job.use(killAt(round, 'main')));
    await endBySweep(round);
  },
};

/** The agent, while it starts for the first time, or anew: what was handed over goes. */
const killedAgent: RoundFault = {
  name: 'agent killed at a file operation',
  weight: 3,
  async run(start, begun) {
    const { arena, random } = start;
    const isFirst = random.chance(0.5);
    const job = await arena.newJob({ isOpened: !isFirst });
    const round = new Round(start, job);
    begun(round);
    if (!isFirst) {
      await round.buildSome();
      await round.handOverAll();
      await job.kill();
    }
    const { status, output } = await job.use(killAt(round, 'agent'));
    round.notes.push(`${isFirst ? 'the main step' : 'a second use'} ended with status ${status}`);
    hold(status === 0 || status === 1, `the main step ended with status ${status}: ${output}`);
    round.mayLoseAgent = true;
    const ways: readonly DrainWay[] = ['post', 'sweep'];
    const way = random.pick(ways);
    if (way === 'sweep') await breakOff(round);
    await round.drain({ ways: [way] });
    await checkRound(round);
  },
};

/** The post step, or what drains in its place: the next sweep finishes. */
const killedPost: RoundFault = {
  name: 'post step killed at a file operation',
  weight: 3,
  async run(start, begun) {
    const round = await Round.begin(start, { newJob: true });
    begun(round);
    const { job, random } = round;
    await round.handOverAll();
    if (random.chance(0.5)) await job.kill();
    const role = random.pick<Role>(job.pid === undefined ? ['post', 'drain'] : ['post', 'agent']);
    tell(round, await job.post(DRAIN_TIMEOUT, killAt(round, role)).ended);
    await endBySweep(round);
  },
};

/** A sweep, or what drains for it: the next one finishes. */
const killedSweep: RoundFault = {
  name: 'sweep killed at a file operation',
  weight: 3,
  async run(start, begun) {
    const round = await Round.begin(start, { newJob: true });
    begun(round);
    const { job, random } = round;
    await round.handOverAll();
    await job.endProcesses();
    // What it has there goes with the runner's folder.
    const TMPDIR = join(job.temp, 'sweep');
    mkdirSync(TMPDIR, { recursive: true });
    const env = { ...killAt(round, random.pick<Role>(['cli', 'drain'])), TMPDIR };
    tell(round, await job.sweep(DRAIN_TIMEOUT, env).ended);
    await endBySweep(round);
  },
};

function tell(round: Round, { status }: ProcessEnd): void {
  round.notes.push(status === null ? 'which ended it' : `it ended with status ${status}`);
}

export const FILE_OPERATION_FAULTS: readonly RoundFault[] = [
  killedMain,
  killedAgent,
  killedPost,
  killedSweep,
];
