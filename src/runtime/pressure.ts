import { type Course, crossedAhead, fillings, leadMs, observe } from '../domain/forecast.ts';
import { pendingTopologies } from '../domain/ledger.ts';
import type { Clock, Log } from '../domain/ports.ts';
import type { Readings } from '../domain/readings.ts';
import { nextBatch } from '../domain/reclaim.ts';
import { idleBatch } from '../domain/removal-plan.ts';
import type { Settings } from '../domain/settings.ts';
import { type Crossed, crossedThresholds, whyIdle } from '../domain/thresholds.ts';
import type { Topology } from '../domain/topology.ts';
import type { AgentState } from './agent-state.ts';
import type { Collector } from './collect.ts';
import type { Images } from './images.ts';

interface PressureOptions {
  readonly state: AgentState;
  readonly collector: Collector;
  readonly images: Images;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<Settings, 'limits' | 'reclaim' | 'removeImages' | 'pollIntervalMs'>;
  readonly takeReadings: () => Promise<Readings>;
}

/** How long the engine may take to tell which images there are, in ms. */
const IMAGES_MS = 10_000;

/** Topologies at once where only the next look can tell what their removal gave back. */
const AHEAD_BATCH = 2;

/** What a threshold had seen when it last fired. */
interface Fired {
  readonly reading: number;
  readonly version: number;
}

/** Compares readings with thresholds while something is pending, and has what they ask for collected. */
export class Pressure {
  readonly #options: PressureOptions;
  readonly #fired = new Map<string, Fired>();
  /** Since the last collection: what that gave back is none of the tests' doing. */
  #course: Course = new Map();
  #checking: Promise<void> | undefined;

  constructor(options: PressureOptions) {
    this.#options = options;
  }

  /** Checks at every poll interval until the signal fires. */
  async watch(signal: AbortSignal): Promise<void> {
    const { clock, settings } = this.#options;
    while (!signal.aborted) {
      await clock.sleep(settings.pollIntervalMs, signal);
      if (!signal.aborted) await this.check();
    }
  }

  /** Checks now, or joins the check that is under way; never rejects. */
  check(): Promise<void> {
    this.#checking ??= this.#checkOnce();
    return this.#checking;
  }

  async #checkOnce(): Promise<void> {
    try {
      // The answer to a submission goes before the readings that it asks for.
      await this.#options.clock.sleep(0);
      await this.#check();
    } catch (error) {
      this.#options.log.error('a check of the thresholds failed', { error });
    } finally {
      this.#checking = undefined;
    }
  }

  async #check(): Promise<void> {
    const { state, settings, takeReadings } = this.#options;
    for (;;) {
      if (state.ledger.pending.size === 0) return;
      const readings = await takeReadings();
      this.#course = observe(this.#course, readings, settings.pollIntervalMs);
      const crossed = this.#news(crossedThresholds(settings.limits, readings));
      const ahead = crossed ?? this.#news(this.#ahead(readings), 'ahead ');
      if (ahead === undefined) return this.#collectIdle(readings);
      if (crossed === undefined) await this.#collectAhead(ahead);
      else await this.#collect(crossed, readings);
      this.#course = new Map();
      if (ahead.trigger === 'disk') await this.#collectImages(ahead);
    }
  }

  #ahead(readings: Readings): Crossed[] {
    const { settings, state } = this.#options;
    const lead = leadMs(state.ledger.collections, settings.pollIntervalMs);
    return crossedAhead(settings.limits, fillings(this.#course, readings), lead, readings);
  }

  /** Before it is full; with `enough` the two oldest, and the next look tells whether that was enough. */
  async #collectAhead({ reason }: Crossed): Promise<void> {
    const { collector, settings } = this.#options;
    const most = settings.reclaim === 'all' ? Number.POSITIVE_INFINITY : AHEAD_BATCH;
    await collector.collect({ trigger: 'ahead', reason, choose: (pending) => pending.slice(0, most) });
  }

  /** The images that no container needs any more now; with `enough` only where the disk is not back yet. */
  async #collectImages({ trigger, reason }: Crossed): Promise<void> {
    const { collector, images, settings, takeReadings } = this.#options;
    if (settings.removeImages === 'never') return;
    if (settings.reclaim === 'enough') {
      const pressed = crossedThresholds(settings.limits, await takeReadings(), true);
      if (!pressed.some((each) => each.trigger === 'disk')) return;
    }
    const id = await images.handOver(AbortSignal.timeout(IMAGES_MS));
    const choose = (pending: readonly Topology[]) => pending.filter((topology) => topology.id === id);
    if (id !== undefined) await collector.collect({ trigger, reason, choose });
  }

  /** Only what has stopped, as nobody is to wait for the rest, and once a look, so that the CPUs are looked at again. */
  async #collectIdle(readings: Readings): Promise<void> {
    const { collector, settings, state } = this.#options;
    const reason = whyIdle(settings.limits, readings);
    if (reason === undefined || idleBatch(pendingTopologies(state.ledger)).length === 0) return;
    await collector.collect({ trigger: 'idle', reason, choose: idleBatch, stoppedOnly: true });
  }

  /** The most urgent of what is crossed that has seen something new since it fired. @param kind of what is crossed */
  #news(all: readonly Crossed[], kind = ''): Crossed | undefined {
    const { version } = this.#options.state.ledger;
    const crossed = all.find(({ of, reading, step }) => {
      const last = this.#fired.get(kind + of);
      return last === undefined || last.version !== version || Math.abs(last.reading - reading) >= step;
    });
    for (const { of, reading } of crossed ? all : []) this.#fired.set(kind + of, { reading, version });
    return crossed;
  }

  async #collect({ trigger, reason }: Crossed, readings: Readings): Promise<void> {
    const { collector, settings, state } = this.#options;
    const { limits } = settings;
    if (settings.reclaim === 'all') {
      await collector.collect({ trigger, reason, choose: (pending) => pending });
      return;
    }
    let now = readings;
    const crossed = new Set(crossedThresholds(limits, readings).map((each) => each.trigger));
    const tried = new Set<string>();
    const choose = (pending: readonly Topology[]) => {
      const fresh = pending.filter(({ id }) => !tried.has(id));
      return nextBatch(limits, crossed, now, fresh);
    };
    while (choose(pendingTopologies(state.ledger)).length > 0) {
      const { topologies, after } = await collector.collect({ trigger, reason, choose });
      for (const id of topologies) tried.add(id);
      now = after;
    }
  }
}
