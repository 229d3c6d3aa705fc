import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { EngineEndpoint } from '../../../domain/engine.ts';
import { systemClock } from '../../host/system-clock.ts';
import { connector } from '../connection/engine-agent.ts';

/** An engine's answer with another status than 200. */
export class UnexpectedStatus extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Asks an engine with nothing but node:http, for callers that can't wait for a client library to load.
 * @param ended ends the question before its deadline
 * @throws UnexpectedStatus; Error whose message says, in a few words, what came instead of JSON; `code` is the system's if there is one.
 */
export async function getJson(
  engine: EngineEndpoint,
  path: string,
  deadlineMs: number,
  ended?: AbortSignal,
): Promise<unknown> {
  const { status, body } = await ask(engine, path, deadlineMs, ended);
  if (status !== 200)
    throw new UnexpectedStatus(status, `it answered ${status} to GET ${path}: ${body.trim().slice(0, 200)}`);
  return parse(body, path);
}

/** Resolves once an engine answers the cheapest question that there is, whatever it says. @throws as `getJson` */
export async function ping(engine: EngineEndpoint, deadlineMs: number, ended?: AbortSignal): Promise<void> {
  await ask(engine, '/_ping', deadlineMs, ended);
}

async function ask(
  engine: EngineEndpoint,
  path: string,
  deadlineMs: number,
  ended?: AbortSignal,
): Promise<Answer> {
  const late = systemClock.timeout(deadlineMs);
  try {
    return await get(engine, path, ended === undefined ? late : AbortSignal.any([late, ended]));
  } catch (error) {
    if (late.aborted)
      throw new Error(`no answer to GET ${path} within ${deadlineMs / 1000} s`, { cause: error });
    throw error;
  }
}

function get(engine: EngineEndpoint, path: string, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { createConnection: connector(engine), path, signal };
    const asked = request(options, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

function parse(body: string, path: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new Error(`its answer to GET ${path} is no JSON`, { cause });
  }
}
