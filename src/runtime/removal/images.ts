import type { Engine, EngineImage, SiteName } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { arrivedImages } from '../../domain/pressure/arrived-images.ts';
import type { Site, Sites } from '../../domain/site.ts';
import { memberKey, membersOf, type TopologyId } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { retryEngine } from '../engine-retry.ts';
import { freshId } from '../fresh-id.ts';
import { patienceWith } from '../sites/patience.ts';

interface ImagesOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
  readonly sites: Sites;
  /** Whether images that came since the session began are known: not if the job is over. */
  readonly isKnown: boolean;
}

/** The images that came to the engine since the session began, if they may be removed. */
export class Images {
  readonly #options: ImagesOptions;
  /** Ids of the images from before the session, by engine. */
  readonly #before: ReadonlyMap<SiteName | undefined, ReadonlySet<string>>;

  constructor(options: ImagesOptions) {
    this.#options = options;
    const { sites, isKnown } = options;
    this.#before = new Map(
      sites.flatMap(({ name, guarded: { images } }) =>
        isKnown && images ? [[name, new Set(images)] as const] : [],
      ),
    );
  }

  /** Arrived images on one engine that no container there uses. @throws EngineError */
  async arrived({ name }: Pick<Site, 'name'>): Promise<EngineImage[]> {
    const before = this.#before.get(name);
    if (before === undefined) return [];
    const { all, used } = await this.#options.engine.at(name).images();
    return arrivedImages(all, before, used);
  }

  /** Hands the images over as a topology and returns its id; `undefined` if there are none. Never rejects. */
  async handOver(signal: AbortSignal): Promise<TopologyId | undefined> {
    const { sites, state, clock } = this.#options;
    const arrived = (await Promise.all(sites.map((site) => this.#lookUp(site, signal)))).flat();
    const pending = new Set(
      pendingTopologies(state.ledger).flatMap((known) => membersOf(known, 'image').map(memberKey)),
    );
    const members = arrived
      .map(
        ({ id, name, site }) => ({ kind: 'image', id, name, shared: true, ...(site && { site }) }) as const,
      )
      .filter((image) => !pending.has(memberKey(image)));
    if (members.length === 0) return undefined;
    const topology = freshId(state, 'images');
    const name = 'images since the session began';
    state.record({ type: 'submitted', at: clock.now(), topology, name, metadata: {}, members, tookMs: 0 });
    return topology;
  }

  /** An engine that does not answer keeps back no other engine's images for long. */
  async #lookUp(site: Site, signal: AbortSignal): Promise<EngineImage[]> {
    const { sites, clock, log } = this.#options;
    try {
      return await retryEngine(() => this.arrived(site), patienceWith(sites, signal, clock));
    } catch (error) {
      log.warn('the images that came since the session began could not be looked up', {
        error: describeError(error),
      });
      return [];
    }
  }
}
