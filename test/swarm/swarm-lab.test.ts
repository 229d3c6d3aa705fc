import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test, vi } from 'vitest';
import { SwarmLab } from '../../scripts/swarm/swarm-lab.ts';
import { skippedFor } from '../support/skipped.ts';
import { lackForSwarms } from '../support/swarm-required.ts';
import { SwarmStack } from '../support/swarm-stack.ts';

const SOON = { timeout: 60_000, interval: 50 };

async function nodeStates({ manager }: SwarmLab): Promise<Record<string, string>> {
  const nodes = await manager.docker.listNodes();
  return Object.fromEntries(nodes.map(({ Description, Status }) => [Description.Hostname, Status.State]));
}

const NEEDED = { ...skippedFor(lackForSwarms()), timeout: 180_000 };

test('a stack runs on three nodes, two of which fail, and nothing is left of either', NEEDED, async () => {
  let folder = '';
  let pids: number[] = [];
  {
    await using lab = await SwarmLab.start({ heartbeatMs: 1_000 });
    folder = dirname(dirname(lab.manager.socketPath));
    pids = await Promise.all(lab.nodes.map((node) => node.pid()));
    expect(await nodeStates(lab)).toEqual({ manager: 'ready', worker1: 'ready', worker2: 'ready' });

    await using stack = await SwarmStack.deploy(lab, { hasVolumes: true });
    await stack.untilRunning();
    const left = await stack.left();
    for (const { name } of lab.nodes)
      for (const kind of ['container', 'network', 'volume'])
        expect(left).toContainEqual(expect.stringMatching(new RegExp(`^${name}: ${kind} `)));

    const [worker1, worker2] = lab.workers;
    await worker1?.kill();
    await worker2?.cutOff();
    const down = { manager: 'ready', worker1: 'down', worker2: 'down' };
    await vi.waitFor(async () => expect(await nodeStates(lab)).toEqual(down), SOON);
    await worker1?.restart();
    await worker2?.reconnect();
    const ready = { manager: 'ready', worker1: 'ready', worker2: 'ready' };
    await vi.waitFor(async () => expect(await nodeStates(lab)).toEqual(ready), SOON);

    await stack[Symbol.asyncDispose]();
    expect(await stack.left()).toEqual([]);
  }
  expect(existsSync(folder)).toBe(false);
  expect(await readFile('/proc/self/mounts', 'utf8')).not.toContain(folder);
  expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
});
