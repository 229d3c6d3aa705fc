import { crc32 } from 'node:zlib';
import type { JournalEvent } from '../../domain/ledger/journal-events.ts';

/** The first line of a journal: what it is, and the version of its records. */
export const JOURNAL_HEAD = 'topo-gc-journal 1\n';

const NEWLINE = 0x0a;
const PREFIX = /^([0-9a-f]{8}) ([0-9a-f]{8}) $/;
const PREFIX_BYTES = 18;

const hex = (number: number): string => number.toString(16).padStart(8, '0');

/** A line: length in bytes and CRC-32 of the JSON, both in hex, and the JSON. */
export function encodeRecord(event: JournalEvent): Buffer {
  const json = Buffer.from(JSON.stringify(event));
  return Buffer.concat([
    Buffer.from(`${hex(json.length)} ${hex(crc32(json))} `),
    json,
    Buffer.from([NEWLINE]),
  ]);
}

export interface DecodedRecords {
  readonly events: JournalEvent[];
  /** Where the next record goes. */
  readonly end: number;
  /** What is wrong with the bytes that follow; absent if nothing follows, or only reserved space. */
  readonly damage?: string;
}

/**
 * Reads records from `start`, as far as they are whole; zeros after the last are reserved space. No record after a
 * damaged one counts, as the state that it builds on is not known.
 */
export function decodeRecords(bytes: Buffer, start: number): DecodedRecords {
  const events: JournalEvent[] = [];
  let at = start;
  while (at < bytes.length && bytes[at] !== 0) {
    const [, length = '', checksum = ''] = PREFIX.exec(bytes.toString('latin1', at, at + PREFIX_BYTES)) ?? [];
    const from = at + PREFIX_BYTES;
    const to = from + Number.parseInt(length, 16);
    const json = bytes.subarray(from, to);
    if (length === '' || to >= bytes.length || bytes[to] !== NEWLINE)
      return { events, end: at, damage: `the record at byte ${at} is cut off` };
    if (crc32(json) !== Number.parseInt(checksum, 16))
      return { events, end: at, damage: `the record at byte ${at} does not match its checksum` };
    events.push(JSON.parse(json.toString()));
    at = to + 1;
  }
  return { events, end: at };
}
