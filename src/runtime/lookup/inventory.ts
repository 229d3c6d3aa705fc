import PQueue from 'p-queue';
import { type Deferred, deferred } from '../../domain/deferred.ts';
import type { Engine, EngineChange, EngineMember, SiteName } from '../../domain/engine.ts';
import type { EngineKind } from '../../domain/kinds/kinds.ts';
import type { EngineMoment } from '../../domain/moment.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { remember } from '../../domain/remember.ts';
import { type MemberKey, memberKey } from '../../domain/topology/topology.ts';
import { unawaited } from '../../domain/unawaited.ts';
import type { MemberSource } from './resolve.ts';

interface InventoryOptions {
  readonly engine: Engine;
  /** Its name, if there are several. */
  readonly site?: SiteName | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Called with a volume's name when the volume is gone. */
  readonly onVolumeGone: (name: string) => void;
  /** Called with a container's id when the engine has sent it a signal. */
  readonly onSignalled: (id: string) => void;
}

/** Several requests build a container: the agent looks at it after this long without a change, in ms. */
const QUIET_MS = 100;

/** The engine has other clients to serve too. */
const LOOKS_AT_ONCE = 2;

/** Above this, the inventory forgets the oldest, and the engine is asked again: clients hand over most of it before. */
const MOST_KNOWN = 1_000;

/** Between two attempts to listen to an engine that does not answer, in ms. */
const AGAIN_MS = 1000;

/**
 * The containers and networks that came to one engine while the agent listened. The agent looks at each when it comes
 * and after each change, so a submission need not ask for it. Not known here: what was there before, what has changed
 * this moment and, if the agent missed events for a while, all from before that.
 */
export class Inventory implements MemberSource {
  readonly #options: InventoryOptions;
  readonly #known = new Map<MemberKey, EngineMember>();
  /**
   * What is about to be looked at, each with the change that causes the look: a later change replaces an earlier one.
   */
  readonly #changed = new Map<MemberKey, EngineChange>();
  readonly #looks = new PQueue({ concurrency: LOOKS_AT_ONCE });
  /** When volumes were made, by their names. */
  readonly #births = new Map<string, EngineMoment>();
  #heardSince = Number.POSITIVE_INFINITY;
  /** The first attempt to listen, while it is under way. */
  #opening: Deferred<void> | undefined;

  constructor(options: InventoryOptions) {
    this.#options = options;
  }

  /** Whether the agent has listened to the engine all the time since then, in ms since the epoch. */
  hasHeardSince(at: number): boolean {
    return this.#heardSince <= at;
  }

  /** Resolves when the first attempt to listen has an outcome; at once if there was no attempt. */
  async firstHeard(): Promise<void> {
    await this.#opening?.promise;
  }

  /** Listens to the engine until the signal fires; never rejects. */
  async watch(signal: AbortSignal): Promise<void> {
    const { engine, site, clock, log } = this.#options;
    let isTold = false;
    this.#opening = deferred();
    while (!signal.aborted) {
      try {
        const onHeard = () => {
          this.#heardSince = clock.now();
          this.#opening?.resolve();
        };
        for await (const change of engine.changes(signal, onHeard)) {
          isTold = false;
          this.#take(change);
        }
      } catch (error) {
        if (!signal.aborted && !isTold)
          log.warn(
            `the engine${site === undefined ? '' : ` ${site}`} is not heard: each submission asks it`,
            {
              error,
            },
          );
        isTold = true;
      }
      this.#opening?.resolve();
      this.#heardSince = Number.POSITIVE_INFINITY;
      this.#known.clear();
      this.#changed.clear();
      this.#births.clear();
      await clock.sleep(AGAIN_MS, signal);
    }
  }

  /**
   * As the engine's `find`, but with the `pid` of the last start that was heard. Knows members by their whole ids only:
   * an id is given once, while a name may belong to another member by now. Their age and labels, which show their
   * owner, never change; their names, networks and restart policies are as the engine last reported. The inventory then
   * forgets the member, as the ledger has it.
   */
  async find(kind: EngineKind, ref: string): Promise<EngineMember | undefined> {
    const { engine, site } = this.#options;
    if (kind === 'volume') return this.#born(await engine.find(kind, ref));
    const key = memberKey({ kind, id: ref, ...(site !== undefined && { site }) });
    const known = this.#known.get(key);
    this.#known.delete(key);
    this.#changed.delete(key);
    return known ?? engine.find(kind, ref);
  }

  at(): MemberSource {
    return this;
  }

  listLabelled(label: string, kinds?: readonly EngineKind[]): Promise<EngineMember[]> {
    return this.#options.engine.listLabelled(label, kinds);
  }

  #take(change: EngineChange): void {
    if (change.type === 'signalled') {
      this.#options.onSignalled(change.id);
      return;
    }
    if (change.kind === 'volume') {
      this.#takeVolume(change);
      return;
    }
    const key = memberKey(change);
    const isKnown = this.#known.delete(key) || this.#changed.delete(key);
    if (change.type === 'gone' || (change.type === 'changed' && !isKnown)) return;
    this.#changed.set(key, change);
    unawaited(this.#look(key, change), this.#options.log, 'what came to the engine could not be looked at');
  }

  /**
   * Engines before 23.0 report a volume as made whenever a client asks for it: only the first report gives its birth.
   */
  #takeVolume({ type, id, at }: EngineChange): void {
    if (type === 'gone') {
      this.#births.delete(id);
      this.#options.onVolumeGone(id);
    }
    if (type === 'came' && at !== undefined && !this.#births.has(id))
      remember(this.#births, id, at, MOST_KNOWN);
  }

  #born(volume: EngineMember | undefined): EngineMember | undefined {
    const bornAt = volume && this.#births.get(volume.name);
    return volume && bornAt ? { ...volume, bornAt } : volume;
  }

  async #look(key: MemberKey, change: EngineChange): Promise<void> {
    const { engine, clock } = this.#options;
    const isCurrent = () => this.#changed.get(key) === change;
    await clock.sleep(QUIET_MS);
    if (!isCurrent()) return;
    const found = await this.#looks
      .add(() => (isCurrent() ? engine.find(change.kind, change.id) : undefined))
      .catch(
        // A later submission asks again and gets the error.
        () => undefined,
      );
    if (!isCurrent()) return;
    this.#changed.delete(key);
    if (found === undefined) return;
    remember(this.#known, key, found, MOST_KNOWN);
  }
}
