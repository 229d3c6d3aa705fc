import type Docker from 'dockerode';

export interface StackOptions {
  /** What its objects are named after; new unless said otherwise. */
  readonly name?: string;
  /** How many; 2 services of 3 replicas on 1 network unless said otherwise. */
  readonly services?: number;
  readonly replicas?: number;
  readonly networks?: number;
  /** Each node has one task of each service, and `replicas` counts for nothing. */
  readonly isGlobal?: boolean;
  /** In seconds; the engine's own unless said otherwise. */
  readonly grace?: number;
  /** Its tasks leave SIGTERM alone and have to be killed. */
  readonly isStubborn?: boolean;
  /** What the tasks run instead of waiting for their stop. */
  readonly command?: string;
  /** Each service has a volume on each node that it is on. */
  readonly hasVolumes?: boolean;
  /** Ids of networks that are not the stack's, and that its services are on too. */
  readonly outerNetworks?: readonly string[];
  /** Of the first service, on each node. Such a service has a virtual address. */
  readonly port?: number;
}

export const STACK_LABEL = 'com.docker.stack.namespace';

const NS_PER_SECOND = 1e9;
const CONTENT = Buffer.from('content').toString('base64');

/** An object that belongs to a stack, and how `docker stack deploy` would call it. */
export const named = (stack: string, short: string) => ({
  Name: `${stack}_${short}`,
  Labels: { [STACK_LABEL]: stack },
});

export const network = (stack: string, short: string) => ({
  ...named(stack, short),
  Driver: 'overlay',
  Attachable: false,
});

/** Of a secret, or of a config. */
export const data = (stack: string, short: string) => ({ ...named(stack, short), Data: CONTENT });

/** What a service refers to, by ids. */
interface Beside {
  readonly image: string;
  readonly networks: readonly string[];
  readonly secret: string;
  readonly config: string;
}

export function service(
  stack: string,
  at: number,
  options: StackOptions,
  { image, networks, secret, config }: Beside,
): Docker.CreateServiceOptions {
  const { replicas = 3, isGlobal = false, isStubborn = false, hasVolumes = false, grace, port } = options;
  const { outerNetworks = [] } = options;
  const trap = isStubborn ? "trap '' TERM" : "trap 'exit 0' TERM";
  const command = options.command ?? `${trap}; while :; do sleep 600 & wait $!; done`;
  const file = (name: string) => ({ Name: name, UID: '0', GID: '0', Mode: 0o444 });
  const labels = { [STACK_LABEL]: stack };
  const isPublished = port !== undefined && at === 0;
  const ContainerSpec: Docker.ContainerSpec = {
    Image: image,
    Command: ['sh', '-c', command],
    Labels: labels,
    Secrets: [{ SecretID: secret, SecretName: `${stack}_secret`, File: file('secret') }],
    Configs: [{ ConfigID: config, ConfigName: `${stack}_config`, File: file('/config') }],
    ...(grace !== undefined && { StopGracePeriod: grace * NS_PER_SECOND }),
    ...(hasVolumes && {
      Mounts: [
        {
          Type: 'volume',
          Source: `${stack}_data${at}`,
          Target: '/data',
          VolumeOptions: { NoCopy: false, Labels: labels, DriverConfig: { Name: 'local', Options: {} } },
        },
      ],
    }),
  };
  return {
    ...named(stack, `service${at}`),
    Mode: isGlobal ? { Global: {} } : { Replicated: { Replicas: replicas } },
    TaskTemplate: {
      ContainerSpec,
      Networks: [...networks, ...outerNetworks].map((Target) => ({ Target })),
    },
    EndpointSpec: isPublished
      ? { Mode: 'vip', Ports: [{ Protocol: 'tcp', TargetPort: port, PublishedPort: port }] }
      : // Kernels without IPVS have no virtual addresses.
        { Mode: 'dnsrr' },
  };
}
