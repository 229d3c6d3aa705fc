import { expect, test } from 'vitest';
import { parseLabels } from '../../../../src/domain/text/labels.ts';

test('labels stand one a line, and each counts once', () => {
  const text = ' suite=vlan \n\ncom.docker.compose.project=shop\r\nsuite=vlan\na=b=c\n';
  expect(parseLabels(text)).toEqual(['suite=vlan', 'com.docker.compose.project=shop', 'a=b=c']);
  expect(parseLabels('')).toEqual([]);
});

test.each(['suite', 'suite=', '=vlan', 'a b=c', 'suite=vlan\nsuite', 'suite=vlan\n=x'])(
  '%j is wider than one label, or none',
  (text) => {
    expect(parseLabels(text)).toBeUndefined();
  },
);
