import { open } from 'node:fs/promises';

const PROGRAM_INTERPRETER = 3;
const HEADER_BYTES = 4096;

/** Whether the file is a 64-bit little-endian ELF program that needs no loader and no libraries; see elf(5). */
export async function isStaticBinary(path: string): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEADER_BYTES) });
  return isStaticElf(buffer.subarray(0, bytesRead));
}

/** The same of the beginning of a file, up to the end of its program headers. */
export function isStaticElf(head: Buffer): boolean {
  if (head.length < 64 || !head.subarray(0, 6).equals(Buffer.from('\x7fELF\x02\x01', 'latin1'))) return false;
  const offset = Number(head.readBigUInt64LE(32));
  const size = head.readUInt16LE(54);
  const count = head.readUInt16LE(56);
  if (offset + size * count > head.length) return false;
  const types = Array.from({ length: count }, (_, at) => head.readUInt32LE(offset + at * size));
  return !types.includes(PROGRAM_INTERPRETER);
}
