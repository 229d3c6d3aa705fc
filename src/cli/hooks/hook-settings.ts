import { existsSync } from 'node:fs';
import { readSettingsFile } from '../../adapters/files/settings-file.ts';
import type { Fault } from '../../domain/errors.ts';
import { INPUT_NAMES, invalidInputs, settingFaults, withDefaults } from '../../domain/settings.ts';
import { inputVariable, unknownVariables } from '../../protocol/environment.ts';
import { nearest } from '../terminal/nearest.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The file in a runner's folder. */
export const SETTINGS_FILE = 'topo-gc.yml';

/** Where an operator keeps the settings of a runner's hooks. */
export interface SettingsPlace {
  readonly path: string;
  /** Whether the file has to be there. */
  readonly isGiven: boolean;
}

const KNOWN = new Map(INPUT_NAMES.map((name) => [inputVariable(name), name]));

/**
 * The inputs for the hooks of a runner: those of the environment, else those of the file, else the defaults.
 * @throws TopoGcError `invalid-input` with each fault: its place, its value and what is accepted
 */
export function readHookSettings(file: SettingsPlace | undefined, env: Environment): Record<string, string> {
  const given = new Map<string, { readonly text: string; readonly place: string }>();
  const faults: Fault[] = [];
  for (const [name, text] of valuesIn(file)) {
    const place = `${file?.path}: ${name}`;
    if (!INPUT_NAMES.includes(name))
      faults.push({ field: place, ...valued(text), detail: unknownDetail(name, INPUT_NAMES) });
    else if (text === undefined) faults.push({ field: place, detail: 'takes a text, or a list of texts' });
    else given.set(name, { text, place });
  }
  for (const [variable, name] of KNOWN) {
    const text = env[variable];
    if (text) given.set(name, { text, place: variable });
  }
  const inputs = withDefaults(Object.fromEntries([...given].map(([name, { text }]) => [name, text])));
  const wrong = settingFaults(inputs).map((fault) => ({
    ...fault,
    field: given.get(fault.field)?.place ?? fault.field,
  }));
  faults.push(...wrong, ...mistypedIn(env));
  if (faults.length > 0) throw invalidInputs(faults);
  return inputs;
}

function valuesIn(file: SettingsPlace | undefined) {
  if (file === undefined || (!file.isGiven && !existsSync(file.path))) return new Map();
  return readSettingsFile(file.path);
}

const valued = (text: string | undefined) => (text === undefined ? {} : { value: text });

function unknownDetail(name: string, names: readonly string[]): string {
  const meant = nearest(name, names);
  return meant === undefined
    ? `is no setting; the settings are ${names.join(', ')}`
    : `is no setting: did you mean ${meant}?`;
}

/** A variable of ours with another name may be somebody's own; one that is nearly ours is mistyped. */
const mistypedIn = (env: Environment): Fault[] =>
  unknownVariables(env, [...KNOWN.keys()])
    .filter((variable) => nearest(variable, [...KNOWN.keys()]) !== undefined)
    .map((variable) => ({ field: variable, detail: unknownDetail(variable, [...KNOWN.keys()]) }));
