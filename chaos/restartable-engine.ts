import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Docker from 'dockerode';
import { importBusybox, newImageName } from '../scripts/engine/busybox-image.ts';
import {
  configuration,
  endDaemon,
  removeFolder,
  spawnDockerd,
  untilAnswers,
} from '../scripts/engine/private-dockerd.ts';
import { runAsRoot, signalAsRoot } from '../scripts/engine/root-command.ts';
import { killStrays } from '../scripts/engine/stray-shims.ts';
import { NEEDED } from '../scripts/machine/packages.ts';
import { setUp } from '../scripts/machine/set-up.ts';
import { untilProcess } from '../test/runner/model/job-agent.ts';

/** Docker 20.10 can't be started any more where it was killed in the middle of the end of an endpoint: it panics each time. */
export class EngineLost extends Error {
  override readonly name = 'EngineLost';
}

/**
 * A private engine that can be ended and started again. Its containers run on meanwhile (`live-restore`), in a network
 * namespace that outlives it, so that a control group can stay up throughout.
 */
export class RestartableEngine implements AsyncDisposable {
  readonly #folder: string;
  readonly #namespace: string;
  /** Of an engine that sees another root. */
  readonly #mounts: string;
  readonly socketPath: string;
  readonly host: string;
  /** A busybox. */
  readonly image = newImageName();
  readonly docker: Docker;
  #daemon: ChildProcess | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#namespace = join(folder, 'netns');
    this.#mounts = join(folder, 'mounts');
    this.socketPath = join(folder, 'docker.sock');
    this.host = `unix://${this.socketPath}`;
    this.docker = new Docker({ socketPath: this.socketPath });
  }

  static async start(): Promise<RestartableEngine> {
    await setUp(NEEDED.chaos);
    const engine = new RestartableEngine(mkdtempSync(join(tmpdir(), 'topo-gc-engine-')));
    await using undo = new AsyncDisposableStack();
    undo.use(engine);
    await engine.#open();
    undo.move();
    return engine;
  }

  /** Waits for its end. */
  async end(signal: 'TERM' | 'KILL'): Promise<void> {
    const daemon = this.#daemon;
    if (daemon === undefined) return;
    const ended = once(daemon, 'exit');
    this.#daemon = undefined;
    // The same process, but under sudo, which has a process of its own.
    await signalAsRoot(signal, readFileSync(join(this.#folder, 'pid'), 'utf8').trim());
    await ended;
    await this.#endContainerd();
  }

  /** Waits until it answers. @throws EngineLost */
  async comeBack(): Promise<void> {
    if (this.#daemon !== undefined) return;
    this.#daemon = await spawnDockerd(this.#folder, {
      mounts: this.#mounts,
      entering: ['nsenter', `--net=${this.#namespace}`, '--'],
    });
    try {
      await untilAnswers(this.#daemon, this.#folder);
    } catch (cause) {
      this.#daemon = undefined;
      const panic = /^panic: .*$/m.exec(readFileSync(join(this.#folder, 'log'), 'utf8'))?.[0];
      throw panic === undefined
        ? cause
        : new EngineLost(`dockerd does not start any more: ${panic}`, { cause });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#daemon !== undefined) await endDaemon(this.#daemon, this.#folder);
    else await killStrays(join(this.#folder, 'exec/containerd/containerd.sock'));
    await removeFolder(this.#folder);
  }

  /** It goes with a killed dockerd; the next one would take what an init that does not reap leaves of it for alive. */
  async #endContainerd(): Promise<void> {
    const pidFile = join(this.#folder, 'exec/containerd/containerd.pid');
    if (!existsSync(pidFile)) return;
    const pid = readFileSync(pidFile, 'utf8').trim();
    await signalAsRoot('KILL', pid);
    await untilProcess(Number(pid), 'gone');
    await runAsRoot('rm', '-f', pidFile);
  }

  async #open(): Promise<void> {
    writeFileSync(this.#namespace, '');
    await runAsRoot('unshare', `--net=${this.#namespace}`, '--', 'busybox', 'ip', 'link', 'set', 'lo', 'up');
    const settings = { ...configuration(this.#folder), 'live-restore': true };
    writeFileSync(join(this.#folder, 'daemon.json'), JSON.stringify(settings));
    await this.comeBack();
    await importBusybox(this.docker, this.image);
  }
}
