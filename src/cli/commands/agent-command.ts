import { finished } from 'node:stream/promises';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { every } from '../../adapters/host/system-clock.ts';
import type { Command } from '../command.ts';
import { Interruptions } from '../interruptions.ts';
import { INPUT_HELP, INPUT_OPTIONS } from '../local/input-options.ts';
import { LocalAgent } from '../local/local-agent.ts';

const HELP = `usage: topo-gc agent [OPTIONS]

Runs an agent in the foreground until Ctrl-C or SIGTERM, then drains. Prints what other shells need to reach it.
Exits with 70 if something could not be removed, or with --strays fail if something was not handed over. A second Ctrl-C, or a kill of this process,
leaves the rest to the agent, which goes on without this process and ends by itself.

  --until-eof            also end when standard input ends, such as a pipe from a program that exits or is killed
${INPUT_HELP}

  topo-gc agent
  topo-gc agent --container-threshold 20 --idle-collect 50%
`;

const OPTIONS: ParseArgsOptionsConfig = { ...INPUT_OPTIONS, 'until-eof': { type: 'boolean' } };

const HOUR_MS = 3_600_000;

/** Never rejects: an input that breaks counts as ended. */
const inputEnded = (): Promise<void> => finished(process.stdin.resume()).catch(() => {});

async function untilOver(interruptions: Interruptions, untilEof: boolean): Promise<void> {
  // A pending promise alone would not keep this process alive.
  using _ = every(HOUR_MS, () => {});
  await Promise.race([interruptions.first(), ...(untilEof ? [inputEnded()] : [])]);
}

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { 'until-eof': untilEof, ...inputs } = values;
  using interruptions = new Interruptions();
  const agent = await LocalAgent.start(inputs);
  agent.announce();
  await untilOver(interruptions, Boolean(untilEof));
  return await agent.drain(interruptions);
}

export const agentCommand: Command = {
  help: HELP,
  options: OPTIONS,
  run,
};
