import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from './job-model.ts';

export interface ApiAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at it as a client without types would
  readonly body: any;
}

/** Asks the agent of a job, as a step of it could. */
export function askAgent(
  environment: Environment,
  method: string,
  path: string,
  body?: unknown,
): Promise<ApiAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const asked = request({ socketPath: environment.TOPO_GC_SOCKET, method, path, headers }, (response) => {
      json(response).then((parsed) => resolve({ status: response.statusCode ?? 0, body: parsed }), reject);
    });
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** The process id that the agent tells of itself. */
export async function agentPid(environment: Environment): Promise<number> {
  const { status, body } = await askAgent(environment, 'GET', '/v1/status');
  if (status !== 200 || !Number.isInteger(body.pid)) throw new Error(`no pid in ${JSON.stringify(body)}`);
  return body.pid;
}

/** What the kernel says of a process: `R`, `S`, `T` for stopped and so on; `gone` also for a zombie. */
export function processState(pid: number): string {
  try {
    const [, state = 'gone'] = /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return state === 'Z' || state === 'X' ? 'gone' : state;
  } catch {
    return 'gone';
  }
}

/** Waits for a process to be in that state; throws after 10 s. */
export async function untilProcess(pid: number, state: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (processState(pid) !== state) {
    if (performance.now() > deadline) throw new Error(`process ${pid} is ${processState(pid)}, not ${state}`);
    await sleep(20);
  }
}
