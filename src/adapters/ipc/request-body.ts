import type { IncomingMessage } from 'node:http';
import { TopoGcError } from '../../domain/errors.ts';
import type { Share } from './body-budget.ts';

const MOST_BYTES = 1024 * 1024;

const tooLarge = (): TopoGcError =>
  new TopoGcError('too-large', `The body is larger than ${MOST_BYTES} bytes: submit in parts, under one id`);

async function readBytes(request: IncomingMessage, share: Share): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop would destroy the connection, and the answer with it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > MOST_BYTES) throw tooLarge();
    share.take(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a JSON body; `undefined` where there is none.
 * @param share takes what it holds of the budget
 * @throws TopoGcError `too-large`, `overloaded`, `invalid-request`
 */
export async function readJson(request: IncomingMessage, share: Share): Promise<unknown> {
  const bytes = await readBytes(request, share);
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new TopoGcError('invalid-request', 'The body is not JSON in UTF-8', { cause });
  }
}
