import { parseArgs } from 'node:util';
import { VARIABLES } from '../../protocol/environment.ts';
import { runCommand, statusOfSignal } from '../child-command.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { Interruptions } from '../interruptions.ts';
import { INPUT_HELP, INPUT_OPTIONS } from '../local/input-options.ts';
import { LocalAgent } from '../local/local-agent.ts';

const HELP = `usage: topo-gc run [OPTIONS] -- COMMAND...

Starts an agent, runs the command with ${VARIABLES.socket} set and topo-gc on its PATH, drains, and prints what was
collected. Exits with the command's status if that is not 0. Else it exits with 70 if something could not be removed,
or with --strays fail if something was not handed over.
Ctrl-C and SIGTERM go to the command; the drain still removes what the command has handed over. A second one during
the drain leaves the rest to the agent, and topo-gc says what is left.

${INPUT_HELP}

  topo-gc run -- pytest
  topo-gc run --container-threshold 20 --stop-timeout 2s -- make integration-test
`;

async function run(args: readonly string[]): Promise<number> {
  const separator = args.indexOf('--');
  const command = separator < 0 ? [] : args.slice(separator + 1);
  if (command.length === 0) throw new UsageError('the command to run goes behind --: topo-gc run -- pytest');
  const { values } = parseArgs({ args: args.slice(0, separator), options: INPUT_OPTIONS });
  using interruptions = new Interruptions();
  const agent = await LocalAgent.start(values);
  const [early] = interruptions.signals;
  const status =
    early === undefined ? await runCommand(command, agent.environment, interruptions) : statusOfSignal(early);
  const drained = await agent.drain(interruptions);
  return status === EXIT.done ? drained : status;
}

export const runCommandWithAgent: Command = {
  help: HELP,
  options: INPUT_OPTIONS,
  run,
};
