import type { Engine } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import { type Ledger, oldestPending } from '../../domain/ledger/ledger.ts';
import type { Readings, SpaceReading, Unavailable } from '../../domain/measures/readings.ts';
import type { Clock, Log, Probe } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import { BusyWindow } from './busy-window.ts';

interface ReadingsOptions {
  readonly ledger: Ledger;
  readonly engine: Engine;
  readonly probe: Probe;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<Settings, 'pollIntervalMs'>;
}

/** After as many polls without a look, or that many ms, what the CPUs did before is no news any more. */
const LONGEST_POLLS = 3;
const LONGEST_MS = 10_000;

/** Takes all readings together. What can't be read is said once, and is no 0. */
export function readingsTaker({
  ledger,
  engine,
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
    const attempt = async <T>(
      reading: Unavailable['reading'],
      take: () => Promise<T>,
    ): Promise<T | undefined> => {
      try {
        return await take();
      } catch (error) {
        unavailable.push(complain({ reading, why: describeError(error) }));
        return undefined;
      }
    };
    const attemptSpaces = async (reading: 'disk' | 'memory'): Promise<readonly SpaceReading[]> => {
      const { spaces = [], failures = [] } = (await attempt(reading, () => probe[reading]())) ?? {};
      for (const why of failures) unavailable.push(complain({ reading, why }));
      return spaces;
    };
    const [disk, memory, cpu, times, networks] = await Promise.all([
      attemptSpaces('disk'),
      attemptSpaces('memory'),
      attempt('cpu', () => probe.cpu()),
      attempt('cpu', () => probe.cpuTimes()),
      attempt('networks', () => engine.countBridges()),
    ]);
    const oldest = oldestPending(ledger);
    const at = clock.now();
    const busyPercent = times && busy.look(at, times);
    return {
      at,
      disk,
      memory,
      ...(cpu !== undefined && { cpu }),
      ...(busyPercent !== undefined && { busyPercent }),
      containers: ledger.left.containers,
      ...(networks !== undefined && { networks }),
      ...(oldest !== undefined && { oldestMs: at - oldest.submittedAt }),
      unavailable,
    };
  };
}
