import { HostError } from '../../../domain/ports.ts';
import { unlessGone } from './host-errors.ts';
import type { OpenEntry } from './open-entry.ts';

/** An error shows no more of a path than that, in characters. */
const MOST_SHOWN = 200;

/**
 * The folder of a tree at which a walk is, held by a handle. Only that one and the top are held, however deep it is: the way
 * back up is `..`, and it is taken only to the folder that the walk came from. Links are not followed, mounts not crossed.
 */
export class TreePosition implements AsyncDisposable {
  readonly #top: OpenEntry;
  /** Of each folder above: which one it is, and under which name it holds the next one. */
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

  /** The path from the top, for people; with what is below here, where that is given. */
  where(...names: readonly Buffer[]): string {
    const text = [...this.#above.map(({ name }) => name), ...names].join('/');
    return text.length > MOST_SHOWN ? `…${text.slice(-MOST_SHOWN)}` : text;
  }

  /** Goes into a folder. @returns `false` where it is gone, or is no folder @throws HostError where it is a mount */
  async down(name: Buffer): Promise<boolean> {
    const child = await unlessGone(this.#here.child(name));
    if (child === undefined) return false;
    const isMount = !child.isOnMountOf(this.#here);
    if (isMount || !child.stat.isDirectory()) {
      await child[Symbol.asyncDispose]();
      if (isMount) throw new HostError('held', `${this.where(name)} is a mount, and none is crossed`);
      return false;
    }
    const { identity } = this.#here;
    await this.#moveTo(child);
    this.#above.push({ identity, name });
    return true;
  }

  /** Goes back. @returns under which name that folder is known here; `undefined` where it was moved meanwhile */
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
