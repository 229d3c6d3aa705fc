/** @module-tag per-engine */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DockerEngine } from '../../src/adapters/docker/docker-engine.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackOnPodman4 } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';
import { connectToEngine } from './real-engine.ts';

/** Podman puts the registry before its name. */
const IMAGE = expect.stringMatching(new RegExp(`(^|/)${process.env.TOPO_GC_TEST_IMAGE}$`));

let engine: DockerEngine;
beforeAll(async () => {
  engine = await connectToEngine();
});
afterAll(() => engine.close());

describe('a container', () => {
  test('is found with all that is known of it', async () => {
    await using objects = new EngineObjects();
    const network = await objects.network('net');
    const labels = { suite: 'lookup', empty: '' };
    const { id, name } = await objects.container('box', {
      ...{ network: network.name, labels, stopTimeout: 3, restart: 'on-failure' },
    });
    expect(await engine.find('container', id)).toEqual({
      ...{ kind: 'container', id, name, labels, graceMs: 3000, restarts: true, autoRemove: false },
      ...{
        pid: expect.any(Number),
        image: IMAGE,
        networks: [network.id],
        reach: { ports: [], addresses: [expect.stringMatching(/^\d+(\.\d+){3}$/)] },
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    });
  });

  const noGrace = lackOnPodman4('Podman 4 gives a container no grace that asks for none');

  test(
    'has 10 s of grace, restarts no more and stays, unless told otherwise',
    skippedFor(noGrace),
    async () => {
      await using objects = new EngineObjects();
      const { id } = await objects.container('box', { state: 'created' });
      const usual = { graceMs: 10_000, restarts: false, autoRemove: false, labels: {} };
      expect(await engine.find('container', id)).toMatchObject(usual);
      const { id: own } = await objects.container('own', { autoRemove: true, stopTimeout: 0 });
      expect(await engine.find('container', own)).toMatchObject({ autoRemove: true, graceMs: 0 });
    },
  );

  test('one that waits for ever has a day', async () => {
    await using objects = new EngineObjects();
    const { id } = await objects.container('box', { state: 'created', stopTimeout: -1 });
    expect(await engine.find('container', id)).toMatchObject({ graceMs: 86_400_000 });
  });

  test('knows its network also before it has ever run, and after it has stopped', async () => {
    await using objects = new EngineObjects();
    const network = await objects.network('net');
    const options = { network: network.name };
    const created = await objects.container('created', { ...options, state: 'created' });
    const exited = await objects.container('exited', { ...options, state: 'exited', command: 'true' });
    for (const { id } of [created, exited])
      expect(await engine.find('container', id)).toMatchObject({ networks: [network.id] });
  });

  test('is found by name, with a slash or without, by id and by a short id', async () => {
    await using objects = new EngineObjects();
    const { id, name } = await objects.container('box');
    for (const ref of [name, `/${name}`, id, id.slice(0, 12), id.slice(0, 40)])
      expect(await engine.find('container', ref), ref).toMatchObject({ id, name });
  });

  test('is not found by less of its id, which may be the name of something that is gone; from 4 digits on, that is said', async () => {
    await using objects = new EngineObjects();
    const { id, name } = await objects.container('box');
    expect(await engine.find('container', id.slice(0, 3))).toBeUndefined();
    for (const length of [4, 11])
      await expect(engine.find('container', id.slice(0, length)), `${length} digits`).rejects.toMatchObject({
        fault: 'rejected',
        message: expect.stringContaining(name),
      });
  });

  test('a name that is gone is not there, also where the engine finds many whose id begins so', async () => {
    await using objects = new EngineObjects();
    const first = new Set<string>();
    // Of 17 ids two begin with the same digit.
    for (let made = 0; made < 17; made++) {
      const { id } = await objects.container(`box-${made}`, { state: 'created' });
      const [digit = ''] = id;
      if (first.has(digit)) {
        expect(await engine.find('container', digit)).toBeUndefined();
        return;
      }
      first.add(digit);
    }
    expect.unreachable('two ids begin with the same digit');
  });
});

test('networks and volumes are found with their labels', async () => {
  await using objects = new EngineObjects();
  const labels = { suite: 'lookup' };
  const network = await objects.network('net', labels);
  const volume = await objects.volume('volume', labels);
  const createdAt = expect.stringMatching(/^\d{4}-/);
  for (const ref of [network.name, network.id, network.id.slice(0, 12)])
    expect(await engine.find('network', ref)).toEqual({ ...network, labels, createdAt });
  expect(await engine.find('volume', volume.name)).toMatchObject({ ...volume, labels, createdAt });
});

test.for([
  '',
  '.',
  '..',
  '../images',
  'a/../b',
  '/',
  'a//b',
  'no such',
  'a?force=1',
  'ä',
  '%2e%2e',
  'x/json',
])('what can be no name is of nothing: %j', async (ref) => {
  for (const kind of ['container', 'network', 'volume'] as const)
    expect(await engine.find(kind, ref), kind).toBeUndefined();
});

test('a label selects exactly, in all kinds', async () => {
  await using objects = new EngineObjects();
  const run = objects.named('run');
  const exact = { [run]: 'a=b' };
  const container = await objects.container('box', { labels: exact, state: 'exited', command: 'true' });
  const network = await objects.network('net', exact);
  const volume = await objects.volume('volume', exact);
  await objects.container('longer', { labels: { [run]: 'a=bc' }, state: 'created' });
  await objects.container('empty', { labels: { [run]: '' }, state: 'created' });
  await objects.network('other-key', { [`${run}x`]: 'a=b' });
  const found = await engine.listLabelled(`${run}=a=b`);
  expect(found).toEqual(
    [container, network, volume].map((made) =>
      expect.objectContaining({ ...made, labels: expect.objectContaining(exact) }),
    ),
  );
  const names = async (label: string) => (await engine.listLabelled(label)).map(({ name }) => name);
  expect(await names(`${run}=`)).toEqual([objects.named('empty')]);
  expect(await names(`${run}=a`)).toEqual([]);
});

const byName = lackOnPodman4('Podman 4 lists the networks of a container by their names');

test('everything is listed, with what containers use, and bridges counted', skippedFor(byName), async () => {
  await using objects = new EngineObjects();
  const network = await objects.network('net');
  const volume = await objects.volume('volume');
  const container = await objects.container('box', {
    network: network.name,
    volume: volume.name,
  });
  const listed = await engine.list();
  for (const { kind, id } of [network, container, volume])
    expect(listed).toContainEqual(expect.objectContaining({ kind, id }));
  expect(listed.find(({ id }) => id === container.id)).toMatchObject({
    image: IMAGE,
    networks: [network.id],
    volumes: [volume.name],
  });
  // Others on this engine make and remove networks meanwhile: the predefined one and ours are there in any case.
  expect(await engine.countBridges()).toBeGreaterThanOrEqual(2);
});
