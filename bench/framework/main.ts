import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runCommandLine } from '../../scripts/command-line.ts';
import { NEEDED } from '../../scripts/machine/packages.ts';
import { setUp } from '../../scripts/machine/set-up.ts';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';
import { type Options, PARTS, parseOptions } from './options.ts';
import { runOnOwnMachine } from './own-machine.ts';

const MODULES = ['topology', 'topology_docker', 'topology_lib_ip', 'topology_lib_ping', 'xdist'];

const USAGE = `usage: npm run framework -- [PART…] [--python PATH] [--docker-tests FOLDER] [--core-tests FOLDER] [--rounds N] [--kills N] [--json FILE]

Runs the real topology_docker as it is, without any unbuild, and with the plugin: docs/topology-framework.md.
What this machine lacks of dockerd, bash, ip and ping is installed from the distribution.

  PART                   ${PARTS.join(', ')} (all)
  --python PATH          an interpreter that has the framework (python3)
  --docker-tests FOLDER  topology_docker's own tests, which need the engine
  --core-tests FOLDER    topology's own tests
  --rounds N             how often what is compared is run in turn (5)
  --kills N              kills pytest N times in mid-build, and counts what is left; no other part unless named (0)
  --json FILE            where the results go (.topo-gc-framework.json)
`;

/** `npm run framework`: the plugin in the real topology_docker, and what that takes with the teardown as it is. */
async function main(options: Options): Promise<void> {
  if (process.getuid?.() !== 0)
    throw new Error('root is needed: the framework makes links between network namespaces');
  if (!existsSync(options.plugin)) throw new Error(`the plugin is not at ${options.plugin}`);
  await checkFramework(options.python);
  await setUp(NEEDED.framework);
  await using folder = await temporaryFolder('topo-gc-framework');
  const account = join(import.meta.dirname, 'account.ts');
  const command = [process.execPath, ...process.execArgv, account, folder.path, JSON.stringify(options)];
  process.exitCode = await runOnOwnMachine(folder.path, command);
}

async function checkFramework(python: string): Promise<void> {
  const program = `import ${MODULES.join(', ')}`;
  await promisify(execFile)(python, ['-c', program]).catch((error: Error) => {
    throw new Error(
      `${python} does not have the framework, see docs/topology-framework.md: ${error.message}`,
    );
  });
}

await runCommandLine({ usage: USAGE, read: parseOptions, run: main });
