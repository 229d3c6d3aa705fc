import type { EngineEndpoint } from '../../../domain/engine.ts';
import type { Guarded } from '../../../domain/protection/guarded.ts';
import { openRoute } from '../connection/engine-route.ts';
import { getJson } from './engine-request.ts';

const DEADLINE_MS = 5000;

/**
 * What was there before the session and whose creation time does not prove it: the names of all volumes, as engines
 * tell that time in whole seconds or let it move, and, if images are to be removed, the ids of all images, as an image
 * tells when it was built, not when it came.
 * @throws Error if the engine does not answer
 */
export async function thereBefore(
  engine: EngineEndpoint,
  removeImages: 'never' | 'pulled',
): Promise<Pick<Guarded, 'volumes' | 'images'>> {
  await using route = await openRoute(engine, DEADLINE_MS);
  const [volumes, images] = await Promise.all([
    listVolumes(route.endpoint),
    removeImages === 'never' ? undefined : listImages(route.endpoint),
  ]);
  return { volumes, ...(images && { images }) };
}

async function listVolumes(engine: EngineEndpoint): Promise<string[]> {
  const answer = (await getJson(engine, '/volumes', DEADLINE_MS)) as { Volumes?: { Name: string }[] | null };
  return (answer.Volumes ?? []).map(({ Name }) => Name);
}

async function listImages(engine: EngineEndpoint): Promise<string[]> {
  const answer = (await getJson(engine, '/images/json?all=true', DEADLINE_MS)) as { Id: string }[];
  return answer.map(({ Id }) => Id);
}
