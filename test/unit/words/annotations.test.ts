import { expect, test } from 'vitest';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import { annotations } from '../../../src/words/annotations.ts';
import { HOSTILE, madeReport, reportedTopology } from '../../fakes/made-report.ts';

const leak = (name: string) => ({
  ...{
    topology: 'lab' as TopologyId,
    kind: 'network' as const,
    id: name,
    name,
    cause: 'in-use' as const,
    reason: 'in use',
  },
});

test('where all went well there is nothing to say', () => {
  expect(annotations(madeReport({ topologies: [reportedTopology('lab')] }), 'error')).toEqual([]);
});

test('each leak is one, at the level that was asked for, and so is an engine that did not confirm', () => {
  const report = madeReport({ leaks: [leak('web_1'), leak('web_2')], unconfirmed: 'no answer' });
  expect(
    annotations(report, 'error').map(({ level, title, message }) => `${level} ${title}: ${message}`),
  ).toEqual([
    'error Leak: network web_1 of lab: in use',
    'error Leak: network web_2 of lab: in use',
    'error Not confirmed: it is not known whether anything is left: no answer',
  ]);
});

test('what is left of an earlier job is a warning, whatever a leak of this one is', () => {
  const removed = { containers: 1, networks: 0, volumes: 0 };
  const swept = [
    { session: 'tgc-1', removed, leaks: [] },
    { session: 'tgc-2', removed, leaks: [leak('web_1')] },
    { session: 'tgc-3', removed, leaks: [], failed: 'there was no time for it' },
  ];
  expect(annotations(madeReport({ swept }), 'error')).toEqual([
    {
      level: 'warning',
      title: 'Left by an earlier job',
      message:
        'the session tgc-2, whose agent had died, was swept: 1 container removed, 1 leak: network web_1 of lab: in use',
    },
    {
      level: 'warning',
      title: 'Left by an earlier job',
      message: 'the session tgc-3, whose agent had died, could not be swept: there was no time for it',
    },
  ]);
});

test('a topology whose containers had to be killed is one', () => {
  const report = madeReport({
    topologies: [reportedTopology('lab', { ignoredStop: ['a', 'b'] }), reportedTopology('shop')],
  });
  expect(annotations(report, 'error')).toEqual([
    {
      level: 'warning',
      title: 'Stop signal ignored',
      message: '2 containers of lab ran until the end of the grace, and had to be killed: a, b',
    },
  ]);
});

test('no more than ten of each, as more are not shown: the last tells how many there are', () => {
  const many = Array.from({ length: 25 }, (_, at) => `n${at}`);
  const report = madeReport({
    leaks: many.map(leak),
    topologies: many.map((name) => reportedTopology(name, { ignoredStop: [name] })),
  });
  const all = annotations(report, 'error');
  const messages = (title: string) =>
    all.filter((each) => each.title === title).map(({ message }) => message);
  expect(messages('Leak')).toHaveLength(10);
  expect(messages('Leak').at(-1)).toBe('16 more, in the job summary');
  expect(messages('Stop signal ignored')).toHaveLength(10);
  expect(messages('Stop signal ignored').at(-1)).toBe('16 topologies more, in the job summary');
});

test.each(HOSTILE)('one line, whatever names hold: %j', (name) => {
  const report = madeReport({
    leaks: [{ ...leak(name), reason: name }],
    topologies: [reportedTopology(name, { ignoredStop: [name] })],
  });
  for (const { message } of annotations(report, 'warning')) expect(message).not.toMatch(/[\r\n]/);
});
