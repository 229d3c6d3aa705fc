import { EngineError } from '../../../domain/engine.ts';
import { siteOf } from '../../../domain/site.ts';
import { retryEngine } from '../../engine-retry.ts';
import { type Holder, sortHolders, UsedByOthers } from './network-holders.ts';
import { hasFault, type Removal, type RemovalParts, type Remover } from './remover.ts';

/** Between two looks at what still holds a network, in ms. */
const HOLDER_WAIT_MS = 100;

/**
 * Removes a network once the containers that hold it have exited; disconnects only endpoints of our own and of the
 * job's own containers.
 */
export const removeNetwork: Remover<'network'> = async (parts, removal) => {
  const { engine, sites, state, clock, requests } = parts;
  const { topology, member, limit } = removal;
  const { signal } = limit;
  await requests.untilExited(removal.holders, signal);
  for (;;) {
    try {
      if (member.isOverlay) await checkUnused(parts, removal);
      return await requests.ask(topology, member, signal);
    } catch (error) {
      if (!hasFault(error, 'in-use')) throw error;
      const holders = await findHolders(parts, removal, error);
      // A shared network stays for its users, such as the job's own container.
      const jobs = member.shared ? [] : siteOf(sites, member).guarded.containers;
      const { ours, others } = sortHolders(state.ledger, holders, jobs);
      if (others.length > 0) throw new UsedByOthers(error, others);
      for (const { id } of ours)
        await retryEngine(() => engine.at(member.site).disconnect(member.id, id), signal);
      await clock.sleep(HOLDER_WAIT_MS, signal);
      if (signal.aborted) throw error;
    }
  }
};

/** A Swarm would remove an overlay from under containers that still stop, and lose their addresses. */
async function checkUnused(
  { engine }: RemovalParts,
  { member: { id, name, site }, limit }: Removal<'network'>,
): Promise<void> {
  const holders = await retryEngine(() => engine.at(site).endpoints(id), limit.signal);
  if (holders.length > 0) throw new EngineError('in-use', `overlay network ${name} still has users`);
}

/** The holders of a network; if the engine does not tell, the network stays `inUse` by an unknown holder. */
async function findHolders(
  { engine, log }: RemovalParts,
  { member: { id, name, site }, limit }: Removal<'network'>,
  inUse: EngineError,
): Promise<readonly Holder[]> {
  try {
    return await retryEngine(() => engine.at(site).endpoints(id), limit.signal);
  } catch (error) {
    log.warn(`the holders of network ${name} are not known`, { error });
    throw new UsedByOthers(inUse, []);
  }
}
