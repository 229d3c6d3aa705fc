import { describe, expect, test } from 'vitest';
import { TopoGcError } from '../../../src/domain/errors.ts';
import type { DrainProgress } from '../../../src/protocol/agent-service.ts';
import { readDrain } from '../../../src/protocol/drain-lines.ts';
import { toProblem } from '../../../src/protocol/problem.ts';

const PROGRESS = [
  { type: 'progress', topology: 'one', name: 'tést_ünì 🦆' },
  { type: 'progress', topology: 'two', name: 'a "quoted"\nname' },
];
const REPORT = { type: 'report', report: { version: 1, endedAt: 5 } };
const PROBLEM = { type: 'problem', problem: toProblem(new TopoGcError('closed', 'It is over')) };

const bytesOf = (lines: readonly object[]) =>
  Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

async function* chunks(bytes: Uint8Array, ...cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const to of [...cuts, bytes.length]) {
    yield bytes.subarray(from, to);
    from = to;
  }
}

async function read(stream: AsyncIterable<Uint8Array>) {
  const seen: DrainProgress[] = [];
  const report = await readDrain(stream, (progress) => seen.push(progress));
  return { report, seen };
}

describe('wherever the answer is cut into chunks, it is read the same', () => {
  const bytes = bytesOf([...PROGRESS, REPORT]);
  test('at every byte, also in the middle of a character', async () => {
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(await read(chunks(bytes, cut))).toEqual({ report: REPORT.report, seen: PROGRESS });
  });
  test('byte by byte', async () => {
    const cuts = Array.from(bytes.keys());
    expect(await read(chunks(bytes, ...cuts))).toEqual({ report: REPORT.report, seen: PROGRESS });
  });
});

test('the report ends it: nobody waits for what may follow', async () => {
  async function* endless() {
    yield bytesOf([REPORT]);
    await new Promise(() => {});
  }
  expect((await read(endless())).report).toEqual(REPORT.report);
});

test('a problem at its end is thrown as the error that it tells of', async () => {
  const reading = read(chunks(bytesOf([...PROGRESS, PROBLEM])));
  await expect(reading).rejects.toMatchObject({ name: 'TopoGcError', code: 'closed', message: 'It is over' });
});

test.each([
  ['nothing', ''],
  ['progress only', JSON.stringify(PROGRESS[0])],
  ['a report that is cut off', JSON.stringify(REPORT).slice(0, -3)],
])('an answer that ends before the report is an error: %s', async (_, text) => {
  await expect(read(chunks(Buffer.from(text)))).rejects.toThrow('ended before the report');
});

test('what is no answer of a drain is an error', async () => {
  await expect(read(chunks(Buffer.from('<html>\n')))).rejects.toThrow();
});
