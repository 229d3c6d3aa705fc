import { expect, test } from 'vitest';
import { isStaticBinary, isStaticElf } from '../../../../scripts/engine/static-binary.ts';

const LOAD = 1;
const INTERPRETER = 3;

/** The head of a 64-bit little-endian ELF program with program headers of these types. */
function elf(...types: readonly number[]): Buffer {
  const head = Buffer.alloc(64 + 56 * types.length);
  head.write('\x7fELF\x02\x01', 'latin1');
  head.writeBigUInt64LE(64n, 32);
  head.writeUInt16LE(56, 54);
  head.writeUInt16LE(types.length, 56);
  for (const [at, type] of types.entries()) head.writeUInt32LE(type, 64 + 56 * at);
  return head;
}

test('a program without an interpreter is static', () => {
  expect(isStaticElf(elf(LOAD, LOAD))).toBe(true);
  expect(isStaticElf(elf(LOAD, INTERPRETER))).toBe(false);
});

test('what is cut off, of another kind or no program at all does not count as static', () => {
  expect(isStaticElf(elf(LOAD, LOAD).subarray(0, 100))).toBe(false);
  expect(isStaticElf(Buffer.from('#!/bin/sh\necho busybox\n'.padEnd(100)))).toBe(false);
  const bigEndian = elf(LOAD);
  bigEndian[5] = 2;
  expect(isStaticElf(bigEndian)).toBe(false);
});

test('a program on disk is judged by its beginning', async () => {
  expect(await isStaticBinary('/bin/sh')).toBe(false);
});
