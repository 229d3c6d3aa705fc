import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runAsRoot } from '../engine/root-command.ts';

/** For benchmarks of networks (RFC 2544): no address pool of an engine or of a Swarm lies in it. */
const SUBNET = '198.18.0';
const FIRST_HOST = 11;
const SWITCH = 'switch';

/** A network namespace of its own on the lab's switch. */
export interface LabPort {
  readonly address: string;
  /** A command line that ends with the command to run in it. */
  readonly entering: readonly ['nsenter', ...string[]];
  /** Like a cable that is pulled and plugged in again. */
  readonly setPlugged: (isPlugged: boolean) => Promise<void>;
}

/**
 * A switch with as many ports as are asked for, each of which is a network namespace. The bridge is in a namespace too: this
 * machine's own firewall and links never see it, and all of it goes with its last process and the folder's mounts.
 */
export class LabNetwork {
  readonly #folder: string;
  #ports = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param folder in which the namespaces are kept, as mounts that are its remover's to unmount */
  static async make(folder: string): Promise<LabNetwork> {
    await mkdir(folder);
    const network = new LabNetwork(folder);
    await network.#makeNamespace(SWITCH);
    await network.#run(SWITCH, 'ip link add bridge type bridge && ip link set bridge up');
    return network;
  }

  /**
   * There is no way out of it: what asks for a registry or a name server hears at once that there is none, instead of
   * waiting for an answer.
   */
  async addPort(name: string): Promise<LabPort> {
    const address = `${SUBNET}.${FIRST_HOST + this.#ports}`;
    const port = `port${this.#ports}`;
    this.#ports += 1;
    await this.#makeNamespace(name);
    const peer = `peer name ${port} netns ${this.#path(SWITCH)}`;
    await this.#run(
      name,
      `ip link add eth0 type veth ${peer} && ip address add ${address}/24 dev eth0 && ip link set eth0 up`,
    );
    await this.#run(SWITCH, `ip link set ${port} master bridge up`);
    return {
      address,
      entering: this.#entering(name),
      setPlugged: (isPlugged) => this.#run(SWITCH, `ip link set ${port} ${isPlugged ? 'up' : 'down'}`),
    };
  }

  async #makeNamespace(name: string): Promise<void> {
    await writeFile(this.#path(name), '');
    await runAsRoot('unshare', `--net=${this.#path(name)}`, '--', 'ip', 'link', 'set', 'lo', 'up');
  }

  #run(name: string, script: string): Promise<void> {
    return runAsRoot(...this.#entering(name), 'sh', '-c', script);
  }

  /** Not `ip netns exec`, which mounts a `/sys` without control groups. */
  #entering(name: string) {
    return ['nsenter', `--net=${this.#path(name)}`, '--'] as const;
  }

  readonly #path = (name: string): string => join(this.#folder, name);
}
