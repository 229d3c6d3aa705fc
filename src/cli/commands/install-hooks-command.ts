import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, EXIT, print, say, UsageError } from '../command.ts';
import { SETTINGS_FILE } from '../hooks/hook-settings.ts';
import { RunnerHooks } from '../hooks/runner-hooks.ts';

const HELP = `usage: topo-gc install-hooks RUNNER_FOLDER [--remove]

Makes a self-hosted runner call \`topo-gc hook started\` before each of its jobs and \`topo-gc hook completed\` after it.
Writes two scripts to topo-gc-hooks in the runner's folder, and their paths to its .env. No workflow changes.
Never overwrites other hooks: if the runner has some, the command writes nothing, and the error says how to call
topo-gc from them. Settings go to ${SETTINGS_FILE} in the same folder. The runner reads .env when it starts.

  --remove  remove exactly what was written; ${SETTINGS_FILE} stays

  topo-gc install-hooks /opt/actions-runner
  topo-gc install-hooks /opt/actions-runner --remove
`;

const OPTIONS = { remove: { type: 'boolean' } } as const;

const RESTART = 'restart the runner, which reads .env when it starts';

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0)
    throw new UsageError('install-hooks takes one RUNNER_FOLDER, such as /opt/actions-runner');
  const hooks = new RunnerHooks(folder);
  if (values.remove) {
    const removed = hooks.remove();
    print(removed.length === 0 ? 'there are no hooks of topo-gc' : `taken out of ${removed.join(', ')}`);
    if (removed.length > 0) say(RESTART);
    return EXIT.done;
  }
  hooks.install(process.env);
  print(`installed in ${hooks.env}; settings: ${join(hooks.folder, SETTINGS_FILE)}`);
  say(RESTART);
  return EXIT.done;
}

export const installHooksCommand: Command = {
  help: HELP,
  options: OPTIONS,
  run,
};
