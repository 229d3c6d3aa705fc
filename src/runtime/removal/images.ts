import type { Engine, EngineImage } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { arrivedImages } from '../../domain/pressure/arrived-images.ts';
import { membersOf, type TopologyId } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { retryEngine } from '../engine-retry.ts';
import { freshId } from '../fresh-id.ts';

interface ImagesOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
  /** Ids of the images from before the session; if absent, no image is known to have come since. */
  readonly before?: readonly string[] | undefined;
}

/** The images that came to the engine since the session began, if they may be removed. */
export class Images {
  readonly #options: ImagesOptions;
  readonly #before: ReadonlySet<string>;

  constructor(options: ImagesOptions) {
    this.#options = options;
    this.#before = new Set(options.before);
  }

  /** Arrived images that no container uses. @throws EngineError */
  async arrived(): Promise<EngineImage[]> {
    if (this.#options.before === undefined) return [];
    const { all, used } = await this.#options.engine.images();
    return arrivedImages(all, this.#before, used);
  }

  /** Hands the images over as a topology and returns its id; `undefined` if there are none. Never rejects. */
  async handOver(signal: AbortSignal): Promise<TopologyId | undefined> {
    const { state, clock, log } = this.#options;
    try {
      const arrived = await retryEngine(() => this.arrived(), signal);
      const pending = new Set(
        pendingTopologies(state.ledger).flatMap((known) => membersOf(known, 'image').map(({ id }) => id)),
      );
      const members = arrived
        .filter(({ id }) => !pending.has(id))
        .map(
          ({ id, name, site }) => ({ kind: 'image', id, name, shared: true, ...(site && { site }) }) as const,
        );
      if (members.length === 0) return undefined;
      const topology = freshId(state, 'images');
      const name = 'images since the session began';
      state.record({ type: 'submitted', at: clock.now(), topology, name, metadata: {}, members, tookMs: 0 });
      return topology;
    } catch (error) {
      log.warn('the images that came since the session began could not be looked up', {
        error: describeError(error),
      });
      return undefined;
    }
  }
}
