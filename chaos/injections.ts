import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../test/support/engine-proxy.ts';
import { Random } from '../test/support/random.ts';
import type { DrainWay } from './drains.ts';
import type { Round } from './round.ts';

/** A fault that can come at any moment of a round. */
export interface Injection {
  readonly name: string;
  readonly weight: number;
  /** Clients may find no agent. */
  readonly mayLoseAgent: boolean;
  /** How the round can be drained, where not in every way; and within which time. */
  readonly ways?: readonly DrainWay[];
  readonly drainTimeout?: string;
  /** Resolves when the fault is over, or has done what it does. */
  readonly run: (round: Round) => Promise<unknown>;
}

const killAgent: Injection = {
  name: 'agent killed',
  weight: 6,
  mayLoseAgent: true,
  run: ({ job }) => job.kill(),
};

/** Stopped for a while, and it goes on by itself. */
const pauseAgent: Injection = {
  name: 'agent stopped for a while',
  weight: 2,
  mayLoseAgent: true,
  async run(round) {
    const pid = signalAgent(round, 'SIGSTOP');
    await sleep(round.random.between(100, 2_500));
    if (pid !== undefined && round.job.pid === pid) process.kill(pid, 'SIGCONT');
  },
};

/** Stopped for good: only the post step gives it a bounded wait, and ends it. */
const stopAgent: Injection = {
  name: 'agent stopped for good',
  weight: 1,
  mayLoseAgent: true,
  ways: ['post'],
  drainTimeout: '20s',
  run: async (round) => void signalAgent(round, 'SIGSTOP'),
};

function signalAgent({ job }: Round, signal: NodeJS.Signals): number | undefined {
  const { pid } = job;
  if (pid !== undefined) process.kill(pid, signal);
  return pid;
}

const restartEngine = (signal: 'TERM' | 'KILL'): Injection => ({
  name: `engine restarted by SIG${signal}`,
  weight: 1,
  mayLoseAgent: false,
  async run({ arena: { engine, proxy }, random }) {
    await proxy.goAway();
    await engine.end(signal);
    await sleep(random.below(300));
    await engine.comeBack();
    await proxy.comeBack();
  },
});

/** For a while, some or all of the requests to the engine go wrong. */
const meddle = (
  name: string,
  weight: number,
  fault: (until: Promise<void>) => Promise<Fault | undefined>,
): Injection => ({
  name,
  weight,
  mayLoseAgent: false,
  async run({ arena: { proxy }, random }) {
    const share = random.pick([0.3, 1]);
    // How many requests come is a matter of time: what is chosen besides has to be the same each time.
    const own = new Random(random.below(2 ** 32));
    const over = Promise.withResolvers<void>();
    proxy.meddle = async () => (own.chance(share) ? fault(over.promise) : undefined);
    await sleep(random.between(200, 1_200));
    proxy.meddle = () => undefined;
    over.resolve();
  },
});

const DELAY_MS = 250;

/** Those that can come at any moment. */
export const INJECTIONS: readonly Injection[] = [
  killAgent,
  pauseAgent,
  stopAgent,
  restartEngine('TERM'),
  restartEngine('KILL'),
  meddle('engine slow', 1, () => sleep(DELAY_MS, undefined)),
  meddle('engine hangs', 1, async (over) => {
    await over;
    return 'reset';
  }),
  meddle('engine resets connections', 1, async () => 'reset'),
  meddle('engine does it and is not heard', 1, async () => 'lose'),
  meddle('engine cuts its answers', 1, async () => 'cut'),
  meddle('engine answers 500', 1, async () => ({ status: 500, message: 'chaos has the engine fail' })),
];
