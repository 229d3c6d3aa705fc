import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mountsOfThisHost } from '../../src/adapters/host/mount-table.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackForMounts, Mounts } from '../support/mounts.ts';
import { lackForEngines, type PrivateEngine, startEngine } from '../support/private-engine.ts';
import { skippedFor } from '../support/skipped.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const FILES = ['a', 'b'];

/** A folder of the host, with files, that the engine may share with containers, whatever its mount namespace is. */
class SharedFolder implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly #mounts: Mounts;
  readonly #volumes: string;
  readonly path = this.#folder.file('host');

  constructor(engine: PrivateEngine) {
    this.#mounts = new Mounts(engine);
    this.#volumes = join(dirname(engine.socketPath), 'data/volumes');
    mkdirSync(this.path);
    this.#mounts.shared(this.path);
    for (const name of FILES) writeFileSync(this.#folder.file(`host/${name}`), '');
  }

  get files(): string[] {
    return readdirSync(this.path);
  }

  /** Where the engine has the files of a volume. */
  placeOf(volume: string): string {
    return join(this.#volumes, volume, '_data');
  }

  /** What containers that are gone have left mounted below their volumes. */
  unmountBelowVolumes(): void {
    this.#mounts.unmountBelow(this.#volumes);
  }

  [Symbol.dispose](): void {
    this.unmountBelowVolumes();
    this.#mounts[Symbol.dispose]();
    this.#folder[Symbol.dispose]();
  }
}

describe('on a host that shares mounts', skippedFor(lackForMounts() ?? lackForEngines()), () => {
  const owned = new AsyncDisposableStack();
  let engine: PrivateEngine;

  beforeAll(async () => {
    engine = await startEngine(owned);
  });
  afterAll(() => owned.disposeAsync());

  test('the volume below which a container had a folder of the host stays, and so does the folder', async () => {
    using host = new SharedFolder(engine);
    await using objects = new EngineObjects(engine);
    await using agent = await AgentUnderTest.start({ host: engine.host });
    const { name } = await objects.volume('data');
    const { id } = await objects.container('box', { volume: name, binds: [`${host.path}:/data/p:shared`] });
    await agent.submit({ containers: [id], volumes: [name] });
    const { leaks, removed } = await agent.drain();
    expect(leaks).toMatchObject([{ kind: 'volume', name, cause: 'mounted' }]);
    expect(leaks[0]?.reason).toContain('umount ');
    expect(removed).toMatchObject({ containers: 1, volumes: 0 });
    expect(host.files).toEqual(FILES);
    host.unmountBelowVolumes();
  });

  test('a container goes without its anonymous volume then, also one that the engine would remove', async () => {
    using host = new SharedFolder(engine);
    await using objects = new EngineObjects(engine);
    await using agent = await AgentUnderTest.start({ host: engine.host });
    const options = { anonymousVolume: true, binds: [`${host.path}:/anonymous/p:shared`] };
    const made = [
      await objects.container('box', options),
      await objects.container('brief', { ...options, autoRemove: true }),
    ];
    const names = await Promise.all(
      ['box', 'brief'].map(
        async (short) =>
          (await objects.inspect(short)).Mounts.find(({ Type }) => Type === 'volume')?.Name ?? '',
      ),
    );
    await agent.submit({ containers: made.map(({ id }) => id) });
    const { leaks } = await agent.drain();
    expect(leaks.map(({ name, cause }) => [name, cause]).toSorted()).toEqual(
      names.map((name) => [name, 'mounted']).toSorted(),
    );
    expect(await objects.left()).toEqual([]);
    expect(host.files).toEqual(FILES);
    host.unmountBelowVolumes();
    for (const name of names) await objects.removeVolume(name);
  });

  test('a volume at whose place the host has mounted something stays, where the agent can see that', async ({
    skip,
    task,
  }) => {
    using host = new SharedFolder(engine);
    await using objects = new EngineObjects(engine);
    await using agent = await AgentUnderTest.start({ host: engine.host });
    const { name } = await objects.volume('data');
    using mounts = new Mounts(engine);
    mounts.bind(host.path, host.placeOf(name));
    if (!(await mountsOfThisHost.list()).includes(host.placeOf(name))) {
      task.meta.lacks = 'engine: it has a mount namespace of its own';
      skip();
    }
    await agent.submit({ volumes: [name] });
    const { leaks } = await agent.drain();
    expect(leaks).toMatchObject([{ kind: 'volume', name, cause: 'mounted' }]);
    expect(host.files).toEqual(FILES);
  });

  test('a volume that is a folder of the host goes, and the folder keeps its files', async () => {
    using host = new SharedFolder(engine);
    await using objects = new EngineObjects(engine);
    await using agent = await AgentUnderTest.start({ host: engine.host });
    const { name } = await objects.volume('data', {}, { type: 'none', o: 'bind', device: host.path });
    const { id } = await objects.container('box', { volume: name });
    await agent.submit({ containers: [id], volumes: [name] });
    expect((await agent.drain()).leaks).toEqual([]);
    expect(await objects.left()).toEqual([]);
    expect(host.files).toEqual(FILES);
  });
});
