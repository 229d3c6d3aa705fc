import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { MadeRequest } from './made-requests.ts';

export interface MadeAnswer {
  /** 0 where there was none: a connection that was closed. */
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const NO_ANSWER: MadeAnswer = { status: 0, type: '', body: '' };

/** Sends it on a connection of its own, and reads what is answered. */
export async function sendMade(socketPath: string, made: MadeRequest): Promise<MadeAnswer> {
  return made.kind === 'http' ? sendRequest(socketPath, made) : sendBytes(socketPath, made);
}

async function sendRequest(
  socketPath: string,
  { method, path, headers, body }: Extract<MadeRequest, { kind: 'http' }>,
): Promise<MadeAnswer> {
  const request = httpRequest({ socketPath, method, path, headers, agent: false });
  // A server that has answered and hung up need not have read all of the body.
  request.on('error', () => {});
  request.end(body);
  const [response] = (await once(request, 'response').catch(() => [])) as [IncomingMessage?];
  if (response === undefined) return NO_ANSWER;
  const { statusCode = 0, headers: answered } = response;
  const type = answered['content-type'] ?? '';
  // Events go on until somebody hangs up.
  if (type === 'text/event-stream') response.destroy();
  const read = await text(response).catch(() => '');
  return { status: statusCode, type, body: read };
}

/** Hangs up behind what is cut; waits for the answer to what is not. */
async function sendBytes(
  socketPath: string,
  { bytes, isCut }: Extract<MadeRequest, { kind: 'bytes' }>,
): Promise<MadeAnswer> {
  const socket = connect(socketPath).on('error', () => {});
  await once(socket, 'connect');
  if (isCut) {
    await new Promise((resolve) => socket.write(bytes, resolve));
    socket.destroy();
    return NO_ANSWER;
  }
  socket.end(bytes);
  const answer = await text(socket).catch(() => '');
  const [, status = '0'] = /^HTTP\/1\.1 (\d{3})/.exec(answer) ?? [];
  return { status: Number(status), type: '', body: answer.slice(answer.indexOf('\r\n\r\n') + 4) };
}
