import type { IncomingMessage } from 'node:http';
import { deferred } from '../../domain/deferred.ts';
import { TopoGcError } from '../../domain/errors.ts';
import type { Share } from './body-budget.ts';

const MOST_BYTES = 1024 * 1024;

const tooLarge = (): TopoGcError =>
  new TopoGcError('too-large', `The body is larger than ${MOST_BYTES} bytes: submit in parts, under one id`);

/** A failure leaves the connection as it is, so that the server can still answer. */
function readBytes(request: IncomingMessage, share: Share): Promise<Buffer> {
  const { promise, resolve, reject } = deferred<Buffer>();
  const chunks: Buffer[] = [];
  let length = 0;
  const take = (chunk: Buffer): void => {
    length += chunk.length;
    try {
      if (length > MOST_BYTES) throw tooLarge();
      share.take(chunk.length);
      chunks.push(chunk);
    } catch (error) {
      fail(error);
    }
  };
  const end = (): void => {
    received();
    resolve(Buffer.concat(chunks));
  };
  const fail = (error: unknown): void => {
    received();
    request.off('data', take).off('end', end).pause();
    chunks.length = 0;
    reject(error);
  };
  const received = share.receive(fail);
  request.on('data', take).on('end', end).on('error', fail);
  return promise;
}

/**
 * Reads a JSON body; `undefined` if there is none.
 * @param share takes the body's part of the budget
 * @throws TopoGcError `too-large`, `overloaded`, `invalid-request`
 */
export async function readJson(request: IncomingMessage, share: Share): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
  const bytes = await readBytes(request, share);
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new TopoGcError('invalid-request', 'The body is not JSON in UTF-8', { cause });
  }
}
