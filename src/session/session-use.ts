import { isMissing, isThere } from '../adapters/files/missing.ts';
import { systemClock } from '../adapters/host/system-clock.ts';
import { readJournal } from '../adapters/journal/journal-reading.ts';
import type { StateFolder } from '../adapters/journal/state-folder.ts';
import { isAlive } from '../adapters/process/process-identity.ts';
import { isLocked } from '../adapters/process/session-lock.ts';
import { fold } from '../domain/ledger/fold.ts';
import { emptyLedger } from '../domain/ledger/ledger.ts';
import type { Lease } from '../domain/topology/lease.ts';

/**
 * Whether a process works for the session of a folder: its agent, in whatever container, or a process that drains in
 * its place.
 * @throws Error if that can't be known
 */
export async function agentLives(folder: StateFolder): Promise<boolean> {
  try {
    return await isLocked(folder.path);
  } catch (error) {
    // The folder has been removed since it was seen.
    if (isMissing(error)) return false;
    throw error;
  }
}

/**
 * What keeps a session in use although its agent is dead, in words; `undefined` if this process sees nothing. It is the
 * command that started the agent, the owner of a lease, or a lease with a time to live that is not over: what is leased
 * or labelled is in use then.
 * @throws NotOwn; Error if the files of the session can't be read
 */
export async function sessionUser(folder: StateFolder): Promise<string | undefined> {
  const { owner } = folder.readSession();
  if (owner !== undefined && isAlive(owner))
    return `the process ${owner.pid}, which started its agent, lives`;
  const agent = folder.readAgent();
  if (agent === undefined) return undefined;
  const leases = await leasesOf(folder);
  // Leases don't name the boot: it is the boot of the agent that took them.
  const leasing = leases
    .flatMap(({ owner: process }) => (process === undefined ? [] : [{ ...process, bootId: agent.bootId }]))
    .find(isAlive);
  if (leasing !== undefined) return `the process ${leasing.pid}, which leases from it, lives`;
  return leases.map((lease) => lastsUntil(lease, folder.lastAlive)).find((why) => why !== undefined);
}

/** No request could renew a lease since its agent died, so that its whole time begins there, as in a new agent. */
function lastsUntil({ id, ttl }: Lease, lastAlive: number): string | undefined {
  if (ttl === undefined) return undefined;
  const end = Math.max(ttl.spokenAt, lastAlive) + ttl.ms;
  return systemClock.timeOfDay() < end
    ? `its lease ${id} lasts until ${new Date(end).toISOString()}`
    : undefined;
}

async function leasesOf(folder: StateFolder): Promise<Lease[]> {
  if (!isThere(folder.journal)) return [];
  const ledger = emptyLedger();
  for (const event of (await readJournal(folder.journal)).events) fold(ledger, event);
  return [...ledger.leases.values()];
}
