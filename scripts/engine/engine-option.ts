import { ENGINE_NAMES, ENGINE_VARIABLE, readEngineName } from './engine-names.ts';

const OPTION = '--engine';

export const ENGINE_USAGE = `
  ${OPTION} NAME  on one of ${ENGINE_NAMES.join(', ')}, installed into a cache folder; or as ${ENGINE_VARIABLE}
`;

/**
 * Takes `--engine NAME` out of a command line, and sets `TOPO_GC_ENGINE` by it for this process and all that it starts.
 *
 * @returns the other arguments
 * @throws Error that lists the names there are
 */
export function takeEngineOption(args: readonly string[], env: NodeJS.ProcessEnv = process.env): string[] {
  const rest: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === OPTION) {
      at += 1;
      env[ENGINE_VARIABLE] = readEngineName(OPTION, args[at] ?? '');
    } else if (arg.startsWith(`${OPTION}=`)) {
      env[ENGINE_VARIABLE] = readEngineName(OPTION, arg.slice(OPTION.length + 1));
    } else rest.push(arg);
  }
  const value = env[ENGINE_VARIABLE];
  if (value) readEngineName(ENGINE_VARIABLE, value);
  return rest;
}
