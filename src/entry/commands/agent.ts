import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type Command, say } from './command.ts';
import { INPUT_HELP, INPUT_OPTIONS, LocalAgent } from './local-agent.ts';

const HELP = `usage: topo-gc agent [OPTIONS]

Runs an agent in the foreground until Ctrl-C or SIGTERM, then drains. Prints what other shells need to reach it.
Exits with 70 where something could not be removed.

  --until-eof            end also when standard input does, as with a pipe to a program that ends, however that ends
${INPUT_HELP}
`;

const OPTIONS: ParseArgsOptionsConfig = { ...INPUT_OPTIONS, 'until-eof': { type: 'boolean' } };

/** Never rejects: an input that breaks has ended too. */
const inputEnded = (): Promise<void> => finished(process.stdin.resume()).catch(() => {});

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { 'until-eof': untilEof, ...inputs } = values;
  const agent = await LocalAgent.start(inputs);
  agent.announce();
  const ended = Promise.race([
    once(process, 'SIGINT'),
    once(process, 'SIGTERM'),
    ...(untilEof ? [inputEnded()] : []),
  ]);
  // A pending promise alone would not keep this process alive.
  const alive = setInterval(() => {}, 3_600_000);
  await ended;
  clearInterval(alive);
  say('draining');
  return agent.drain();
}

export const agentCommand: Command = {
  name: 'agent',
  summary: 'run an agent in the foreground',
  help: HELP,
  run,
};
