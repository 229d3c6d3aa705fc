import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import Docker from 'dockerode';
import { vi } from 'vitest';

/** In the order of a removal: containers hold the others. */
const KINDS = ['container', 'network', 'volume'] as const;

type Kind = (typeof KINDS)[number];

interface Made {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
}

/** The kernel's files on a container's program: `status`, and the functions in which its threads wait. */
interface ProgramSeen {
  readonly status: string;
  readonly waitIn: readonly string[];
}

const HOST_PROGRAMS = ['/usr:/usr:ro', '/usr/lib:/lib:ro', '/usr/lib64:/lib64:ro'];

/** Tells a volume from one that takes its name later. */
const MARK = 'topo-gc-test.made';

export interface ContainerOptions {
  readonly network?: string;
  readonly volume?: string;
  /** Holds a volume that has no name of its own. */
  readonly anonymousVolume?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  /** It leaves SIGTERM alone and has to be killed. */
  readonly stubborn?: boolean;
  /** What it runs instead of waiting for its stop. */
  readonly command?: string;
  /** The same, as its arguments: nothing of a shell is in between. */
  readonly arguments?: readonly string[];
  /** As of `docker run --init`, `--pid` and `--stop-signal`. */
  readonly init?: boolean;
  readonly pidMode?: string;
  readonly stopSignal?: string;
  /** With the programs of this host, read-only: the image has busybox alone. */
  readonly hasHostPrograms?: boolean;
  /** How far it is brought; `running` unless said otherwise, `exited` waits for its command to end. */
  readonly state?: 'created' | 'running' | 'paused' | 'exited';
  /** In seconds. */
  readonly stopTimeout?: number;
  readonly restart?: 'always' | 'on-failure' | 'unless-stopped';
  readonly tty?: boolean;
  readonly logDriver?: string;
  /** Of its log driver. */
  readonly logOptions?: Readonly<Record<string, string>>;
  /** `SOURCE:DESTINATION`, beside its volumes. */
  readonly binds?: readonly string[];
  /** A port of TCP that it publishes under the same number. */
  readonly port?: number;
  /** As of `docker run --rm`. */
  readonly autoRemove?: boolean;
}

/** What a test makes on the engine, under names of its own; whatever is left of it goes when the test ends. */
export class EngineObjects implements AsyncDisposable {
  readonly #engine: { readonly socketPath: string } | undefined;
  readonly #docker: Docker;
  readonly #image: string;
  readonly #prefix: string;
  readonly #mark = randomUUID();
  readonly #made: Made[] = [];

  /**
   * @param engine instead of the one that the tests were given: its socket
   * @param prefix of the names, instead of one that nobody else has
   */
  constructor(engine?: { readonly socketPath: string }, prefix = `tgc-test-${randomUUID().slice(0, 8)}-`) {
    this.#engine = engine;
    this.#prefix = prefix;
    const image = process.env.TOPO_GC_TEST_IMAGE;
    if (image === undefined)
      throw new Error('these tests need TOPO_GC_TEST_IMAGE: a busybox image on the engine');
    this.#docker = new Docker(engine && { socketPath: engine.socketPath });
    this.#image = image;
  }

  /** Objects of somebody who comes later, and gives the same names. */
  successor(): EngineObjects {
    return new EngineObjects(this.#engine, this.#prefix);
  }

  /** The name that an object gets, which a step may use before the object is there. */
  named(short: string): string {
    return this.#prefix + short;
  }

  /** Makes a container, by default one that runs until it is stopped. */
  async container(short: string, options: ContainerOptions = {}): Promise<Made> {
    const term = options.stubborn ? "trap '' TERM" : "trap 'exit 0' TERM";
    const container = await this.#docker.createContainer({
      name: this.named(short),
      Image: this.#image,
      Cmd: [
        ...(options.arguments ?? [
          'sh',
          '-c',
          options.command ?? `${term}; while :; do sleep 1 & wait $!; done`,
        ]),
      ],
      Labels: { ...options.labels },
      Tty: options.tty ?? false,
      ...(options.anonymousVolume && { Volumes: { '/anonymous': {} } }),
      ...(options.stopSignal !== undefined && { StopSignal: options.stopSignal }),
      ...(options.port !== undefined && { ExposedPorts: { [`${options.port}/tcp`]: {} } }),
      ...(options.stopTimeout !== undefined && { StopTimeout: options.stopTimeout }),
      HostConfig: {
        ...(options.network === undefined ? {} : { NetworkMode: options.network }),
        Binds: [
          ...(options.volume === undefined ? [] : [`${options.volume}:/data`]),
          ...(options.hasHostPrograms ? HOST_PROGRAMS : []),
          ...(options.binds ?? []),
        ],
        ...(options.init && { Init: true }),
        ...(options.pidMode !== undefined && { PidMode: options.pidMode }),
        ...(options.port !== undefined && {
          PortBindings: { [`${options.port}/tcp`]: [{ HostPort: String(options.port) }] },
        }),
        ...(options.restart && { RestartPolicy: { Name: options.restart } }),
        AutoRemove: options.autoRemove ?? false,
        ...(options.logDriver !== undefined && {
          LogConfig: { Type: options.logDriver, Config: { ...options.logOptions } },
        }),
      },
    });
    const made = this.#remember('container', container.id, short);
    const { state = 'running' } = options;
    if (state !== 'created') await container.start();
    if (state === 'paused') await container.pause();
    if (state === 'exited') await container.wait();
    return made;
  }

  /** @param more of the request, such as `{ ConfigOnly: true }` */
  async network(
    short: string,
    labels: Readonly<Record<string, string>> = {},
    more: object = {},
  ): Promise<Made> {
    const isConfig = 'ConfigOnly' in more || 'ConfigFrom' in more;
    const driver = isConfig ? {} : { Driver: 'bridge' };
    const options = { Name: this.named(short), ...driver, Labels: { ...labels }, ...more };
    const { id } = await this.#docker.createNetwork(options);
    return this.#remember('network', id, short);
  }

  /** @param driverOptions as of `docker volume create --opt` */
  async volume(
    short: string,
    labels: Readonly<Record<string, string>> = {},
    driverOptions: Readonly<Record<string, string>> = {},
  ): Promise<Made> {
    await this.#docker.createVolume({
      Name: this.named(short),
      Labels: { ...labels, [MARK]: this.#mark },
      DriverOpts: { ...driverOptions },
    });
    return this.#remember('volume', this.named(short), short);
  }

  /** Removes what has one of these names now, whoever made it. */
  async free(names: Readonly<Partial<Record<Kind, readonly string[]>>>): Promise<void> {
    for (const kind of KINDS) {
      const named = (names[kind] ?? []).map((short) => ({
        kind,
        id: this.named(short),
        name: this.named(short),
      }));
      await Promise.all(named.map((each) => this.#remove(each)));
    }
  }

  /** Whether the engine has something of that name, whoever made it. */
  async isTaken(kind: Kind, short: string): Promise<boolean> {
    const inspection: Promise<unknown> = this.#handle({ kind, id: this.named(short) }).inspect();
    return (await unlessStatus([404], inspection)) !== undefined;
  }

  /** The names, as given when made, of what the engine still shows. */
  async left(): Promise<string[]> {
    const there = await Promise.all(this.#made.map((made) => this.#isThere(made)));
    return this.#made.filter((_, at) => there[at]).map(({ name }) => name.slice(this.#prefix.length));
  }

  /** Also while it is stopped: Podman says then that it does not run any more. */
  async isRunning(short: string): Promise<boolean> {
    const { Running, Pid } = (await this.inspect(short)).State;
    return Running || Pid !== 0;
  }

  /**
   * Waits until the program of a container hears a signal: it catches the signal, blocks it or waits for it. The program is the
   * container's first process, or the child of the engine's init.
   */
  async hears(short: string, signal: number): Promise<void> {
    const hasBit = (mask: string) => ((BigInt(`0x${mask}`) >> BigInt(signal - 1)) & 1n) === 1n;
    await this.#untilProgram(short, ({ status, waitIn }) => {
      const masks = [...status.matchAll(/^Sig(?:Cgt|Blk):\s*(\S+)/gm)].map(([, mask = '0']) => mask);
      // While it waits for signals, the masks are without them.
      return masks.some(hasBit) || waitIn.some((each) => each.includes('sigtimedwait'));
    });
  }

  /**
   * Waits until the program of a container has nothing more to do than to wait: it sleeps, or waits for its child, for a signal or for input. Until
   * then it is busy with its start, and nobody can tell what it hears.
   */
  async waits(short: string): Promise<void> {
    await this.#untilProgram(short, ({ waitIn }) =>
      waitIn.every((each) => /nanosleep|do_wait|sigsuspend|poll|wait_woken/.test(each)),
    );
  }

  inspect(short: string): Promise<Docker.ContainerInspectInfo> {
    return this.at(short).inspect();
  }

  /** For what the engine makes by itself. */
  async hasVolume(name: string): Promise<boolean> {
    return (await unlessStatus([404], this.#docker.getVolume(name).inspect())) !== undefined;
  }

  /** Of what the engine made by itself. */
  async removeVolume(name: string): Promise<void> {
    await unlessStatus([404], this.#docker.getVolume(name).remove());
  }

  /** A container, for what somebody else might do to it. */
  at(short: string): Docker.Container {
    return this.#docker.getContainer(this.named(short));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const kind of KINDS) {
      const made = this.#made.filter((each) => each.kind === kind);
      // A network may have its configuration from an earlier one.
      if (kind === 'network') for (const each of made.reverse()) await this.#remove(each);
      else await Promise.all(made.map((each) => this.#remove(each)));
    }
  }

  async #untilProgram(short: string, is: (seen: ProgramSeen) => boolean): Promise<void> {
    const { State, HostConfig } = await this.inspect(short);
    const isReady = () => {
      const children = readFileSync(`/proc/${State.Pid}/task/${State.Pid}/children`, 'utf8').trim();
      const pid = HostConfig.Init ? children : String(State.Pid);
      if (pid === '') return false;
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      // The runtime's own process becomes the container's.
      if (/^Name:\s*(runc|docker-init)/m.test(status)) return false;
      const threads = readdirSync(`/proc/${pid}/task`);
      const waitIn = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/wchan`, 'utf8'));
      return is({ status, waitIn });
    };
    await vi.waitUntil(isReady, { timeout: 10_000 });
  }

  #remember(kind: Kind, id: string, short: string): Made {
    const made = { kind, id, name: this.named(short) };
    this.#made.push(made);
    return made;
  }

  #handle({ kind, id }: Omit<Made, 'name'>): Docker.Container | Docker.Network | Docker.Volume {
    if (kind === 'container') return this.#docker.getContainer(id);
    return kind === 'network' ? this.#docker.getNetwork(id) : this.#docker.getVolume(id);
  }

  async #isThere(made: Made): Promise<boolean> {
    const inspection: Promise<object> = this.#handle(made).inspect();
    const found = await unlessStatus([404], inspection);
    return found !== undefined && (made.kind !== 'volume' || this.#isOwn(found));
  }

  #isOwn(found: { readonly Labels?: Readonly<Record<string, string>> | null }): boolean {
    return found.Labels?.[MARK] === this.#mark;
  }

  async #remove(made: Made): Promise<void> {
    const handle = this.#handle(made);
    if (!(handle instanceof Docker.Container)) return void (await unlessStatus([404], handle.remove()));
    await unlessStatus([404, 409], handle.remove({ force: true, v: true }));
    // With 409 somebody else removes it already.
    await unlessStatus([404], handle.wait({ condition: 'removed' }));
  }
}

async function unlessStatus<T>(statuses: readonly number[], call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    if (statuses.includes(Number(status))) return undefined;
    throw error;
  }
}
