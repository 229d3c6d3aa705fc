import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { TerminalProgram } from '../support/terminal-program.ts';
import { REPOSITORY } from './model/bundle-job.ts';

const CLI = join(REPOSITORY, 'dist/cli/index.js');
const CTRL_C = '\x03';

/** Erases the rest of a line. */
const ERASE = '\x1b[K';

/** Back to the start of the line. */
const LIVE = /\rtopo-gc: draining /;

/** Prints `ready`, waits for a line, and submits a container that ignores its stop. */
const submitting = (name: string, timeout: string, more = ''): string =>
  `echo ready; read line; topo-gc submit --name lab --container ${name} --stop-timeout ${timeout} && echo taken; ${more}`;

/** `topo-gc run` of a shell script, with a state folder of its own. */
class Run implements AsyncDisposable {
  readonly #folder = new TemporaryFolder();
  readonly program: TerminalProgram;

  constructor(
    script: string,
    {
      inputs = [],
      ...options
    }: { columns?: number; env?: Record<string, string>; inputs?: readonly string[] } = {},
  ) {
    // What a test interrupts has to last.
    const command = [
      process.execPath,
      CLI,
      'run',
      '--deaf-containers',
      'wait',
      ...inputs,
      '--',
      'sh',
      '-c',
      script,
    ];
    this.program = new TerminalProgram(command, {
      ...options,
      env: { TOPO_GC_STATE: this.#folder.path, ...options.env },
    });
  }

  /** Sessions that are not over. */
  get sessions(): readonly string[] {
    return readdirSync(this.#folder.path);
  }

  /** Makes a container that ignores its stop once the agent is there, and has it submitted. */
  async submitStubborn(objects: EngineObjects): Promise<void> {
    await this.program.until(/ready/);
    await objects.container('box', { stubborn: true });
    this.program.type('\n');
    await this.program.until(/taken/);
  }

  /** @returns the exit status */
  async sweep(): Promise<number | null> {
    await using program = new TerminalProgram([process.execPath, CLI, 'sweep'], {
      env: { TOPO_GC_STATE: this.#folder.path },
    });
    return await program.ended();
  }

  async untilOver(): Promise<void> {
    await vi.waitUntil(() => this.sessions.length === 0, { timeout: 30_000 });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.program[Symbol.asyncDispose]();
    await this.untilOver();
    this.#folder[Symbol.dispose]();
  }
}

describe('topo-gc run exits', () => {
  test.each([
    ['exit 0', 0],
    ['exit 5', 5],
    ['kill -TERM $$', 143],
    ['exec /no/such/command', 127],
  ])('of `%s` with %i', async (script, status) => {
    await using run = new Run(script);
    expect(await run.program.ended()).toBe(status);
    expect(run.sessions).toEqual([]);
  });

  test.each([
    ['/no/such/command', 127],
    ['/etc/passwd', 126],
  ])('of %s with %i', async (command, status) => {
    using folder = new TemporaryFolder();
    await using program = new TerminalProgram([process.execPath, CLI, 'run', '--', command], {
      env: { TOPO_GC_STATE: folder.path },
    });
    expect(await program.ended()).toBe(status);
    expect(program.output).toContain(`topo-gc: ${command}: `);
  });

  test('with 70 where something is left and the command did well, and tells what', async () => {
    await using objects = new EngineObjects();
    const net = objects.named('net');
    // Whoever holds the network is waited for as long as the budget lasts.
    await using run = new Run(`echo ready; read line; topo-gc submit --network ${net}; exit $line`, {
      inputs: ['--drain-timeout', '8s'],
    });
    await run.program.until(/ready/);
    await objects.network('net');
    await objects.container('stranger', { network: net });
    run.program.type('0\n');
    expect(await run.program.ended()).toBe(70);
    expect(run.program.output).toMatch(/leak: network .*held by .*stranger/);
    expect(run.program.output).toContain('`topo-gc sweep` tries again what is left');
    expect(run.sessions).toHaveLength(1);
    await objects.at('stranger').remove({ force: true });
    expect(await run.sweep()).toBe(0);
    expect(await objects.left()).toEqual([]);
    expect(run.sessions).toEqual([]);
  });
});

describe('Ctrl-C at the terminal', () => {
  test('reaches the command once, and what it has handed over is drained, on one line', async () => {
    await using objects = new EngineObjects();
    const more = "trap 'echo interrupted' INT; echo waiting; sleep 60 & wait; exit 7";
    await using run = new Run(submitting(objects.named('box'), '2s', more), { columns: 40 });
    await run.submitStubborn(objects);
    await run.program.until(/waiting/);
    run.program.type(CTRL_C);
    expect(await run.program.ended()).toBe(7);
    expect(run.program.output.match(/interrupted/g)).toHaveLength(1);
    const shown = run.program.output.split('\r').filter((line) => line.startsWith('topo-gc: draining'));
    for (const line of shown) expect(line.replace(ERASE, '').length).toBeLessThan(40);
    expect(run.program.output).toContain(`\r${ERASE}topo-gc: 1 container of 1 topology removed`);
    expect(await objects.left()).toEqual([]);
  });

  test('and once more says what is left, and leaves it to the agent', async () => {
    await using objects = new EngineObjects();
    await using run = new Run(submitting(objects.named('box'), '5s', 'exec sleep 60'), { columns: 100 });
    await run.submitStubborn(objects);
    run.program.type(CTRL_C);
    await run.program.until(LIVE);
    run.program.type(CTRL_C);
    expect(await run.program.ended()).toBe(130);
    expect(run.program.output).toMatch(
      /topo-gc: left:\r\n {2}lab: 1 container stopping\r\n.*the agent goes on/,
    );
    expect(await objects.left()).toEqual(['box']);
    await run.untilOver();
    expect(await objects.left()).toEqual([]);
  });

  test('does not reach what drains in place of an agent that is lost', async () => {
    await using objects = new EngineObjects();
    const more = `kill -9 $(topo-gc status | sed -n 's/^agent.*, pid \\([0-9]*\\),.*/\\1/p')`;
    await using run = new Run(submitting(objects.named('box'), '3s', more), { columns: 120 });
    await run.submitStubborn(objects);
    await run.program.until(/the agent is lost, draining from its journal/);
    run.program.type(CTRL_C);
    expect(await run.program.ended()).toBe(0);
    expect(run.program.output).toContain('draining; once more leaves');
    expect(await objects.left()).toEqual([]);
  });

  test('ends the wait of `topo-gc drain`, not the drain', async () => {
    await using objects = new EngineObjects();
    const more = "trap ':' INT; topo-gc drain; echo drain: $?";
    await using run = new Run(submitting(objects.named('box'), '3s', more), { columns: 80 });
    await run.submitStubborn(objects);
    await run.program.until(LIVE);
    run.program.type(CTRL_C);
    await run.program.until(
      /topo-gc: left:\r\n {2}lab: 1 container stopping\r\n.*the agent goes on[\s\S]*drain: 130/,
    );
    expect(await run.program.ended()).toBe(0);
    expect(await objects.left()).toEqual([]);
  });
});

describe('without a terminal', () => {
  test('the drain is told in plain lines', async () => {
    await using objects = new EngineObjects();
    await using run = new Run(submitting(objects.named('box'), '1s'));
    await run.submitStubborn(objects);
    expect(await run.program.ended()).toBe(0);
    expect(run.program.output).toMatch(/^topo-gc: .*lab: 1 container removed; left: 0 topologies, nothing/m);
    expect(run.program.output).not.toMatch(/\r/);
  });

  test('nor where it can erase nothing', async () => {
    await using run = new Run('true', { columns: 80, env: { TERM: 'dumb' } });
    expect(await run.program.ended()).toBe(0);
    expect(run.program.output).not.toMatch(/draining/);
  });

  test.each(['alone', 'and its group'])('SIGTERM to it %s reaches the command once', async (whom) => {
    await using objects = new EngineObjects();
    const more = "trap 'echo ended; kill $!; exit 9' TERM; echo waiting; sleep 60 & wait";
    await using run = new Run(submitting(objects.named('box'), '1s', more));
    await run.submitStubborn(objects);
    await run.program.until(/waiting/);
    process.kill(whom === 'alone' ? run.program.pid : -run.program.pid, 'SIGTERM');
    expect(await run.program.ended()).toBe(9);
    expect(run.program.output.match(/ended/g)).toHaveLength(1);
    expect(await objects.left()).toEqual([]);
  });

  test('its agent drains and ends by itself where it was killed', async () => {
    await using objects = new EngineObjects();
    await using run = new Run(submitting(objects.named('box'), '1s', 'exec sleep 60'));
    await run.submitStubborn(objects);
    process.kill(-run.program.pid, 'SIGKILL');
    await run.untilOver();
    expect(await objects.left()).toEqual([]);
  });
});
