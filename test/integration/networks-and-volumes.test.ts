/** @module-tag per-engine */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DockerEngine } from '../../src/adapters/docker/docker-engine.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackOnPodman } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';
import { connectToEngine } from './real-engine.ts';

const NOWHERE = 'f'.repeat(64);

let engine: DockerEngine;
beforeAll(async () => {
  engine = await connectToEngine();
});
afterAll(() => engine.close());

const inUse = { name: 'EngineError', fault: 'in-use' };

describe('a network', () => {
  test('does not go while a container that runs is attached, and tells which', async () => {
    await using objects = new EngineObjects();
    const { id, name } = await objects.network('net');
    const box = await objects.container('box', { network: name });
    await expect(engine.remove('network', id, false)).rejects.toMatchObject(inUse);
    await expect(engine.remove('network', id, true)).rejects.toMatchObject(inUse);
    expect(await engine.endpoints(id)).toEqual([{ id: box.id, name: box.name }]);
  });

  test('goes once they are disconnected', async () => {
    await using objects = new EngineObjects();
    const { id, name } = await objects.network('net');
    const box = await objects.container('box', { network: name });
    await engine.disconnect(id, box.id);
    expect(await engine.endpoints(id)).toEqual([]);
    await engine.remove('network', id, false);
    expect(await objects.left()).toEqual(['box']);
    expect(await objects.isRunning('box')).toBe(true);
  });

  const staysForAll = lackOnPodman('Podman keeps a network for each container that has it, be it stopped');

  test(
    'goes while only containers that have stopped, or never ran, are attached',
    skippedFor(staysForAll),
    async () => {
      await using objects = new EngineObjects();
      const { id, name } = await objects.network('net');
      await objects.container('exited', { network: name, state: 'exited', command: 'true' });
      await objects.container('created', { network: name, state: 'created' });
      expect(await engine.endpoints(id)).toEqual([]);
      await engine.remove('network', id, false);
      expect(await objects.left()).toEqual(['exited', 'created']);
    },
  );

  const noConfigurations = lackOnPodman('Podman has no networks that only hold a configuration');

  test(
    'of configuration alone does not go before the networks that have theirs from it, and tells which',
    skippedFor(noConfigurations),
    async () => {
      await using objects = new EngineObjects();
      const { id: config, name } = await objects.network('config', {}, { ConfigOnly: true });
      const { id: lan, name: lanName } = await objects.network('lan', {}, { ConfigFrom: { Network: name } });
      await expect(engine.remove('network', config, false)).rejects.toMatchObject(inUse);
      expect(await engine.endpoints(config)).toEqual([{ id: lan, name: lanName }]);
      await engine.remove('network', lan, false);
      expect(await engine.endpoints(config)).toEqual([]);
      await engine.remove('network', config, false);
      expect(await objects.left()).toEqual([]);
    },
  );

  test('that is not there has gone already', async () => {
    await using objects = new EngineObjects();
    const { id } = await objects.network('net');
    const box = await objects.container('box');
    expect(await engine.find('network', NOWHERE)).toBeUndefined();
    expect(await engine.endpoints(NOWHERE)).toEqual([]);
    await engine.remove('network', NOWHERE, false);
    await engine.disconnect(NOWHERE, box.id);
    await engine.disconnect(id, NOWHERE);
    await engine.disconnect(id, box.id);
  });

  const rejected = { name: 'EngineError', fault: 'rejected' };

  test('bridge is of the engine, and no retry would help', async () => {
    await expect(engine.remove('network', 'bridge', false)).rejects.toMatchObject(rejected);
  });

  test.for(['host', 'none'])(
    '%s is of the engine, and no retry would help',
    skippedFor(lackOnPodman('Podman has one network of its own')),
    async (name) => {
      await expect(engine.remove('network', name, false)).rejects.toMatchObject(rejected);
    },
  );
});

describe('a volume', () => {
  test('does not go while a container has it, be it stopped', async () => {
    await using objects = new EngineObjects();
    const { id } = await objects.volume('shared');
    const first = await objects.container('first', { volume: id });
    const second = await objects.container('second', { volume: id, state: 'exited', command: 'true' });
    await expect(engine.remove('volume', id, false)).rejects.toMatchObject(inUse);
    await engine.remove('container', first.id, true);
    await expect(engine.remove('volume', id, true)).rejects.toMatchObject(inUse);
    await engine.remove('container', second.id, false);
    await engine.remove('volume', id, false);
    expect(await objects.left()).toEqual([]);
  });

  test('that is not there has gone already', async () => {
    await engine.remove('volume', 'topo-gc-no-such-volume', false);
    expect(await engine.find('volume', 'topo-gc-no-such-volume')).toBeUndefined();
  });
});
