import { EngineError, NoManager } from '../../../domain/engine.ts';
import { managersOf } from '../connection/engine-identity.ts';
import { hasNoSwarm, isAbsent, isOfWorker } from '../engine-answers.ts';
import type { Conversation } from '../kinds/engine-kind.ts';

type Talk = Pick<Conversation, 'docker' | 'swarm' | 'infoAnew' | 'abortSignal'>;

interface ToldSwarm {
  readonly NodeID?: string;
  readonly LocalNodeState?: string;
  readonly RemoteManagers?: unknown;
}

/** What the engine tells of its Swarm now. */
async function askSwarm(info: () => Promise<unknown>): Promise<ToldSwarm> {
  const { Swarm } = (await info()) as { readonly Swarm?: ToldSwarm | null };
  return Swarm ?? {};
}

/** The id of the engine's own node; '' in no Swarm. */
export async function ownNodeId(talk: Talk): Promise<string> {
  // It has none while it shuts down.
  talk.swarm.nodeId ||= (await askSwarm(() => talk.docker.info())).NodeID;
  return talk.swarm.nodeId ?? '';
}

/** Says where a manager is. */
const refusedByWorker = async (talk: Talk): Promise<NoManager> =>
  new NoManager(managersOf((await askSwarm(() => talk.docker.info())).RemoteManagers));

/**
 * An engine that was a manager may say so while it is locked, or has failed to start its Swarm. One that shuts down leaves its Swarm
 * first, and says so too on connections that it still serves.
 */
async function checkIsInNone(talk: Talk): Promise<void> {
  if (!talk.swarm.isManager) return;
  const { LocalNodeState = 'inactive' } = await askSwarm(talk.infoAnew);
  if (LocalNodeState !== 'inactive')
    throw new EngineError('unreachable', `the engine's part of its Swarm is ${LocalNodeState}`);
  talk.swarm.isManager = false;
}

/** The answer of a manager about one object; `undefined` if there is none, or the engine is in no Swarm. @throws EngineError */
export async function askManager<T>(talk: Talk, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    const answer = await ask();
    talk.swarm.isManager = true;
    return answer;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    if (isOfWorker(error)) throw await refusedByWorker(talk);
    if (!hasNoSwarm(error)) throw error;
    await checkIsInNone(talk);
    return undefined;
  }
}

/**
 * A list of what only a manager knows; empty in no Swarm.
 * @param isNamed whether just such kinds were asked for: then a worker refuses, and an engine is asked that has not shown that
 *   it is a manager
 * @throws EngineError also if a manager has become a worker
 */
export async function listClustered<T>(
  talk: Talk,
  list: () => Promise<readonly T[]>,
  isNamed: boolean,
): Promise<readonly T[]> {
  if (!isNamed && !talk.swarm.isManager) return [];
  return (await askManager(talk, list)) ?? [];
}
