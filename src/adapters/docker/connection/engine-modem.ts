import { type Agent, type IncomingMessage, request } from 'node:http';
import { stringify } from 'node:querystring';
import { addAbortSignal } from 'node:stream';
import { connectionOptions } from './engine-address.ts';

/** A request in the words of dockerode, whose methods know the routes of the API. */
interface DialOptions {
  readonly method: string;
  /** The route; it ends with `?` if the options are its query, else they are the body of a POST. */
  readonly path: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly abortSignal?: AbortSignal;
  /** True if a success resolves with the response itself, as soon as it begins. */
  readonly isStream?: boolean;
  /** `true` for each status that is a success; for others a few words. */
  readonly statusCodes: Readonly<Record<number, true | string>>;
}

type Callback = (error: unknown, answer?: unknown) => void;

/** An answer that is no success. */
class AnswerError extends Error {
  override readonly name = 'AnswerError';
  readonly statusCode: number;
  /** The parsed answer, or its bytes if it is no JSON. */
  readonly json: unknown;

  constructor(statusCode: number, meaning: string, json: unknown) {
    super([`(HTTP code ${statusCode}) ${meaning}`, ...toldBy(json)].join(' - '));
    this.statusCode = statusCode;
    this.json = json;
  }
}

/** The words of an answer without a `message`, which proxies give. */
function toldBy(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null && 'error' in json ? [String(json.error)] : [];
}

/**
 * Carries requests of dockerode to an engine, in place of docker-modem. That one would load 90 kB and print each
 * request for a debug log that is off, and it never ends a request whose answer is cut off in the middle.
 */
export class EngineModem {
  readonly #to: { readonly host?: string; readonly port?: number; readonly agent: Agent };
  readonly #apiVersion: string;

  /** @param agent opens the connections; the host is only what the requests name */
  constructor(host: string, apiVersion: string, agent: Agent) {
    const address = connectionOptions(host);
    this.#to = { agent, ...('host' in address && address) };
    this.#apiVersion = apiVersion;
  }

  /** Calls back with an `AnswerError` for an answer that is no success, and with the system's error for none. */
  dial(asked: DialOptions, callback: Callback): void {
    this.#converse(asked).then((answer) => callback(null, answer), callback);
  }

  async #converse({ isStream, statusCodes, ...asked }: DialOptions): Promise<unknown> {
    const response = await this.#send(asked);
    const status = response.statusCode ?? 0;
    const meaning = statusCodes[status] ?? 'unexpected';
    if (isStream && meaning === true) return response;
    // The signal of a request does not end a response that has begun.
    if (asked.abortSignal !== undefined) addAbortSignal(asked.abortSignal, response);
    const answer = await readAnswer(response);
    if (meaning === true) return answer;
    throw new AnswerError(status, meaning, answer);
  }

  #send(asked: Pick<DialOptions, 'method' | 'path' | 'options' | 'abortSignal'>): Promise<IncomingMessage> {
    const { method, abortSignal: signal } = asked;
    const { path, body } = contentOf(asked);
    return new Promise((resolve, reject) => {
      const sent = request({
        ...this.#to,
        method,
        path: `/v${this.#apiVersion}${path}`,
        ...(body !== undefined && { headers: { 'Content-Type': 'application/json' } }),
        ...(signal !== undefined && { signal }),
      });
      sent.on('response', resolve);
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

function contentOf({ method, path, options }: Pick<DialOptions, 'method' | 'path' | 'options'>): {
  readonly path: string;
  readonly body?: string;
} {
  const { abortSignal: _, ...given } = options ?? {};
  const fields = Object.entries(given);
  if (path.endsWith('?')) return { path: fields.length === 0 ? path.slice(0, -1) : path + queryOf(fields) };
  return { path, ...(method === 'POST' && fields.length > 0 && { body: JSON.stringify(given) }) };
}

/** An object is JSON, as the API demands of filters; a list is one parameter for each entry. */
const queryOf = (fields: readonly (readonly [string, unknown])[]): string =>
  stringify(
    Object.fromEntries(
      fields.map(([name, value]) => [
        name,
        typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value,
      ]),
    ) as Record<string, string>,
  );

/** The parsed answer, or its bytes if it is empty or no JSON. */
async function readAnswer(response: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  try {
    return JSON.parse(bytes.toString()) ?? bytes;
  } catch {
    return bytes;
  }
}
