import { describe, expect, test } from 'vitest';
import { isNetnsName, pidOfTarget, whyForeignNetns } from '../../../../src/domain/kinds/netns-rules.ts';
import { hostMoment } from '../../../../src/domain/moment.ts';

test.each(['48213', 'sw1_4242', 'a.b-c', '...', 'x'.repeat(255)])('%j is the name of a link', (name) => {
  expect(isNetnsName(name)).toBe(true);
});

test.each(['', '.', '..', 'a/b', '/x', 'a b', 'x\n', 'é', 'x'.repeat(256)])('%j is none', (name) => {
  expect(isNetnsName(name)).toBe(false);
});

test('only `/proc/PID/ns/net` names a process', () => {
  expect(pidOfTarget('/proc/48213/ns/net')).toBe(48_213);
  for (const target of [
    '/proc/0/ns/net',
    '/proc/1/ns/mnt',
    '/proc/self/ns/net',
    '/proc/1/ns/net ',
    'proc/1/ns/net',
  ])
    expect(pidOfTarget(target), target).toBeUndefined();
});

describe('a link is the submission’s own', () => {
  const containers = new Set([100]);
  const why = (pid: number, isAlive: boolean, createdAt = 10) =>
    whyForeignNetns({ pid, isAlive, made: hostMoment(createdAt) }, containers, hostMoment(20));

  test('where it points to one of its containers, whether that lives or not', () => {
    expect(why(100, true)).toBeUndefined();
    expect(why(100, false, 30)).toBeUndefined();
  });

  test('where it points to nobody, and is older than the submission', () => {
    expect(why(200, false)).toBeUndefined();
    expect(why(200, false, 19)).toBeUndefined();
  });

  test('and no other', () => {
    expect(why(200, true)).toBe("points to the process 200, which is none of the submission's containers");
    expect(why(200, false, 20)).toBe(
      'points to the process 200, which is gone, and may be younger than the submission',
    );
  });
});
