import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { TopoGcError } from '../../domain/errors.ts';
import { systemClock } from '../host/system-clock.ts';

/** The one message of an agent to its starter. */
export type AgentMessage = { readonly ready: true } | { readonly failed: string };

interface AgentStart {
  /** The bundle, and what it is given. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The file for its output: an inherited output would keep the step open. */
  readonly log: string;
  readonly timeoutMs: number;
}

/**
 * What an agent needs of its starter's environment: JavaScript steps hold secrets in theirs. The runner uses
 * `RUNNER_TRACKING_ID` to end the agent with the job.
 */
const LISTED = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'SSH_AUTH_SOCK', 'RUNNER_TRACKING_ID'];

/** Small heaps and few threads: an agent holds little, and its host has other work. `gc` is for `SpareMemory`. */
const NODE_OPTIONS = [
  '--max-old-space-size=256',
  '--max-semi-space-size=1',
  '--v8-pool-size=1',
  '--expose-gc',
];

/**
 * V8's optimizing compilers take 10 MB once they run, also for their own code. An agent mostly waits, so the simple
 * compiler is enough. Unknown flags stop Node from starting, so pass them only to the action's own version.
 */
const SIMPLE_COMPILER = process.versions.node.startsWith('24.') ? ['--no-maglev', '--no-turbofan'] : [];

/**
 * glibc keeps freed memory once it has seen large pieces, unless thresholds are given: read buffers of 64 KiB must not
 * leave holes. It has a pool per thread, though one is enough (mallopt(3)).
 */
const MALLOC = {
  MALLOC_TRIM_THRESHOLD_: String(128 * 1024),
  MALLOC_MMAP_THRESHOLD_: String(32 * 1024),
  MALLOC_ARENA_MAX: '1',
};

/**
 * Starts an agent that outlives this process; resolves with its pid once it answers.
 * @throws TopoGcError `agent-failed` with the end of its log
 */
export async function startAgent({ script, args, env, log, timeoutMs }: AgentStart): Promise<number> {
  const output = openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, [...NODE_OPTIONS, ...SIMPLE_COMPILER, script, ...args], {
    detached: true,
    cwd: '/',
    stdio: ['ignore', output, output, 'ipc'],
    env: {
      ...Object.fromEntries(LISTED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
      ...MALLOC,
    },
  });
  closeSync(output);
  const answer = await firstMessage(child, timeoutMs);
  if ('failed' in answer) {
    child.kill('SIGKILL');
    throw new TopoGcError('agent-failed', `The agent did not start: ${answer.failed}${endOf(log)}`);
  }
  child.disconnect();
  child.unref();
  return child.pid ?? 0;
}

async function firstMessage(child: ChildProcess, timeoutMs: number): Promise<AgentMessage> {
  const answered = new AbortController();
  const message = new Promise<AgentMessage>((resolve) => {
    child.once('message', (told) => resolve(told as AgentMessage));
    child.once('error', (error) => resolve({ failed: error.message }));
    child.once('exit', (code, signal) => resolve({ failed: `it ended with ${signal ?? `status ${code}`}` }));
  });
  const late = systemClock
    .sleep(timeoutMs, answered.signal)
    .then(() => ({ failed: `it was not ready after ${timeoutMs} ms` }));
  try {
    return await Promise.race([message, late]);
  } finally {
    answered.abort();
  }
}

/** The lines that Node writes about an uncaught error, and a few before. */
const LAST_LINES = 25;

function endOf(log: string): string {
  try {
    const lines = readFileSync(log, 'utf8').trim().split('\n').slice(-LAST_LINES).join('\n');
    return lines === '' ? '' : `\n${log} ends with:\n${lines}`;
  } catch {
    return '';
  }
}
