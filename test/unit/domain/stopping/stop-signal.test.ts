import { constants } from 'node:os';
import { expect, test } from 'vitest';
import { signalName, signalNumber } from '../../../../src/domain/stopping/stop-signal.ts';

test.each([
  ['SIGTERM', 15],
  ['TERM', 15],
  ['term', 15],
  ['15', 15],
  ['SIGKILL', 9],
  ['SIGRTMIN', 34],
  ['SIGRTMIN+3', 37],
  ['RTMAX', 64],
  ['SIGRTMAX-14', 50],
  ['SIGNONE', undefined],
  ['', undefined],
  ['0', undefined],
  ['65', undefined],
  ['SIGRTMIN-1', undefined],
  ['SIGRTMIN+31', undefined],
])('%s', (name, number) => {
  expect(signalNumber(name)).toBe(number);
});

test.each(Object.entries(constants.signals).filter(([name]) => !['SIGUNUSED'].includes(name)))(
  '%s is what it is on this machine',
  (name, number) => {
    expect(signalNumber(name)).toBe(number);
  },
);

test.each([
  ['15', 'SIGTERM'],
  ['term', 'SIGTERM'],
  ['SIGTERM', 'SIGTERM'],
  ['IOT', 'SIGABRT'],
  ['34', 'SIGRTMIN'],
  ['37', 'SIGRTMIN+3'],
  ['SIGRTMAX', 'SIGRTMIN+30'],
  ['32', 'SIG32'],
])('%s is called %s', (given, name) => {
  expect(signalName(signalNumber(given) ?? 0)).toBe(name);
});
