import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtempDisposable, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type Docker from 'dockerode';
import { importBusybox } from '../../scripts/engine/busybox-image.ts';
import { findCommand } from '../../scripts/engine/root-command.ts';

const run = promisify(execFile);
const BUSYBOX = 'topo-gc-nodes-busybox:latest';
/** What topology_docker's hosts run that busybox has not, or has otherwise. */
const COMMANDS = ['bash', 'ip', 'ping'];
/** The default of its nodes, and one that its own tests name. */
const RELEASES = ['14.04', '12.04'];

/** Makes what passes for `ubuntu:14.04` and `ubuntu:12.04` with topology_docker, out of this machine's commands. */
export async function importNodeImages(docker: Docker, parent: string): Promise<void> {
  await importBusybox(docker, BUSYBOX);
  for (const release of RELEASES) await importNodeImage(docker, parent, release);
}

async function importNodeImage(docker: Docker, parent: string, release: string): Promise<void> {
  await using folder = await mkdtempDisposable(join(parent, 'node-image-'));
  const archive = join(folder.path, 'added.tar');
  await mkdir(join(folder.path, 'etc'));
  await writeFile(join(folder.path, 'etc/issue'), `In the place of Ubuntu ${release}\n`);
  await writeFile(join(folder.path, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/bash\n');
  // The framework waits for a prompt such as Ubuntu has.
  await writeFile(join(folder.path, 'etc/bash.bashrc'), "PS1='\\u@\\h:\\w\\$ '\n");
  // `ip netns add` makes a folder in one of them.
  for (const home of ['run', 'var/run']) await mkdir(join(folder.path, home), { recursive: true });
  const commands = await Promise.all(COMMANDS.map(pathOf));
  // Wherever this machine has them, the nodes have them on their PATH.
  const home = join(folder.path, 'usr/local/bin');
  await mkdir(home, { recursive: true });
  for (const [at, path] of commands.entries()) await copyFile(path, join(home, COMMANDS[at] ?? ''));
  const files = (await Promise.all(commands.map(librariesOf))).flat().map((path) => path.slice(1));
  await run('tar', [
    '--create',
    '--dereference',
    '--file',
    archive,
    '-C',
    '/',
    ...new Set(files),
    '-C',
    folder.path,
    'etc',
    'run',
    'usr',
    'var',
  ]);
  const container = await docker.createContainer({ Image: BUSYBOX, Cmd: ['sh'] });
  await container.putArchive(archive, { path: '/' });
  await container.commit({ repo: 'ubuntu', tag: release });
  await container.remove();
}

async function pathOf(command: string): Promise<string> {
  const path = findCommand(command);
  if (path === undefined) throw new Error(`${command} is not on the PATH, and the nodes need it`);
  return realpath(path);
}

/** The libraries that a command is loaded with, as ldd(1) tells. */
async function librariesOf(path: string): Promise<string[]> {
  const { stdout } = await run('ldd', [path]);
  return [...stdout.matchAll(/(?:=> |^\s*)(\/\S+) \(0x/gm)].map(([, library = '']) => library);
}
