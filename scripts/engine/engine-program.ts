import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chosenEngine, type EngineName, engineOf, isVersionOf, type NamedEngine } from './engine-names.ts';
import { COMMAND_PATH, findCommand } from './root-command.ts';
import { fillSuiteFolder } from './suite-folder.ts';

const ENTER = join(import.meta.dirname, 'enter-suite.sh');
const PROGRAMS = { docker: 'dockerd', podman: 'podman' } as const;

/**
 * The command line, run as root, that begins the program of the chosen engine; what is not chosen is this machine's own.
 * Where this machine's own is of the chosen version, it is that one; else it comes from its suite of Debian.
 *
 * @param options.name instead of the chosen one
 * @param options.namespace a path in which its mounts are kept, where it is started again while its containers run on
 * @throws Error where it can't be had
 */
export async function engineProgram(
  kind: NamedEngine['kind'],
  { name = chosenEngine(), namespace = '' }: { name?: EngineName | undefined; namespace?: string } = {},
): Promise<readonly [string, ...string[]]> {
  const program = PROGRAMS[kind];
  if (name === undefined) return [program];
  const engine = engineOf(name);
  if (engine.kind !== kind || (await isOwnOf(engine, program))) return [program];
  return ['sh', ENTER, await fillSuiteFolder(name, engine), namespace, program];
}

async function isOwnOf(engine: NamedEngine, program: string): Promise<boolean> {
  if (findCommand(program) === undefined) return false;
  const { stdout } = await promisify(execFile)(program, ['--version'], {
    env: { ...process.env, PATH: COMMAND_PATH },
  });
  const version = /\bversion (\S+?),?\s/.exec(stdout)?.[1] ?? '';
  return isVersionOf(engine, version);
}
