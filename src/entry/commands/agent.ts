import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { type Command, say } from './command.ts';
import { INPUT_HELP, INPUT_OPTIONS, LocalAgent } from './local-agent.ts';

const HELP = `usage: topo-gc agent [OPTIONS]

Runs an agent in the foreground until Ctrl-C or SIGTERM, then drains. Prints what other shells need to reach it.
Exits with 70 where something could not be removed.

${INPUT_HELP}
`;

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: INPUT_OPTIONS });
  const agent = await LocalAgent.start(values);
  agent.announce();
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
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
