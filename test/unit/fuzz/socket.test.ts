import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../../src/domain/errors.ts';
import type { Leak } from '../../../src/domain/leaks/leak.ts';
import { FakeEngine } from '../../integration/fake-engine.ts';
import { AgentUnderTest } from '../../support/agent-under-test.ts';
import { FUZZ_TIMEOUT_MS, fuzzLength, fuzzSeed, tellFuzz, usedMemory } from './fuzz-length.ts';
import { type MadeRequest, madeRequest } from './made-requests.ts';
import { type MadeAnswer, sendMade } from './send-made.ts';
import { tinyEngine } from './tiny-engine.ts';

const REQUESTS = fuzzLength('TOPO_GC_FUZZ_REQUESTS', 2_000);
const AT_ONCE = 20;

const MIB = 1024 * 1024;
/** What may be kept besides a factor: the log of compiled code, connections that are being closed. */
const MOST_MORE = 48 * MIB;

/** A drain of a few ms may find no time to ask for what carries the session's label. */
const isMistake = (line: string): boolean =>
  line.includes('"level":"error"') && !line.includes('what carries the label');

const isNotSupported = (status: number): boolean => status === 501;

/** @throws where an answer is a mistake of the agent's, or does not say what is wrong with the request */
function check(made: MadeRequest, { status, type, body }: MadeAnswer): void {
  if (!isNotSupported(status)) expect(status, body).toBeLessThan(500);
  if (made.kind !== 'http' || status < 400 || type !== 'application/problem+json') return;
  if (made.method === 'HEAD') return;
  const { code, detail, errors }: Problem = JSON.parse(body);
  expect(code, body).not.toBe('internal');
  expect(detail).not.toBe('');
  if (made.field === undefined || status === 409) return;
  // Where the id is wrong for another reason, it is the id that is named.
  const fields = errors.map(({ field }) => field.split(/[.[]/)[0]);
  expect(fields, body).toContain(made.field);
}

test(`${REQUESTS} requests, whatever they are, get an answer that is no mistake, in bounded memory`, {
  timeout: FUZZ_TIMEOUT_MS,
}, async () => {
  await using engine = await FakeEngine.start(tinyEngine());
  await using agent = await AgentUnderTest.start({ host: engine.host });
  const [seed, began] = [fuzzSeed(), performance.now()];
  const requests = fc.array(madeRequest, { minLength: AT_ONCE, maxLength: AT_ONCE });
  const holds = fc.asyncProperty(requests, async (batch) => {
    const answers = await Promise.all(batch.map((made) => sendMade(agent.socket, made)));
    for (const [at, made] of batch.entries()) check(made, answers[at] as MadeAnswer);
    expect(await agent.ask('GET', '/healthz')).toMatchObject({ status: 200 });
    expect(agent.logged.filter((line) => isMistake(line))).toEqual([]);
    // What the test itself remembers is none of the agent's.
    agent.logged.length = 0;
    engine.requests.length = 0;
  });
  const run = (count: number, from: number) =>
    fc.assert(holds, { numRuns: Math.ceil(count / AT_ONCE), seed: from });
  await run(REQUESTS * 0.2, seed);
  const before = usedMemory();
  await run(REQUESTS * 0.8, seed + 1);
  const after = usedMemory();
  tellFuzz(`${REQUESTS} requests, heap ${before / MIB} -> ${after / MIB} MiB`, seed, began);
  expect(after).toBeLessThan(before * 1.5 + MOST_MORE);
  // What is no reference stays a leak, quoted. The engine has each member anew as soon as it is removed: of some, nobody can
  // say whose they are.
  const isMeant = ({ cause, name }: Leak) =>
    cause === 'unsure' || (cause === 'unresolved' && name.startsWith('"'));
  expect((await agent.drain()).leaks.filter((leak) => !isMeant(leak))).toEqual([]);
});
