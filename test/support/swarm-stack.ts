import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { data, network, STACK_LABEL, type StackOptions, service } from './stack-contents.ts';

/** What a stack is made on: a lab, or one engine that is a Swarm by itself. */
export interface SwarmEngines {
  readonly image: string;
  readonly manager: { readonly docker: Docker };
  /** The manager among them. */
  readonly nodes: readonly { readonly name: string; readonly docker: Docker }[];
}

interface Listed {
  /** `worker1: container 4f1e…`. */
  readonly what: string;
  readonly remove: () => Promise<unknown>;
}

const TIMEOUT_MS = 120_000;
const LOOK_MS = 50;

/** What `docker stack deploy` makes: services, overlay networks, a secret and a config, under the stack's label. */
export class SwarmStack implements AsyncDisposable {
  readonly name: string;
  /** Ids, in the order of their names. */
  services: readonly string[] = [];
  networks: readonly string[] = [];
  readonly #engines: SwarmEngines;
  readonly #options: StackOptions;

  private constructor(engines: SwarmEngines, options: StackOptions) {
    this.#engines = engines;
    this.#options = options;
    this.name = options.name ?? `tgc-${randomUUID().slice(0, 8)}`;
  }

  /** Its tasks may not run yet: see `untilRunning`. What was made goes again where the rest can't be made. */
  static async deploy(engines: SwarmEngines, options: StackOptions = {}): Promise<SwarmStack> {
    await using undo = new AsyncDisposableStack();
    const stack = undo.use(new SwarmStack(engines, options));
    await stack.deployAgain();
    undo.move();
    return stack;
  }

  /** The same under the same names, where nothing of it is left. @throws what the manager refuses, as of a name that is taken */
  async deployAgain(): Promise<void> {
    const { manager, image } = this.#engines;
    const { docker } = manager;
    const { services = 2, networks = 1 } = this.#options;
    const [secret, config, ...ids] = await Promise.all([
      docker.createSecret(data(this.name, 'secret')).then(({ id }) => String(id)),
      docker.createConfig(data(this.name, 'config')).then(({ id }) => String(id)),
      ...count(networks).map(async (at) => (await docker.createNetwork(network(this.name, `net${at}`))).id),
    ]);
    this.networks = ids;
    const beside = { image, networks: ids, secret, config };
    const made = count(services).map((at) =>
      docker.createService(service(this.name, at, this.#options, beside)),
    );
    this.services = (await Promise.all(made)).map(({ id }) => id);
  }

  /** Waits until all of its tasks run. @throws Error with their states, where they do not in time */
  async untilRunning(): Promise<void> {
    const { services = 2, replicas = 3, isGlobal } = this.#options;
    const wanted = services * (isGlobal ? this.#engines.nodes.length : replicas);
    let states: readonly string[] = [];
    const run = async () => {
      states = (await this.tasks()).map(({ Status }) => `${Status.State} ${Status.Err ?? ''}`.trim());
      return states.filter((state) => state === 'running').length === wanted;
    };
    await until(run, () => `${wanted} tasks of ${this.name} were to run: ${states.join(', ')}`);
  }

  /** As the manager lists them: by label, as the id of a service that is gone would be refused. */
  // biome-ignore lint/suspicious/noExplicitAny: dockerode does not know their type
  tasks(): Promise<any[]> {
    return this.#engines.manager.docker.listTasks({ filters: this.#filters });
  }

  get #filters(): string {
    return JSON.stringify({ label: [`${STACK_LABEL}=${this.name}`] });
  }

  /** What any node still shows of it, such as `worker1: container 4f1e…`; volumes stay on purpose, and count only where asked for. */
  async left({ volumes = true } = {}): Promise<string[]> {
    const listed = await this.#listed();
    return listed.map(({ what }) => what).filter((what) => volumes || !what.includes(': volume '));
  }

  /** Waits until no node shows anything of it. @throws Error that names what is left */
  async untilGone(options: { readonly volumes?: boolean } = {}): Promise<void> {
    let left: readonly string[] = [];
    const isGone = async () => {
      left = await this.left(options);
      return left.length === 0;
    };
    await until(isGone, () => `${this.name} was to be gone, and there are ${left.join(', ')}`);
  }

  /** Removes what is there, by id: services first, and what they hold when their containers are gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    const isGone = async () => {
      const listed = await this.#listed();
      const services = listed.filter(({ what }) => what.includes(': service '));
      const isHeld = listed.some(({ what }) => what.includes(': container '));
      const now = services.length > 0 ? services : isHeld ? [] : listed;
      await Promise.all(now.map(({ remove }) => unlessGone(remove())));
      return listed.length === 0;
    };
    await until(isGone, () => `${this.name} could not be removed`);
  }

  async #listed(): Promise<Listed[]> {
    const { manager, nodes } = this.#engines;
    const filters = this.#filters;
    const ofCluster = async () => {
      const { docker } = manager;
      const [services, secrets, configs] = await Promise.all([
        docker.listServices({ filters }),
        docker.listSecrets({ filters }),
        docker.listConfigs({ filters }),
      ]);
      return [
        ...services.map(({ ID }) => listed('manager', 'service', ID, docker.getService(ID))),
        ...secrets.map(({ ID }) => listed('manager', 'secret', ID, docker.getSecret(ID))),
        ...configs.map(({ ID }) => listed('manager', 'config', ID, docker.getConfig(ID))),
      ];
    };
    const ofNode = async ({ name, docker }: SwarmEngines['nodes'][number]) => {
      const [containers, networks, { Volumes }] = await Promise.all([
        docker.listContainers({ all: true, filters }),
        docker.listNetworks({ filters }),
        docker.listVolumes({ filters }),
      ]);
      return [
        ...containers.map(({ Id }) => listed(name, 'container', Id, docker.getContainer(Id))),
        // A worker's copy goes with its last container there, and can't be removed by hand.
        ...networks.map(({ Id }) => listed(name, 'network', Id, manager.docker.getNetwork(Id))),
        ...(Volumes ?? []).map(({ Name }) => listed(name, 'volume', Name, docker.getVolume(Name))),
      ];
    };
    return (await Promise.all([ofCluster(), ...nodes.map(ofNode)])).flat();
  }
}

const count = (to: number): number[] => Array.from({ length: to }, (_, at) => at);

const listed = (node: string, kind: string, id: string, handle: { remove(): Promise<unknown> }): Listed => ({
  what: `${node}: ${kind} ${id}`,
  remove: () => handle.remove(),
});

/** Also where somebody else removes it at the same time, or something still holds it: it is listed again then. */
async function unlessGone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    // So says a manager of a network that it has deleted, and still lists.
    const isDeleted = status === 500 && /network \S+ not found/.test(String(error));
    if (!isDeleted && ![404, 409, 400, 403].includes(Number(status))) throw error;
  }
}

async function until(is: () => Promise<boolean>, describe: () => string): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (!(await is())) {
    if (performance.now() > deadline) throw new Error(`${describe()}, after ${TIMEOUT_MS} ms`);
    await sleep(LOOK_MS);
  }
}
