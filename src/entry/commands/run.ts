import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { parseArgs } from 'node:util';
import { type Command, EXIT, say, UsageError } from './command.ts';
import { INPUT_HELP, INPUT_OPTIONS, LocalAgent } from './local-agent.ts';

const HELP = `usage: topo-gc run [OPTIONS] -- COMMAND...

Starts an agent, runs the command with TOPO_GC_SOCKET set and topo-gc on its PATH, drains, and tells what was
collected. Exits with the command's status if that is not 0, else with 70 where something could not be removed.

${INPUT_HELP}

  topo-gc run -- pytest
  topo-gc run --container-threshold 20 --stop-timeout 2s -- make integration-test
`;

/** As shells tell of a command that a signal has ended, and of one that is not there. */
const SIGNAL_BASE = 128;
const NOT_FOUND = 127;

/** Runs the command on this terminal; signals to this process are for it too, and what comes after is not skipped. */
function runCommand(
  [command = '', ...args]: readonly string[],
  env: Record<string, string>,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    const forward = (signal: NodeJS.Signals) => void child.kill(signal);
    // At a terminal Ctrl-C reaches the whole group, the command included.
    const swallow = () => {};
    process.on('SIGINT', process.stdin.isTTY ? swallow : forward).on('SIGTERM', forward);
    child.once('error', (error) => {
      say(`${command}: ${error.message}`);
      resolve(NOT_FOUND);
    });
    child.once('exit', (code, signal) =>
      resolve(code ?? SIGNAL_BASE + (signal ? constants.signals[signal] : 0)),
    );
  });
}

async function run(args: readonly string[]): Promise<number> {
  const separator = args.indexOf('--');
  const command = separator < 0 ? [] : args.slice(separator + 1);
  if (command.length === 0) throw new UsageError('the command to run goes behind --: topo-gc run -- pytest');
  const { values } = parseArgs({ args: args.slice(0, separator), options: INPUT_OPTIONS });
  const agent = await LocalAgent.start(values);
  const status = await runCommand(command, agent.environment);
  const drained = await agent.drain();
  return status === EXIT.done ? drained : status;
}

export const runCommandWithAgent: Command = {
  name: 'run',
  summary: 'start an agent, run a command, drain',
  help: HELP,
  run,
};
