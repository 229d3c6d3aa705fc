import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { addAbortSignal } from 'node:stream';
import { json } from 'node:stream/consumers';
import { type Problem, TopoGcError } from '../../domain/errors.ts';
import type { JournalEvent } from '../../domain/ledger/journal-events.ts';
import type { Report } from '../../domain/report/report.ts';
import { linesOf } from '../../domain/text/lines.ts';
import type { DrainProgress } from '../../protocol/agent-service.ts';
import { readDrain } from '../../protocol/drain-lines.ts';
import { readEvents } from '../../protocol/event-lines.ts';
import { fromProblem } from '../../protocol/problem.ts';

interface RequestOptions {
  readonly body?: unknown;
  /** The time until the answer begins, in ms; without it, there is no limit. */
  readonly timeoutMs?: number;
}

interface DrainOptions {
  readonly final: boolean;
  readonly budgetMs?: number;
  readonly timeoutMs?: number;
  readonly onProgress: (progress: DrainProgress) => void;
  readonly signal?: AbortSignal;
}

/** A client of an agent. Its errors are TopoGcErrors: the agent's own, or `agent-not-found` where none answers. */
export class AgentClient {
  readonly #socketPath: string;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(socketPath: string) {
    this.#socketPath = socketPath;
  }

  async get<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.#read<T>(await this.#send('GET', path, options));
  }

  async post<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.#read<T>(await this.#send('POST', path, options));
  }

  async delete<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.#read<T>(await this.#send('DELETE', path, options));
  }

  /**
   * Requests something that lasts as long as the connection, which keeps no process alive.
   * @returns the first line of the answer, read as JSON
   */
  async hold<T>(path: string, options: RequestOptions = {}): Promise<T> {
    const response = await this.#send('POST', path, options);
    try {
      const { value } = await linesOf(response).next();
      response.socket.unref();
      return JSON.parse(value ?? '') as T;
    } catch (error) {
      throw this.#brokenOff(error);
    }
  }

  /**
   * Listens: the stream has all events from the moment at which this resolves. The signal ends the iteration with its
   * reason.
   */
  async events(signal?: AbortSignal): Promise<AsyncIterable<JournalEvent>> {
    const response = await this.#send('GET', '/v1/events', {});
    if (signal !== undefined) addAbortSignal(signal, response);
    return this.#tell(response, signal);
  }

  async *#tell(response: IncomingMessage, signal: AbortSignal | undefined): AsyncGenerator<JournalEvent> {
    try {
      yield* readEvents(response);
    } catch (error) {
      throw signal?.aborted ? signal.reason : this.#brokenOff(error);
    }
  }

  /** Drains, and reports the progress. */
  async drain({ final, budgetMs, timeoutMs, onProgress, signal }: DrainOptions): Promise<Report> {
    const query = new URLSearchParams({
      final: String(final),
      ...(budgetMs && { budgetMs: String(budgetMs) }),
    });
    const options = timeoutMs === undefined ? {} : { timeoutMs };
    const response = await this.#send('POST', `/v1/drain?${query}`, options);
    if (signal !== undefined) addAbortSignal(signal, response);
    try {
      return await readDrain(response, onProgress);
    } catch (error) {
      throw error instanceof TopoGcError ? error : this.#brokenOff(error);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #read<T>(response: IncomingMessage): Promise<T> {
    try {
      return (await json(response)) as T;
    } catch (error) {
      throw this.#brokenOff(error);
    }
  }

  /** Resolves when an answer begins that is not a problem. */
  async #send(method: string, path: string, options: RequestOptions): Promise<IncomingMessage> {
    const response = await this.#request(method, path, options);
    if ((response.statusCode ?? 500) < 400) return response;
    throw fromProblem((await this.#read<Partial<Problem> | null>(response)) ?? {});
  }

  #request(method: string, path: string, { body, timeoutMs }: RequestOptions): Promise<IncomingMessage> {
    const text = body === undefined ? '' : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        {
          agent: this.#agent,
          socketPath: this.#socketPath,
          method,
          path,
          headers: {
            host: 'topo-gc',
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          },
          ...(timeoutMs !== undefined && { timeout: timeoutMs }),
        },
        (response) => {
          request.setTimeout(0);
          resolve(response);
        },
      );
      request.on('timeout', () => request.destroy(this.#late(timeoutMs ?? 0)));
      request.on('error', (cause) => reject(cause instanceof TopoGcError ? cause : this.#lost(cause)));
      request.end(text);
    });
  }

  /** The agent is there, and has not begun to answer. */
  #late(timeoutMs: number): TopoGcError {
    return this.#notReached(`The agent at ${this.#socketPath} has not answered within ${timeoutMs / 1000} s`);
  }

  /** The agent has begun to answer, and its answer has no end. */
  #brokenOff(cause: unknown): TopoGcError {
    return this.#notReached(`The answer of the agent at ${this.#socketPath} broke off`, cause);
  }

  #lost(cause: unknown): TopoGcError {
    return this.#notReached(`No agent answers at ${this.#socketPath}`, cause);
  }

  #notReached(message: string, cause?: unknown): TopoGcError {
    return new TopoGcError('agent-not-found', message, { cause });
  }
}
