import { expect, test } from 'vitest';
import { chooseJobs, type JobOrder } from '../../../../src/page/fleet/choose-jobs.ts';
import { MATRIX, madeFleet } from '../../../fakes/made-fleet.ts';

const { jobs } = madeFleet(MATRIX);

const names = (query: string, order: JobOrder = 'name') =>
  chooseJobs(jobs, query, order).map(({ name }) => name);

test.each([
  ['', ['alpine 3.22', 'debian 12', 'debian 13', 'fedora 42', 'ubuntu 24.04']],
  ['debian', ['debian 12', 'debian 13']],
  ['13 DEBIAN', ['debian 13']],
  ['report.json', ['alpine 3.22', 'debian 12', 'debian 13', 'fedora 42', 'ubuntu 24.04']],
  ['nowhere', []],
])('%j finds %j', (query, found) => expect(names(query)).toEqual(found));

test('problems come first: leaks, then what is not known, then strays', () => {
  expect(names('', 'problems')).toEqual([
    'debian 12',
    'fedora 42',
    'alpine 3.22',
    'debian 13',
    'ubuntu 24.04',
  ]);
});

test.each([
  ['ended', 'endedAt'],
  ['drain', 'drainMs'],
  ['saved', 'savedMs'],
] as const)('by %s, the highest is first', (order, field) => {
  const values = chooseJobs(jobs, '', order).map((job) => job[field]);
  expect(values).toEqual([...values].sort((a, b) => b - a));
});

test('jobs without a threshold come last', () => {
  expect(names('', 'closest').slice(3)).toEqual(['fedora 42', 'alpine 3.22']);
});
