import PQueue from 'p-queue';
import type { BareEngine } from '../setting/bare-engine.ts';
import type { BuiltTopology } from '../setting/topology-shape.ts';

/** Stops and removes container by container, so many at once, and each network as soon as its containers have exited. */
export async function fastestOrder(
  engine: BareEngine,
  topologies: readonly BuiltTopology[],
  atOnce = 8,
): Promise<void> {
  const places = new PQueue({ concurrency: atOnce });
  await Promise.all(
    topologies.map((topology) =>
      removeTopology(engine, topology, (id, exited) =>
        places.add(async () => {
          await engine.ask('POST', `/containers/${id}/stop`);
          exited();
          await engine.ask('DELETE', `/containers/${id}?v=1`);
        }),
      ),
    ),
  );
}

/** The same for containers that sit out their grace: all are asked to stop at once, and so many are removed at once. */
export async function fastestStubbornOrder(
  engine: BareEngine,
  topologies: readonly BuiltTopology[],
  atOnce = 8,
): Promise<void> {
  const places = new PQueue({ concurrency: atOnce });
  await Promise.all(
    topologies.map((topology) =>
      removeTopology(engine, topology, async (id, exited) => {
        await engine.ask('POST', `/containers/${id}/stop`);
        exited();
        await places.add(() => engine.ask('DELETE', `/containers/${id}?v=1`));
      }),
    ),
  );
}

async function removeTopology(
  engine: BareEngine,
  { containers, networks }: BuiltTopology,
  remove: (id: string, exited: () => void) => Promise<void>,
): Promise<void> {
  const removals = containers.map((id) => {
    const exited = Promise.withResolvers<void>();
    const removed = remove(id, exited.resolve);
    return { exited: Promise.race([exited.promise, removed]), removed };
  });
  await Promise.all(removals.map(({ exited }) => exited));
  await Promise.all([
    ...networks.map((id) => engine.ask('DELETE', `/networks/${id}`)),
    ...removals.map(({ removed }) => removed),
  ]);
}
