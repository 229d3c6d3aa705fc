import { setTimeout as sleep } from 'node:timers/promises';
import type { BareEngine } from '../setting/bare-engine.ts';

type HeldKind = 'secrets' | 'configs' | 'networks';

/** Of the `docker` command of 2026, between two looks at the tasks. */
const TASK_LOOK_MS = 200;
/** Of people's loops, between two tries. */
const NETWORK_LOOK_MS = 200;
const TIMEOUT_MS = 120_000;

const PAST_RUNNING = new Set(['complete', 'shutdown', 'failed', 'rejected', 'remove', 'orphaned']);

/** As `docker stack rm` asks a manager: one kind after the other, one object after the other; see docker/cli, stack/remove.go. */
export class StackRm {
  readonly #manager: BareEngine;
  readonly #filters: string;
  readonly #refusals = new Set<string>();

  constructor(manager: BareEngine, stack: string) {
    this.#manager = manager;
    const label = [`com.docker.stack.namespace=${stack}`];
    this.#filters = `filters=${encodeURIComponent(JSON.stringify({ label }))}`;
  }

  /** Does not wait: networks are asked for while containers stop. */
  async detached(): Promise<void> {
    await this.#removeServices();
    await this.#removeHeld();
  }

  /** As of `--detach=false`, of a command that waits before it removes networks. Earlier ones, up to 28 at least, wait behind that. */
  async attached(): Promise<void> {
    await this.#removeServices();
    await until(TASK_LOOK_MS, async () => {
      const path = `/tasks?${this.#filters}`;
      const tasks = await this.#manager.json<{ Status: { State: string } }[]>('GET', path);
      return tasks.every(({ Status }) => PAST_RUNNING.has(Status.State));
    });
    await this.#removeHeld();
  }

  /** What people write behind either: removes networks until there are none. */
  async untilNetworksGone(): Promise<void> {
    await until(NETWORK_LOOK_MS, async () => {
      const networks = await this.#ids('networks');
      await this.#removeAll('networks', networks);
      return networks.length === 0;
    });
  }

  /** What the manager has refused, in its words, such as a network that is in use; each once. */
  get refusals(): readonly string[] {
    return [...this.#refusals];
  }

  async #removeServices(): Promise<void> {
    await this.#removeAll('services', await this.#ids('services'));
  }

  async #removeHeld(): Promise<void> {
    for (const kind of ['secrets', 'configs', 'networks'] satisfies HeldKind[])
      await this.#removeAll(kind, await this.#ids(kind));
  }

  async #ids(kind: 'services' | HeldKind): Promise<readonly string[]> {
    const listed = await this.#manager.json<{ ID?: string; Id?: string }[]>(
      'GET',
      `/${kind}?${this.#filters}`,
    );
    return listed.map(({ ID, Id }) => ID ?? Id ?? '');
  }

  async #removeAll(kind: 'services' | HeldKind, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const { status, body } = await this.#manager.ask('DELETE', `/${kind}/${id}`, undefined, REFUSED);
      // Gone by itself is no refusal.
      if (status >= 400 && status !== 404) this.#refusals.add(`${status} ${body.trim()}`);
    }
  }
}

const REFUSED = [400, 403, 404, 409, 500];

async function until(pauseMs: number, is: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (!(await is())) {
    if (performance.now() > deadline) throw new Error(`not so after ${TIMEOUT_MS} ms`);
    await sleep(pauseMs);
  }
}
