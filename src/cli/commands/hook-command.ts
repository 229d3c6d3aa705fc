import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerLabel } from '../../adapters/github/runner-label.ts';
import { setFailed } from '../../adapters/github/step-output.ts';
import { describeError, TopoGcError } from '../../domain/errors.ts';
import { inputVariable } from '../../protocol/environment.ts';
import { endForJob } from '../../session/hooks/completed-hook.ts';
import { type HookEnvironment, hookEnvironment } from '../../session/hooks/hook-environment.ts';
import { startForJob } from '../../session/hooks/started-hook.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { readHookSettings, SETTINGS_FILE } from '../hooks/hook-settings.ts';

const HELP = `usage: topo-gc hook started|completed [--runner FOLDER] [--settings FILE]

The job hooks of a self-hosted runner: \`topo-gc install-hooks\` has the runner call them before and after each job.
\`started\` starts an agent for the job, \`completed\` drains it and writes the job's summary. A job that uses the
action too uses the same agent, and the post step of the action drains.
Settings are named like the action's inputs. They come from variables such as ${inputVariable('disk-threshold')}, else from the file.
Exits with 1 if the job must fail, and with 2 if a setting is not valid.

  --runner FOLDER  the runner's folder: its ${SETTINGS_FILE} has the settings, and what the runner makes is protected
  --settings FILE  the file with the settings, in place of that one

  topo-gc hook started --runner /opt/actions-runner
  topo-gc hook completed
`;

const OPTIONS = { runner: { type: 'string' }, settings: { type: 'string' } } as const;

/** The job hooks, by the name that the command takes. */
export const HOOKS = ['started', 'completed'] as const;

async function start(env: HookEnvironment, runner?: string, settings?: string): Promise<void> {
  const inputs = readHookSettings(placeOf(runner, settings), env);
  await startForJob({ inputs, label: runner === undefined ? undefined : labelOf(runner), env });
}

function placeOf(runner?: string, settings?: string) {
  if (settings !== undefined) return { path: settings, isGiven: true };
  return runner === undefined ? undefined : { path: join(runner, SETTINGS_FILE), isGiven: false };
}

function labelOf(runner: string): string {
  try {
    return runnerLabel(runner);
  } catch (error) {
    const takes = 'takes the folder of a configured runner, which holds .runner';
    throw new TopoGcError('invalid-input', `--runner is ${JSON.stringify(runner)}: it ${takes}`, {
      faults: [{ field: 'runner', value: runner, detail: takes }],
      cause: error,
    });
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [name, ...more] = positionals;
  const hook = HOOKS.find((candidate) => candidate === name);
  if (hook === undefined || more.length > 0)
    throw new UsageError(`hook takes "started" or "completed", not ${JSON.stringify(positionals.join(' '))}`);
  try {
    const env = hookEnvironment(process.env);
    if (hook === 'started') await start(env, values.runner, values.settings);
    else await endForJob(env);
  } catch (error) {
    // The runner shows it as an annotation of the job.
    setFailed(describeError(error));
    return error instanceof TopoGcError && error.code === 'invalid-input' ? EXIT.usage : EXIT.refused;
  }
  return Number(process.exitCode ?? EXIT.done);
}

export const hookCommand: Command = {
  help: HELP,
  options: OPTIONS,
  run,
};
