import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { interrupted, untilEnd } from '../../scripts/interruption.ts';
import { timed } from '../alternation.ts';

/** What pytest did, times in ms. */
export interface PytestRun {
  /** From its start to its end. */
  readonly tookMs: number;
  readonly builds: readonly number[];
  readonly unbuilds: readonly number[];
  /** By the tests' names. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** What it printed. */
  readonly output: string;
}

export interface PytestCall {
  readonly python: string;
  /** Folders to find plugins in. */
  readonly plugins: readonly string[];
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
}

type Event =
  | { readonly event: 'build' | 'unbuild'; readonly ms: number }
  | { readonly event: 'test'; readonly id: string; readonly outcome: string };

const PROBE = join(import.meta.dirname, 'pytest');
/** Settings of whoever wrote the tests are not for measuring, such as to end with the first failure. */
const SETTINGS = ['-o', 'addopts=', '-o', 'log_cli=false', '-p', 'no:cacheprovider', '-p', 'framework_probe'];
/** Of pytest: all passed, some failed. Anything else means that they could not be run. */
const STATUSES = [0, 1];

/** What has pytest hand over to an agent. */
export function deferring(
  { socket, folder }: { readonly socket: string; readonly folder: string },
  plugin: string,
) {
  return {
    plugins: [plugin],
    args: ['-p', 'pytest_topo_gc.plugin', '--topology-deferred-unbuild'],
    env: { TOPO_GC_SOCKET: socket, TOPO_GC_DIR: folder, TOPO_GC_SPOOL: join(folder, 'spool') },
  };
}

/** The command, its environment, its working folder and the file to which the probe writes. */
export async function preparePytest({ python, plugins, args, env, folder }: PytestCall) {
  const home = await mkdtemp(join(folder, 'pytest-'));
  const events = join(home, 'events');
  await writeFile(events, '');
  const { PYTHONPATH = '' } = process.env;
  const environment = {
    ...process.env,
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONPATH: [PROBE, ...plugins, ...PYTHONPATH.split(delimiter)].filter(Boolean).join(delimiter),
    FRAMEWORK_EVENTS: events,
    ...env,
  };
  return { command: [python, '-m', 'pytest', ...SETTINGS, ...args], env: environment, home, events };
}

/** Runs pytest with the probe. @throws Error with the end of what it printed where it could not run the tests */
export async function runPytest(call: PytestCall): Promise<PytestRun> {
  const { command, env, home, events } = await preparePytest(call);
  const [file = '', ...args] = command;
  let output = '';
  const tookMs = await timed(async () => {
    output = await execute(file, args, env, home);
  });
  if (interrupted.aborted) await untilEnd();
  return { tookMs, output, ...readEvents(await readFile(events, 'utf8')) };
}

function execute(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { env, cwd, maxBuffer: Number.POSITIVE_INFINITY };
    execFile(command, args, options, (error, stdout, stderr) => {
      const couldRun = error === null || STATUSES.includes(Number(error.code));
      const output = `${stdout}\n${stderr}`;
      if (couldRun) resolve(output);
      else reject(new Error(`pytest: ${error.message}\n${output}`));
    });
  });
}

function readEvents(lines: string): Omit<PytestRun, 'tookMs' | 'output'> {
  const events = lines
    .split('\n')
    .filter(Boolean)
    .map((line): Event => JSON.parse(line));
  const times = (kind: 'build' | 'unbuild') =>
    events.flatMap((event) => (event.event === kind ? [event.ms] : []));
  const outcomes: Record<string, string> = {};
  for (const event of events) {
    if (event.event !== 'test') continue;
    // A test that has passed and then fails in its teardown has failed.
    if (outcomes[event.id] !== 'failed') outcomes[event.id] = event.outcome;
  }
  return { builds: times('build'), unbuilds: times('unbuild'), outcomes };
}
