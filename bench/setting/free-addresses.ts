import { setTimeout as sleep } from 'node:timers/promises';
import type { BareEngine } from './bare-engine.ts';

interface Task {
  readonly NetworksAttachments?: readonly { readonly Addresses?: readonly string[] }[];
}

const COUNTS = 'topo-gc-bench.counts';
/** More than a subnet has. */
const ADDRESSES = 256;
const LOOK_MS = 100;
/** It takes well below a second until a manager has given all addresses that it has. */
const SETTLED_MS = 2_000;
const TIMEOUT_MS = 60_000;

/** An overlay network whose addresses can be counted: one that is lost is free for nobody until the manager starts anew. */
export class CountedNetwork {
  readonly id: string;
  readonly #manager: BareEngine;
  readonly #name: string;

  private constructor(manager: BareEngine, name: string, id: string) {
    this.#manager = manager;
    this.#name = name;
    this.id = id;
  }

  /** @param subnet `10.0.0.0/24`: 20 rounds of a rival may lose 12 addresses each */
  static async make(manager: BareEngine, name: string, subnet: string): Promise<CountedNetwork> {
    const IPAM = { Driver: 'default', Config: [{ Subnet: subnet }] };
    const made = await manager.json<{ Id: string }>('POST', '/networks/create', {
      Name: name,
      Driver: 'overlay',
      IPAM,
    });
    return new CountedNetwork(manager, name, made.Id);
  }

  /** How many are free: asks for more than there are, for tasks that no node may run. */
  async free(): Promise<number> {
    const name = `${this.#name}-count`;
    const { ID } = await this.#manager.json<{ ID: string }>('POST', '/services/create', {
      Name: name,
      Labels: { [COUNTS]: name },
      Mode: { Replicated: { Replicas: ADDRESSES } },
      TaskTemplate: {
        ContainerSpec: { Image: 'none' },
        Placement: { Constraints: ['node.id==none'] },
        Networks: [{ Target: this.id }],
      },
      EndpointSpec: { Mode: 'dnsrr' },
    });
    // By label: tasks of a service that is gone can't be asked for by its id.
    const filters = JSON.stringify({ label: [`${COUNTS}=${name}`] });
    const path = `/tasks?filters=${encodeURIComponent(filters)}`;
    const given = async () =>
      (await this.#manager.json<Task[]>('GET', path)).filter(({ NetworksAttachments = [] }) =>
        NetworksAttachments.some(({ Addresses = [] }) => Addresses.length > 0),
      ).length;
    const count = await settled(given);
    await this.#manager.ask('DELETE', `/services/${ID}`);
    await settled(given, 0);
    return count;
  }

  /** Where nothing is on it any more. */
  async remove(): Promise<void> {
    await this.#manager.ask('DELETE', `/networks/${this.id}`);
  }
}

/** Waits until a count has not changed for a while, or is the one that is waited for. */
async function settled(look: () => Promise<number>, wanted?: number): Promise<number> {
  const deadline = performance.now() + TIMEOUT_MS;
  let [count, since] = [await look(), performance.now()];
  while (count !== wanted && (wanted !== undefined || performance.now() - since < SETTLED_MS)) {
    if (performance.now() > deadline) throw new Error(`a count is still ${count} after ${TIMEOUT_MS} ms`);
    await sleep(LOOK_MS);
    const next = await look();
    if (next !== count) since = performance.now();
    count = next;
  }
  return count;
}
