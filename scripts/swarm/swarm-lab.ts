import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endedWithProcess } from '../ended-with-process.ts';
import { importBusybox, newImageName } from '../engine/busybox-image.ts';
import { chosenEngine, type EngineName } from '../engine/engine-names.ts';
import { LONGEST_TEMPORARY, removeFolder } from '../engine/private-dockerd.ts';
import { interrupted } from '../interruption.ts';
import { NEEDED } from '../machine/packages.ts';
import { setUp } from '../machine/set-up.ts';
import { formSwarm } from './form-swarm.ts';
import { LabNetwork } from './lab-network.ts';
import { SwarmNode } from './swarm-node.ts';

export interface LabOptions {
  /** Instead of the chosen one; without either it is this machine's own. */
  readonly engine?: EngineName | undefined;
  /** How many nodes beside the manager; two unless said otherwise. */
  readonly workers?: number;
  /** A node that is silent for three of these is seen as down; in ms, the engine's own 5 s unless said otherwise. */
  readonly heartbeatMs?: number;
  /** What its image is called; the name is new unless said otherwise. */
  readonly image?: string;
}

interface Acquired extends AsyncDisposable {
  readonly manager: SwarmNode;
  readonly workers: readonly SwarmNode[];
  readonly folder: string;
}

/** A Swarm of several engines on this machine, each of which has a network namespace and a folder of its own. */
export class SwarmLab implements AsyncDisposable {
  readonly manager: SwarmNode;
  readonly workers: readonly SwarmNode[];
  /** A busybox that each node has, as `NAME:latest`. */
  readonly image: string;
  /** For `swarm-nodes`: the host of each node, with `{hostname}` in it. */
  readonly hostPattern: string;
  readonly #end: () => Promise<void>;

  private constructor({ manager, workers, folder }: Acquired, image: string, end: () => Promise<void>) {
    this.manager = manager;
    this.workers = workers;
    this.image = image;
    this.hostPattern = `unix://${folder}/{hostname}/docker.sock`;
    this.#end = end;
  }

  /**
   * Starts the nodes and joins them. Disposing of the lab ends what was started, and so does a signal that ends this process,
   * or a start that fails.
   *
   * @throws Error with the end of an engine's log; where the nodes are not ready in time
   */
  static async start(options: LabOptions = {}): Promise<SwarmLab> {
    await setUp(NEEDED.swarm);
    const image = options.image ?? newImageName();
    const { acquired, end } = await endedWithProcess(acquire({ ...options, image }));
    return new SwarmLab(acquired, image, end);
  }

  /** The manager first. */
  get nodes(): readonly SwarmNode[] {
    return [this.manager, ...this.workers];
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#end();
  }
}

async function acquire(options: LabOptions & { readonly image: string }): Promise<Acquired> {
  const { engine = chosenEngine(), workers: count = 2, heartbeatMs, image } = options;
  await using owned = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir().length > LONGEST_TEMPORARY ? '/tmp' : tmpdir(), 'tgc-swarm-'));
  owned.defer(() => removeFolder(folder));
  const network = await LabNetwork.make(join(folder, 'net'));
  const add = async (name: string) => {
    const port = await network.addPort(name);
    const node = new SwarmNode(name, port, { folder: join(folder, name), engine });
    owned.defer(() => node.endForGood());
    return node;
  };
  const manager = await add('manager');
  const workers: SwarmNode[] = [];
  for (let at = 1; at <= count; at += 1) workers.push(await add(`worker${at}`));
  const nodes = [manager, ...workers];
  // Not one after the other: each waits mostly.
  await settleAll(nodes.map((node) => node.start()));
  await settleAll([
    formSwarm(manager, workers, heartbeatMs),
    ...nodes.map((node) => importBusybox(node.docker, image)),
  ]);
  interrupted.throwIfAborted();
  const all = owned.move();
  return { manager, workers, folder, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** Waits for all, also where one fails: what is still being started could not be ended. @throws the first failure */
async function settleAll(all: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(all);
  await Promise.all(all);
}
