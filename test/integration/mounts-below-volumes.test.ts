import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mountsOfThisHost } from '../../src/adapters/host/mount-table.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackForMounts, Mounts } from '../support/mounts.ts';
import { skippedFor } from '../support/skipped.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const FILES = ['a', 'b'];

/** A folder of the host, with files, that the engine may share with containers. */
class SharedFolder implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly #mounts = new Mounts();
  readonly path = this.#folder.file('host');

  constructor() {
    mkdirSync(this.path);
    this.#mounts.shared(this.path);
    for (const name of FILES) writeFileSync(this.#folder.file(`host/${name}`), '');
  }

  get files(): string[] {
    return readdirSync(this.path);
  }

  [Symbol.dispose](): void {
    this.#mounts[Symbol.dispose]();
    this.#folder[Symbol.dispose]();
  }
}

/** What an engine in the same mount namespace has left. */
async function unmountBelow(volume: string): Promise<void> {
  const below = (await mountsOfThisHost.list()).filter((path) => path.includes(`/volumes/${volume}/_data/`));
  for (const path of below) execFileSync('umount', [path]);
}

describe('on a host that shares mounts', skippedFor(lackForMounts()), () => {
  test('the volume below which a container had a folder of the host stays, and so does the folder', async () => {
    using host = new SharedFolder();
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start();
    const { name } = await objects.volume('data');
    const { id } = await objects.container('box', { volume: name, binds: [`${host.path}:/data/p:shared`] });
    await agent.submit({ containers: [id], volumes: [name] });
    const { leaks, removed } = await agent.drain();
    expect(leaks).toMatchObject([{ kind: 'volume', name, cause: 'mounted' }]);
    expect(leaks[0]?.reason).toContain('umount ');
    expect(removed).toMatchObject({ containers: 1, volumes: 0 });
    expect(host.files).toEqual(FILES);
    await unmountBelow(name);
  });

  test('a container goes without its anonymous volume then, also one that the engine would remove', async () => {
    using host = new SharedFolder();
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start();
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
    for (const name of names) {
      await unmountBelow(name);
      await objects.removeVolume(name);
    }
  });
});
