import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { filesIn } from '../../src/session/workplace.ts';
import { engineEnvironment, gcStep } from '../runner/model/bundle-job.ts';
import { runJob } from '../runner/model/job.ts';
import type { Environment } from '../runner/model/job-model.ts';
import { needsRoot, skippedFor } from '../support/skipped.ts';

/** Of `nobody`, on Debian and Ubuntu. */
const NOBODY = { uid: 65534, gid: 65534 };

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** What becomes of a command that another user runs. */
async function asNobody(command: string, ...args: readonly string[]) {
  const child = spawn(command, args, { ...NOBODY, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await once(child, 'exit');
  return { status, output: (await output).join('') };
}

const connectAsNobody = (socket: string) =>
  asNobody(
    'curl',
    '--silent',
    '--show-error',
    '--max-time',
    '10',
    '--unix-socket',
    socket,
    'http://x/healthz',
  );

/** Lets everybody come as far as the agent's own folder. */
function openUpTo(folder: string): void {
  for (let path = dirname(folder); path !== '/tmp' && path !== '/'; path = dirname(path))
    chmodSync(path, 0o755);
}

test('all that an agent makes is its owner’s alone, from the folders to the last file', async () => {
  await runJob({
    env: engineEnvironment(),
    steps: [
      gcStep(),
      {
        observe: ({ TOPO_GC_DIR = '', TOPO_GC_SPOOL = '' }) => {
          const { socket, log, stateLink } = filesIn(TOPO_GC_DIR);
          for (const folder of [TOPO_GC_DIR, TOPO_GC_SPOOL, stateLink]) expect(modeOf(folder)).toBe(0o700);
          for (const file of [socket, log]) expect(modeOf(file)).toBe(0o600);
          const state = readdirSync(stateLink);
          expect(state).toEqual(expect.arrayContaining(['agent.json', 'journal', 'session.json']));
          for (const name of state) expect(modeOf(join(stateLink, name))).toBe(0o600);
        },
      },
    ],
  });
});

test(
  'another user can neither connect, nor leave a submission, nor read anything',
  skippedFor(needsRoot()),
  async () => {
    await runJob({
      env: engineEnvironment(),
      steps: [gcStep(), { observe: expectClosed }],
    });
  },
);

async function expectClosed({ TOPO_GC_DIR = '', TOPO_GC_SPOOL = '' }: Environment): Promise<void> {
  const { socket, log } = filesIn(TOPO_GC_DIR);
  openUpTo(TOPO_GC_DIR);
  const couldNotConnect = { status: 7 };
  expect(await connectAsNobody(socket)).toMatchObject(couldNotConnect);
  // With the folder open too, the socket itself is closed.
  chmodSync(TOPO_GC_DIR, 0o755);
  expect(await connectAsNobody(socket)).toMatchObject(couldNotConnect);
  const denied = { status: 1, output: expect.stringMatching(/denied/i) };
  for (const [command, ...args] of [
    ['touch', join(TOPO_GC_SPOOL, 'mine.json')],
    ['cat', log],
    ['rm', '-f', socket],
  ] as const)
    expect(await asNobody(command, ...args)).toMatchObject(denied);
  chmodSync(TOPO_GC_DIR, 0o700);
}
