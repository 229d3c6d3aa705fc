import { parseArgs } from 'node:util';
import { withAgent } from '../../client/agent-address.ts';
import type { TopologyAnswer } from '../../protocol/topology-body.ts';
import { candidatesFor } from '../candidates.ts';
import { type Command, EXIT, type LoadableCommand, print, UsageError } from '../command.ts';
import { COMPLETION_SCRIPTS } from '../completion-scripts.ts';

const HELP = `usage: topo-gc completion bash|zsh|fish

Prints a completion script for a shell. It completes commands, options and their values, and asks the agent for ids of
topologies.

  source <(topo-gc completion bash)    # in ~/.bashrc
  source <(topo-gc completion zsh)     # in ~/.zshrc, after compinit
  topo-gc completion fish | source     # in ~/.config/fish/config.fish
`;

/** The most time for a completion, in ms. */
const PATIENCE_MS = 500;

async function topologyIds(): Promise<string[]> {
  try {
    const listed = await withAgent({}, (client) =>
      client.get<TopologyAnswer[]>('/v1/topologies', { timeoutMs: PATIENCE_MS }),
    );
    return listed.map(({ id }) => id);
  } catch {
    return [];
  }
}

/** @param commands all commands, including this one */
export function completionCommand(commands: readonly LoadableCommand[]): Command {
  return {
    help: HELP,
    options: {},
    run: async (args) => {
      const { values, positionals } = parseArgs({
        args: [...args],
        // For the scripts only: prints the candidates for the last word.
        options: { words: { type: 'boolean' } },
        allowPositionals: true,
      });
      if (values.words) {
        const candidates = await candidatesFor(positionals, { commands, topologyIds });
        if (candidates.length > 0) print(candidates.join('\n'));
        return EXIT.done;
      }
      const [shell = ''] = positionals;
      const script = positionals.length === 1 ? COMPLETION_SCRIPTS.get(shell) : undefined;
      if (script === undefined)
        throw new UsageError(`completion ${positionals.join(' ')}: takes bash, zsh or fish`);
      print(script);
      return EXIT.done;
    },
  };
}
