import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lack } from './skipped.ts';

const SSHD = '/usr/sbin/sshd';

/** Whether there is one to start; it lets root in only, where root starts it. */
export const lackForSshd = (): Lack | undefined =>
  existsSync(SSHD) ? undefined : 'package: there is no sshd';

/** A session may have ended with its server. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function makeKey(path: string): void {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path]);
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

async function untilListening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await sleep(20);
  }
}

/** A real sshd at 127.0.0.1, which lets this user in with a key, and an `ssh` that knows that key. */
export class SshServer implements AsyncDisposable {
  readonly #folder: string;
  readonly port: number;
  #sshd: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.port = port;
  }

  /** @param folder for its keys and its configuration */
  static async start(folder: string): Promise<SshServer> {
    const server = new SshServer(folder, await freePort());
    makeKey(join(folder, 'host'));
    makeKey(join(folder, 'user'));
    server.#configure();
    await server.listen();
    return server;
  }

  /** `ssh://USER@HOST:PORT`. */
  get host(): string {
    return `ssh://${userInfo().username}@127.0.0.1:${this.port}`;
  }

  /** A folder with an `ssh` for the PATH. */
  get commands(): string {
    return join(this.#folder, 'bin');
  }

  async listen(): Promise<void> {
    this.#sshd = spawn(SSHD, ['-D', '-e', '-f', join(this.#folder, 'sshd_config')], { stdio: 'ignore' });
    await untilListening(this.port);
  }

  /** Ends it, and all connections to it. */
  async end(): Promise<void> {
    const sshd = this.#sshd;
    if (sshd?.pid === undefined) return;
    this.#sshd = undefined;
    const sessions = childrenOf(sshd.pid);
    const exit = once(sshd, 'exit');
    sshd.kill();
    await exit;
    for (const pid of sessions) killIfThere(pid);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end();
  }

  #configure(): void {
    const file = (name: string) => join(this.#folder, name);
    // Where root starts it, it wants that folder.
    if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
    execFileSync('cp', [file('user.pub'), file('authorized_keys')]);
    writeFileSync(
      file('sshd_config'),
      [
        ...[
          `ListenAddress 127.0.0.1`,
          `Port ${this.port}`,
          `HostKey ${file('host')}`,
          `PidFile ${file('pid')}`,
        ],
        ...[
          `AuthorizedKeysFile ${file('authorized_keys')}`,
          'StrictModes no',
          'UsePAM no',
          'PermitRootLogin yes',
          '',
        ],
      ].join('\n'),
    );
    writeFileSync(
      file('ssh_config'),
      `IdentityFile ${file('user')}\nUserKnownHostsFile ${file('known_hosts')}\nStrictHostKeyChecking accept-new\n`,
    );
    mkdirSync(this.commands);
    writeFileSync(join(this.commands, 'ssh'), `#!/bin/sh\nexec /usr/bin/ssh -F ${file('ssh_config')} "$@"\n`);
    chmodSync(join(this.commands, 'ssh'), 0o755);
  }
}
