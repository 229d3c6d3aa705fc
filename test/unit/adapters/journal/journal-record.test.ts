import { describe, expect, test } from 'vitest';
import { decodeRecords, encodeRecord } from '../../../../src/adapters/journal/journal-record.ts';
import type { JournalEvent } from '../../../../src/domain/ledger/journal-events.ts';

const EVENTS: readonly JournalEvent[] = [
  { type: 'opened', at: 1, session: { id: 's1', startedAt: '2026-11-24T10:00:00Z', engineId: 'E' } },
  { type: 'drained', at: 2, outcome: { leaks: [], unconfirmed: 'tést_ünì 🦆 "quoted"\n' } },
  { type: 'draining', at: 3 },
];

const RECORDS = EVENTS.map(encodeRecord);
const LAST = RECORDS.at(-1) ?? Buffer.of();
const BYTES = Buffer.concat(RECORDS);
const BEFORE_LAST = BYTES.length - LAST.length;

/** Space that is reserved behind the records. */
const reserved = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(64)]);

test('what was written is read, and the next record goes behind it', () => {
  expect(decodeRecords(BYTES, 0)).toEqual({ events: EVENTS, end: BYTES.length });
  expect(decodeRecords(Buffer.concat([Buffer.from('head\n'), BYTES]), 5)).toMatchObject({ events: EVENTS });
});

test('reserved space is no damage, and the next record goes into it', () => {
  expect(decodeRecords(reserved(BYTES), 0)).toEqual({ events: EVENTS, end: BYTES.length });
  expect(decodeRecords(reserved(Buffer.of()), 0)).toEqual({ events: [], end: 0 });
});

describe('a record that was torn at any byte is reported, and all before it counts', () => {
  test.each([
    ['at the end of the file', (bytes: Buffer) => bytes],
    ['in reserved space', reserved],
  ])('%s', (_, behind) => {
    for (let kept = 1; kept < LAST.length; kept++) {
      const decoded = decodeRecords(behind(BYTES.subarray(0, BEFORE_LAST + kept)), 0);
      expect(decoded).toMatchObject({ events: EVENTS.slice(0, -1), end: BEFORE_LAST });
      expect(decoded.damage, `${kept} bytes are left`).toContain(`at byte ${BEFORE_LAST}`);
    }
  });
});

test('a bit that has flipped anywhere is reported, and nothing from there on counts', () => {
  const starts = RECORDS.map((_, at) => Buffer.concat(RECORDS.slice(0, at)).length);
  for (let bit = 0; bit < BYTES.length * 8; bit++) {
    const bytes = Buffer.from(BYTES);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const record = starts.findLastIndex((start) => start <= bit >> 3);
    const decoded = decodeRecords(reserved(bytes), 0);
    expect(decoded.events, `bit ${bit}`).toEqual(EVENTS.slice(0, record));
    expect(decoded.damage, `bit ${bit}`).toContain(`at byte ${starts[record]} `);
  }
});

test('a record says how long it is, so that its text can be read by people', () => {
  expect(String(LAST)).toMatch(/^0000001a [0-9a-f]{8} \{"type":"draining","at":3\}\n$/);
});
