import { statfsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackForEngines, type PrivateEngine, startEngine } from '../support/private-engine.ts';
import { skippedFor } from '../support/skipped.ts';
import { SmallDisk } from '../support/small-disk.ts';

/** Of the engine's data root. */
const SIZE = { mebibytes: 128, inodes: 3000 };
const MIB = 2 ** 20;
const OFTEN = { 'poll-interval': '100ms' };

describe('an engine with a small disk, and room for 31 networks', {
  timeout: 120_000,
  ...skippedFor(lackForEngines()),
}, () => {
  const owned = new AsyncDisposableStack();
  let engine: PrivateEngine;
  let disk: SmallDisk;

  beforeAll(async () => {
    const folder = owned.use(await temporaryFolder('topo-gc-data'));
    disk = owned.use(await SmallDisk.mount(folder.path, SIZE));
    engine = await startEngine(owned, { 'data-root': disk.path, 'default-address-pools': undefined });
  }, 120_000);
  afterAll(() => owned.disposeAsync(), 120_000);

  /** Runs so many containers one after the other, each of which has to write what it is told to, and hands each over. */
  async function fill(agent: AgentUnderTest, objects: EngineObjects, count: number, command: string) {
    for (let at = 0; at < count; at++) {
      const { id } = await objects.container(`fills-${at}`, { command, state: 'exited' });
      expect((await objects.inspect(`fills-${at}`)).State.ExitCode, `container ${at}`).toBe(0);
      await agent.submit({ id: `fills-${at}`, containers: [id] });
    }
  }

  test('tests write more than the disk holds, and it never fills', async () => {
    await using objects = new EngineObjects(engine);
    const inputs = { ...OFTEN, 'disk-threshold': '48MiB free' };
    await using agent = await AgentUnderTest.start({ inputs, host: engine.host });
    const { blocks, bsize } = statfsSync(disk.path);
    expect(12 * 16 * MIB).toBeGreaterThan(blocks * bsize);
    await fill(agent, objects, 12, 'dd if=/dev/zero of=/big bs=1M count=16');
    const { collections, leaks } = await agent.drain();
    expect(leaks).toEqual([]);
    const [first] = collections;
    // A disk this small is full in seconds at any rate, which may be seen before the threshold is crossed.
    expect(first?.reason).toMatch(
      first?.trigger === 'ahead'
        ? new RegExp(`^${disk.path}: full in \\d+ s at this rate, a collection takes up to \\d+ s$`)
        : new RegExp(`^\\d+ MiB free of ${disk.path}, threshold 48 MiB$`),
    );
    const freeOf = (readings = first?.before) =>
      readings?.disk.find(({ of }) => of === disk.path)?.freeBytes ?? 0;
    expect(freeOf(first?.after)).toBeGreaterThan(freeOf());
  });

  test('tests make more files than the disk has inodes, and they never run out', async () => {
    await using objects = new EngineObjects(engine);
    const inputs = { ...OFTEN, 'disk-threshold': '38MiB free' };
    await using agent = await AgentUnderTest.start({ inputs, host: engine.host });
    expect(8 * 500).toBeGreaterThan(SIZE.inodes);
    await fill(agent, objects, 8, 'i=0; while [ $i -lt 500 ]; do : > /file-$i || exit 1; i=$((i + 1)); done');
    const { collections, leaks } = await agent.drain();
    expect(leaks).toEqual([]);
    const [first] = collections;
    expect(first?.reason).toMatch(
      first?.trigger === 'ahead'
        ? new RegExp(`^the inodes of ${disk.path}: full in \\d+ s at this rate`)
        : new RegExp(
            `^\\d+ free of the inodes of ${disk.path}, threshold \\d+, which is the share of 38 MiB$`,
          ),
    );
    const freeOf = (readings = first?.before) =>
      readings?.disk.find(({ of }) => of === disk.path)?.freeInodes ?? 0;
    expect(freeOf(first?.after)).toBeGreaterThan(freeOf());
  });

  test('tests make more networks than the engine has room for, by the defaults', async () => {
    await using objects = new EngineObjects(engine);
    await using agent = await AgentUnderTest.start({
      inputs: { 'network-threshold': '24' },
      host: engine.host,
    });
    for (let at = 0; at < 10; at++) {
      const names = ['a', 'b', 'c', 'd'].map((node) => `lab-${at}-${node}`);
      const networks: string[] = [];
      for (const name of names) networks.push((await objects.network(name)).id);
      const { id } = await objects.container(`lab-${at}`, { network: objects.named(names[0] ?? '') });
      await agent.submit({ id: `lab-${at}`, containers: [id], networks });
    }
    const { collections, removed, leaks } = await agent.drain();
    expect({ removed, leaks }).toMatchObject({ removed: { networks: 40, containers: 10 }, leaks: [] });
    expect(collections[0]).toMatchObject({ trigger: 'networks' });
    const makeTooMany = async () => {
      for (let at = 0; at < 32; at++) await objects.network(`wall-${at}`);
    };
    await expect(makeTooMany()).rejects.toThrow('address pool');
  });
});
