import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OwnLeftovers } from '../../../../src/adapters/host/own-leftovers.ts';
import type { HostKind } from '../../../../src/domain/kinds/kinds.ts';
import { HostError, type HostMember } from '../../../../src/domain/ports.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const ROOT = 0;

/** Enough to look through any tree of these tests, in ms. */
export const LOOK_MS = 60_000;

/** Whose folders are relied on where these tests run. */
export const OWNERS = [ROOT, process.geteuid?.() ?? ROOT];

/** A root for paths and a folder for links, in a temporary folder, and what has the rights of this process there. */
export class MadeHost implements Disposable {
  readonly #folder = new TemporaryFolder();
  /** What holds the root. */
  readonly base = this.#folder.path;
  readonly root = this.#folder.file('root');
  readonly netns = this.#folder.file('netns');
  readonly leftovers = new OwnLeftovers({
    roots: [this.root],
    netnsFolder: this.netns,
    owners: OWNERS,
  });

  constructor() {
    this.folder('root');
    this.folder('netns');
    this.file('outside/precious', 'keep me');
  }

  /** Makes a folder that only its owner may write, whatever the umask; with those above it. */
  folder(name: string): string {
    const path = this.#folder.file(name);
    const first = mkdirSync(path, { recursive: true, mode: 0o755 });
    if (first !== undefined) chmodSync(first, 0o755);
    chmodSync(path, 0o755);
    return path;
  }

  /** Makes a file, with the folders above it. */
  file(name: string, content = ''): string {
    this.folder(join(name, '..'));
    const path = this.#folder.file(name);
    writeFileSync(path, content);
    return path;
  }

  /** Beside the root: nothing there may ever be touched. */
  get isOutsideWhole(): boolean {
    return existsSync(this.at('outside/precious'));
  }

  at(name: string): string {
    return this.#folder.file(name);
  }

  /** @throws Error where nothing is there */
  async find(kind: HostKind, ref: string, lookForMs = LOOK_MS): Promise<HostMember> {
    const found = await this.leftovers.find(kind, ref, lookForMs);
    if (found === undefined) throw new Error(`there is no ${ref}`);
    return found;
  }

  remove(member: HostMember, signal = new AbortController().signal): Promise<void> {
    return this.leftovers.remove(member, signal);
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}

/** Why a look or a removal was refused, as `fault: message`. @throws Error where it was not */
export async function whyNot(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof HostError) return `${error.fault}: ${error.message}`;
    throw error;
  }
  throw new Error('it was not refused');
}
