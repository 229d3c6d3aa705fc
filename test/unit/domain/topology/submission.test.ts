import { describe, expect, test } from 'vitest';
import {
  parseSelector,
  parseSubmission,
  parseTopologyId,
  type SubmissionText,
  TAKES_SELECTOR,
} from '../../../../src/domain/topology/submission.ts';

const container = (ref: string, at = 0) => ({
  kind: 'container' as const,
  ref,
  field: `containers[${at}]`,
  shared: false,
});

const text = (rest: Partial<SubmissionText>): SubmissionText => ({
  members: [container('web')],
  selectors: [],
  ...rest,
});

describe('an id', () => {
  test.each([
    't',
    'test_vlan-6f2c',
    'tests/test_vlan.py::TOPOLOGY',
    'test[a-1]',
    '_x',
    '7',
    'x@host',
    'x'.repeat(200),
  ])('%s is one', (id) => {
    expect(parseTopologyId(id)).toBe(id);
  });
  test.each(['', ' ', '-x', '.', '..', '/etc', 'a b', 'a\nb', 'a?', 'a#b', 'a%2F', 'ä', 'x'.repeat(201)])(
    '%j is none',
    (id) => {
      expect(parseTopologyId(id)).toBeUndefined();
    },
  );
});

describe('a selector is exactly one key and one value', () => {
  test.each([
    ['label=com.docker.compose.project=shop', 'com.docker.compose.project=shop'],
    ['label=a=b=c', 'a=b=c'],
    ['label=a= b ', 'a= b '],
  ])('%s', (selector, label) => {
    expect(parseSelector(selector)).toBe(label);
  });
  test.each([
    '',
    'label=',
    'label=a',
    'label=a=',
    'label==b',
    'label=a b=c',
    'name=web',
    'a=b',
    'LABEL=a=b',
    'label!=a=b',
    'label=a=b\n',
  ])('%j is too wide, or none', (selector) => {
    expect(parseSelector(selector)).toBeUndefined();
  });
});

test('all fields are read', () => {
  const { submission, faults } = parseSubmission(
    text({
      id: 'lab',
      name: 'test_vlan.py',
      selectors: ['label=a=b'],
      stopTimeout: '2s',
      metadata: { suite: 'vlan' },
      engine: 'E',
    }),
  );
  expect(faults).toEqual([]);
  expect(submission).toEqual({
    id: 'lab',
    name: 'test_vlan.py',
    members: [container('web')],
    selectors: [{ label: 'a=b', field: 'selectors[0]' }],
    stopTimeoutMs: 2000,
    metadata: { suite: 'vlan' },
    engine: 'E',
  });
});

test('what is left out is left out, not undefined', () => {
  expect(parseSubmission(text({})).submission).toStrictEqual({
    members: [container('web')],
    selectors: [],
    metadata: {},
  });
});

test('a selector may be for some kinds only', () => {
  const selectors = [{ label: 'a=b', kinds: ['network'] as const }, { label: 'c=d' }];
  expect(parseSubmission(text({ selectors })).submission.selectors).toStrictEqual([
    { label: 'a=b', kinds: ['network'], field: 'selectors[0]' },
    { label: 'c=d', field: 'selectors[1]' },
  ]);
  expect(parseSubmission(text({ selectors: [{ label: 'label=' }] })).faults).toEqual([
    { field: 'selectors[0]', value: 'label=', detail: TAKES_SELECTOR },
  ]);
});

test('a selector alone will do', () => {
  expect(parseSubmission(text({ members: [], selectors: ['label=a=b'] })).faults).toEqual([]);
});

test('nothing to collect is a fault', () => {
  expect(parseSubmission(text({ members: [] })).faults).toEqual([
    { field: 'containers', detail: 'at least one member or selector is needed' },
  ]);
});

test('every fault is told, by field and value', () => {
  const { faults } = parseSubmission(
    text({
      id: 'a b',
      stopTimeout: 'soon',
      selectors: ['label=a=b', 'label=a'],
      members: [container('web'), container(' ', 1), container('', 2)],
    }),
  );
  expect(faults).toEqual([
    { field: 'id', value: 'a b', detail: expect.stringMatching(/^takes 1 to 200 letters/) },
    { field: 'stopTimeout', value: 'soon', detail: 'takes a duration such as "2s", at most "24h"' },
    { field: 'selectors[1]', value: 'label=a', detail: TAKES_SELECTOR },
    { field: 'containers[1]', value: ' ', detail: expect.stringMatching(/^takes a name or an id/) },
    { field: 'containers[2]', value: '', detail: expect.stringMatching(/^takes a name or an id/) },
  ]);
});
