import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from './job.ts';

/** Between two looks, and for how long they go on, in ms. */
const LOOK_MS = 50;
const MOST_MS = 10_000;

/**
 * Waits until the agent has taken what is spooled, and submitted each lease whose owner is gone: it looks at them every half
 * second. A dead agent is not waited for.
 */
export async function untilTaken(job: Job): Promise<void> {
  const deadline = performance.now() + MOST_MS;
  using client = job.client();
  while (job.pid !== undefined && performance.now() < deadline) {
    const topologies = await client
      .get<{ state: string }[]>('/v1/topologies', { timeoutMs: 1_000 })
      .catch(() => []);
    const isSpoolEmpty = readdirSync(job.files.spool).every((name) => !name.endsWith('.json'));
    if (isSpoolEmpty && topologies.every(({ state }) => state !== 'leased')) return;
    await sleep(LOOK_MS);
  }
}
