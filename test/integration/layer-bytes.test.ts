/** @module-tag per-engine */

import { expect, test, vi } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { connectToEngine } from './real-engine.ts';

const MIB = 2 ** 20;

test('what a container has written is told, whether it runs or not, and what is gone has nothing', async () => {
  await using objects = new EngineObjects();
  const engine = await connectToEngine();
  try {
    const { id } = await objects.container('box', {
      command: 'dd if=/dev/zero of=/written bs=1M count=3 && exec sleep 60',
    });
    await vi.waitUntil(async () => ((await engine.layerBytes(id)) ?? 0) >= 3 * MIB, { timeout: 20_000 });
    await engine.kill(id);
    expect(await engine.layerBytes(id)).toBeLessThan(4 * MIB);
    await engine.remove('container', id, true);
    expect(await engine.layerBytes(id)).toBeUndefined();
  } finally {
    engine.close();
  }
});
