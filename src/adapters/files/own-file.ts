import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, type Stats } from 'node:fs';

const { O_NOFOLLOW, O_NONBLOCK } = constants;

/** Added to the flags of open(2): follows no link, and does not wait for a foreign pipe. */
export const UNFOLLOWED = O_NOFOLLOW | O_NONBLOCK;

/** Why something does not count; the text follows its path. */
export class NotOwn extends Error {
  override readonly name = 'NotOwn';
}

/** The effective user of this process. */
export const ownUser = (): number => process.geteuid?.() ?? 0;

const whyNotOwn = (path: string, { uid }: Stats): string | undefined =>
  uid === ownUser() ? undefined : `${path} belongs to the user ${uid}, not to ${ownUser()}`;

/** Why something is not a folder of this user's; a link does not count, if `stats` are of the link itself. */
export const whyNotOwnFolder = (path: string, stats: Stats): string | undefined =>
  stats.isDirectory() ? whyNotOwn(path, stats) : `${path} is no folder`;

function check(why: string | undefined): void {
  if (why !== undefined) throw new NotOwn(why);
}

/** @throws NotOwn unless it is a plain file of this user's */
export function checkOwnFile(path: string, stats: Stats): void {
  check(stats.isFile() ? whyNotOwn(path, stats) : `${path} is no plain file`);
}

/** @throws NotOwn as `whyNotOwnFolder` says */
export function checkOwnFolder(path: string, stats: Stats): void {
  check(whyNotOwnFolder(path, stats));
}

/** Whether a folder of this user's is there; a link does not count. */
export function isOwnFolder(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return (stats?.isDirectory() ?? false) && stats?.uid === ownUser();
}

/** Our files are records of one session: a larger file is something else. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads a plain file of this user's. @throws NotOwn if it is something else; Error `ENOENT` and the like */
export function readOwnFile(path: string): string {
  const descriptor = openSync(path, constants.O_RDONLY | UNFOLLOWED);
  try {
    const stats = fstatSync(descriptor);
    checkOwnFile(path, stats);
    if (stats.size > MOST_BYTES) throw new NotOwn(`${path} is larger than ${MOST_BYTES} bytes`);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}
