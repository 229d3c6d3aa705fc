import {
  EngineError,
  type EngineImage,
  type EngineMember,
  type EngineMemberOf,
} from '../../src/domain/engine.ts';
import { type EngineKind, kindOf } from '../../src/domain/kinds/kinds.ts';
import type { Clock } from '../../src/domain/ports.ts';
import {
  type ListedNode,
  type ListedTask,
  SERVICE_ID_LABEL,
  type TaskContainer,
  type TasksAsked,
} from '../../src/domain/swarm.ts';
import { memberKey } from '../../src/domain/topology/topology.ts';
import { type ContainerOptions, FakeContainer } from './fake-container.ts';
import { type FakeService, nodeIdOf, type ServiceOptions } from './fake-service.ts';

type MemberOptions = Pick<ContainerOptions, 'labels' | 'createdAt'>;

/** What a fake engine holds. */
export class EngineWorld {
  readonly #clock: Clock;
  readonly #members = new Map<string, EngineMember>();
  readonly #containers = new Map<string, FakeContainer>();
  readonly #names = new Map<string, string>();
  readonly #images = new Map<string, EngineImage>();
  readonly #clinging = new Set<string>();
  readonly #services = new Map<string, FakeService>();
  /** What the manager still lists, also of services that are deleted. */
  readonly #tasks = new Set<ListedTask>();
  /** Hostnames of the Swarm's other nodes, also of those that have no task. */
  readonly otherNodes = new Set<string>();
  /** Hostnames of nodes that are down, and since when. */
  readonly down = new Map<string, string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  container(name: string, options: ContainerOptions = {}): EngineMember {
    const networks = (options.networks ?? []).map((network) => this.look('network', network)?.id ?? network);
    const member = this.#add('container', name, options, {
      networks,
      graceMs: options.graceMs ?? 10_000,
      restarts: options.restarts ?? false,
      autoRemove: options.autoRemove ?? false,
      ...(options.image && { image: options.image }),
      ...(options.volumes && { volumes: options.volumes }),
      ...(options.pid !== undefined && { pid: options.pid }),
      ...(options.below && { below: options.below }),
      ...(options.needs && { needs: options.needs }),
      ...(options.reach && { reach: options.reach }),
    });
    this.#containers.set(member.id, new FakeContainer(member, options, this.#clock));
    return member;
  }

  network(name: string, options: MemberOptions & { readonly isOverlay?: true } = {}): EngineMember {
    return this.#add('network', name, options, options.isOverlay ? { isOverlay: true } : {});
  }

  volume(name: string, options: MemberOptions & Pick<EngineMember, 'createdAtMoves'> = {}): EngineMember {
    return this.#add('volume', name, options, {
      place: { mountpoint: `/engine/volumes/${name}/_data`, isMount: false },
      ...(options.createdAtMoves && { createdAtMoves: true }),
    });
  }

  /** A service whose tasks run, on this engine's node and on others. */
  service(name: string, options: ServiceOptions = {}): EngineMember {
    const { replicas = 1, elsewhere = [], volumes, labels, createdAt, graceMs = 10_000 } = options;
    const networks = (options.networks ?? []).map((network) => this.look('network', network)?.id ?? network);
    const made = { ...(labels && { labels }), ...(createdAt && { createdAt }) };
    const facts = { graceMs, ...(networks.length > 0 && { networks }), ...(volumes && { volumes }) };
    const member = this.#add('service', name, made, facts);
    const here = Array.from({ length: replicas }, (_, at) =>
      this.#taskHere(member, `${name}.${at + 1}`, options),
    );
    const others = elsewhere.map((node, at) => ({
      ...{ id: `task-${name}-${node}-${at}`, service: member.id, nodeId: nodeIdOf(node), node },
      container: `container-${name}-${node}-${at}`,
    }));
    for (const node of elsewhere) this.otherNodes.add(node);
    const tasks = [...here, ...others];
    for (const task of tasks) this.#tasks.add(task);
    this.#services.set(member.id, { member, options, tasks });
    return member;
  }

  #taskHere(
    { id: service, name: serviceName }: EngineMember,
    name: string,
    options: ServiceOptions,
  ): ListedTask {
    const { labels = {}, networks, volumes, stopMs, graceMs, hearing } = options;
    const container = this.container(name, {
      labels: {
        ...labels,
        [SERVICE_ID_LABEL]: service,
        'com.docker.swarm.service.name': serviceName,
        'com.docker.swarm.task.id': `task-${name}`,
      },
      ...(networks && { networks }),
      ...(volumes && { volumes }),
      ...(stopMs !== undefined && { stopMs }),
      ...(graceMs !== undefined && { graceMs }),
      ...(hearing && { hearing }),
    });
    const node = { nodeId: nodeIdOf('here'), node: 'here' } as const;
    return { id: `task-${name}`, service, ...node, container: container.id, isHere: true };
  }

  tasks(asked: TasksAsked): ListedTask[] {
    const isAsked = ({ id, service }: ListedTask) =>
      'services' in asked ? asked.services.includes(service) : asked.tasks.includes(id);
    return [...this.#tasks].filter(isAsked).map((task) => {
      const downSince = this.down.get(task.node);
      return { ...task, ...(downSince !== undefined && { downSince }) };
    });
  }

  /** This engine's own node first. */
  get nodes(): ListedNode[] {
    const others = [...this.otherNodes].map((hostname) => {
      const downSince = this.down.get(hostname);
      const node = { id: nodeIdOf(hostname), hostname, address: '' };
      return { ...node, ...(downSince !== undefined && { downSince }) };
    });
    return [{ id: nodeIdOf('here'), hostname: 'here', address: '', isHere: true }, ...others];
  }

  taskContainers(service: string): TaskContainer[] {
    return [...this.#containers.values()]
      .filter(({ member }) => member.labels[SERVICE_ID_LABEL] === service)
      .map(({ member: { id, name }, isRunning }) => ({ id, name, ...(!isRunning && { hasExited: true }) }));
  }

  /** Its record goes at once, and its containers when they have stopped. */
  deleteService(id: string): void {
    const service = this.#services.get(id);
    if (service === undefined) return;
    this.#services.delete(id);
    this.delete('service', id);
    const { options, tasks } = service;
    for (const task of tasks) this.#end(task, options).catch(console.error);
  }

  async #end(
    task: ListedTask,
    { stopMs = 100, graceMs = 10_000, isForgotten, lingerMs }: ServiceOptions,
  ): Promise<void> {
    if (task.isHere && !isForgotten) {
      await this.held(task.container ?? '')?.stop(graceMs);
      this.#tasks.delete(task);
      if (lingerMs !== undefined) await this.#clock.sleep(lingerMs);
      this.delete('container', task.container ?? '');
    } else if (!task.isHere) await this.#clock.sleep(Math.min(stopMs, graceMs));
    if (!this.down.has(task.node)) this.#tasks.delete(task);
  }

  /** Names of the services that refer to a config or a secret. */
  #referring(name: string): string[] {
    return [...this.#services.values()]
      .filter(({ options }) => options.files?.includes(name))
      .map(({ member }) => member.name);
  }

  /** By id, the beginning of an id, or name. */
  look(kind: EngineKind, ref: string): EngineMember | undefined {
    return [...this.#members.values()].find(
      (member) =>
        member.kind === kind && (member.name === ref || (ref.length >= 12 && member.id.startsWith(ref))),
    );
  }

  labelled(label: string): EngineMember[] {
    const [key = '', value] = label.split('=');
    return this.listed().filter(({ labels }) => labels[key] === value);
  }

  /** As the engine lists: of containers without what only their inspection tells, and in whole seconds. */
  listed(): EngineMember[] {
    return [...this.#members.values()].map((member) => {
      if (member.kind !== 'container') return member;
      const { kind, id, name, labels, createdAt = '', image, networks = [], volumes = [] } = member;
      const used = { ...(image && { image }), networks, volumes };
      return { kind, id, name, labels, createdAt: createdAt.replace(/\.\d+Z$/, 'Z'), ...used };
    });
  }

  ids(kind: EngineKind): ReadonlySet<string> {
    return new Set([...this.#members.values()].flatMap((member) => (member.kind === kind ? member.id : [])));
  }

  /** Of all that are there, whatever they are. */
  get names(): string[] {
    return [...this.#members.values()].map(({ name }) => name);
  }

  /** Also of what is gone. */
  nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }

  isRunning(name: string): boolean {
    return this.held(this.look('container', name)?.id ?? '')?.isRunning ?? false;
  }

  /** Somebody starts it again. */
  start(name: string): void {
    this.held(this.look('container', name)?.id ?? '')?.start();
  }

  /** A container that runs is connected to one more network. */
  join(name: string, network: string): void {
    const container = this.look('container', name);
    const { id = '' } = this.look('network', network) ?? {};
    if (container?.kind !== 'container') return;
    this.#members.set(memberKey(container), { ...container, networks: [...(container.networks ?? []), id] });
    this.held(container.id)?.endpoints.add(id);
  }

  held(id: string): FakeContainer | undefined {
    return this.#containers.get(id);
  }

  image(name: string, { parent }: { readonly parent?: string } = {}): EngineImage {
    const id = `sha256:${name}`;
    const image = { id, name, ...(parent !== undefined && { parent: `sha256:${parent}` }) };
    this.#images.set(id, image);
    return image;
  }

  get images(): EngineImage[] {
    return [...this.#images.values()];
  }

  /** Ids of the images that containers were made from. */
  get usedImages(): Set<string> {
    return new Set([...this.#containers.values()].map(({ options }) => `sha256:${options.image}`));
  }

  /** @throws EngineError in the words of an engine */
  deleteImage(id: string): void {
    const isNeeded = this.usedImages.has(id) || this.images.some(({ parent }) => parent === id);
    if (isNeeded) throw new EngineError('in-use', 'conflict: unable to delete, image is being used');
    this.#images.delete(id);
  }

  async stop(id: string, graceMs: number): Promise<'stopped' | 'absent'> {
    const container = this.held(id);
    if (container === undefined) return 'absent';
    await container.stop(graceMs);
    if (container.options.autoRemove) this.delete('container', id);
    return 'stopped';
  }

  /** @throws EngineError in the words of an engine */
  checkRemovable(kind: EngineKind, id: string, force: boolean): void {
    if (kind === 'container' && this.held(id)?.isRunning && !force)
      throw new EngineError('running', 'You cannot remove a running container');
    const [user] = kind === 'config' || kind === 'secret' ? this.#referring(this.nameOf(id)) : [];
    if (user !== undefined)
      throw new EngineError(
        'in-use',
        `${kind} '${this.nameOf(id)}' is in use by the following service: ${user}`,
      );
    if (kind === 'network' && this.endpoints(id).length > 0)
      throw new EngineError('in-use', 'network has active endpoints');
    if (kind === 'volume' && this.users(id).length > 0) throw new EngineError('in-use', 'volume is in use');
  }

  /** Its removal is going to be answered, and to change nothing. */
  cling(name: string): void {
    this.#clinging.add(name);
  }

  /** It goes when it is deleted again. */
  letGo(name: string): void {
    this.#clinging.delete(name);
  }

  delete(kind: EngineKind, id: string, keepsVolumes = false): void {
    if (this.#clinging.has(this.nameOf(id))) return;
    const own = keepsVolumes ? [] : (this.held(id)?.options.ownVolumes ?? []);
    this.#members.delete(memberKey({ kind, id }));
    if (kind === 'container') this.#containers.delete(id);
    for (const volume of own) if (this.users(volume).length === 0) this.delete('volume', volume);
  }

  /** Names of the containers that have a volume mounted. */
  users(volume: string): string[] {
    return [...this.#containers.values()]
      .filter(({ options }) => options.volumes?.includes(volume))
      .map(({ member }) => member.name);
  }

  endpoints(networkId: string): { id: string; name: string }[] {
    return [...this.#containers.values()]
      .filter(({ endpoints }) => endpoints.has(networkId))
      .map(({ member: { id, name } }) => ({ id, name }));
  }

  #add<K extends EngineKind>(
    kind: K,
    name: string,
    options: MemberOptions,
    rest: Partial<EngineMemberOf<K>> = {},
  ): EngineMemberOf<K> {
    const id = kindOf(kind).hasShortIds ? `${this.#names.size + 1}`.padStart(12, 'a').padEnd(64, '0') : name;
    const createdAt = options.createdAt ?? new Date(this.#clock.now()).toISOString();
    const member = {
      kind,
      id,
      name,
      createdAt,
      labels: options.labels ?? {},
      ...rest,
    } as EngineMember as EngineMemberOf<K>;
    this.#members.set(memberKey(member), member);
    this.#names.set(id, name);
    return member;
  }

  /** Of any kind, with no more than what all kinds have. */
  member(kind: EngineKind, name: string, options: MemberOptions = {}): EngineMember {
    return this.#add(kind, name, options);
  }
}
