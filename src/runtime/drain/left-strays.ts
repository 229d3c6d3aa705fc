import type { EngineMember } from '../../domain/engine.ts';
import type { DrainOutcome, Leak } from '../../domain/leaks/leak.ts';
import type { Settings } from '../../domain/settings.ts';
import { aboutStray, type LeftStrays, type Stray, type Strays } from '../../domain/strays/stray.ts';
import type { TopologyId } from '../../domain/topology/topology.ts';
import type { Predecessor } from '../agent-parts.ts';
import type { StraySearch } from '../lookup/stray-search.ts';

interface LeftStraysParts {
  readonly straySearch: StraySearch;
  readonly settings: Pick<Settings, 'strays'>;
  readonly predecessor?: Predecessor | undefined;
}

/**
 * What a drain tells of the strays that are still there: leaks if it should have collected them.
 * @param listed what the engine lists now
 * @throws EngineError
 */
export async function leftStrays(
  { straySearch, settings, predecessor }: LeftStraysParts,
  listed: readonly EngineMember[],
  final: boolean,
): Promise<Pick<DrainOutcome, 'leaks' | 'strays'>> {
  if (settings.strays === 'ignore') return { leaks: [] };
  const found = await straySearch.among(listed);
  if (found.members.length === 0) return { leaks: [] };
  if (settings.strays === 'collect' && final)
    return { leaks: found.members.map((stray) => leakOf(stray, found)) };
  // A sweep belongs to another job, which did not make them.
  const isFailure = settings.strays === 'fail' && final && !predecessor?.isJobOver;
  const strays: LeftStrays = { ...found, ...(isFailure && { isFailure }) };
  return { leaks: [], strays };
}

function leakOf(stray: Stray, { others }: Strays): Leak {
  const { kind, id, name, site } = stray;
  const about = {
    ...{ topology: 'strays' as TopologyId, kind, id, name },
    ...(site !== undefined && { site }),
  };
  const told = aboutStray(stray);
  if (stray.cause !== undefined) return { ...about, cause: stray.cause, reason: told };
  if (others === undefined)
    return { ...about, cause: 'stray', reason: `${told}, and was still there after the drain` };
  return {
    ...about,
    cause: 'unsure',
    reason: `${told}; it may be of ${others.join(', ')}, on the same engine`,
  };
}
