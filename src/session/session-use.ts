import { isMissing, isThere } from '../adapters/files/missing.ts';
import { readJournal } from '../adapters/journal/journal-reading.ts';
import type { ProcessName } from '../adapters/journal/session-files.ts';
import type { StateFolder } from '../adapters/journal/state-folder.ts';
import { isAlive } from '../adapters/process/process-identity.ts';
import { isLocked } from '../adapters/process/session-lock.ts';
import { fold } from '../domain/ledger/fold.ts';
import { emptyLedger } from '../domain/ledger/ledger.ts';

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
 * The process that keeps a session in use although its agent is dead, in words; `undefined` if this process sees none.
 * It is the command that started the agent, or the owner of a lease: what is leased or labelled is in use then.
 * @throws NotOwn; Error if the files of the session can't be read
 */
export async function sessionUser(folder: StateFolder): Promise<string | undefined> {
  const { owner } = folder.readSession();
  if (owner !== undefined && isAlive(owner))
    return `the process ${owner.pid}, which started its agent, lives`;
  const leasing = (await leaseOwners(folder)).find(isAlive);
  return leasing && `the process ${leasing.pid}, which leases from it, lives`;
}

/** Leases don't name the boot: it is the boot of the agent that took them. */
async function leaseOwners(folder: StateFolder): Promise<ProcessName[]> {
  const agent = folder.readAgent();
  if (agent === undefined || !isThere(folder.journal)) return [];
  const ledger = emptyLedger();
  for (const event of (await readJournal(folder.journal)).events) fold(ledger, event);
  return [...ledger.leases.values()].flatMap(({ owner }) =>
    owner === undefined ? [] : [{ ...owner, bootId: agent.bootId }],
  );
}
