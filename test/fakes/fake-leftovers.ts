import type { HostKind } from '../../src/domain/kinds/kinds.ts';
import type {
  Clock,
  HostError,
  HostFacts,
  HostLeftovers,
  HostMember,
  NetnsFolder,
} from '../../src/domain/ports.ts';
import { memberKey } from '../../src/domain/topology/topology.ts';

interface Left {
  /** ISO 8601; now unless said otherwise. */
  readonly createdAt?: string;
  /** Of a link. */
  readonly process?: HostMember['process'];
}

/** A host in memory: what tests leave there, and what it says no to. */
export class FakeLeftovers implements HostLeftovers, NetnsFolder {
  readonly #clock: Clock;
  readonly #there = new Map<string, HostMember>();
  readonly #refusals = new Map<string, HostError>();
  readonly #hanging = new Set<string>();
  readonly #sizes = new Map<string, number>();
  /** How long each was looked through, in ms. */
  readonly looked: number[] = [];
  /** In the order in which they went. */
  readonly removed: string[] = [];
  #files = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Makes a link or a path, in the place of what was there. */
  make(kind: HostKind, id: string, { createdAt, process }: Left = {}): HostMember {
    this.#files += 1;
    const member: HostMember = {
      kind,
      id,
      name: id,
      createdAt: createdAt ?? new Date(this.#clock.now()).toISOString(),
      file: `file-${this.#files}`,
      ...(process && { process }),
    };
    this.#there.set(memberKey(member), member);
    return member;
  }

  /** Somebody has it back, as the very file that it was. */
  restore(member: HostFacts & { readonly file: string }): void {
    this.#there.set(memberKey(member), { createdAt: '', ...member });
  }

  /** Neither looks for it nor removes it, until `heal`. */
  refuse(id: string, error: HostError): void {
    this.#refusals.set(id, error);
  }

  /** Removals of it never end. */
  hang(id: string): void {
    this.#hanging.add(id);
  }

  /** It holds so much that it takes that long to look through it. */
  fill(id: string, ms: number): void {
    this.#sizes.set(id, ms);
  }

  heal(): void {
    this.#refusals.clear();
    this.#hanging.clear();
  }

  /** The names of all that is there. */
  get names(): string[] {
    return [...this.#there.values()].map(({ name }) => name);
  }

  async find(kind: HostKind, id: string, lookForMs: number): Promise<HostMember | undefined> {
    this.#check(id);
    const size = this.#sizes.get(id) ?? 0;
    this.looked.push(Math.min(size, lookForMs));
    if (size > 0) await this.#clock.sleep(Math.min(size, lookForMs));
    return this.#there.get(memberKey({ kind, id }));
  }

  async remove(member: HostFacts, _signal: AbortSignal): Promise<void> {
    this.#check(member.id);
    if (this.#hanging.has(member.id)) await new Promise(() => {});
    if (!(await this.isThere(member))) return;
    this.#there.delete(memberKey(member));
    this.removed.push(member.id);
  }

  async isThere(member: HostFacts): Promise<boolean> {
    return this.#there.get(memberKey(member))?.file === member.file;
  }

  /** Where false, all processes are elsewhere, as with an engine on another host. */
  holdsProcesses = true;

  async exists(): Promise<boolean> {
    return this.#links().length > 0;
  }

  async list(): Promise<readonly string[]> {
    return this.#links().map(({ id }) => id);
  }

  async linksTo(pids: ReadonlySet<number>): Promise<readonly string[]> {
    return this.#links()
      .filter(({ process }) => process !== undefined && pids.has(process.pid))
      .map(({ id }) => id);
  }

  async holds(): Promise<boolean> {
    return this.holdsProcesses;
  }

  #links(): HostMember[] {
    return [...this.#there.values()].filter(({ kind }) => kind === 'netns');
  }

  #check(id: string): void {
    const refusal = this.#refusals.get(id);
    if (refusal !== undefined) throw refusal;
  }
}
