import type { Readable } from 'node:stream';
import type Docker from 'dockerode';

/**
 * The head of a frame: which output it is from, three zeros, and the size of what follows, 32 bits, the highest byte
 * first.
 */
const HEAD_BYTES = 8;
const SIZE_AT = 4;

/**
 * Resolves when the engine has begun to answer, with both outputs of a container in order: what it has written, and
 * what it still writes until it ends.
 * @see https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerAttach for the
 *   frames
 */
export async function openContainerLog(
  container: Docker.Container,
  abortSignal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const { Config } = await container.inspect({ abortSignal });
  const log = await container.logs({ follow: true, stdout: true, stderr: true, abortSignal });
  const chunks: AsyncIterable<Buffer> = log as unknown as Readable;
  return Config.Tty ? chunks : withoutHeads(chunks);
}

/** The content of a stream's frames. */
export async function* withoutHeads(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let left = 0;
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      if (left > 0) {
        const part = rest.subarray(0, left);
        if (part.length > 0) yield part;
        left -= part.length;
        rest = rest.subarray(part.length);
      }
      if (left > 0 || rest.length < HEAD_BYTES) break;
      left = rest.readUInt32BE(SIZE_AT);
      rest = rest.subarray(HEAD_BYTES);
    }
  }
}
