import { HostError } from '../../../domain/ports.ts';
import { unlessGone } from './host-errors.ts';
import type { OpenEntry } from './open-entry.ts';

/** The longest part of a path in an error, in characters. */
const MOST_SHOWN = 200;

/**
 * The current folder of a walk through a tree, held by a handle. Only this folder and the top are held, at any depth:
 * the way back up is `..`, and only to the folder that the walk came from. Follows no links and crosses no mounts.
 */
export class TreePosition implements AsyncDisposable {
  readonly #top: OpenEntry;
  /** For each folder above: its identity, and its name for the next one. */
  readonly #above: { readonly identity: string; readonly name: Buffer }[] = [];
  #here: OpenEntry;

  /** @param top held by the caller, and still held in the end */
  constructor(top: OpenEntry) {
    this.#top = top;
    this.#here = top;
  }

  get here(): OpenEntry {
    return this.#here;
  }

  /** The path from the top, for people; with names below this folder, if given. */
  where(...names: readonly Buffer[]): string {
    const text = [...this.#above.map(({ name }) => name), ...names].join('/');
    return text.length > MOST_SHOWN ? `…${text.slice(-MOST_SHOWN)}` : text;
  }

  /** Goes into a folder. @returns `false` if it is gone, or is not a folder @throws HostError if it is a mount */
  async down(name: Buffer): Promise<boolean> {
    const child = await unlessGone(this.#here.child(name));
    if (child === undefined) return false;
    const isMount = !child.isOnMountOf(this.#here);
    if (isMount || !child.stat.isDirectory()) {
      await child[Symbol.asyncDispose]();
      if (isMount) throw new HostError('held', `${this.where(name)} is a mount, and the agent crosses none`);
      return false;
    }
    const { identity } = this.#here;
    await this.#moveTo(child);
    this.#above.push({ identity, name });
    return true;
  }

  /** Goes back. @returns the left folder's name here; `undefined` if it was moved meanwhile */
  async up(): Promise<Buffer | undefined> {
    const above = this.#above.at(-1);
    if (above === undefined) return undefined;
    await this.#moveTo(this.#above.length === 1 ? this.#top : await this.#here.parent());
    if (this.#here.identity !== above.identity) return undefined;
    this.#above.pop();
    return above.name;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#moveTo(this.#top);
  }

  async #moveTo(next: OpenEntry): Promise<void> {
    const left = this.#here;
    this.#here = next;
    if (left !== this.#top) await left[Symbol.asyncDispose]();
  }
}
