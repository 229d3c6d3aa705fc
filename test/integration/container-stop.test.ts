/** @module-tag per-engine */

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DockerEngine } from '../../src/adapters/docker/docker-engine.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackOnPodman4 } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';
import { connectToEngine } from './real-engine.ts';

const GRACE_MS = 10_000;
/** As the shell tells it of a process that a signal ended. */
const KILLED = 128 + 9;

let engine: DockerEngine;
beforeAll(async () => {
  engine = await connectToEngine();
});
afterAll(() => engine.close());

test('a container that heeds the signal is not killed', async () => {
  await using objects = new EngineObjects();
  // Podman 4.3 gives none to a container that asks for none.
  const { id } = await objects.container('box', { stopTimeout: 10 });
  await engine.stop(id, GRACE_MS, false);
  expect((await objects.inspect('box')).State).toMatchObject({ Status: 'exited', ExitCode: 0 });
});

test('a stubborn one gets its own StopTimeout, and then the kill', async () => {
  await using objects = new EngineObjects();
  const { id } = await objects.container('box', { stubborn: true, stopTimeout: 1 });
  expect(await engine.find('container', id)).toMatchObject({ graceMs: 1000 });
  expect(await engine.stop(id, 1000, false)).toBe('stopped');
  expect((await objects.inspect('box')).State).toMatchObject({ Status: 'exited', ExitCode: KILLED });
});

test('a grace that is given overrides its own', async () => {
  await using objects = new EngineObjects();
  const { id } = await objects.container('box', { stubborn: true, stopTimeout: 600 });
  expect(await engine.stop(id, 0, true)).toBe('stopped');
  expect((await objects.inspect('box')).State).toMatchObject({ ExitCode: KILLED });
});

test('a kill ends a stop that is under way', async () => {
  await using objects = new EngineObjects();
  const { id } = await objects.container('box', { stubborn: true, stopTimeout: 600 });
  const stopped = engine.stop(id, 600_000, false);
  await engine.kill(id);
  expect(await stopped).toBe('stopped');
});

const noRoute = lackOnPodman4('Podman 4 has no route to change a restart policy');

test('a restart policy revives what ends, until it is disabled', skippedFor(noRoute), async () => {
  await using objects = new EngineObjects();
  const { id } = await objects.container('box', { restart: 'always', command: 'sleep 0.2' });
  await vi.waitUntil(async () => (await objects.inspect('box')).RestartCount > 0, { timeout: 20_000 });
  expect(await engine.find('container', id)).toMatchObject({ restarts: true });
  await engine.disableRestart(id);
  await vi.waitUntil(async () => (await objects.inspect('box')).State.Status === 'exited', {
    timeout: 20_000,
  });
  expect(await engine.find('container', id)).toMatchObject({ restarts: false });
  await engine.disableRestart(id);
  await engine.remove('container', id, false);
  expect(await objects.left()).toEqual([]);
});
