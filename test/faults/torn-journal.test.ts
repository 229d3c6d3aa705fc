import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

/** Where the record of that submission begins, and where the one behind it does. */
function recordOf(journal: Buffer, id: string): { start: number; end: number } {
  const at = journal.indexOf(`"type":"submitted","at":`, journal.indexOf(`"topology":"${id}"`) - 60);
  const start = journal.lastIndexOf('\n', at) + 1;
  return { start, end: journal.indexOf('\n', at) + 1 };
}

const TEARS: readonly (readonly [string, (journal: Buffer, id: string) => Buffer])[] = [
  [
    'cut off in the middle of a record',
    (journal, id) => {
      const { start, end } = recordOf(journal, id);
      return journal.subarray(0, (start + end) >> 1);
    },
  ],
  [
    'with zeros from the middle of a record on, as after a power cut',
    (journal, id) => {
      const { start, end } = recordOf(journal, id);
      return Buffer.from(journal).fill(0, (start + end) >> 1);
    },
  ],
  [
    'with a record that has changed',
    (journal, id) => {
      const { end } = recordOf(journal, id);
      const changed = Buffer.from(journal);
      changed.write('#', end - 10);
      return changed;
    },
  ],
];

test.for(TEARS)('a journal %s counts up to there, and is said to be damaged', async ([, tear]) => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.startProcess();
  const first = await objects.container('first');
  const second = await objects.container('second');
  await agent.submit({ id: 'first', containers: [first.id] });
  await agent.submit({ id: 'second', containers: [second.id] });
  await agent.untilTopology('second', 'stopped');
  await agent.kill();
  writeFileSync(agent.state.journal, tear(readFileSync(agent.state.journal), 'second'));

  const report = await agent.drainInPlace();
  expect(report.topologies.map(({ id }) => id)).toEqual(['first']);
  expect(report).toMatchObject({ leaks: [], removed: { containers: 1 } });
  expect(await objects.left()).toEqual(['second']);
  expect(agent.readLog()).toMatch(/journal is damaged.*record at byte \d+/);
  // What was written behind the damage is read the next time.
  expect(await agent.drainInPlace()).toMatchObject({ topologies: [{ id: 'first', state: 'removed' }] });
});

test.for([
  ['of another version', 'topo-gc-journal 9\n'],
  ['that is none', 'hello\n'],
] as const)('a journal %s is not touched, and the drain says why', async ([, content]) => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.startProcess();
  const { id } = await objects.container('box');
  await agent.submit({ id: 't', containers: [id] });
  await agent.kill();
  writeFileSync(agent.state.journal, content);
  await expect(agent.drainInPlace()).rejects.toThrow(/topo-gc-journal/);
  expect(readFileSync(agent.state.journal, 'utf8')).toBe(content);
});
