import type { Engine, EngineMember } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';

/** A volume that could not be removed. */
export interface VolumeLeft {
  readonly volume: EngineMember;
  readonly error: string;
}

/** To whole seconds, as an engine tells the age of a volume. */
const seconds = (time: string): number => Math.floor(Date.parse(time) / 1_000);

/** A volume without a time counts as older. */
const isYounger = ({ createdAt = '' }: EngineMember, since: string): boolean =>
  seconds(createdAt) >= seconds(since);

/**
 * Removes the volumes of a stack that a node's own engine has: no manager lists them.
 * @param label what the stack's volumes carry
 * @param since only those that were made since then, ISO 8601: the nodes of a Swarm have about the same time
 * @throws EngineError if they can't be listed
 */
export async function removeStackVolumes(
  engine: Engine,
  label: string,
  since?: string,
): Promise<VolumeLeft[]> {
  const listed = await engine.listLabelled(label, ['volume']);
  const volumes = since === undefined ? listed : listed.filter((volume) => isYounger(volume, since));
  const removals = volumes.map(async (volume): Promise<VolumeLeft[]> => {
    try {
      await engine.remove('volume', volume.id, false);
      return [];
    } catch (error) {
      return [{ volume, error: describeError(error) }];
    }
  });
  return (await Promise.all(removals)).flat();
}
