import { execFileSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { candidatesFor } from '../../../../src/cli/candidates.ts';
import { COMMANDS } from '../../../../src/cli/loadable-commands.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';
import { ServedAgent } from '../../../fakes/served-agent.ts';
import { CommandFromSource } from '../../../support/command-from-source.ts';
import { MultiplexedTerminal } from '../../../support/multiplexed-terminal.ts';

const WORLD = {
  commands: COMMANDS.filter(({ name }) => ['submit', 'status', 'run'].includes(name)),
  topologyIds: async () => ['test:a', 'test:b', 'other'],
};

test.each([
  [['s'], ['submit', 'status']],
  [['status', '--w'], ['--watch']],
  [
    ['submit', '--id', 'te'],
    ['test:a', 'test:b'],
  ],
  [
    ['submit', '--wait', ''],
    ['stopped', 'removed'],
  ],
  [['submit', '--wait=st'], ['--wait=stopped']],
  [['submit', '--file', ''], []],
  [
    ['run', '--container-threshold', ''],
    ['100', 'off'],
  ],
  [
    ['run', '--reclaim', ''],
    ['all', 'enough'],
  ],
  [['run', '--', 'py'], []],
  [['nothing', ''], []],
])('%j is completed to %j', async (words, expected) => {
  expect(await candidatesFor(words, WORLD)).toEqual(expected);
});

const SHELLS = [
  ['bash', 'exec bash --norc --noprofile', 'source <(topo-gc completion bash)'],
  ['zsh', 'exec zsh -f', 'autoload -U compinit; compinit -u -D; source <(topo-gc completion zsh)'],
  ['fish', 'exec fish --no-config', 'topo-gc completion fish | source'],
] as const;

/** Presses Tab, again where nothing comes of it: the command gives up soon when the machine is busy. */
const completed = (terminal: MultiplexedTerminal, pattern: RegExp): Promise<void> =>
  vi.waitFor(
    async () => {
      terminal.press('Tab');
      await terminal.until(pattern, 5_000);
    },
    { timeout: 60_000 },
  );

test.each(SHELLS)('%s completes by what it has sourced', { timeout: 120_000 }, async (_, shell, load) => {
  await using agent = await ServedAgent.start();
  using command = new CommandFromSource();
  agent.service.add(madeTopology('suite:vlan', [madeMember('web')]));
  const env = { ...command.environment(agent.path), HOME: '/nonexistent' };
  using terminal = new MultiplexedTerminal(shell, { columns: 100, rows: 24, env });
  terminal.press(`${load}; echo load''ed`, 'Enter');
  await terminal.until(/^loaded/m);
  terminal.press('topo-gc stat');
  await completed(terminal, /topo-gc status/);
  terminal.press('--wa');
  await completed(terminal, /topo-gc status --watch/);
  // Not Ctrl-C, which throws away what is typed ahead.
  terminal.press('C-u', 'topo-gc submit --id suite:v');
  await completed(terminal, /topo-gc submit --id suite:vlan/);
});

test('another shell is a usage error that names those it takes', () => {
  using command = new CommandFromSource();
  const env = { ...process.env, ...command.environment('') };
  const run = () => execFileSync('topo-gc', ['completion', 'tcsh'], { env, stdio: 'pipe' });
  expect(run).toThrow(/takes bash, zsh or fish/);
});
