import type { EngineIdentity } from '../../domain/ports.ts';
import type { Guarded } from '../../domain/protection.ts';
import { keepsVolumeTimes } from './engine-identity.ts';
import { getJson } from './engine-request.ts';

const DEADLINE_MS = 5000;

/**
 * What was there before the session and can't be told by its creation time: the names of volumes, where the engine does not
 * keep that time, and, where images are to be removed, the ids of all images, as one tells when it was built, not when it came.
 * @throws Error where the engine does not answer
 */
export async function thereBefore(
  engine: EngineIdentity,
  removeImages: 'never' | 'pulled',
): Promise<Pick<Guarded, 'volumes' | 'images'>> {
  const [volumes, images] = await Promise.all([
    keepsVolumeTimes(engine.apiVersion) ? [] : listVolumes(engine),
    removeImages === 'never' ? undefined : listImages(engine),
  ]);
  return { volumes, ...(images && { images }) };
}

async function listVolumes(engine: EngineIdentity): Promise<string[]> {
  const answer = (await getJson(engine, '/volumes', DEADLINE_MS)) as { Volumes?: { Name: string }[] | null };
  return (answer.Volumes ?? []).map(({ Name }) => Name);
}

async function listImages(engine: EngineIdentity): Promise<string[]> {
  const answer = (await getJson(engine, '/images/json?all=true', DEADLINE_MS)) as { Id: string }[];
  return answer.map(({ Id }) => Id);
}
