import { describeError } from '../../domain/errors.ts';
import { causeOf } from '../../domain/leaks/cause-of.ts';
import type { Clock } from '../../domain/ports.ts';
import type { Asked, Effort } from '../../domain/removal/effort.ts';
import { type Member, memberKey, type Topology } from '../../domain/topology/topology.ts';

type What = keyof Effort;

/** Remembers what the engine was asked for each member that is not gone yet, for the text of a failure. */
export class Efforts {
  readonly #clock: Clock;
  readonly #efforts = new Map<string, Effort>();
  readonly #unreached = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  of(topology: Pick<Topology, 'id'>, member: Member): Effort {
    return this.#efforts.get(keyOf(topology, member)) ?? {};
  }

  /** The agent asks the engine once more to stop or remove a member. */
  asked(topology: Topology, member: Member, what: What): void {
    const { times = 0, since = this.#clock.now() } = this.of(topology, member)[what] ?? {};
    this.#set(topology, member, what, { times: times + 1, since });
  }

  /** Whether the engine did not answer when it was last asked. */
  isUnreached(key: string): boolean {
    return this.#unreached.has(key);
  }

  /** The engine did not do it. */
  said(topology: Topology, member: Member, what: What, error: unknown): void {
    if (causeOf(error) === 'engine-unreachable') this.#unreached.add(keyOf(topology, member));
    else this.#unreached.delete(keyOf(topology, member));
    const asked = this.of(topology, member)[what];
    if (asked !== undefined) this.#set(topology, member, what, { ...asked, said: describeError(error) });
  }

  forget(topology: Topology, member: Member): void {
    this.#efforts.delete(keyOf(topology, member));
    this.#unreached.delete(keyOf(topology, member));
  }

  #set(topology: Topology, member: Member, what: What, asked: Asked): void {
    this.#efforts.set(keyOf(topology, member), { ...this.of(topology, member), [what]: asked });
  }
}

const keyOf = ({ id }: Pick<Topology, 'id'>, member: Member): string => `${id} ${memberKey(member)}`;
