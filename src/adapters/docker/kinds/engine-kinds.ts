import type { EngineMember, KindOnEngine } from '../../../domain/engine.ts';
import type { EngineKind } from '../../../domain/kinds/kinds.ts';
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
  image: imageOnEngine,
};

/** The kinds that clients can name. */
export const namedOnEngine = (): readonly (readonly [kind: EngineKind, on: NamedOnEngine])[] =>
  Object.entries(ON_ENGINE).filter((entry): entry is [EngineKind, NamedOnEngine] => 'find' in entry[1]);

/** All members of those kinds, requested at once. */
export async function listMembers(talk: Conversation, filters: Filters): Promise<EngineMember[]> {
  const lists = await Promise.all(namedOnEngine().map(([, on]) => on.list(talk, filters)));
  return lists.flat();
}
