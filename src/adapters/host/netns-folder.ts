import { constants } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { pidOfTarget } from '../../domain/kinds/netns-rules.ts';
import { HostError, type HostFacts, type HostMember } from '../../domain/ports.ts';
import type { LeftoverRules, OnHost } from './host-kind.ts';
import { birthOf, fileOf } from './paths/file-identity.ts';
import { hasCode, unlessGone } from './paths/host-errors.ts';
import type { OpenEntry } from './paths/open-entry.ts';
import { openFolderOf } from './paths/way-to-path.ts';

const { W_OK, X_OK } = constants;

async function find(name: string, rules: LeftoverRules): Promise<HostMember | undefined> {
  await using folder = await openNetnsFolder(name, rules);
  await using entry = folder && (await unlessGone(folder.child(name)));
  if (folder === undefined || entry === undefined) return undefined;
  const pid = await targetOf(folder, entry, name);
  await folder.checkRights(W_OK | X_OK);
  const { stat } = entry;
  const process = { pid, isAlive: isAlive(pid) };
  return { kind: 'netns', id: name, name, ...birthOf(stat), file: fileOf(stat), process };
}

async function remove({ id: name, file }: HostFacts, rules: LeftoverRules): Promise<void> {
  await using folder = await openNetnsFolder(name, rules);
  await using entry = folder && (await unlessGone(folder.child(name)));
  if (folder === undefined || entry === undefined || fileOf(entry.stat) !== file) return;
  await targetOf(folder, entry, name);
  await unlessGone(folder.unlink(name));
}

/** `/var/run` is a link to `/run` on most systems; later steps follow no link. */
async function openNetnsFolder(
  name: string,
  { netnsFolder, owners }: LeftoverRules,
): Promise<OpenEntry | undefined> {
  const real = await unlessGone(realpath(netnsFolder));
  return real === undefined ? undefined : openFolderOf(join(real, name), { roots: [real], owners });
}

/** @returns the pid in `/proc/PID/ns/net` @throws HostError for anything but a link to that */
async function targetOf(folder: OpenEntry, entry: OpenEntry, name: string): Promise<number> {
  if (!entry.stat.isSymbolicLink())
    throw new HostError('refused', 'it is no link: `ip netns delete` removes what `ip netns add` has made');
  const target = await folder.readlink(name);
  const pid = pidOfTarget(target);
  if (pid === undefined)
    throw new HostError('refused', `it points to ${target}, and not to /proc/PID/ns/net`);
  return pid;
}

/** Works also if `/proc` hides the processes of others (its option `hidepid`). */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

export const netnsOnHost: OnHost = {
  find,
  remove,
  placeOf: (name, { netnsFolder }) => join(netnsFolder, name),
};
