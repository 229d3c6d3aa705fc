import { randomUUID } from 'node:crypto';
import type Docker from 'dockerode';
import { vi } from 'vitest';
import type { PrivateEngine } from './private-engine.ts';

const WAIT_MS = 40_000;

export interface SwarmServiceOptions {
  readonly replicas?: number;
  readonly networks?: readonly string[];
  /** Names of volumes, which are made on the node. */
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly containerLabels?: Readonly<Record<string, string>>;
  readonly graceS?: number;
  /** What its tasks run instead of waiting for their stop. */
  readonly command?: string;
}

/** What a test makes on a Swarm of one node, an engine of its own that goes with the test. */
export class SwarmObjects {
  readonly #docker: Docker;
  readonly #image: string;
  readonly #prefix = `tgc-${randomUUID().slice(0, 8)}-`;

  private constructor(docker: Docker, image: string) {
    this.#docker = docker;
    this.#image = image;
  }

  /** Makes the engine a manager. */
  static async init({ docker }: Pick<PrivateEngine, 'docker'>): Promise<SwarmObjects> {
    await docker.swarmInit({ ListenAddr: '127.0.0.1', AdvertiseAddr: '127.0.0.1' });
    return new SwarmObjects(docker, process.env.TOPO_GC_TEST_IMAGE ?? '');
  }

  named(short: string): string {
    return this.#prefix + short;
  }

  async network(short: string, labels: Readonly<Record<string, string>> = {}): Promise<string> {
    const options = { Name: this.named(short), Driver: 'overlay', Labels: { ...labels }, Attachable: true };
    return (await this.#docker.createNetwork(options)).id;
  }

  async secret(short: string, labels: Readonly<Record<string, string>> = {}): Promise<string> {
    const Data = Buffer.from('secret').toString('base64');
    return (await this.#docker.createSecret({ Name: this.named(short), Labels: { ...labels }, Data })).id;
  }

  async config(short: string, labels: Readonly<Record<string, string>> = {}): Promise<string> {
    const Data = Buffer.from('config').toString('base64');
    return (await this.#docker.createConfig({ Name: this.named(short), Labels: { ...labels }, Data })).id;
  }

  /** Resolves when its tasks run. @returns its id */
  async service(short: string, options: SwarmServiceOptions = {}): Promise<string> {
    const { replicas = 1, networks = [], volumes = [], secrets = [], graceS, command } = options;
    // Without a programme of a shell in between: a container hears as soon as its trap is set.
    const run = command ?? "trap 'exit 0' TERM; touch /ready; while :; do sleep 1 & wait $!; done";
    const found = await this.#docker.listSecrets();
    const made = await this.#docker.createService({
      Name: this.named(short),
      Labels: { ...options.labels },
      EndpointSpec: { Mode: 'dnsrr' },
      Mode: { Replicated: { Replicas: replicas } },
      TaskTemplate: {
        Networks: networks.map((Target) => ({ Target })),
        RestartPolicy: { Condition: 'any' },
        ContainerSpec: {
          Image: this.#image,
          Command: ['sh', '-c', run],
          Labels: { ...options.containerLabels },
          ...(graceS !== undefined && { StopGracePeriod: graceS * 1e9 }),
          Mounts: volumes.map((Source) => ({ Type: 'volume' as const, Source, Target: `/${Source}` })),
          Secrets: secrets.map((SecretName) => ({
            SecretName,
            SecretID: found.find(({ Spec }) => Spec?.Name === SecretName)?.ID ?? '',
            File: { Name: SecretName, UID: '0', GID: '0', Mode: 0o444 },
          })),
        },
      },
    } as Docker.CreateServiceOptions);
    const { id } = made as { readonly id: string };
    await vi.waitUntil(async () => (await this.containersOf(id, 'running')).length === replicas, {
      timeout: WAIT_MS,
      interval: 200,
    });
    return id;
  }

  /** Ids of the containers of a service's tasks, running or not unless one is said. */
  async containersOf(service: string, status?: 'running'): Promise<string[]> {
    const filters = {
      label: [`com.docker.swarm.service.id=${service}`],
      ...(status !== undefined && { status: [status] }),
    };
    return (await this.#docker.listContainers({ all: true, filters })).map(({ Id }) => Id);
  }

  /** Names of all that tests have made, and is still there. */
  async left(): Promise<string[]> {
    const [services, secrets, configs, networks, { Volumes }] = await Promise.all([
      this.#docker.listServices(),
      this.#docker.listSecrets(),
      this.#docker.listConfigs(),
      this.#docker.listNetworks(),
      this.#docker.listVolumes(),
    ]);
    const names = [
      ...[...services, ...secrets, ...configs].map(({ Spec }) => Spec?.Name ?? ''),
      ...networks.map(({ Name }) => Name),
      ...(Volumes ?? []).map(({ Name }) => Name),
    ];
    return names
      .filter((name) => name.startsWith(this.#prefix))
      .map((name) => name.slice(this.#prefix.length));
  }
}
