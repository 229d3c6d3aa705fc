import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { candidatesFor } from '../../../../src/entry/commands/candidates.ts';
import { runCommandWithAgent } from '../../../../src/entry/commands/run.ts';
import { statusCommand } from '../../../../src/entry/commands/status.ts';
import { submitCommand } from '../../../../src/entry/commands/submit.ts';
import { CommandFromSource } from '../../../command-from-source.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';
import { ServedAgent } from '../../../fakes/served-agent.ts';
import { hasProgram, MultiplexedTerminal } from '../../../multiplexed-terminal.ts';

const WORLD = {
  commands: [submitCommand, statusCommand, runCommandWithAgent],
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

/** `.ci/run` installs bash's only. */
const present = SHELLS.filter(([shell]) => hasProgram(shell));

test.each(present)('%s completes by what it has sourced', { timeout: 120_000 }, async (_, shell, load) => {
  await using agent = await ServedAgent.start();
  using command = new CommandFromSource();
  agent.service.add(madeTopology('suite:vlan', [madeMember('web')]));
  const env = { ...command.environment(agent.path), HOME: '/nonexistent' };
  using terminal = new MultiplexedTerminal(shell, { columns: 100, rows: 24, env });
  terminal.press(`${load}; echo load''ed`, 'Enter');
  await terminal.until(/^loaded/m);
  terminal.press('topo-gc stat', 'Tab');
  await terminal.until(/topo-gc status/);
  terminal.press('--wa', 'Tab');
  await terminal.until(/topo-gc status --watch/);
  terminal.press('C-c');
  terminal.press('topo-gc submit --id suite:v', 'Tab');
  await terminal.until(/topo-gc submit --id suite:vlan/);
});

test('another shell is a usage error that names those it takes', () => {
  using command = new CommandFromSource();
  const env = { ...process.env, ...command.environment('') };
  const run = () => execFileSync('topo-gc', ['completion', 'tcsh'], { env, stdio: 'pipe' });
  expect(run).toThrow(/takes bash, zsh or fish/);
});
