import { endAfter, outliveReaders } from '../adapters/process/end-after-output.ts';
import { EXIT, print, UsageError } from '../cli/command.ts';
import { fail } from '../cli/failure.ts';
import { COMMANDS } from '../cli/loadable-commands.ts';
import { nearest } from '../cli/terminal/nearest.ts';
import { VERSION } from '../domain/version.ts';
import { VARIABLES } from '../protocol/environment.ts';

const USAGE = `usage: topo-gc COMMAND [OPTIONS]

Takes test teardown off the critical path: submit a topology when you are done with it, and go on.

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`).join('\n')}

  topo-gc run -- pytest
  topo-gc submit --container web --network shop
  topo-gc status --watch

  topo-gc COMMAND --help shows more. ${VARIABLES.socket} says where the agent is.
  Exit status: 0 done, 1 refused by the agent or the engine, 2 usage, 3 no agent answers, 70 a leak.
`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    print(USAGE);
    return EXIT.done;
  }
  if (name === '--version') {
    print(VERSION);
    return EXIT.done;
  }
  const meant = COMMANDS.find((candidate) => candidate.name === name);
  if (meant === undefined) throw new UsageError(unknownCommand(name));
  const command = await meant.load();
  const separator = args.indexOf('--');
  const own = separator < 0 ? args : args.slice(0, separator);
  if (own.includes('--help') || own.includes('-h')) {
    print(command.help);
    return EXIT.done;
  }
  return command.run(args);
}

function unknownCommand(name: string | undefined): string {
  if (name === undefined) return `a command is missing\n\n${USAGE}`;
  const meant = nearest(
    name,
    COMMANDS.map((command) => command.name),
  );
  const hint = meant === undefined ? `\n\n${USAGE}` : `: did you mean topo-gc ${meant}?`;
  return `there is no command ${JSON.stringify(name)}${hint}`;
}

outliveReaders();
endAfter(main(process.argv.slice(2)).catch(fail));
