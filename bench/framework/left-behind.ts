import { readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import PQueue from 'p-queue';
import type { BareEngine } from '../setting/bare-engine.ts';

/** How much of each is there. */
export interface LeftBehind {
  readonly containers: number;
  readonly networks: number;
  /** In /var/run/netns. */
  readonly links: number;
  /** In /tmp/topology/docker. */
  readonly folders: number;
}

const PREDEFINED = ['bridge', 'host', 'none'];
const LINKS = '/var/run/netns';
const FOLDERS = '/tmp/topology/docker';
const REMOVED_AT_ONCE = 8;

export async function countLeftBehind(engine: BareEngine): Promise<LeftBehind> {
  return {
    containers: (await containers(engine)).length,
    networks: (await networks(engine)).length,
    links: (await entries(LINKS)).length,
    folders: (await entries(FOLDERS)).length,
  };
}

/** Removes all of it by force. */
export async function clearLeftBehind(engine: BareEngine): Promise<void> {
  const places = new PQueue({ concurrency: REMOVED_AT_ONCE });
  const removals = (await containers(engine)).map((id) =>
    places.add(() => engine.ask('DELETE', `/containers/${id}?force=1&v=1`)),
  );
  await Promise.all(removals);
  for (const id of await networks(engine)) await engine.ask('DELETE', `/networks/${id}`);
  for (const link of await entries(LINKS)) await unlink(link);
  for (const folder of await entries(FOLDERS)) await rm(folder, { recursive: true });
}

async function containers(engine: BareEngine): Promise<string[]> {
  return (await engine.json<{ Id: string }[]>('GET', '/containers/json?all=1')).map(({ Id }) => Id);
}

async function networks(engine: BareEngine): Promise<string[]> {
  const all = await engine.json<{ Id: string; Name: string }[]>('GET', '/networks');
  return all.filter(({ Name }) => !PREDEFINED.includes(Name)).map(({ Id }) => Id);
}

const entries = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).map((name) => join(folder, name));
