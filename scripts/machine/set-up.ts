import { spawnSync } from 'node:child_process';
import { findCommand, isRootToBeHad } from '../engine/root-command.ts';
import { Apt } from './apt.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Requirement } from './requirement.ts';

/**
 * Installs what this machine lacks of these, from the distribution or into the user's cache, and says so in one line each.
 *
 * @throws Error that says what to type, where it can't be installed; with what apt said, where apt fails
 */
export async function setUp(requirements: readonly Requirement[]): Promise<void> {
  const missing = await unmet(requirements);
  const isOwn = ({ install }: Requirement) => install !== undefined;
  await installPackages(missing.filter((each) => !isOwn(each)));
  for (const { from, install } of missing.filter(isOwn)) {
    console.error(`set-up: installing ${from.join(', ')} into ${cacheFolder('')}`);
    await install?.();
  }
}

async function installPackages(missing: readonly Requirement[]): Promise<void> {
  if (missing.length === 0) return;
  if (findCommand('apt-get') === undefined)
    throw new Error(`set-up: there is no apt-get here; install by hand: ${namesOf(missing).join(' ')}`);
  if (!isRootToBeHad())
    throw new Error(`set-up: neither root nor sudo without a password; type first: ${byHand(missing)}`);
  await using apt = await Apt.open();
  await apt.run('update');
  const names = namesOf(missing);
  console.error(`set-up: installing ${names.join(', ')} from the distribution`);
  await apt.run('install', '--yes', '--no-install-recommends', ...names);
  const still = await unmet(missing);
  if (still.length > 0)
    throw new Error(
      `set-up: ${namesOf(still).join(', ')} did not bring what is needed of it: see scripts/machine/packages.ts`,
    );
}

async function unmet(requirements: readonly Requirement[]): Promise<Requirement[]> {
  const all = [...new Set(requirements)];
  const met = await Promise.all(all.map(({ isMet }) => isMet()));
  return all.filter((_, at) => !met[at]);
}

const namesOf = (requirements: readonly Requirement[]): string[] => [
  ...new Set(requirements.map(({ from }) => chooseName(from))),
];

function chooseName(names: readonly string[]): string {
  const [first = ''] = names;
  if (names.length === 1) return first;
  return (
    names.find((name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0) ?? first
  );
}

const byHand = (missing: readonly Requirement[]): string =>
  `sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${namesOf(missing).join(' ')}`;
