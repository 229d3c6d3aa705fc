import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { LeakCause } from '../../src/domain/leaks/leak-cause.ts';
import type { Report } from '../../src/domain/report/report.ts';
import { REPOSITORY } from '../runner/model/bundle-job.ts';
import { InstalledNode } from '../runner/model/installed-node.ts';
import { Mounts } from '../support/mounts.ts';
import { COMPOSE, type ComposeFile, composeFile } from '../support/played-project.ts';
import { startEngine } from '../support/private-engine.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { PRELUDE } from './prelude.ts';

const CLI = join(REPOSITORY, 'dist/cli/index.js');

/** In the order of a removal: containers hold the others. */
const KINDS = ['container', 'network', 'volume'] as const;

/** What a user has in hand once `topo-gc run` is over. */
export interface Outcome {
  readonly status: number | null;
  /** All that was printed: by the script, by its clients and by the drain. */
  readonly output: string;
  readonly report: Report;
}

interface RunOptions {
  /** Of `topo-gc run`. */
  readonly options?: readonly string[];
  /** The engine as the agent sees it, where that is another one than the script's. */
  readonly dockerHost?: string;
  /** The uid that all of it runs as, instead of that of the tests. */
  readonly user?: number;
}

/** Where one case is played: names of its own on the engine, and a folder. All that has such a name goes with it. */
export class Site implements AsyncDisposable {
  /** What all names begin with. */
  readonly prefix = `tgc-case-${randomUUID().slice(0, 8)}-`;
  readonly folder = new TemporaryFolder();
  readonly #owned = new AsyncDisposableStack();
  #beforeTidying = () => {};
  #engine = process.env.DOCKER_HOST ?? '';

  get engine(): string {
    return this.#engine;
  }

  /** Plays the case on an engine of its own, which goes with it. @param different of its `daemon.json` */
  async ownEngine(different: Readonly<Record<string, unknown>> = {}): Promise<void> {
    this.#engine = (await startEngine(this.#owned, different)).host;
  }

  /** Gives it what goes once all of the engine is tidied up. */
  own<T extends AsyncDisposable | Disposable>(resource: T): T {
    return this.#owned.use(resource);
  }

  /** Plays it on an engine of its own, which may share the folder `host` of the case with containers. */
  async sharedEngine(): Promise<void> {
    const engine = await startEngine(this.#owned);
    this.#engine = engine.host;
    const mounts = this.own(new Mounts(engine));
    mounts.shared(this.folder.file('host'));
    this.#beforeTidying = () => mounts.unmountBelow(join(dirname(engine.socketPath), 'data/volumes'));
  }

  /** A folder in which paths of that user may be handed over; it goes with the case. */
  pathRoot(user: number): string {
    const path = this.folder.file('root');
    mkdirSync(path);
    for (const each of [path, this.folder.path, this.#notes]) chownSync(each, user, user);
    return path;
  }

  /** Does something in the midst of a run, once the script has noted `key`, and then tells the script by the note `KEY.done`. */
  whenNoted(key: string, act: () => void): void {
    const watcher = watch(this.#notes, (_, name) => {
      if (name !== key) return;
      watcher.close();
      act();
      writeFileSync(join(this.#notes, `${key}.done`), 'yes');
    });
    this.#owned.defer(() => watcher.close());
  }

  /** The name on the engine of what the case calls so. */
  named(short: string): string {
    return this.prefix + short;
  }

  /** Runs a shell script under `topo-gc run`, where `$N-web` is `named('web')`, with the functions of the prelude, to its end. */
  async run(script: string, { options = [], dockerHost, user }: RunOptions = {}): Promise<Outcome> {
    const reports = this.folder.file('reports');
    const host = dockerHost === undefined ? [] : ['--docker-host', dockerHost];
    const cli = user === undefined ? CLI : this.#copyForAll();
    const args = [cli, 'run', ...host, ...options, '--report', reports, '--', 'sh', '-c', PRELUDE + script];
    const node = user === undefined ? process.execPath : this.own(new InstalledNode()).path;
    const child = spawn(node, args, {
      cwd: this.folder.path,
      env: this.#environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user !== undefined && { uid: user, gid: user }),
    });
    const ended = once(child, 'exit');
    const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    const report = join(reports, 'report.json');
    if (!existsSync(report)) throw new Error(`no report, status ${status}: ${out}${err}`);
    return { status, output: out + err, report: JSON.parse(readFileSync(report, 'utf8')) };
  }

  /** Writes the file of the project `shop`, which `compose` of the prelude uses; each service is of the image of the tests. */
  async composeFile(file: ComposeFile): Promise<void> {
    await writeFile(this.folder.file('compose.json'), composeFile(file));
  }

  /** What the script has written down by `note KEY VALUE`, a line each. */
  noted(key: string): string[] {
    const path = join(this.#notes, key);
    return existsSync(path) ? linesOf(readFileSync(path, 'utf8')) : [];
  }

  /** One command of the Docker CLI; resolves with the lines that it prints. */
  async docker(...args: readonly string[]): Promise<string[]> {
    const { stdout } = await promisify(execFile)('docker', args, { env: this.#environment() });
    return linesOf(stdout);
  }

  /** What the engine still has of this case, such as `container web`, sorted. */
  async left(): Promise<string[]> {
    const all = await Promise.all(KINDS.map((kind) => this.#listOf(kind)));
    return all
      .flat()
      .map(({ kind, name }) => `${kind} ${name.slice(this.prefix.length)}`)
      .sort();
  }

  async hasVolume(name: string): Promise<boolean> {
    return (await this.docker('volume', 'ls', '--quiet')).includes(name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#beforeTidying();
    for (const kind of KINDS) await Promise.all((await this.#all(kind)).map((id) => this.#remove(kind, id)));
    await this.#owned.disposeAsync();
    this.folder[Symbol.dispose]();
  }

  /** The command, where every user may read it: the repository may be in a folder of root's. */
  #copyForAll(): string {
    const path = this.folder.file('dist');
    for (const bundle of ['agent', 'cli', 'page'])
      cpSync(join(REPOSITORY, 'dist', bundle), join(path, bundle), { recursive: true });
    return join(path, 'cli/index.js');
  }

  get #notes(): string {
    const path = this.folder.file('notes');
    mkdirSync(path, { recursive: true, mode: 0o777 });
    return path;
  }

  #environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      DOCKER_HOST: this.#engine,
      TOPO_GC_STATE: this.folder.file('state'),
      N: this.prefix.slice(0, -1),
      IMAGE: process.env.TOPO_GC_TEST_IMAGE,
      NOTES: this.#notes,
      COMPOSE,
    };
  }

  /** By the whole name: the filter of the engine finds it anywhere in one. */
  async #listOf(kind: (typeof KINDS)[number]): Promise<{ kind: string; id: string; name: string }[]> {
    const all = kind === 'container' ? ['--all'] : [];
    const format = {
      container: '{{.ID}} {{.Names}}',
      network: '{{.ID}} {{.Name}}',
      volume: '{{.Name}} {{.Name}}',
    };
    const lines = await this.docker(
      kind,
      'ls',
      ...all,
      '--filter',
      `name=${this.prefix}`,
      '--format',
      format[kind],
    );
    return lines.map((line) => line.split(' ')).map(([id = '', name = '']) => ({ kind, id, name }));
  }

  async #all(kind: (typeof KINDS)[number]): Promise<string[]> {
    return [...(await this.#listOf(kind)).map(({ id }) => id), ...this.noted(kind)];
  }

  async #remove(kind: string, id: string): Promise<void> {
    const force = kind === 'container' ? ['--force', '--volumes'] : [];
    await this.docker(kind, 'rm', ...force, id).catch((error: Error) => {
      if (!/no such|not found|already in progress/i.test(error.message)) throw error;
    });
  }
}

const linesOf = (output: string): string[] => output.split('\n').filter((line) => line !== '');

/** Of each leak its name without the prefix, and its cause; sorted. */
export const leaksOf = ({ report }: Outcome, { prefix }: Site): [string, LeakCause][] =>
  report.leaks.map(({ name, cause }): [string, LeakCause] => [name.replace(prefix, ''), cause]).sort();
