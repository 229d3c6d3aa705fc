import { expect, test } from 'vitest';
import { describeError, describeFault, ERRORS, TopoGcError } from '../../../src/domain/errors.ts';

test.each([
  [new Error('it broke'), 'it broke'],
  [new Error('it broke', { cause: new Error('disk full') }), 'it broke: disk full'],
  [new Error('a', { cause: new Error('b', { cause: new Error('c') }) }), 'a: b: c'],
  [new Error('it broke: disk full', { cause: new Error('disk full') }), 'it broke: disk full'],
  [new TypeError(''), 'TypeError'],
  ['just a text', 'just a text'],
  [undefined, 'undefined'],
])('%# an error is told with the causes that add to it', (error, sentence) => {
  expect(describeError(error)).toBe(sentence);
});

test('a fault is one line, whatever the value holds', () => {
  expect(describeFault({ field: 'reclaim', value: 'a\nb', detail: 'takes "all"' })).toBe(
    'reclaim "a\\nb": takes "all"',
  );
  expect(describeFault({ field: 'containers', detail: 'at least one' })).toBe('containers: at least one');
});

test('an error has its code, its faults and its cause', () => {
  const cause = new Error('why');
  const faults = [{ field: 'id', detail: 'is bad' }];
  expect(new TopoGcError('refused', 'no', { faults, cause })).toMatchObject({
    code: 'refused',
    faults,
    cause,
  });
  expect('cause' in new TopoGcError('refused', 'no')).toBe(false);
});

test('the statuses are those of the contract', () => {
  const statuses = Object.fromEntries(Object.entries(ERRORS).map(([code, { status }]) => [code, status]));
  expect(statuses).toMatchObject({
    'invalid-submission': 400,
    'not-found': 404,
    'method-not-allowed': 405,
    'too-slow': 408,
    'already-removed': 409,
    'too-large': 413,
    refused: 422,
    'other-engine': 422,
    closed: 503,
  });
});
