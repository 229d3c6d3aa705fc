import { expect, test } from 'vitest';
import { readContainer } from '../../../../../src/adapters/docker/kinds/engine-container.ts';

const DAY_MS = 24 * 3600e3;

test.each([
  [null, 10_000],
  [2, 2_000],
  [30 * 24 * 3600, DAY_MS],
  [-1, DAY_MS],
])('a StopTimeout of %s s is a grace of %d ms, a day at most', (StopTimeout, graceMs) => {
  const answer = {
    Id: 'a',
    Name: '/a',
    Created: '2026-11-24T10:00:00Z',
    Config: { StopTimeout },
    HostConfig: {},
    NetworkSettings: {},
  };
  expect(readContainer(answer).member.graceMs).toBe(graceMs);
});
