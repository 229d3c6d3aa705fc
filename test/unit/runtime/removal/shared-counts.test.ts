import { expect, test } from 'vitest';
import { fold } from '../../../../src/domain/ledger/fold.ts';
import { emptyLedger } from '../../../../src/domain/ledger/ledger.ts';
import { restore, takeSnapshot } from '../../../../src/domain/ledger/ledger-snapshot.ts';
import { addCounts, NO_MEMBERS } from '../../../../src/domain/removal/collection.ts';
import { members } from '../../../../src/words/figures.ts';
import { plainReport } from '../../../../src/words/plain-report.ts';
import { summaryMarkdown } from '../../../../src/words/summary.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';

const VOLUME = 'ab'.repeat(32);
const ALL = { containers: 2, networks: 1, volumes: 1 };
const IN_WORDS = '2 containers, 1 network, 1 volume';

/** Two topologies of a container each, on one network and with one container's anonymous volume. */
async function start(): Promise<AgentRig> {
  const rig = new AgentRig();
  rig.world.network('net');
  rig.world.volume(VOLUME);
  rig.world.container('a', { networks: ['net'], volumes: [VOLUME], ownVolumes: [VOLUME] });
  rig.world.container('b', { networks: ['net'], volumes: [VOLUME] });
  await rig.submit('one', { containers: ['a'], networks: ['net'], shared: ['net'] });
  await rig.submit('two', { containers: ['b'], networks: ['net'], shared: ['net'] });
  return rig;
}

test('what two topologies share counts once: in the status, the drain, its report, the summary and the printed lines', async () => {
  using rig = await start();
  expect((await rig.time.until(rig.agent.status())).pending).toEqual({ topologies: 2, ...ALL });
  const report = await rig.drain({ final: true });
  expect(rig.world.names).toEqual([]);
  expect(report).toMatchObject({ removed: ALL, leaks: [] });
  expect(report.collections).toMatchObject([{ removed: ALL, failed: 0 }]);
  expect(report.collections[0]).not.toHaveProperty('goneOtherwise');
  expect((await rig.time.until(rig.agent.status())).totals.removed).toEqual(ALL);
  expect(rig.progress.at(-1)?.left).toEqual({ topologies: 0, ...NO_MEMBERS });
  const [head, drain] = plainReport(report).split('\n');
  expect(head).toContain(`${IN_WORDS} of 2 topologies removed`);
  expect(drain).toMatch(`drain: ${IN_WORDS} in `);
  const summary = summaryMarkdown(report, { jobStatus: 'success', postMs: 0 });
  expect(summary).toContain(`**${IN_WORDS}** of 2 topologies removed`);
  expect(summary).toContain(`| ${IN_WORDS} of 2 topologies |`);
});

test('collected one after the other, all collections together have removed what the report tells', async () => {
  using rig = await start();
  await rig.collect('one');
  const report = await rig.drain({ final: true });
  expect(report).toMatchObject({ removed: ALL, leaks: [] });
  const sum = report.collections.map(({ removed }) => removed).reduce(addCounts, NO_MEMBERS);
  expect(members(sum)).toBe(IN_WORDS);
});

test('a ledger that was read again counts what is left as before', async () => {
  using rig = await start();
  const [folded, restored] = [emptyLedger(), emptyLedger()];
  for (const event of rig.journal.events) fold(folded, event);
  restore(restored, takeSnapshot(folded));
  expect([folded, restored].map(({ left }) => members(left))).toEqual([IN_WORDS, IN_WORDS]);
});
