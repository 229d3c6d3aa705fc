import { spawn } from 'node:child_process';
import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configuration, endDaemon, untilAnswers } from '../../scripts/engine/private-dockerd.ts';
import { onInterruption } from '../../scripts/interruption.ts';

/** The framework's shells know no other: they run `docker exec` with a bare environment. */
export const DEFAULT_SOCKET = '/var/run/docker.sock';

/** Starts an engine on the default socket, with Docker's own address pools, which end at 31 networks. */
export async function startDefaultEngine(folder: string): Promise<AsyncDisposable> {
  const home = join(folder, 'engine');
  await mkdir(home);
  const { 'default-address-pools': _, ...settings } = configuration(home);
  const configFile = join(home, 'daemon.json');
  await writeFile(configFile, JSON.stringify(settings));
  await symlink(join(home, 'docker.sock'), DEFAULT_SOCKET);
  await using log = await open(join(home, 'log'), 'w');
  const daemon = spawn('dockerd', ['--config-file', configFile], {
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  const registration = onInterruption(() => endDaemon(daemon, home));
  await untilAnswers(daemon, home);
  return {
    [Symbol.asyncDispose]: async () => {
      using _registration = registration;
      await endDaemon(daemon, home);
    },
  };
}
