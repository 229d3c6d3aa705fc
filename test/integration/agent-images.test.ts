import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type Docker from 'dockerode';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DockerEngine } from '../../src/adapters/docker/docker-engine.ts';
import { findEngine } from '../../src/adapters/docker/starting/find-engine.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackForEngines, type PrivateEngine, startEngine } from '../support/private-engine.ts';
import { skippedFor } from '../support/skipped.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

/** On an engine of their own: on one that others use, their images would be taken for ones that came since. */
describe('remove-images: pulled', { timeout: 120_000, ...skippedFor(lackForEngines()) }, () => {
  const owned = new AsyncDisposableStack();
  let engine: PrivateEngine;
  let docker: Docker;
  const base = process.env.TOPO_GC_TEST_IMAGE ?? '';

  beforeAll(async () => {
    engine = await startEngine(owned);
    docker = engine.docker;
    // Of a build before the session: its tag, and the image of its first step.
    await build('before', 'RUN echo before > /before\nLABEL step=2');
  }, 120_000);
  afterAll(() => owned.disposeAsync(), 120_000);

  /** Builds an image on that of the tests. */
  async function build(tag: string, steps: string): Promise<void> {
    using folder = new TemporaryFolder();
    mkdirSync(folder.file('context'));
    writeFileSync(join(folder.file('context'), 'Dockerfile'), `FROM ${base}\n${steps}\n`);
    const context = { context: folder.file('context'), src: ['Dockerfile'] };
    await followed(await docker.buildImage(context, { t: `${tag}:latest` }));
  }

  /** What a save of the image of the tests holds, as if it came from a registry under another name. */
  async function load(tag: string): Promise<void> {
    const container = await docker.createContainer({ Image: base, Cmd: ['true'] });
    const rootfs = await buffer(await container.export());
    await container.remove();
    using folder = new TemporaryFolder();
    writeFileSync(folder.file('rootfs.tar'), rootfs);
    await followed(await docker.importImage(folder.file('rootfs.tar'), { repo: tag, tag: 'latest' }));
  }

  const followed = (progress: NodeJS.ReadableStream) =>
    new Promise((resolve, reject) => {
      docker.modem.followProgress(progress, (error, lines) => (error ? reject(error) : resolve(lines)));
    });

  const tag = (image: string, repo: string) => docker.getImage(image).tag({ repo, tag: 'latest' });

  /** Ids and names of all images. */
  async function images(): Promise<string[]> {
    const all = await docker.listImages({ all: true });
    return all.map(({ Id, RepoTags }) => `${Id} ${(RepoTags ?? []).toSorted()}`).toSorted();
  }

  const start = (inputs: Readonly<Record<string, string>> = {}) =>
    AgentUnderTest.start({ inputs: { 'remove-images': 'pulled', ...inputs }, host: engine.host });

  test('the drain removes what came and nobody uses, whatever its names, and nothing that was there', async () => {
    await using objects = new EngineObjects(engine);
    const before = await images();
    await using agent = await start();
    await load('loaded');
    await tag('loaded', 'other.example/loaded');
    await tag('loaded', 'third.example/loaded');
    // Built on what was there, of which the first step is in the cache.
    await build('built', 'RUN echo before > /before\nRUN echo since > /since');
    await build('built', 'RUN echo before > /before\nRUN echo again > /since');
    await build('chain', 'RUN echo 1 > /1\nRUN echo 2 > /2');
    expect(await images()).toHaveLength(before.length + 5);
    const { id } = await objects.container('box');
    await agent.submit({ id: 'lab', containers: [id] });
    const report = await agent.drain();
    expect(await images()).toEqual(before);
    expect(report).toMatchObject({ leaks: [], removed: { containers: 1, images: 5 } });
    expect(report.topologies.map(({ id: topology }) => topology)).toEqual(['lab', 'images']);
  });

  test('an image of a container that nobody has handed over stays with all its names', async () => {
    const before = await images();
    await using agent = await start();
    await load('used');
    await tag('used', 'other.example/used');
    await load('unused');
    const container = await docker.createContainer({ Image: 'used:latest', Cmd: ['true'] });
    try {
      const report = await agent.drain();
      expect(report).toMatchObject({ leaks: [], removed: { images: 1 } });
      const left = (await images()).filter((image) => !before.includes(image));
      expect(left).toEqual([expect.stringMatching(/ other\.example\/used:latest,used:latest$/)]);
    } finally {
      await container.remove();
      for (const name of ['used', 'other.example/used']) await docker.getImage(name).remove();
    }
  });

  test('names are not taken from an image that a container begins to use after it was found', async () => {
    await using agent = await start();
    await load('race');
    await tag('race', 'other.example/race');
    const { Id } = await docker.getImage('race').inspect();
    const container = await docker.createContainer({ Image: 'race:latest', Cmd: ['true'] });
    try {
      const { apiVersion } = (await findEngine([{ host: engine.host, source: 'the test' }])).identity;
      const direct = new DockerEngine({ host: engine.host, apiVersion });
      await expect(direct.remove('image', Id, false)).rejects.toMatchObject({ fault: 'in-use' });
      direct.close();
      expect((await docker.getImage(Id).inspect()).RepoTags).toHaveLength(2);
    } finally {
      await container.remove();
    }
    expect(await agent.drain()).toMatchObject({ leaks: [], removed: { images: 1 } });
  });

  test('under disk pressure they go at once, and an agent that was killed leaves them to its successor', async () => {
    const before = await images();
    await using objects = new EngineObjects(engine);
    const inputs = { 'disk-threshold': '1%', 'poll-interval': '100ms', 'remove-images': 'pulled' };
    await using agent = await AgentUnderTest.startProcess({ inputs, host: engine.host });
    await load('pressed');
    const first = await objects.container('first');
    await agent.submit({ id: 'first', containers: [first.id] });
    await vi.waitUntil(async () => (await images()).length === before.length, { timeout: 20_000 });
    expect(await images()).toEqual(before);
    await load('late');
    await agent.kill();
    expect(await agent.drainInPlace()).toMatchObject({ leaks: [], removed: { containers: 1, images: 2 } });
    expect(await images()).toEqual(before);
  });

  test('never: they stay', async () => {
    const before = await images();
    await using agent = await start({ 'remove-images': 'never' });
    await load('kept');
    const report = await agent.drain();
    expect(report.removed.images).toBeUndefined();
    expect(await images()).toHaveLength(before.length + 1);
    await docker.getImage('kept').remove();
  });
});
