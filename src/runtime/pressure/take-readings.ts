import type { Engine } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import { type Ledger, oldestPending } from '../../domain/ledger/ledger.ts';
import { busyBetween } from '../../domain/measures/busy.ts';
import type { Now } from '../../domain/measures/measure.ts';
import { MEASURES, type Readings } from '../../domain/measures/measures.ts';
import type { CpuTimes, Probe, Unavailable } from '../../domain/measures/readings.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Sites } from '../../domain/site.ts';

interface ReadingsOptions {
  readonly ledger: Ledger;
  readonly engine: Engine;
  readonly sites: Sites;
  readonly probe: Probe;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<Settings, 'pollIntervalMs'>;
}

/** After this many polls, or this many ms, without a look, earlier CPU use says nothing about the present. */
const LONGEST_POLLS = 3;
const LONGEST_MS = 10_000;

/** A tick is 10 ms long: over a shorter time, ticks say little. */
const LEAST_MS = 1_000;

/** How busy the CPUs were between one look and the next. */
export class BusyWindow {
  readonly #longestMs: number;
  #last: { readonly at: number; readonly times: CpuTimes } | undefined;
  #percent: number | undefined;

  /** @param longestMs a look that is longer ago than this says nothing about the present */
  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  /** 0 to 100, since the last look that is at least a second ago; `undefined` at the first look. */
  look(at: number, times: CpuTimes): number | undefined {
    const last = this.#last;
    if (last !== undefined && at - last.at < LEAST_MS) return this.#percent;
    const isRecent = last !== undefined && at - last.at <= this.#longestMs;
    this.#percent = isRecent ? busyBetween(last.times, times) : undefined;
    this.#last = { at, times };
    return this.#percent;
  }
}

/** Takes the readings of all measures together. An unreadable figure is reported once, and is not 0. */
export function readingsTaker({
  ledger,
  engine,
  sites,
  probe,
  clock,
  log,
  settings,
}: ReadingsOptions): () => Promise<Readings> {
  const busy = new BusyWindow(Math.max(LONGEST_MS, LONGEST_POLLS * settings.pollIntervalMs));
  const said = new Set<string>();
  const complain = (missing: Unavailable): Unavailable => {
    const sentence = `${missing.reading} can't be read: ${missing.why}`;
    if (!said.has(sentence)) log.warn(sentence);
    said.add(sentence);
    return missing;
  };
  return async () => {
    const unavailable: Unavailable[] = [];
    const asked = MEASURES.flatMap(({ reads }) => (reads === undefined ? [] : [reads])).map(async (reads) => {
      const missing = (why: string) => {
        unavailable.push(complain({ reading: reads.name, why }));
      };
      try {
        return { reads, answer: await reads.ask?.({ probe, engine, sites, missing }) };
      } catch (error) {
        missing(describeError(error));
        return { reads, answer: undefined };
      }
    });
    const answers = await Promise.all(asked);
    const at = clock.now();
    const oldest = oldestPending(ledger);
    const now: Now = {
      at,
      topologies: ledger.pending.size,
      members: { ...ledger.left },
      ...(oldest !== undefined && { oldestAt: oldest.submittedAt }),
      busySince: (times) => busy.look(at, times),
    };
    const fields = answers.map(({ reads, answer }) => reads.read(answer, now));
    return Object.assign({ at }, ...fields, { unavailable });
  };
}
