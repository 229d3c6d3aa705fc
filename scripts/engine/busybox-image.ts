import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtempDisposable, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type Docker from 'dockerode';
import { findStaticBusybox } from '../machine/requirement.ts';

const run = promisify(execFile);

export const newImageName = (): string => `topo-gc-busybox-${randomBytes(4).toString('hex')}:latest`;

/** Makes an image of this machine's busybox. */
export async function importBusybox(docker: Docker, image: string): Promise<void> {
  const busybox = await findStaticBusybox();
  if (busybox === undefined) throw new Error('no static busybox here: install the package busybox-static');
  await using folder = await mkdtempDisposable(join(tmpdir(), 'topo-gc-image-'));
  const archive = join(folder.path, 'rootfs.tar');
  await packRootfs(busybox, join(folder.path, 'rootfs'), archive);
  const [repo, tag] = image.split(':');
  const progress = await docker.importImage(archive, { repo, tag });
  // A failure comes as a line of the progress, after a 200.
  await new Promise((resolve, reject) => {
    docker.modem.followProgress(progress, (error, lines) => (error ? reject(error) : resolve(lines)));
  });
}

/** Removes the image; one that is not there is no error. */
export async function removeImage(docker: Docker, image: string): Promise<void> {
  try {
    await docker.getImage(image).remove();
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return;
    throw new Error(`the image ${image} could not be removed`, { cause: error });
  }
}

/** Writes the archive of a root file system in which every applet of that busybox is a command. */
export async function packRootfs(busybox: string, rootfs: string, archive: string): Promise<void> {
  const bin = join(rootfs, 'bin');
  await mkdir(bin, { recursive: true });
  await mkdir(join(rootfs, 'tmp'));
  await chmod(join(rootfs, 'tmp'), 0o1777);
  await copyFile(busybox, join(bin, 'busybox'));
  const { stdout } = await run(busybox, ['--list']);
  const applets = stdout.split('\n').filter((applet) => applet !== '' && applet !== 'busybox');
  await Promise.all(applets.map((applet) => symlink('busybox', join(bin, applet))));
  await run('tar', ['--create', '--file', archive, '--owner=0', '--group=0', '-C', rootfs, '.']);
}
