import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What can be asked for by its name. */
export const PARTS = ['modules', 'workers', 'own-tests'] as const;
export type PartName = (typeof PARTS)[number];

export interface Options {
  readonly parts: readonly PartName[];
  /** An interpreter that has the framework. */
  readonly python: string;
  /** The folder of the plugin. */
  readonly plugin: string;
  /** Folders of the framework's own tests: those that need the engine, and those that don't. */
  readonly dockerTests: string | undefined;
  readonly coreTests: string | undefined;
  /** How often what is compared is run in turn. */
  readonly rounds: number;
  /** How many pytests are killed in mid-build; where some are and no part is named, nothing else is done. */
  readonly kills: number;
  /** Where the results go, as JSON. */
  readonly json: string;
}

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Reads the command line: `PART… --python PATH --docker-tests FOLDER --core-tests FOLDER --rounds N --kills N --json FILE`.
 * @throws Error that says what is taken
 */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      python: { type: 'string', default: 'python3' },
      'docker-tests': { type: 'string' },
      'core-tests': { type: 'string' },
      rounds: { type: 'string', default: '5' },
      kills: { type: 'string', default: '0' },
      json: { type: 'string', default: resolve(ROOT, '.topo-gc-framework.json') },
    },
  });
  const unknown = positionals.filter((name) => !PARTS.some((part) => part === name));
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
  if (!/^[1-9]\d?$/.test(values.rounds))
    throw new Error(`--rounds is ${JSON.stringify(values.rounds)}: takes a count from 1 to 99`);
  if (!/^\d{1,4}$/.test(values.kills))
    throw new Error(`--kills is ${JSON.stringify(values.kills)}: takes a count from 0 to 9999`);
  const kills = Number(values.kills);
  const isAll = positionals.length === 0 && kills === 0;
  const parts = PARTS.filter((part) => isAll || positionals.includes(part));
  const dockerTests = values['docker-tests'];
  if (positionals.includes('own-tests') && dockerTests === undefined)
    throw new Error("own-tests needs --docker-tests FOLDER: the folder of topology_docker's own tests");
  return {
    parts: dockerTests === undefined ? parts.filter((part) => part !== 'own-tests') : parts,
    python: values.python,
    plugin: resolve(ROOT, 'clients/python/src'),
    dockerTests: dockerTests && resolve(dockerTests),
    coreTests: values['core-tests'] && resolve(values['core-tests']),
    rounds: Number(values.rounds),
    kills,
    json: resolve(values.json),
  };
}
