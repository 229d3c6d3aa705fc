import { execFile } from 'node:child_process';
import { chmodSync, chownSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MadeHost } from '../made-host.ts';

const AS_USER = fileURLToPath(new URL('../fixtures/as-user.ts', import.meta.url));

export const NOBODY = 65_534;

interface Outcome {
  readonly error?: string;
  readonly removed?: boolean;
}

/** A host whose temporary folder everybody may enter, with a folder for commands. */
export function openHost(): MadeHost {
  const host = new MadeHost();
  chmodSync(host.base, 0o755);
  host.folder('bin');
  return host;
}

/** Puts a `sudo` on the PATH that says no, or runs what it is given as the user that it is. */
export function sudo(host: MadeHost, script: string): void {
  const path = host.file('bin/sudo', `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

/** Gives what is there to `nobody`, each with its mode where that is given. */
export function give(host: MadeHost, names: Readonly<Record<string, number | undefined>>): void {
  for (const [name, mode] of Object.entries(names)) {
    chownSync(host.at(name), NOBODY, NOBODY);
    if (mode !== undefined) chmodSync(host.at(name), mode);
  }
}

/** Looks a path up as `nobody`, and removes it; `more` is for the fixture. */
export async function asNobody(host: MadeHost, ref: string, ...more: readonly string[]): Promise<Outcome> {
  const args = [AS_USER, String(NOBODY), host.root, 'path', ref, ...more];
  const run = promisify(execFile)(process.execPath, args, { env: { PATH: host.at('bin') } });
  return JSON.parse((await run).stdout);
}
