import { EngineError } from '../../domain/engine.ts';
import { describeError, TopoGcError } from '../../domain/errors.ts';
import type { Leak } from '../../domain/leaks/leak.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { type Submission, whyNoRef } from '../../domain/topology/submission.ts';
import type { TopologyId } from '../../domain/topology/topology.ts';
import { canBeAsked, type LeftMember, type Untaken } from '../../domain/topology/untaken.ts';
import type { AgentState } from '../agent-state.ts';
import { unlessAborted } from '../engine-retry.ts';
import { freshId } from '../fresh-id.ts';
import { type Refused, rejectionOf } from './rejection.ts';
import { isRemoved } from './submission-checks.ts';
import type { Submissions } from './submissions.ts';

interface SecondLooksOptions {
  readonly state: AgentState;
  readonly submissions: Submissions;
  readonly clock: Clock;
  readonly log: Log;
}

/** Between two looks at what could not be looked up, in ms: the first pause, and the longest. */
const AGAIN_MS = 1_000;
const LONGEST_MS = 16_000;

/** Keeps the book of what was named and not taken, and looks at it again. */
export class SecondLooks {
  readonly #options: SecondLooksOptions;
  #last: Promise<void> = Promise.resolve();

  constructor(options: SecondLooksOptions) {
    this.#options = options;
  }

  /** Records that a hand-over was refused, and what it named; never throws. */
  note(error: unknown, refused: Refused): void {
    const { state, clock } = this.#options;
    const rejected = rejectionOf(error, refused, clock.timeOfDay());
    if (rejected !== undefined) state.record({ type: 'rejected', at: clock.now(), ...rejected });
  }

  /** Looks again at what could not be looked up, until the signal fires. */
  async watch(signal: AbortSignal): Promise<void> {
    let pause = AGAIN_MS;
    while (!signal.aborted) {
      await this.#options.clock.sleep(pause, signal);
      const open = this.#open((how) => how === 'part');
      if (open.length === 0 || signal.aborted) {
        pause = AGAIN_MS;
        continue;
      }
      await this.#lookAt(open);
      pause = Math.min(2 * pause, LONGEST_MS);
    }
  }

  /**
   * Looks at all entries once more, until the signal fires; at the entries of a refused lease only if the job is over.
   */
  async lookAtAll(signal: AbortSignal, { final }: { readonly final: boolean }): Promise<void> {
    await unlessAborted(this.#lookAt(this.#open((how) => final || how !== 'lease')), signal);
  }

  /** What is left of the entries, each a leak by the name that the client gave. */
  leaks({ final }: { readonly final: boolean }): Leak[] {
    return this.#untaken(final).flatMap(({ topology, name: topologyName, members }) =>
      members.map(({ kind, ref, site, shown, error, cause = 'unresolved' }) => ({
        topology,
        ...(topologyName !== undefined && topologyName !== topology && { topologyName }),
        kind,
        id: ref,
        name: whyNoRef({ kind, ref }) === undefined ? (shown ?? ref) : JSON.stringify(ref),
        ...(site !== undefined && { site }),
        cause,
        reason: cause === 'unresolved' ? `was named and not taken: ${error}` : error,
      })),
    );
  }

  /** Entries about which nothing is known, a line each. */
  unconfirmed({ final }: { readonly final: boolean }): string[] {
    const { untakenMore } = this.#options.state.ledger;
    return [
      ...this.#untaken(final).flatMap(({ topology, selectors, unread }) => [
        ...selectors.map(
          ({ label, error }) =>
            `what carries the label ${label}, named for ${topology}, was not taken: ${error}`,
        ),
        ...unread.map((what) => `it is not known what this names, and it was not taken: ${what}`),
      ]),
      ...(untakenMore > 0 ? [`${untakenMore} more hand-overs were not taken`] : []),
    ];
  }

  #untaken(final: boolean): readonly Untaken[] {
    return this.#options.state.ledger.untaken.filter(({ how }) => final || how !== 'lease');
  }

  #open(isWanted: (how: Untaken['how']) => boolean): Untaken[] {
    return this.#options.state.ledger.untaken.filter((each) => isWanted(each.how) && canBeAsked(each));
  }

  /** One after the other, and never twice at once. */
  #lookAt(untaken: readonly Untaken[]): Promise<void> {
    const look = async () => {
      await Promise.all(untaken.map((each) => this.#look(each)));
    };
    this.#last = this.#last.then(look, look);
    return this.#last;
  }

  async #look(untaken: Untaken): Promise<void> {
    const { state, submissions, clock, log } = this.#options;
    const current = state.ledger.untaken.find(({ id }) => id === untaken.id) ?? untaken;
    const never = current.members.filter((ref) => whyNoRef(ref) !== undefined);
    const members = current.members.filter((ref) => whyNoRef(ref) === undefined);
    if (members.length + current.selectors.length === 0) return;
    const submission: Submission = {
      id: this.#idFor(current),
      ...(current.name !== undefined && { name: current.name }),
      members,
      selectors: current.selectors.map(({ error: _, ...selector }) => selector),
      metadata: {},
      spoken: current.spoken,
    };
    let left: readonly LeftMember[] = [];
    let rest: Pick<Untaken, 'members' | 'selectors'>;
    try {
      const again = await submissions.takeAgain(submission);
      left = again.left;
      rest = { members: [...never, ...again.unresolved], selectors: again.failed };
    } catch (error) {
      if (!(error instanceof EngineError || error instanceof TopoGcError)) throw error;
      const why = describeError(error);
      const renew = <T extends object>(each: T) => ({ ...each, error: why });
      rest = { members: [...never, ...members.map(renew)], selectors: current.selectors.map(renew) };
    }
    const isSame =
      JSON.stringify(rest) === JSON.stringify({ members: current.members, selectors: current.selectors });
    if (isSame && left.length === 0) return;
    for (const { kind, name, why } of left)
      log.warn(`${kind} ${name} was named for ${current.topology} and is left: ${why}`);
    const now = { ...current, ...rest, left: merged(current.left, left) };
    state.record({ type: 'untaken', at: clock.now(), untaken: now });
  }

  /** The topology that the entry was named for, unless that topology is over. */
  #idFor({ topology }: Untaken): TopologyId {
    const { state } = this.#options;
    const known = state.ledger.topologies.get(topology);
    if (known === undefined && !state.ledger.leases.has(topology)) return topology;
    return known !== undefined && !isRemoved(known) ? topology : freshId(state, topology);
  }
}

const merged = (before: readonly LeftMember[], now: readonly LeftMember[]): LeftMember[] => [
  ...before.filter(
    ({ kind, name, site }) =>
      !now.some((each) => each.kind === kind && each.name === name && each.site === site),
  ),
  ...now,
];
