import type { EngineMember, KindOnEngine } from '../../../domain/engine.ts';
import { type EngineKind, isClusteredKind } from '../../../domain/kinds/kinds.ts';
import { listClustered } from '../swarm/ask-manager.ts';
import { configOnEngine, secretOnEngine } from '../swarm/engine-config.ts';
import { serviceOnEngine } from '../swarm/engine-service.ts';
import { containerOnEngine } from './engine-container.ts';
import { imageOnEngine } from './engine-image.ts';
import type { Conversation, Filters, NamedOnEngine, OnEngine } from './engine-kind.ts';
import { networkOnEngine } from './engine-network.ts';
import { volumeOnEngine } from './engine-volume.ts';

/** How an engine is asked for members, one line a kind. */
export const ON_ENGINE: Readonly<Record<EngineKind, NamedOnEngine> & Record<KindOnEngine, OnEngine>> = {
  container: containerOnEngine,
  network: networkOnEngine,
  volume: volumeOnEngine,
  service: serviceOnEngine,
  config: configOnEngine,
  secret: secretOnEngine,
  image: imageOnEngine,
};

/** The kinds that clients can name. */
export const namedOnEngine = (): readonly (readonly [kind: EngineKind, on: NamedOnEngine])[] =>
  Object.entries(ON_ENGINE).filter((entry): entry is [EngineKind, NamedOnEngine] => 'find' in entry[1]);

/**
 * All members, or those of certain kinds, requested at once. Without such kinds, an engine that is no manager of a Swarm is
 * not asked for what only a manager knows.
 */
export async function listMembers(
  talk: Conversation,
  filters: Filters,
  kinds?: readonly EngineKind[],
): Promise<EngineMember[]> {
  const asked = namedOnEngine().filter(([kind]) => kinds?.includes(kind) ?? true);
  const lists = await Promise.all(
    asked.map(([kind, on]) => {
      const list = () => on.list(talk, filters);
      return isClusteredKind(kind) ? listClustered(talk, list, kinds !== undefined) : list();
    }),
  );
  return lists.flat();
}
