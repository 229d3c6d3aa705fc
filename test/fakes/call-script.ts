import type { Engine } from '../../src/domain/engine.ts';
import type { Clock } from '../../src/domain/ports.ts';

export type EngineCall = keyof Engine;

export interface Recorded {
  readonly call: EngineCall;
  /** The name of the member, or the label that was asked for. */
  readonly of: string;
  readonly at: number;
}

interface Rule {
  readonly call: EngineCall;
  readonly of: string | undefined;
  left: number;
  readonly act: () => Promise<void> | void;
}

interface RuleOptions {
  /** Only for the member of that name. */
  readonly of?: string;
  /** How often; for ever unless said otherwise. */
  readonly times?: number;
}

/** What a fake engine was asked, and what it is told to do before, or instead of, what it was asked. */
export class CallScript {
  readonly calls: Recorded[] = [];
  readonly #clock: Clock;
  readonly #rules: Rule[] = [];
  readonly #underWay = new Map<EngineCall, number>();
  readonly #most = new Map<EngineCall, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Does something when a call arrives, before it is carried out; what that throws is the call's answer. */
  before(
    call: EngineCall,
    act: () => Promise<void> | void,
    { of, times = Infinity }: RuleOptions = {},
  ): void {
    this.#rules.push({ call, of, left: times, act });
  }

  fail(call: EngineCall, error: Error, options: RuleOptions = {}): void {
    this.before(
      call,
      () => {
        throw error;
      },
      options,
    );
  }

  /** Never answers. */
  hang(call: EngineCall, options: RuleOptions = {}): void {
    this.before(call, () => new Promise(() => {}), options);
  }

  /** Forgets all rules: the engine is well again. */
  heal(): void {
    this.#rules.length = 0;
  }

  async carryOut<T>(call: EngineCall, of: string, act: () => Promise<T> | T): Promise<T> {
    this.calls.push({ call, of, at: this.#clock.now() });
    const now = (this.#underWay.get(call) ?? 0) + 1;
    this.#underWay.set(call, now);
    this.#most.set(call, Math.max(now, this.mostAtOnce(call)));
    try {
      const rule = this.#rules.find(
        (each) => each.call === call && each.left > 0 && (each.of === undefined || each.of === of),
      );
      if (rule !== undefined) {
        rule.left -= 1;
        await rule.act();
      }
      return await act();
    } finally {
      this.#underWay.set(call, (this.#underWay.get(call) ?? 1) - 1);
    }
  }

  /** Whom a call was about, in the order in which they came. */
  asked(call: EngineCall): string[] {
    return this.calls.filter((each) => each.call === call).map(({ of }) => of);
  }

  /** When a call about a member came first, in ms since the epoch. */
  firstAt(call: EngineCall, of: string): number | undefined {
    return this.calls.find((each) => each.call === call && each.of === of)?.at;
  }

  mostAtOnce(call: EngineCall): number {
    return this.#most.get(call) ?? 0;
  }
}
