import { describe, expect, test } from 'vitest';
import {
  parseCount,
  parseDuration,
  parsePercent,
  parseSize,
} from '../../../../src/domain/text/quantities.ts';

type Parse = (text: string) => number | undefined;

const accepts = (parse: Parse, forms: Record<string, number>) =>
  test.each(Object.entries(forms))('%j is %d', (text, value) => {
    expect(parse(text)).toBe(value);
  });

const refuses = (parse: Parse, forms: readonly string[]) =>
  test.each(forms)('%j is refused', (text) => {
    expect(parse(text)).toBeUndefined();
  });

describe('a size', () => {
  accepts(parseSize, {
    '512MiB': 512 * 2 ** 20,
    '10GB': 10e9,
    '1.5GiB': 1.5 * 2 ** 30,
    '4 GiB': 4 * 2 ** 30,
    ' 1KB ': 1000,
    '1KiB': 1024,
    '2TiB': 2 * 2 ** 40,
    '3TB': 3e12,
    '7MB': 7e6,
    '12B': 12,
    '0.3B': 0,
  });
  refuses(parseSize, [
    '',
    '4',
    'GiB',
    '4gib',
    '4G',
    '-4GiB',
    '+4GiB',
    '4  GiB',
    '1e3MB',
    '4GiB free',
    '.5GiB',
    '4,5GiB',
  ]);
  refuses(parseSize, ['4constructor', '4toString', '0x10MB', '٤GiB', `${'9'.repeat(16)}GB`]);
});

describe('a duration', () => {
  accepts(parseDuration, {
    '500ms': 500,
    '10s': 10_000,
    '2m': 120_000,
    '1h': 3_600_000,
    '1.5s': 1500,
    '2 s': 2000,
    '0s': 0,
    '24h': 86_400_000,
  });
  refuses(parseDuration, [
    '',
    '10',
    's',
    '10S',
    '10sec',
    '1d',
    '-1s',
    '1m30s',
    '25h',
    '999999999h',
    'off',
    '10 ms s',
  ]);
});

describe('a percentage', () => {
  accepts(parsePercent, { '85%': 85, '0.5%': 0.5, '100%': 100, '85 %': 85, ' 1% ': 1 });
  refuses(parsePercent, ['', '85', '%', '0%', '0.0%', '101%', '100.1%', '-5%', '85%%', '1e1%']);
});

describe('a count', () => {
  accepts(parseCount, { '1': 1, '24': 24, ' 100 ': 100, '1000000': 1e6, '007': 7 });
  refuses(parseCount, ['', '0', '-1', '1.5', '1e3', '1000001', 'auto', '12 networks', '0x10']);
});
