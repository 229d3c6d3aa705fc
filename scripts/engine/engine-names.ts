/** An engine that can be started by its name. */
export interface NamedEngine {
  readonly kind: 'docker' | 'podman';
  /** What its version begins with. */
  readonly major: number;
  /** The suite of Debian that has it. */
  readonly suite: string;
  readonly packages: readonly string[];
}

/** What dockerd starts beside its own: `mount` is for the way into the suite. */
const DOCKER = ['docker.io', 'iptables', 'procps', 'xz-utils', 'mount'];
/** Podman has its init from catatonit. */
const PODMAN = ['podman', 'conmon', 'runc', 'catatonit', 'iptables', 'procps', 'mount'];
const NETAVARK = ['netavark', 'aardvark-dns', 'nftables'];

/** All of them. Where a suite moves on to another version, its line here does too. */
const ENGINES = {
  'docker-20': { kind: 'docker', major: 20, suite: 'bookworm', packages: DOCKER },
  'docker-26': { kind: 'docker', major: 26, suite: 'trixie', packages: DOCKER },
  'docker-28': { kind: 'docker', major: 28, suite: 'forky', packages: DOCKER },
  'podman-4': {
    kind: 'podman',
    major: 4,
    suite: 'bookworm',
    packages: [...PODMAN, 'containernetworking-plugins'],
  },
  'podman-5': { kind: 'podman', major: 5, suite: 'forky', packages: [...PODMAN, ...NETAVARK] },
} as const satisfies Readonly<Record<string, NamedEngine>>;

export type EngineName = keyof typeof ENGINES;

export const ENGINE_NAMES = Object.keys(ENGINES) as readonly EngineName[];

export const engineOf = (name: EngineName): NamedEngine => ENGINES[name];

/** What says which engine is meant, to this process and all that it starts. */
export const ENGINE_VARIABLE = 'TOPO_GC_ENGINE';

/** @throws Error that lists the names there are */
export function readEngineName(source: string, value: string): EngineName {
  const name = ENGINE_NAMES.find((known) => known === value);
  if (name === undefined)
    throw new Error(`${source} is ${JSON.stringify(value)}: takes ${ENGINE_NAMES.join(', ')}`);
  return name;
}

/**
 * The engine that `TOPO_GC_ENGINE` names; `undefined` where it is not set.
 *
 * @throws Error that lists the names there are
 */
export function chosenEngine(env: NodeJS.ProcessEnv = process.env): EngineName | undefined {
  const value = env[ENGINE_VARIABLE];
  return value ? readEngineName(ENGINE_VARIABLE, value) : undefined;
}

/** Whether a version, such as `28.5.2+dfsg4`, is of that engine. */
export const isVersionOf = ({ major }: NamedEngine, version: string): boolean =>
  version.startsWith(`${major}.`);
