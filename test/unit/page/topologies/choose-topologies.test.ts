import { expect, test } from 'vitest';
import type { TopologyId } from '../../../../src/domain/topology/topology.ts';
import {
  candidatesOf,
  chooseTopologies,
  type Order,
} from '../../../../src/page/topologies/choose-topologies.ts';
import { madeReport, reportedTopology } from '../../../fakes/made-report.ts';

const leak = {
  topology: 'b2' as TopologyId,
  kind: 'volume',
  id: 'v',
  name: 'v',
  cause: 'in-use',
  reason: 'in use',
} as const;

const ALL = candidatesOf(
  madeReport({
    topologies: [
      reportedTopology('b10', {
        submittedAt: 2000,
        stoppedAt: 9000,
        members: { containers: 9, networks: 0, volumes: 0 },
      }),
      reportedTopology('b2', { submittedAt: 1000 }),
      reportedTopology('a', {
        ...{ submittedAt: 3000, removedAt: 50_000, ignoredStop: ['sh'] },
        lives: [{ kind: 'container', name: 'web', image: 'Nginx:1', state: 'removed' }],
      }),
    ],
    leaks: [leak],
  }),
);

const namesOf = (query: string, order: Order) =>
  chooseTopologies(ALL, query, order).map(({ topology }) => topology.name);

test.each([
  ['problems', ['b2', 'a', 'b10']],
  ['submitted', ['b2', 'b10', 'a']],
  ['name', ['a', 'b2', 'b10']],
  ['stop', ['b10', 'b2', 'a']],
  ['pending', ['a', 'b2', 'b10']],
  ['members', ['b10', 'b2', 'a']],
] as const)('in the order of %s', (order, names) => {
  expect(namesOf('', order)).toEqual(names);
});

test.each([
  ['nginx', ['a']],
  ['NGINX web', ['a']],
  ['sh', ['a']],
  ['b', ['b2', 'b10', 'a']],
  ['b 1', ['b10', 'a']],
  ['nothing', []],
  ['  ', ['b2', 'b10', 'a']],
])('found by %j', (query, names) => {
  expect(namesOf(query, 'submitted')).toEqual(names);
});
