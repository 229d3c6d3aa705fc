import type { Disguise } from './engine-proxy.ts';

type Json = Record<string, unknown>;

/** What Docker 29 has no more. @see https://docs.docker.com/reference/api/engine/version-history/ for 1.44 and 1.52 */
const GONE_FROM_1_52 = {
  event: ['status', 'id', 'from'],
  image: ['VirtualSize', 'Parent', 'DockerVersion', 'Container', 'ContainerConfig'],
  hostConfig: ['KernelMemory', 'KernelMemoryTCP'],
};

/** Of what a container's inspection tells of its networks, all that is left in 1.52. */
const NETWORK_SETTINGS = ['SandboxID', 'SandboxKey', 'Ports', 'Networks'];

/** The API of an engine that is not at hand: a range of versions of its own, and answers as that engine would give. */
export class PlayedApi implements Disguise {
  /** The versions that requests named. */
  readonly asked = new Set<string>();
  readonly #min: number;
  readonly #max: number;

  /** @param min and max, the minor numbers: 44 and 52 are Docker 29's */
  constructor(min: number, max: number) {
    this.#min = min;
    this.#max = max;
  }

  /** The path as any engine takes it, or why a real one would refuse the version that it names. */
  take(url: string): { readonly path: string } | { readonly status: 400; readonly message: string } {
    const [prefix = '', minor] = /^\/v1\.(\d+)/.exec(url) ?? [];
    if (minor !== undefined) {
      this.asked.add(`1.${minor}`);
      const wrong = Number(minor) < this.#min ? 'old' : Number(minor) > this.#max && 'new';
      if (wrong) return { status: 400, message: `client version 1.${minor} is too ${wrong}` };
    }
    return { path: url.slice(prefix.length) };
  }

  /** One answer to a request such as `GET /version`, or one event. */
  alter(request: string, body: Buffer): Buffer {
    if (body.length === 0) return body;
    let answer: unknown;
    try {
      answer = JSON.parse(body.toString());
    } catch {
      return body;
    }
    return Buffer.from(JSON.stringify(this.#altered(request.replace(/\?.*/, ''), answer)));
  }

  #altered(request: string, answer: unknown): unknown {
    if (request === 'GET /version')
      return { ...(answer as Json), ApiVersion: `1.${this.#max}`, MinAPIVersion: `1.${this.#min}` };
    if (this.#max < 52) return answer;
    if (request === 'GET /events') return without(answer as Json, GONE_FROM_1_52.event);
    if (request === 'GET /images/json')
      return (answer as Json[]).map((image) => without(image, GONE_FROM_1_52.image));
    if (/^GET \/images\/.*\/json$/.test(request)) return without(answer as Json, GONE_FROM_1_52.image);
    if (/^GET \/containers\/.+\/json$/.test(request)) return withoutOldSettings(answer as Json);
    return answer;
  }
}

function withoutOldSettings(container: Json): Json {
  const { HostConfig, NetworkSettings } = container as { HostConfig?: Json; NetworkSettings?: Json };
  if (HostConfig === undefined || NetworkSettings === undefined) return container;
  const old = Object.keys(NetworkSettings).filter((field) => !NETWORK_SETTINGS.includes(field));
  return {
    ...container,
    HostConfig: without(HostConfig, GONE_FROM_1_52.hostConfig),
    NetworkSettings: without(NetworkSettings, old),
  };
}

const without = (answer: Json, fields: readonly string[]): Json =>
  Object.fromEntries(Object.entries(answer).filter(([field]) => !fields.includes(field)));
