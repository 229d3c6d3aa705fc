import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startAgent } from '../../../../src/adapters/process/agent-process.ts';
import { endProcess, identifyProcess } from '../../../../src/adapters/process/process-identity.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

/** Each of these stands in for the agent: what it does instead. */
const READY = 'process.send({ ready: true });';
const STAY = 'setInterval(() => {}, 60_000);';

let folder: TemporaryFolder;

beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const logged = () => readFileSync(folder.file('agent.log'), 'utf8');

function start(script: string, rest: Partial<Parameters<typeof startAgent>[0]> = {}): Promise<number> {
  writeFileSync(folder.file('agent.cjs'), script);
  const [path, log] = [folder.file('agent.cjs'), folder.file('agent.log')];
  return startAgent({
    script: path,
    args: [],
    env: { PATH: process.env.PATH },
    log,
    timeoutMs: 10_000,
    ...rest,
  });
}

async function end(pid: number): Promise<void> {
  const identity = identifyProcess(pid);
  if (identity !== undefined) await endProcess(identity);
}

test('it goes on by itself once it answers, in a session of its own', async () => {
  const pid = await start(`${READY} process.on('disconnect', () => console.log('alone')); ${STAY}`);
  try {
    await vi.waitFor(() => expect(logged()).toContain('alone'), { timeout: 8_000 });
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, , processGroup, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    expect([processGroup, session]).toEqual([String(pid), String(pid)]);
  } finally {
    await end(pid);
  }
});

test('it gets its arguments, and of the environment only what it needs', async () => {
  const script = `console.log(JSON.stringify({ args: process.argv.slice(2), env: process.env })); ${READY}`;
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: '/home/me',
    RUNNER_TRACKING_ID: 'github_1',
    ACTIONS_RUNTIME_TOKEN: 'secret',
    INPUT_TOKEN: 'secret',
    NODE_OPTIONS: '--throw-deprecation',
    TZ: undefined,
  };
  await start(script, { args: ['/state/s1', '--drain'], env });
  await vi.waitFor(() => expect(logged()).toMatch(/\n$/), { timeout: 8_000 });
  const told = JSON.parse(logged().split('\n')[0] ?? '');
  expect(told.args).toEqual(['/state/s1', '--drain']);
  expect(told.env).toMatchObject({ PATH: '/usr/bin:/bin', HOME: '/home/me', RUNNER_TRACKING_ID: 'github_1' });
  for (const name of ['ACTIONS_RUNTIME_TOKEN', 'INPUT_TOKEN', 'NODE_OPTIONS', 'TZ'])
    expect(told.env).not.toHaveProperty(name);
});

describe('where it does not start, the error says why, with the end of its log', () => {
  test.each([
    ['it says so', "process.send({ failed: 'no engine' });", /did not start: no engine/],
    [
      'it ends',
      "console.error('line one'); process.exit(3);",
      /it ended with status 3\n.*agent\.log ends with:\nline one/,
    ],
    ['it throws', "throw new Error('at once');", /it ended with status 1\n.*ends with:\n.*Error: at once/s],
    ['it is killed', "process.kill(process.pid, 'SIGKILL');", /it ended with SIGKILL/],
  ])('%s', async (_, script, words) => {
    const starting = start(script);
    await expect(starting).rejects.toMatchObject({ name: 'TopoGcError', code: 'agent-failed' });
    await expect(starting).rejects.toThrow(words);
  });

  test('it is not ready in time, and is ended', async () => {
    const starting = start(`console.log(process.pid); ${STAY}`, { timeoutMs: 300 });
    await expect(starting).rejects.toThrow(/it was not ready after 300 ms/);
    const pid = Number(logged());
    await vi.waitFor(() => expect(identifyProcess(pid)).toBeUndefined(), { timeout: 8_000 });
  });
});

test('its log is its owner’s, and is gone on with', async () => {
  await start(`console.log('first'); ${READY}`);
  await start(`console.log('second'); ${READY}`);
  await vi.waitFor(() => expect(logged()).toBe('first\nsecond\n'), { timeout: 8_000 });
});
