import type { ParseArgsOptionsConfig } from 'node:util';
import { INPUT_TABLE } from '../../domain/settings.ts';

/** The inputs of the action as options of `topo-gc run` and `topo-gc agent`; `summary` and `on-leak` are for jobs. */
const LOCAL_INPUTS = INPUT_TABLE.filter(({ isForJobs }) => !isForJobs);

export const INPUT_OPTIONS: ParseArgsOptionsConfig = {
  ...Object.fromEntries(LOCAL_INPUTS.map(({ name }) => [name, { type: 'string' as const }])),
  report: { type: 'string' },
};

/** One line per option, for `--help`. */
export const INPUT_HELP = [
  ...LOCAL_INPUTS.map(
    ({ name, takes, fallback }) => `  --${name.padEnd(20)} ${takes}${fallback ? ` (${fallback})` : ''}`,
  ),
  '  --report FOLDER        where report.json and report.html are kept after the drain',
].join('\n');
