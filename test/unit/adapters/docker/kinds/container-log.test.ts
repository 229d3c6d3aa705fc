import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutHeads } from '../../../../../src/adapters/docker/kinds/container-log.ts';

function frame(output: number, text: string): Buffer {
  const content = Buffer.from(text);
  const head = Buffer.alloc(8);
  head[0] = output;
  head.writeUInt32BE(content.length, 4);
  return Buffer.concat([head, content]);
}

async function* cutAt(bytes: Buffer, ends: readonly number[]): AsyncGenerator<Buffer> {
  const places = [0, ...ends.map((end) => end % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [at, begin] of places.slice(0, -1).entries()) yield bytes.subarray(begin, places[at + 1]);
}

async function all(chunks: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return read;
}

test('what stands in the frames comes out as it was written, wherever the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(1, 2), fc.string({ unit: 'grapheme' }))),
      fc.array(fc.nat()),
      async (written, ends) => {
        const bytes = Buffer.concat(written.map(([output, text]) => frame(output, text)));
        const read = await all(withoutHeads(cutAt(bytes, ends)));
        expect(Buffer.concat(read).toString()).toBe(written.map(([, text]) => text).join(''));
      },
    ),
  );
});

test('of a frame that is cut off, what is there comes out', async () => {
  const read = await all(withoutHeads(cutAt(frame(1, 'half a line').subarray(0, 12), [])));
  expect(Buffer.concat(read).toString()).toBe('half');
});
