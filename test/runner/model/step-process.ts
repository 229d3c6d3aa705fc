import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Flavour } from './flavours.ts';
import type { Command } from './step-host.ts';

const INTERRUPT_GRACE_MS = 7_500;
const TERMINATE_GRACE_MS = 2_500;
const PIPES_GRACE_MS = 5_000;
const OOM_SCORE_ADJUSTMENT = '500';

export interface StepProcess extends Command {
  readonly onLine: (line: string) => void;
  /** Ends the process the way the runner does at a cancel; absent where the step can't be cancelled. */
  readonly cancel?: AbortSignal;
  /** How a cancel ends it. */
  readonly ends?: Flavour['ends'];
}

export interface ProcessEnd {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  /** Something the step left behind kept its output open for as long as the runner waits. */
  readonly heldOpen: boolean;
}

/** Runs one step's process to its end, and to the end of its output or 5 s, whichever is first. */
export async function runStepProcess(step: StepProcess): Promise<ProcessEnd> {
  const child = spawn(step.command, step.args, {
    cwd: step.cwd,
    env: step.environment,
    ...step.user,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const exited = once(child, 'exit');
  preferForOomKiller(child);
  const lines = [child.stdout, child.stderr].map((stream) => forwardLines(stream, step.onLine));
  const cancelled = cancelWhenAsked(child, closed, step);
  const [exitCode] = await exited;
  const heldOpen = !(await settlesWithin(closed, PIPES_GRACE_MS));
  if (heldOpen) for (const stream of [child.stdout, child.stderr]) stream.destroy();
  await Promise.all([cancelled(), ...lines]);
  return { exitCode, heldOpen };
}

function forwardLines(stream: Readable, onLine: (line: string) => void): Promise<unknown> {
  const reader = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  reader.on('line', onLine);
  stream.on('close', () => reader.close());
  return once(reader, 'close');
}

/** Returns how to stop listening for the cancel and wait for one that is under way. */
function cancelWhenAsked(child: ChildProcess, closed: Promise<unknown>, { cancel, ends }: StepProcess) {
  let ending: Promise<void> | undefined;
  const onCancel = () => {
    if (ends === 'killed') child.kill('SIGKILL');
    else ending = endByEscalation(child, closed);
  };
  if (cancel?.aborted) onCancel();
  else cancel?.addEventListener('abort', onCancel, { once: true });
  return async () => {
    cancel?.removeEventListener('abort', onCancel);
    await ending;
  };
}

/** Only the step's own process is signalled: what it started is left to the end of the job. */
async function endByEscalation(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  child.kill('SIGINT');
  if (await settlesWithin(closed, INTERRUPT_GRACE_MS)) return;
  child.kill('SIGTERM');
  if (await settlesWithin(closed, TERMINATE_GRACE_MS)) return;
  child.kill('SIGKILL');
}

async function settlesWithin(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const timer = new AbortController();
  const settled = promise.then(() => true);
  const elapsed = sleep(milliseconds, false, { signal: timer.signal }).catch(() => false);
  const result = await Promise.race([settled, elapsed]);
  timer.abort();
  return result;
}

function preferForOomKiller(child: ChildProcess): void {
  try {
    writeFileSync(`/proc/${child.pid}/oom_score_adj`, OOM_SCORE_ADJUSTMENT);
  } catch {
    // A process that has already ended needs no score.
  }
}
