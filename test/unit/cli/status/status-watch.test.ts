import { expect, test } from 'vitest';
import { type FakeAgentService, STATUS } from '../../../fakes/fake-agent-service.ts';
import { keyOf, madeMember, madeTopology } from '../../../fakes/made-topology.ts';
import { ServedAgent } from '../../../fakes/served-agent.ts';
import { CommandFromSource } from '../../../support/command-from-source.ts';
import { MultiplexedTerminal } from '../../../support/multiplexed-terminal.ts';
import { TerminalProgram } from '../../../support/terminal-program.ts';

const SLOW = { timeout: 60_000 };
const HOSTILE = '日本語🚀\x1b[2J\x1b]0;owned\x07\u202e';

const addPending = (service: FakeAgentService): void =>
  service.add(madeTopology('t-1', [madeMember('web'), madeMember('db')], { name: HOSTILE }));

async function watchedAgent(columns: number, rows: number) {
  await using stack = new AsyncDisposableStack();
  const agent = stack.use(await ServedAgent.start());
  const command = stack.use(new CommandFromSource());
  addPending(agent.service);
  const env = command.environment(agent.path);
  const terminal = stack.use(new MultiplexedTerminal('exec sh', { columns, rows, env }));
  terminal.press('echo before; topo-gc status --watch; echo status=$?', 'Enter');
  await terminal.until(/q or Ctrl-C/);
  const owned = stack.move();
  return { agent, terminal, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

const widest = (screen: string): number => Math.max(...screen.split('\n').map((line) => line.length));

test(
  'a watch takes the terminal at 80 columns, follows the agent, and gives the terminal back on q',
  SLOW,
  async () => {
    await using watched = await watchedAgent(80, 24);
    const { agent, terminal } = watched;
    expect(terminal.modes).toBe('1 0');
    expect(terminal.screen).toContain('日本語🚀\\u001b[2J\\u001b]0;owned');
    expect(terminal.screen).not.toContain('before');
    agent.service.answer = { ...STATUS, state: 'collecting' };
    agent.service.emit({ type: 'triggered', at: 1, trigger: 'networks' });
    const topology = agent.service.topologies()[0]?.id ?? ('t-1' as never);
    agent.service.emit({ type: 'removed', at: 2, topology, member: keyOf('gone') });
    await terminal.until(/collecting \(networks\) ━+─+ 1 of 3 members removed/);
    terminal.press('q');
    const after = await terminal.until(/status=0/);
    expect(after).toContain('before');
    expect(terminal.modes).toBe('0 1');
  },
);

test('a watch fits into a small window, and follows its size', SLOW, async () => {
  await using watched = await watchedAgent(40, 20);
  const { terminal } = watched;
  expect(widest(terminal.screen)).toBeLessThanOrEqual(40);
  expect(terminal.screen).not.toContain('━');
  terminal.resize(100, 30);
  await terminal.until(/━/);
});

test.each([
  ['Ctrl-C', (terminal: MultiplexedTerminal) => terminal.press('C-c'), 130],
  ['SIGTERM', (terminal: MultiplexedTerminal) => process.kill(terminal.foreground, 'SIGTERM'), 143],
])('%s gives the terminal back, typing included', SLOW, async (_, end, status) => {
  await using watched = await watchedAgent(80, 24);
  const { terminal } = watched;
  end(terminal);
  await terminal.until(new RegExp(`status=${status}`));
  expect(terminal.modes).toBe('0 1');
  terminal.press('echo ty""ped', 'Enter');
  await terminal.until(/^typed/m);
});

test('where there is no terminal, a line for each change', SLOW, async () => {
  await using agent = await ServedAgent.start();
  using command = new CommandFromSource();
  addPending(agent.service);
  await using program = new TerminalProgram(['topo-gc', 'status', '--watch'], {
    env: command.environment(agent.path),
  });
  await program.until(/Z idle; pending: 1 topology, 3 containers, 1 network; removed: .*\n/);
  agent.service.answer = { ...STATUS, state: 'draining' };
  agent.service.emit({ type: 'draining', at: 1 });
  await program.until(/Z draining \(drain\)/);
  expect(program.output).not.toContain('\x1b');
  agent.server.closeNow();
});

test('with --json, an object a line', SLOW, async () => {
  await using agent = await ServedAgent.start();
  using command = new CommandFromSource();
  await using program = new TerminalProgram(['topo-gc', 'status', '--watch', '--json'], {
    env: command.environment(agent.path),
  });
  await program.until(/\n/);
  agent.service.answer = { ...STATUS, state: 'collecting' };
  await program.until(/\n.*\n/);
  const [first, second] = program.output.trimEnd().split('\n');
  expect([JSON.parse(first ?? ''), JSON.parse(second ?? '')]).toEqual([STATUS, agent.service.answer]);
  process.kill(program.pid, 'SIGTERM');
  expect(await program.ended()).toBe(143);
});
