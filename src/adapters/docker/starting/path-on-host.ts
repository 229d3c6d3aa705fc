import type { EngineEndpoint } from '../../../domain/engine.ts';
import { openRoute } from '../connection/engine-route.ts';
import { getJson } from './engine-request.ts';

const DEADLINE_MS = 5000;

interface Mount {
  readonly Source: string;
  readonly Destination: string;
}

/**
 * The path on the engine's host of a path in a container; `undefined` if none of the container's mounts holds it.
 * @throws Error if the engine does not answer, or knows no such container
 */
export async function pathOnHost(
  engine: EngineEndpoint,
  container: string,
  path: string,
): Promise<string | undefined> {
  await using route = await openRoute(engine, DEADLINE_MS);
  const answer = await getJson(
    route.endpoint,
    `/containers/${encodeURIComponent(container)}/json`,
    DEADLINE_MS,
  );
  const { Mounts = [] } = answer as { readonly Mounts?: readonly Mount[] };
  const [mount] = Mounts.filter(({ Destination }) => path.startsWith(`${Destination}/`)).sort(
    (a, b) => b.Destination.length - a.Destination.length,
  );
  return mount && mount.Source + path.slice(mount.Destination.length);
}
