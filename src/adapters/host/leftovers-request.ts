import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { HostKind } from '../../domain/kinds/kinds.ts';
import { HostError, type HostFacts, type HostFault, type HostMember } from '../../domain/ports.ts';
import type { LeftoverRules } from './host-kind.ts';
import { OwnLeftovers } from './own-leftovers.ts';

/** One call of the port, for a process that has more rights. */
export type LeftoversRequest = { readonly rules: LeftoverRules } & (
  | { readonly call: 'find'; readonly kind: HostKind; readonly ref: string; readonly lookForMs: number }
  | { readonly call: 'remove' | 'isThere'; readonly member: HostFacts }
);

/** The answer. It never contains `denied`, as no process has more rights. */
export type LeftoversAnswer =
  | { readonly result?: HostMember | boolean }
  | { readonly fault: HostFault; readonly message: string };

function carryOut(request: LeftoversRequest, signal: AbortSignal) {
  const leftovers = new OwnLeftovers(request.rules);
  switch (request.call) {
    case 'find':
      return leftovers.find(request.kind, request.ref, request.lookForMs);
    case 'remove':
      return leftovers.remove(request.member, signal);
    case 'isThere':
      return leftovers.isThere(request.member);
  }
}

async function answer(request: LeftoversRequest, signal: AbortSignal): Promise<LeftoversAnswer> {
  try {
    const result = await carryOut(request, signal);
    return result === undefined ? {} : { result };
  } catch (error) {
    const fault = error instanceof HostError && error.fault !== 'denied' ? error.fault : 'failed';
    return { fault, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Serves one request, a line on `input`, and answers with a line; gives up when the input ends. */
export async function serveLeftovers(input: Readable, output: Writable): Promise<void> {
  const lines = createInterface({ input });
  const gone = new AbortController();
  lines.once('close', () => gone.abort(new Error('the process that asked for it is gone')));
  const [line]: string[] = await once(lines, 'line', { signal: gone.signal });
  const answered = await answer(JSON.parse(line ?? ''), gone.signal);
  await new Promise((resolve) => output.write(`${JSON.stringify(answered)}\n`, resolve));
}
