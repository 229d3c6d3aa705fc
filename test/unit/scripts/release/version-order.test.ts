import { expect, test } from 'vitest';
import { requireNext } from '../../../../scripts/release/version-order.ts';

test.each(['1.2.4', '1.3.0', '2.0.0'])('%s follows 1.2.3', (next) => {
  expect(() => requireNext('1.2.3', next)).not.toThrow();
});

test.each(['1.2.3', '1.2.2', '1.2.5', '1.3.1', '3.0.0'])('%s does not', (next) => {
  expect(() => requireNext('1.2.3', next)).toThrow('it takes 1.2.4, 1.3.0, 2.0.0');
});

test.each(['v1.2.4', '1.2', 'latest', '1.2.4-rc.1'])('%s is no version', (next) => {
  expect(() => requireNext('1.2.3', next)).toThrow(`"${next}" is no version`);
});
