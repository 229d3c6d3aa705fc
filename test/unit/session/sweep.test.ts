import {
  chownSync,
  existsSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileJournal } from '../../../src/adapters/journal/file-journal.ts';
import type { ProcessName, SessionFile } from '../../../src/adapters/journal/session-files.ts';
import { StateFolder } from '../../../src/adapters/journal/state-folder.ts';
import { identifyProcess } from '../../../src/adapters/process/process-identity.ts';
import { TopoGcError } from '../../../src/domain/errors.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import type { SweptSession } from '../../../src/domain/report/swept.ts';
import type { TimeToLive } from '../../../src/domain/topology/time-to-live.ts';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import { toProblem } from '../../../src/protocol/problem.ts';
import { sweep } from '../../../src/session/sweep.ts';
import { isDue } from '../../../src/session/sweep-tries.ts';
import { ENGINE } from '../../fakes/fake-engine.ts';
import { madeCollection, madeReport } from '../../fakes/made-report.ts';
import { SpawnedProcess } from '../../support/spawned-process.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

const HOLD = fileURLToPath(new URL('../adapters/process/fixtures/hold-session.ts', import.meta.url));
const NOBODY = 65_534;
const MINUTE_MS = 60_000;

const LEAK = {
  ...{
    topology: 'lab' as TopologyId,
    kind: 'container' as const,
    id: 'c1',
    name: 'web',
    cause: 'in-use' as const,
    reason: 'in use',
  },
};

let temporary: TemporaryFolder;
let root: string;
/** What the sweep has said. */
let swept: SweptSession[];
let said: string[];

beforeEach(() => {
  temporary = new TemporaryFolder();
  root = temporary.file('root');
  mkdirSync(root);
  [swept, said] = [[], []];
});
afterEach(() => temporary[Symbol.dispose]());

/** The state of a dead agent, begun long ago, and its folder. */
function dead(session: string, rest: Partial<SessionFile> = {}): { state: StateFolder; folder: string } {
  const folder = temporary.file(session);
  mkdirSync(folder);
  writeFileSync(join(folder, 'agent.log'), '');
  const state = new StateFolder(join(root, session));
  state.create();
  state.writeSession({
    version: 1,
    session: { id: session, startedAt: ENGINE.time, engineId: ENGINE.id },
    engine: ENGINE,
    inputs: {},
    guarded: { containers: [], networks: [] },
    folder,
    socket: join(folder, 'agent.sock'),
    log: join(folder, 'agent.log'),
    workspace: temporary.path,
    ...rest,
  });
  lutimesSync(state.sessionFile, 1, 1);
  return { state, folder };
}

/** With a process in place of an agent's that answers that report, or runs that program. */
async function run(answer: Report | string = madeReport(), isPatient = false, signal?: AbortSignal) {
  [swept, said] = [[], []];
  const line = JSON.stringify(JSON.stringify({ type: 'report', report: answer }));
  writeFileSync(temporary.file('agent.cjs'), typeof answer === 'string' ? answer : `console.log(${line})`);
  await sweep({
    root,
    script: temporary.file('agent.cjs'),
    log: temporary.file('log'),
    budgetMs: 10_000,
    isPatient,
    ...(signal && { signal }),
    onSwept: (each) => void swept.push(each),
    onInUse: (session, why) => void said.push(`${session}: ${why}`),
    onForeign: ({ path, uid }) => void said.push(`${path} of ${uid}`),
    onFault: (what) => void said.push(what),
  });
}

test('what a dead agent has left is drained, and all that it had is removed', async () => {
  const { state, folder } = dead('tgc-1');
  const collection = madeCollection({ startedAt: Date.now() + MINUTE_MS });
  await run(
    madeReport({
      collections: [madeCollection(), collection],
      removed: { containers: 40, networks: 0, volumes: 0 },
    }),
  );
  expect(swept).toEqual([{ session: 'tgc-1', removed: collection.removed, leaks: [] }]);
  expect([existsSync(state.path), existsSync(folder)]).toEqual([false, false]);
});

test('an agent that is stopped is not dead, however long it is silent', async () => {
  const { state } = dead('tgc-1');
  await using agent = new SpawnedProcess(process.execPath, ['--no-warnings', HOLD, state.path]);
  await agent.output();
  agent.child.kill('SIGSTOP');
  state.writeAgent({ pid: 1, startTime: '1', bootId: 'b', pidNamespace: 'pid:[1]', nonce: 'n' });
  utimesSync(join(state.path, 'agent.json'), 1, 1);
  await run('process.exit(1)');
  expect(swept).toEqual([]);
  expect(existsSync(state.sessionFile)).toBe(true);
});

describe('a session in use is left alone and named, although its agent is dead', () => {
  const FAILS = 'process.exit(1)';

  function identityOf(pid: number) {
    const identity = identifyProcess(pid);
    if (identity === undefined) throw new Error(`there is no process ${pid}`);
    return identity;
  }

  async function lease(
    state: StateFolder,
    { bootId, pidNamespace, ...process }: ProcessName,
    ttl?: TimeToLive,
  ) {
    state.writeAgent({ pid: 1, startTime: '1', bootId, pidNamespace, nonce: 'n' });
    const journal = await FileJournal.create(state.journal);
    const term = ttl === undefined ? { owner: { ...process, pidNamespace } } : { ttl };
    const id = 'lab' as TopologyId;
    const lease = {
      id,
      name: id,
      leasedAt: 1,
      metadata: {},
      members: [],
      absent: [],
      selectors: [],
      ...term,
    };
    await journal.append({ type: 'leased', at: 1, lease }, true);
    await journal.close();
  }

  test('as long as the command that started its agent lives', async () => {
    await using command = new SpawnedProcess('sleep', ['60']);
    const { state, folder } = dead('tgc-1', { owner: identityOf(command.pid) });
    await run(FAILS);
    expect(swept).toEqual([]);
    expect(said).toEqual([`tgc-1: the process ${command.pid}, which started its agent, lives`]);
    expect([existsSync(state.sessionFile), existsSync(folder)]).toEqual([true, true]);
    command.child.kill('SIGKILL');
    await command.exited();
    await run();
    expect([swept.length, said, existsSync(state.path)]).toEqual([1, [], false]);
  });

  test('as long as a process lives that leases from it', async () => {
    await using owner = new SpawnedProcess('sleep', ['60']);
    const { state } = dead('tgc-1');
    await lease(state, identityOf(owner.pid));
    await run(FAILS, true);
    expect(swept).toEqual([]);
    expect(said).toEqual([`tgc-1: the process ${owner.pid}, which leases from it, lives`]);
    expect(state.readTries()).toBeUndefined();
    owner.child.kill('SIGKILL');
    await owner.exited();
    await run();
    expect([swept.length, said, existsSync(state.path)]).toEqual([1, [], false]);
  });

  test('as long as a lease with a time to live could last, had its agent lived', async () => {
    const { state } = dead('tgc-1');
    const lastAlive = Date.now() - 10 * MINUTE_MS;
    const agent = join(state.path, 'agent.json');
    const ttl = { ms: 30 * MINUTE_MS, spokenAt: lastAlive - 25 * MINUTE_MS };
    await lease(state, identityOf(process.pid), ttl);
    utimesSync(agent, lastAlive / 1000, lastAlive / 1000);
    await run(FAILS);
    expect(swept).toEqual([]);
    expect(said).toEqual([`tgc-1: its lease lab lasts until ${new Date(lastAlive + ttl.ms).toISOString()}`]);
    utimesSync(agent, lastAlive / 1000 - 1_800, lastAlive / 1000 - 1_800);
    await run();
    expect([swept.length, said, existsSync(state.path)]).toEqual([1, [], false]);
  });

  test('not for a process of another boot', async () => {
    const { state } = dead('tgc-1');
    await lease(state, { ...identityOf(process.pid), bootId: 'another' });
    await run();
    expect([swept.length, said, existsSync(state.path)]).toEqual([1, [], false]);
  });
});

test('what another process came to work for meanwhile is left to that, and does not count as a try', async () => {
  const { state } = dead('tgc-1');
  const problem = toProblem(new TopoGcError('session-taken', 'Another process works for the session tgc-1'));
  await run(`console.log(${JSON.stringify(JSON.stringify({ type: 'problem', problem }))})`, true);
  expect([swept, said, state.readTries()]).toEqual([[], [], undefined]);
});

describe('what is left is kept', () => {
  test.each([
    ['a leak', { leaks: [LEAK] }],
    ['what is not known', { unconfirmed: 'no answer' }],
  ])('%s', async (_, rest) => {
    const { state, folder } = dead('tgc-1');
    await run(madeReport(rest));
    expect(swept).toEqual([expect.objectContaining(rest)]);
    expect([existsSync(state.sessionFile), existsSync(folder)]).toEqual([true, true]);
    await run();
    expect([existsSync(state.path), existsSync(folder)]).toEqual([false, false]);
  });

  test('a drain that fails, which is told', async () => {
    const { state } = dead('tgc-1');
    await run('process.exit(1)');
    expect(swept).toEqual([expect.objectContaining({ failed: 'the answer ended before the report' })]);
    expect(existsSync(state.sessionFile)).toBe(true);
  });

  test('one for which there is no time, which is told and does not count as a try', async () => {
    const { state } = dead('tgc-1');
    await run('setInterval(() => {}, 1000)', true, AbortSignal.timeout(200));
    expect(swept).toEqual([expect.objectContaining({ failed: expect.stringContaining('no time for it') })]);
    await run(madeReport(), true);
    expect(existsSync(state.path)).toBe(false);
  });
});

describe('what can not be removed holds up no later job', () => {
  test('an agent tries it again after a pause, a command at once', async () => {
    const { state } = dead('tgc-1');
    await run(madeReport({ leaks: [LEAK] }), true);
    expect(swept).toHaveLength(1);
    await run(madeReport({ leaks: [LEAK] }), true);
    expect(swept).toHaveLength(0);
    await run(madeReport({ leaks: [LEAK] }));
    expect(state.readTries()).toMatchObject({ count: 2 });
  });

  test('the pause grows, up to a day; a clock that was set back counts for nothing', () => {
    expect(isDue(undefined, 0)).toBe(true);
    const due = (count: number, minutes: number) => isDue({ count, at: 0 }, minutes * MINUTE_MS);
    expect([due(1, 9), due(1, 10), due(2, 19), due(2, 20)]).toEqual([false, true, false, true]);
    expect([due(60, 24 * 60 - 1), due(60, 24 * 60)]).toEqual([false, true]);
    expect(isDue({ count: 9, at: MINUTE_MS }, 0)).toBe(true);
  });

  test('those that were tried least come first', async () => {
    for (const name of ['tgc-a', 'tgc-b', 'tgc-c']) dead(name);
    const tried = new StateFolder(join(root, 'tgc-a'));
    tried.writeTries({ count: 3, at: 1 });
    await run();
    expect(swept.map(({ session }) => session)).toEqual(['tgc-b', 'tgc-c', 'tgc-a']);
  });
});

describe('what a session file tells is not believed', () => {
  test.each([
    ['another folder', (folder: string) => ({ folder, socket: join(folder, 'agent.sock') })],
    [
      'a folder with dots',
      (folder: string) => ({ folder: `${folder}/../home`, socket: `${folder}/../home/agent.sock` }),
    ],
    ['another socket', (folder: string) => ({ socket: join(folder, 'x.sock') })],
  ])('%s is left, and named', async (_, rest) => {
    const home = temporary.file('home');
    mkdirSync(home);
    const { state } = dead('tgc-1', rest(home));
    await run();
    expect(said).toEqual([expect.stringMatching(/^a folder of the session tgc-1 is left: .*is not where/)]);
    expect([existsSync(home), existsSync(state.path)]).toEqual([true, false]);
  });

  test('a link in the place of its folder', async () => {
    const home = temporary.file('home');
    mkdirSync(home);
    writeFileSync(join(home, 'file'), '');
    const folder = join(temporary.path, 'elsewhere', 'tgc-1');
    mkdirSync(join(temporary.path, 'elsewhere'));
    symlinkSync(home, folder);
    dead('tgc-1', { folder, socket: join(folder, 'agent.sock') });
    await run();
    expect(said).toEqual([expect.stringContaining(`${folder} is no folder`)]);
    expect(readdirSync(home)).toEqual(['file']);
  });

  test('one of another session', async () => {
    const { state } = dead('tgc-1', {
      session: { id: 'tgc-2', startedAt: ENGINE.time, engineId: ENGINE.id },
    });
    await run();
    expect(swept).toEqual([
      expect.objectContaining({ failed: expect.stringContaining('is of the session tgc-2') }),
    ]);
    expect(existsSync(state.path)).toBe(true);
  });
});

test('a root that can not be read is told', async () => {
  writeFileSync(temporary.file('file'), '');
  root = temporary.file('file');
  await run();
  expect(said).toEqual([expect.stringContaining('could not be read: ENOTDIR')]);
});

describe.runIf(process.geteuid?.() === 0)('of other users', () => {
  test('a state folder is named, and nothing in it looked at, whatever it is called', async () => {
    const { state, folder } = dead('tgc-1');
    mkdirSync(join(root, '.removed-x'));
    for (const path of [state.path, state.sessionFile, join(root, '.removed-x')])
      chownSync(path, NOBODY, NOBODY);
    await run('process.exit(1)');
    expect(said).toEqual([`${state.path} of ${NOBODY}`]);
    expect(swept).toEqual([]);
    expect([existsSync(state.sessionFile), existsSync(folder)]).toEqual([true, true]);
    expect(existsSync(join(root, '.removed-x'))).toBe(true);
  });

  test('a file in a folder of ours does not count', async () => {
    const { state } = dead('tgc-1');
    chownSync(state.sessionFile, NOBODY, NOBODY);
    await run();
    expect(swept).toEqual([
      expect.objectContaining({ failed: `${state.sessionFile} belongs to the user ${NOBODY}, not to 0` }),
    ]);
  });

  test('the folder of a session stays', async () => {
    const { state, folder } = dead('tgc-1');
    chownSync(folder, NOBODY, NOBODY);
    await run();
    expect(said).toEqual([expect.stringContaining(`${folder} belongs to the user ${NOBODY}`)]);
    expect([existsSync(folder), existsSync(state.path)]).toEqual([true, false]);
  });
});

test('a thousand sessions that wait for their next try do not hold up the agent that sweeps', async () => {
  const now = Date.now();
  for (let at = 0; at < 1000; at++) {
    const state = new StateFolder(join(root, `tgc-${at}`));
    state.create();
    state.writeTries({ count: 8, at: now });
  }
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await run('process.exit(1)', true);
  isOver = true;
  expect(swept).toEqual([]);
  // Read in one go, it would be none.
  expect(turns).toBeGreaterThan(25);
});
