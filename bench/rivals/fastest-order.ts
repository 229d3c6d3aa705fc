import pLimit, { type LimitFunction } from 'p-limit';
import type { BareEngine } from '../setting/bare-engine.ts';
import type { BuiltTopology } from '../setting/workload.ts';

/** Stops and removes container by container, so many at once, and each network as soon as its containers have exited. */
export async function fastestOrder(
  engine: BareEngine,
  topologies: readonly BuiltTopology[],
  atOnce = 8,
): Promise<void> {
  const limit = pLimit(atOnce);
  await Promise.all(topologies.map((topology) => removeTopology(engine, topology, limit)));
}

async function removeTopology(
  engine: BareEngine,
  { containers, networks }: BuiltTopology,
  limit: LimitFunction,
): Promise<void> {
  const removals = containers.map((id) => {
    const exited = Promise.withResolvers<void>();
    const removed = limit(async () => {
      await engine.ask('POST', `/containers/${id}/stop`);
      exited.resolve();
      await engine.ask('DELETE', `/containers/${id}?v=1`);
    });
    return { exited: Promise.race([exited.promise, removed]), removed };
  });
  await Promise.all(removals.map(({ exited }) => exited));
  await Promise.all([
    ...networks.map((id) => engine.ask('DELETE', `/networks/${id}`)),
    ...removals.map(({ removed }) => removed),
  ]);
}
