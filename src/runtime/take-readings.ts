import { describeError } from '../domain/errors.ts';
import { type Ledger, pendingTopologies } from '../domain/ledger.ts';
import type { Clock, Engine, Log, Probe } from '../domain/ports.ts';
import type { Readings, Unavailable } from '../domain/readings.ts';
import { isDone } from '../domain/topology.ts';

interface ReadingsOptions {
  readonly ledger: Ledger;
  readonly engine: Engine;
  readonly probe: Probe;
  readonly clock: Clock;
  readonly log: Log;
}

/** Takes all readings together. What can't be read is said once, and is no 0. */
export function readingsTaker({
  ledger,
  engine,
  probe,
  clock,
  log,
}: ReadingsOptions): () => Promise<Readings> {
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
    const [disk, memory, networks] = await Promise.all([
      attempt('disk', () => probe.disk()),
      attempt('memory', () => probe.memory()),
      attempt('networks', () => engine.countBridges()),
    ]);
    for (const why of disk?.failures ?? []) unavailable.push(complain({ reading: 'disk', why }));
    const pending = pendingTopologies(ledger);
    const at = clock.now();
    return {
      at,
      disk: disk?.spaces ?? [],
      ...(memory !== undefined && { memory }),
      containers: pending
        .flatMap(({ members }) => members)
        .filter((member) => member.kind === 'container' && !isDone(member)).length,
      ...(networks !== undefined && { networks }),
      ...(pending[0] !== undefined && { oldestMs: at - pending[0].submittedAt }),
      unavailable,
    };
  };
}
