import type { Engine, EngineMember } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';

/** A volume that could not be removed. */
export interface VolumeLeft {
  readonly volume: EngineMember;
  readonly error: string;
}

/**
 * Removes the volumes of a stack that a node's own engine has: no manager lists them.
 * @param label what the stack's volumes carry
 * @throws EngineError if they can't be listed
 */
export async function removeStackVolumes(engine: Engine, label: string): Promise<VolumeLeft[]> {
  const volumes = await engine.listLabelled(label, ['volume']);
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
