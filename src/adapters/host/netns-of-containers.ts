import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pidOfTarget } from '../../domain/kinds/netns-rules.ts';
import type { ContainerProcess, NetnsFolder } from '../../domain/ports.ts';
import { unlessGone } from './paths/host-errors.ts';

interface NetnsOptions {
  readonly proc?: string;
}

/** Links to network namespaces, as `/proc` and the folder show them to every user. */
export class NetnsOfContainers implements NetnsFolder {
  readonly #folder: string;
  readonly #proc: string;

  /** @param folder `/var/run/netns`, from which `ip netns` takes the names */
  constructor(folder: string, { proc = '/proc' }: NetnsOptions = {}) {
    this.#folder = folder;
    this.#proc = proc;
  }

  async exists(): Promise<boolean> {
    return (await this.#read()) !== undefined;
  }

  async list(): Promise<readonly string[]> {
    return (await this.#read()) ?? [];
  }

  /** By the pid alone: a network namespace may be shared with a container that stays, or be the host's. */
  async linksTo(pids: ReadonlySet<number>): Promise<readonly string[]> {
    const names = await this.list();
    const targets = await Promise.all(names.map((name) => this.#pidOf(name)));
    return names.filter((_, at) => pids.has(targets[at] ?? 0));
  }

  /** The control group of a container's process has the container's id in its name, whatever its driver. */
  async holds({ id, pid }: ContainerProcess): Promise<boolean> {
    const groups = await readFile(join(this.#proc, String(pid), 'cgroup'), 'utf8').catch(() => '');
    return groups.includes(id);
  }

  #read(): Promise<string[] | undefined> {
    return unlessGone(readdir(this.#folder));
  }

  /** `undefined` for anything but a link: `ip netns add` has made it. */
  async #pidOf(name: string): Promise<number | undefined> {
    return pidOfTarget(await readlink(join(this.#folder, name)).catch(() => ''));
  }
}
