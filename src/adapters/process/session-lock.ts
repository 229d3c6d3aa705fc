import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, linkSync, readdirSync, unlinkSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { TopoGcError } from '../../domain/errors.ts';
import { OpenFolder } from '../files/open-folder.ts';

const LOCK = /^lock\.(\d+)$/;

const fileOf = (generation: number): string => `lock.${generation}`;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/**
 * Whether a process works for the session of that state folder. The lock is a socket in the folder on which that
 * process listens: the kernel takes connections while the process exists, even stopped, frozen or in another container,
 * and refuses them when it is gone.
 * @throws Error if that can't be known
 */
export async function isLocked(stateFolder: string): Promise<boolean> {
  using folder = new OpenFolder(stateFolder);
  return await isAnyHeld(folder, generationsIn(folder));
}

/**
 * Makes this process the only one that works for a session, for as long as it lives: the lock ends with the process,
 * however that ends. The socket gets its name only when it listens, by a link that can be made once. The names count
 * up, so that the removal of an unused one can't take another process's.
 * @throws TopoGcError `session-taken` if another process holds it
 */
export async function lockSession(stateFolder: string, session: string): Promise<void> {
  using folder = new OpenFolder(stateFolder);
  const lock = createServer((connection) => connection.destroy());
  const temporary = join(folder.path, `lock-${randomUUID()}`);
  lock.listen(temporary);
  try {
    await once(lock, 'listening');
    chmodSync(temporary, 0o600);
    await take(folder, temporary, session);
  } catch (error) {
    await closed(lock);
    throw error;
  } finally {
    removeIfThere(temporary);
  }
  // A connection that can't be accepted still answers the question.
  lock.on('error', () => {});
  lock.unref();
}

async function take(folder: OpenFolder, temporary: string, session: string): Promise<void> {
  const others = generationsIn(folder);
  if (await isAnyHeld(folder, others)) throw taken(session);
  const own = Math.max(0, ...others) + 1;
  try {
    linkSync(temporary, join(folder.path, fileOf(own)));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return take(folder, temporary, session);
  }
  // A process that looked earlier may hold a lower number, and one that looked later a higher one.
  const now = generationsIn(folder).filter((generation) => generation !== own);
  if (await isAnyHeld(folder, now)) {
    removeIfThere(join(folder.path, fileOf(own)));
    throw taken(session);
  }
  for (const generation of now) if (generation < own) removeIfThere(join(folder.path, fileOf(generation)));
}

const taken = (session: string) =>
  new TopoGcError('session-taken', `Another process works for the session ${session}`);

const generationsIn = (folder: OpenFolder): number[] =>
  readdirSync(folder.path).flatMap((name) => {
    const [, generation] = LOCK.exec(name) ?? [];
    return generation === undefined ? [] : [Number(generation)];
  });

async function isAnyHeld(folder: OpenFolder, generations: readonly number[]): Promise<boolean> {
  for (const generation of generations) if (await isHeld(join(folder.path, fileOf(generation)))) return true;
  return false;
}

/** `EAGAIN`: so many have asked a stopped process that its queue is full. */
const HELD = new Set<string | undefined>(['EAGAIN']);

/** No process listens there, or the socket has been removed since it was seen. */
const FREE = new Set<string | undefined>(['ECONNREFUSED', 'ENOENT']);

async function isHeld(path: string): Promise<boolean> {
  const connection = createConnection(path);
  try {
    await once(connection, 'connect');
    return true;
  } catch (error) {
    if (HELD.has(codeOf(error))) return true;
    if (FREE.has(codeOf(error))) return false;
    // The process went during the question.
    if (codeOf(error) === 'ECONNRESET') return await isHeld(path);
    throw error;
  } finally {
    connection.destroy();
  }
}

const closed = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
