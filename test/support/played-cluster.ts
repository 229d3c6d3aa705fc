import { STACK_LABEL } from './stack-contents.ts';

export interface ClusterSize {
  readonly nodes: number;
  readonly services: number;
  readonly tasksPerService: number;
  /** Each service is in the stack `stackN`, N being its number modulo this. */
  readonly stacks: number;
  /** When all of it was made, ISO 8601; the first day of 2026 unless said otherwise. */
  readonly since?: string;
}

export type ClusterKind = 'nodes' | 'services' | 'tasks' | 'networks' | 'secrets' | 'configs';

interface Filtered {
  /** Whose filters name it: ids, names and the like, by the filter's name. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** One object as it is listed; its JSON is kept, as the same is asked for again and again. */
export interface PlayedObject extends Filtered {
  readonly id: string;
  readonly json: string;
}

/** What a manager holds: its tasks run until their service is removed, and are gone at once then. */
export class PlayedCluster {
  readonly size: ClusterSize;
  readonly #held: Record<ClusterKind, Map<string, PlayedObject>>;

  constructor(size: ClusterSize) {
    this.size = size;
    const count = (to: number) => Array.from({ length: to }, (_, at) => at);
    const hold = (objects: readonly PlayedObject[]) => new Map(objects.map((each) => [each.id, each]));
    const stacks = count(size.stacks);
    const { since = '2026-01-01T00:00:00.000000000Z' } = size;
    this.#held = {
      nodes: hold(count(size.nodes).map((at) => playNode(at, since))),
      services: hold(count(size.services).map((at) => playService(at, at % size.stacks, since))),
      tasks: hold(
        count(size.services).flatMap((service) =>
          count(size.tasksPerService).map((slot) => playTask(service, slot, { ...size, since })),
        ),
      ),
      networks: hold(stacks.map((stack) => playNetwork(stack, since))),
      secrets: hold(stacks.map((stack) => playData('secret', stack, since))),
      configs: hold(stacks.map((stack) => playData('config', stack, since))),
    };
  }

  get managerId(): string {
    return swarmId('node', 0);
  }

  count(kind: ClusterKind): number {
    return this.#held[kind].size;
  }

  /** The JSON of those that have what each filter asks for: of a filter's values one is enough, of labels all. */
  list(kind: ClusterKind, filters: Readonly<Record<string, readonly string[]>>): string {
    const wanted = Object.entries(filters);
    const found: string[] = [];
    for (const each of this.#held[kind].values()) if (isWanted(each, wanted)) found.push(each.json);
    return `[${found.join(',')}]`;
  }

  find(kind: ClusterKind, ref: string): PlayedObject | undefined {
    const held = this.#held[kind];
    const byId = held.get(ref);
    if (byId !== undefined) return byId;
    for (const each of held.values()) if (each.keys.name?.includes(ref)) return each;
    return undefined;
  }

  /** A service takes its tasks with it. @returns whether it was there */
  remove(kind: ClusterKind, ref: string): boolean {
    const found = this.find(kind, ref);
    if (found === undefined) return false;
    this.#held[kind].delete(found.id);
    if (kind === 'services')
      for (let slot = 0; slot < this.size.tasksPerService; slot += 1)
        this.#held.tasks.delete(taskId(found.id, slot));
    return true;
  }
}

function isWanted(
  { id, keys, labels }: PlayedObject,
  wanted: readonly (readonly [string, readonly string[]])[],
): boolean {
  return wanted.every(([filter, values]) => {
    if (filter === 'label')
      return values.every((value) => {
        const [key = '', ...rest] = value.split('=');
        return rest.length === 0 ? key in labels : labels[key] === rest.join('=');
      });
    const own = filter === 'id' ? [id] : (keys[filter] ?? []);
    return values.some((value) => own.some((each) => each.startsWith(value)));
  });
}

/** As Swarm's: 25 letters and digits. */
const swarmId = (kind: string, at: number): string => `${kind}${String(at).padStart(25 - kind.length, '0')}`;
const containerId = (task: string): string => Buffer.from(task).toString('hex').padEnd(64, '0').slice(0, 64);
const taskId = (service: string, slot: number): string =>
  `t${service.slice(-12)}${String(slot).padStart(12, '0')}`;
const stackLabels = (stack: number) => ({ [STACK_LABEL]: `stack${stack}` });
const times = (since: string) => ({ Version: { Index: 10 }, CreatedAt: since, UpdatedAt: since });

function played(
  ID: string,
  more: object,
  { keys, labels = {} }: Partial<Filtered> & Pick<Filtered, 'keys'>,
): PlayedObject {
  return { id: ID, json: JSON.stringify({ ID, ...more }), keys, labels };
}

function playNode(at: number, since: string): PlayedObject {
  const [role, name] = at === 0 ? ['manager', 'manager'] : ['worker', `worker${at}`];
  const address = `10.${100 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}`;
  const isManager = at === 0 && {
    ManagerStatus: { Leader: true, Reachability: 'reachable', Addr: `${address}:2377` },
  };
  return played(
    swarmId('node', at),
    {
      ...times(since),
      Spec: { Role: role, Availability: 'active', Labels: {} },
      Description: { Hostname: name, Engine: { EngineVersion: '28.5.2' } },
      Status: { State: 'ready', Addr: address },
      ...isManager,
    },
    { keys: { name: [name], role: [role] } },
  );
}

function playService(at: number, stack: number, since: string): PlayedObject {
  const name = `stack${stack}_service${at}`;
  const Networks = [{ Target: swarmId('net', stack) }];
  const ContainerSpec = {
    Image: 'played:latest',
    Labels: stackLabels(stack),
    StopGracePeriod: 1e10,
    Secrets: [{ SecretID: swarmId('secret', stack), SecretName: `stack${stack}_secret` }],
    Configs: [{ ConfigID: swarmId('config', stack), ConfigName: `stack${stack}_config` }],
  };
  const Spec = {
    Name: name,
    Labels: stackLabels(stack),
    TaskTemplate: { ContainerSpec, Networks },
    Mode: { Replicated: { Replicas: 1 } },
    EndpointSpec: { Mode: 'dnsrr' },
  };
  return played(
    swarmId('service', at),
    { ...times(since), Spec, Endpoint: { Spec: {} } },
    { keys: { name: [name], mode: ['replicated'] }, labels: stackLabels(stack) },
  );
}

function playTask(
  service: number,
  slot: number,
  { nodes, tasksPerService, stacks, since }: ClusterSize & { readonly since: string },
): PlayedObject {
  const stack = service % stacks;
  const ServiceID = swarmId('service', service);
  const id = taskId(ServiceID, slot);
  const NodeID = swarmId('node', (service * tasksPerService + slot) % nodes);
  const Status = {
    Timestamp: since,
    State: 'running',
    ContainerStatus: { ContainerID: containerId(id), PID: 1000, ExitCode: 0 },
  };
  const Spec = { ContainerSpec: { Image: 'played:latest', Labels: stackLabels(stack) } };
  return played(
    id,
    { ...times(since), Labels: {}, Spec, ServiceID, Slot: slot + 1, NodeID, Status, DesiredState: 'running' },
    {
      keys: {
        service: [ServiceID, `stack${stack}_service${service}`],
        node: [NodeID],
        'desired-state': ['running'],
      },
      labels: stackLabels(stack),
    },
  );
}

function playNetwork(stack: number, since: string): PlayedObject {
  const name = `stack${stack}_net`;
  const id = swarmId('net', stack);
  const json = JSON.stringify({
    Name: name,
    Id: id,
    Created: since,
    Scope: 'swarm',
    Driver: 'overlay',
    EnableIPv6: false,
    IPAM: { Driver: 'default', Config: [] },
    Internal: false,
    Attachable: false,
    Ingress: false,
    ConfigFrom: { Network: '' },
    ConfigOnly: false,
    Containers: null,
    Options: {},
    Labels: stackLabels(stack),
  });
  return {
    id,
    json,
    keys: { name: [name], driver: ['overlay'], scope: ['swarm'] },
    labels: stackLabels(stack),
  };
}

function playData(kind: 'secret' | 'config', stack: number, since: string): PlayedObject {
  const Name = `stack${stack}_${kind}`;
  const Labels = stackLabels(stack);
  return played(
    swarmId(kind, stack),
    { ...times(since), Spec: { Name, Labels } },
    { keys: { name: [Name], names: [Name] }, labels: Labels },
  );
}
