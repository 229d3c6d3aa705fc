import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Readings } from '../../domain/measures/measures.ts';
import type { Log } from '../../domain/ports.ts';
import { reliefOf } from '../../domain/pressure/reclaim.ts';
import { restingThreshold } from '../../domain/pressure/thresholds.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Topology } from '../../domain/topology/topology.ts';
import { unawaited } from '../../domain/unawaited.ts';
import type { Images } from '../removal/images.ts';
import { type ReclaimParts, reclaimEnough } from './reclaim-enough.ts';
import type { Collected, Due } from './threshold-watch.ts';

interface PressureOptions extends ReclaimParts {
  readonly images: Images;
  readonly log: Log;
  readonly settings: Pick<Settings, 'limits' | 'reclaim' | 'removeImages' | 'pollIntervalMs'>;
}

/**
 * After this long, in ms, a check no longer waits for its collection, as a part may have minutes of grace, and looks at
 * what else there is. With `enough`, the check must first know what a batch has brought, and most graces are 10 s.
 */
const PATIENCE_MS = { all: 2_000, enough: 15_000 } as const;

/** Layers are measured only for collections under pressure. */
const NO_LAYERS: ReadonlyMap<string, number> = new Map();

/** How long the engine may take to list its images, in ms. */
const IMAGES_MS = 10_000;

/**
 * Compares readings with thresholds at each submission and while something is pending, and starts the collections that
 * they require.
 */
export class Pressure {
  readonly #options: PressureOptions;
  #checking: Promise<void> | undefined;

  constructor(options: PressureOptions) {
    this.#options = options;
    // In whatever way it came: over the socket, from the spool, as an ended lease, by a label.
    options.state.subscribe(({ type }) => {
      if (type === 'submitted') unawaited(this.check(), options.log, 'the thresholds could not be checked');
    });
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
      // The answer to a submission goes out before the readings that the submission causes.
      await this.#options.clock.sleep(0);
      await this.#check();
    } catch (error) {
      this.#options.log.error('a check of the thresholds failed', { error });
    } finally {
      this.#checking = undefined;
    }
  }

  async #check(): Promise<void> {
    const { state, collector, thresholds, takeReadings } = this.#options;
    for (;;) {
      if (state.ledger.pending.size === 0) return;
      const readings = await takeReadings();
      const due = thresholds.look(readings);
      if (!pendingTopologies(state.ledger).some((topology) => collector.isFree(topology))) return;
      if (due === undefined) return this.#collectIdle(readings);
      await this.#relieve(due, readings);
    }
  }

  /** Resolves when the collection is over, or has lasted for a while: then it goes on by itself. */
  async #relieve(due: Due, readings: Readings): Promise<void> {
    const { clock, log, settings, state, thresholds } = this.#options;
    const { submissions } = state.ledger;
    const over = new AbortController();
    const relieved = this.#collectAll(due, readings).finally(() => over.abort());
    await Promise.race([relieved, clock.sleep(PATIENCE_MS[settings.reclaim], over.signal)]);
    if (over.signal.aborted) return;
    thresholds.begun(readings, submissions);
    unawaited(relieved, log, 'a collection for a threshold failed');
  }

  async #collectAll(due: Due, readings: Readings): Promise<void> {
    const collected = await this.#collect(due, readings);
    const { isHelpedByImages } = reliefOf(due.crossed.trigger);
    const withImages = isHelpedByImages ? await this.#collectImages(due) : undefined;
    this.#options.thresholds.settle(readings, { ...collected, ...withImages });
  }

  async #collect(due: Due, readings: Readings): Promise<Collected> {
    const { collector, settings, state } = this.#options;
    if (settings.reclaim === 'enough') return reclaimEnough(this.#options, due, readings);
    let { submissions } = state.ledger;
    const choose = (pending: readonly Topology[]) => {
      submissions = state.ledger.submissions;
      return pending.filter((topology) => collector.isFree(topology));
    };
    const { trigger, crossed } = due;
    const request = { trigger, reason: crossed.reason, choose, leavesUnderWay: true };
    const { after } = await collector.collect(request);
    return { after, submissions };
  }

  /** The images that no container needs any more; with `enough`, only if the reading that they help is not back yet. */
  async #collectImages({ trigger, crossed }: Due): Promise<{ after: Readings } | undefined> {
    const { clock, collector, images, settings, thresholds, takeReadings } = this.#options;
    if (settings.removeImages === 'never') return undefined;
    if (settings.reclaim === 'enough') {
      const pressing = thresholds.pressing(await takeReadings());
      if (!pressing.some((each) => reliefOf(each.trigger).isHelpedByImages)) return undefined;
    }
    const id = await images.handOver(clock.timeout(IMAGES_MS));
    const choose = (pending: readonly Topology[]) => pending.filter((topology) => topology.id === id);
    if (id === undefined) return undefined;
    const { after } = await collector.collect({ trigger, reason: crossed.reason, choose });
    return { after };
  }

  /**
   * Only what has stopped, as the check must not wait for the rest; once per look, so that the agent looks at the CPUs
   * again.
   */
  async #collectIdle(readings: Readings): Promise<void> {
    const { collector, settings, state } = this.#options;
    const resting = restingThreshold(settings.limits, readings);
    if (resting === undefined) return;
    const { trigger, reason, relief } = resting;
    const choose = (pending: readonly Topology[]) =>
      relief.helpers(
        pending.filter((topology) => collector.isFree(topology)),
        NO_LAYERS,
      );
    if (choose(pendingTopologies(state.ledger)).length === 0) return;
    await collector.collect({ trigger, reason, choose, stoppedOnly: true, leavesUnderWay: true });
  }
}
