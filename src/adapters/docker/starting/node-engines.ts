import { type Engine, EngineError, type EngineIdentity } from '../../../domain/engine.ts';
import { describeError } from '../../../domain/errors.ts';
import { hostOfNode, type NodeHosts } from '../../../domain/limits/swarm-nodes.ts';
import type { Log, SwarmNodes } from '../../../domain/ports.ts';
import type { SwarmNode } from '../../../domain/swarm.ts';
import { nodeAddress } from '../connection/engine-address.ts';
import { openRoute } from '../connection/engine-route.ts';
import { DockerEngine } from '../docker-engine.ts';
import { identifyEngine, whyUnreached } from './find-engine.ts';

interface NodeEnginesOptions {
  readonly hosts: NodeHosts;
  /** Whose TLS settings count for each `tcp://`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For the ways' files on this host. */
  readonly folder: string;
  readonly log: Log;
}

/** How long the way to a node's engine may take to open, in ms. */
const ROUTE_MS = 10_000;

type Opened = { readonly engine: DockerEngine; readonly close: () => Promise<void> };

/** The engines of a Swarm's nodes, each opened when it is first asked for, and kept until the end. */
export class NodeEngines implements SwarmNodes, AsyncDisposable {
  readonly #options: NodeEnginesOptions;
  /** By the ids of the nodes; a way that could not be opened is left out, so that the next call tries again. */
  readonly #opened = new Map<string, Promise<Opened>>();
  /** Ids of nodes that the log has named as not reached. */
  readonly #told = new Set<string>();
  #isClosed = false;

  constructor(options: NodeEnginesOptions) {
    this.#options = options;
  }

  async engineOf(node: SwarmNode): Promise<Engine | undefined> {
    const { hosts, log } = this.#options;
    const host = hostOfNode(hosts, node);
    if (host === undefined || this.#isClosed) return undefined;
    const known = this.#opened.get(node.id);
    const opening = known ?? this.#open(node, host);
    if (known === undefined) this.#opened.set(node.id, opening);
    try {
      const { engine } = await opening;
      this.#told.delete(node.id);
      return engine;
    } catch (error) {
      if (this.#opened.get(node.id) === opening) this.#opened.delete(node.id);
      if (!this.#told.has(node.id))
        log.warn(`node ${node.hostname} is not asked: ${describeError(error)}`, { host });
      this.#told.add(node.id);
      throw error;
    }
  }

  /** @throws EngineError */
  async #open(node: SwarmNode, host: string): Promise<Opened> {
    const { folder, env } = this.#options;
    const routeTo = async () => openRoute(nodeAddress(node.hostname, host, env), ROUTE_MS, { folder });
    const notReached = (error: unknown) => {
      throw new EngineError(
        'unreachable',
        `its engine at ${host} is not reached: ${whyUnreached(error)}`,
        error,
      );
    };
    const route = await routeTo().catch(notReached);
    try {
      const identity = await identifyEngine(route.endpoint).catch(notReached);
      checkIsOf(node, identity, host);
      const engine = new DockerEngine({ ...identity, ...route.endpoint, pinnedTo: identity.dataRoot });
      const close = async () => {
        engine.close();
        await route[Symbol.asyncDispose]();
      };
      return { engine, close };
    } catch (error) {
      await route[Symbol.asyncDispose]();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    const all = await Promise.allSettled(this.#opened.values());
    await Promise.all(all.map((each) => (each.status === 'fulfilled' ? each.value.close() : undefined)));
  }
}

/** @throws EngineError if the engine is not that of the node */
function checkIsOf({ id }: SwarmNode, { swarm }: EngineIdentity, host: string): void {
  if (swarm?.nodeId === id) return;
  const is = swarm === undefined ? 'is in no Swarm' : `is that of node ${swarm.nodeId}`;
  throw new EngineError('rejected', `the engine at ${host} is not its own: it ${is}`);
}
