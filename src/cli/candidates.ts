import { INPUT_TABLE } from '../domain/settings.ts';
import type { Command, LoadableCommand } from './command.ts';

/** Fixed values, by option. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  wait: ['stopped', 'removed'],
  ...Object.fromEntries(
    INPUT_TABLE.map(({ name, values, fallback }) => {
      const isPlain = /^[\w%]+$/.test(fallback);
      return [name, [...new Set([...(isPlain ? [fallback] : []), ...values])]];
    }),
  ),
};

/** The first word after a command, by command. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  completion: ['bash', 'zsh', 'fish'],
  hook: ['started', 'completed'],
};

interface World {
  readonly commands: readonly LoadableCommand[];
  /** Asks the agent; empty if no agent answers. */
  readonly topologyIds: () => Promise<readonly string[]>;
}

/**
 * The completions of the last of these words, the words after `topo-gc`; empty if the shell should complete, for example
 * files and the command of `run`.
 */
export async function candidatesFor(words: readonly string[], world: World): Promise<string[]> {
  const [name = '', ...rest] = words;
  const current = words.at(-1) ?? '';
  const startingSo = (all: readonly string[]) => all.filter((candidate) => candidate.startsWith(current));
  if (words.length < 2)
    return startingSo([...world.commands.map((command) => command.name), '--help', '--version']);
  const meant = world.commands.find((candidate) => candidate.name === name);
  if (meant === undefined || rest.slice(0, -1).includes('--')) return [];
  const [first] = rest;
  if (rest.length === 1 && !first?.startsWith('--') && WORDS[name]) return startingSo(WORDS[name]);
  const command = await meant.load();
  const [flag, typed] = current.split('=', 2);
  if (typed !== undefined && flag !== undefined)
    return startingSo((await valuesOf(flag, command, world)).map((value) => `${flag}=${value}`));
  const before = rest.at(-2);
  if (before?.startsWith('--') && takesValue(before, command))
    return startingSo(await valuesOf(before, command, world));
  if (command.takesFiles && !current.startsWith('-')) return [];
  return startingSo([...Object.keys(command.options).map((option) => `--${option}`), '--help']);
}

const takesValue = (flag: string, { options }: Command): boolean => options[flag.slice(2)]?.type === 'string';

async function valuesOf(flag: string, command: Command, { topologyIds }: World): Promise<readonly string[]> {
  if (!takesValue(flag, command)) return [];
  return flag === '--id' ? topologyIds() : (VALUES[flag.slice(2)] ?? []);
}
