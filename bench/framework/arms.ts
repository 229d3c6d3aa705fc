import { timed } from '../alternation.ts';
import type { BareEngine } from '../setting/bare-engine.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import { DEFAULT_SOCKET } from './default-engine.ts';
import { clearLeftBehind, countLeftBehind, type LeftBehind } from './left-behind.ts';
import type { Options } from './options.ts';
import { deferring, type PytestRun, runPytest } from './pytest-run.ts';

/** What becomes of a topology: it is kept, unbuilt as the framework does, or handed over. */
export type Arm = 'kept' | 'stock' | 'deferred';

export interface ArmRun extends PytestRun {
  readonly arm: Arm;
  /** Which tests: runs of the same ones are compared. */
  readonly suite: string;
  /** Of pytest-xdist, 1 being none. */
  readonly workers: number;
  /** Until the agent answered, and until it had drained; 0 without one. */
  readonly startMs: number;
  readonly drainMs: number;
  readonly left: LeftBehind;
}

export interface ArmSetting {
  readonly engine: BareEngine;
  readonly options: Options;
  readonly folder: string;
}

/** A file is one worker's, so that each topology is built once. */
const SPREAD = (workers: number): string[] =>
  workers > 1 ? ['-n', String(workers), '--dist', 'loadfile'] : [];

/** Runs tests one way, counts what that leaves behind, and removes it. */
export async function runArm(
  { engine, options, folder }: ArmSetting,
  arm: Arm,
  args: readonly string[],
  { suite, workers }: Pick<ArmRun, 'suite' | 'workers'>,
): Promise<ArmRun> {
  const call = { python: options.python, folder, args: [...args, ...SPREAD(workers)], plugins: [], env: {} };
  const run = arm === 'deferred' ? await runDeferred(call, options) : await runAlone(call, arm);
  const left = await countLeftBehind(engine);
  await clearLeftBehind(engine);
  return { arm, suite, workers, ...run, left };
}

type Call = Parameters<typeof runPytest>[0];

async function runAlone(call: Call, arm: Arm) {
  const env: Record<string, string> = arm === 'kept' ? { FRAMEWORK_UNBUILD: 'never' } : {};
  return { ...(await runPytest({ ...call, env })), startMs: 0, drainMs: 0 };
}

/** The agent is started before and drained after, as the action does; its thresholds are the action's defaults. */
async function runDeferred(call: Call, { plugin }: Options) {
  const engine = { host: `unix://${DEFAULT_SOCKET}`, image: '' };
  await using agent = await ReleasedAgent.start({ engine, folder: call.folder }, {});
  const own = deferring(agent.state.readSession(), plugin);
  const run = await runPytest({ ...call, ...own, args: [...call.args, ...own.args] });
  const drainMs = await timed(() => agent.drain());
  return { ...run, startMs: agent.readyMs, drainMs };
}
