/** @module-tag per-engine */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DockerEngine } from '../../src/adapters/docker/docker-engine.ts';
import { type ContainerOptions, EngineObjects } from '../support/engine-objects.ts';
import { lackOnPodman } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';
import { connectToEngine } from './real-engine.ts';

const NOWHERE = 'f'.repeat(64);
const GRACE_MS = 10_000;

let engine: DockerEngine;
beforeAll(async () => {
  engine = await connectToEngine();
});
afterAll(() => engine.close());

const running = { name: 'EngineError', fault: 'running' };

describe('a container that the engine does not know', () => {
  test('is absent, whatever is asked of it', async () => {
    expect(await engine.find('container', NOWHERE)).toBeUndefined();
    expect(await engine.stop(NOWHERE, GRACE_MS, false)).toBe('absent');
    await engine.disableRestart(NOWHERE);
    await engine.kill(NOWHERE);
    await engine.remove('container', NOWHERE, false);
    await engine.remove('container', NOWHERE, true);
  });
});

describe.for([
  ['running', {}, false],
  ['paused', { state: 'paused' }, false],
  ['restarting', { command: 'exit 1', restart: 'always' }, false],
  ['exited', { state: 'exited', command: 'true' }, true],
  ['created only', { state: 'created' }, true],
] as const satisfies [string, ContainerOptions, boolean][])('a container that is %s', ([, options, goes]) => {
  const isBetween = 'restart' in options;
  const lack = isBetween
    ? lackOnPodman('for Podman a container between its restarts has stopped')
    : undefined;

  test(`${goes ? 'goes' : 'does not go'} without force`, skippedFor(lack), async () => {
    await using objects = new EngineObjects();
    const { id } = await objects.container('box', options);
    const removed = engine.remove('container', id, false);
    if (goes) await removed;
    else await expect(removed).rejects.toMatchObject(running);
    expect(await engine.find('container', id)).toEqual(goes ? undefined : expect.objectContaining({ id }));
  });

  test('goes by force', async () => {
    await using objects = new EngineObjects();
    const { id } = await objects.container('box', options);
    await engine.remove('container', id, true);
    expect(await objects.left()).toEqual([]);
  });

  test('stops, and goes then without force', async () => {
    await using objects = new EngineObjects();
    const { id } = await objects.container('box', options);
    await engine.disableRestart(id);
    expect(await engine.stop(id, GRACE_MS, false)).toBe('stopped');
    expect(await objects.isRunning('box')).toBe(false);
    await engine.remove('container', id, false);
    expect(await objects.left()).toEqual([]);
  });

  test('can be killed', async () => {
    await using objects = new EngineObjects();
    const { id } = await objects.container('box', options);
    await engine.disableRestart(id);
    await engine.kill(id);
    await engine.remove('container', id, true);
    expect(await objects.left()).toEqual([]);
  });
});

describe('a removal that somebody else has begun', () => {
  test('is waited for by all who ask', async () => {
    await using objects = new EngineObjects();
    // Many files make a removal last for as long as it takes to ask again.
    const command = 'cd /tmp; i=0; while [ $i -lt 4000 ]; do : >$i; i=$((i+1)); done';
    const { id } = await objects.container('box', { state: 'exited', command });
    const removeAndLook = async () => {
      await engine.remove('container', id, false);
      return engine.find('container', id);
    };
    expect(await Promise.all([1, 2, 3].map(removeAndLook))).toEqual([undefined, undefined, undefined]);
  });

  test('by --rm: it goes by itself once it has stopped, and its name is free after the removal', async () => {
    await using objects = new EngineObjects();
    const { id, name } = await objects.container('box', { autoRemove: true });
    expect(await engine.stop(id, GRACE_MS, false)).toBe('stopped');
    await engine.remove('container', id, false);
    expect(await engine.find('container', id)).toBeUndefined();
    expect(await engine.find('container', name)).toBeUndefined();
    await objects.container('box');
  });
});

const goAfter = lackOnPodman(
  'Podman would take volumes of others too: each goes by itself, after its container',
);

test('anonymous volumes go with their container, named ones stay', skippedFor(goAfter), async () => {
  await using objects = new EngineObjects();
  const volume = await objects.volume('kept');
  const { id } = await objects.container('box', { anonymousVolume: true, volume: volume.name });
  const { Mounts } = await objects.inspect('box');
  const anonymous = Mounts.map(({ Name = '' }) => Name).find((name) => name !== volume.name) ?? '';
  expect(await engine.find('volume', anonymous)).toMatchObject({ id: anonymous });
  await engine.remove('container', id, true);
  expect(await engine.find('volume', anonymous)).toBeUndefined();
  expect(await objects.left()).toEqual(['kept']);
});
