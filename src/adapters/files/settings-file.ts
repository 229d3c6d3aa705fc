import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { describeError, TopoGcError } from '../../domain/errors.ts';

/** What a settings file gives for a name: a text, or lines; `undefined` for what is neither. */
export type SettingText = string | undefined;

const TAKES = 'takes names of inputs with their values, as YAML: one "NAME: VALUE" a line';

/**
 * Reads a file of settings: YAML with a text, or a list of texts, for each name. A list counts as its lines.
 * @returns the texts by name, as they stand in the file: `85%`, `off` and `4` alike
 * @throws TopoGcError `invalid-input` that names the file, if it can't be read or has another form
 */
export function readSettingsFile(path: string): ReadonlyMap<string, SettingText> {
  const content = read(path);
  // In this schema every scalar is a text, so that `off` and `1.50` stay what was written.
  const document = parseDocument(content, { schema: 'failsafe' });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) throw invalid(path, `it is not YAML: ${fault.message.split('\n')[0] ?? ''}`);
  const all: unknown = document.toJS();
  if (all === null || all === '') return new Map();
  if (typeof all !== 'object' || Array.isArray(all)) throw invalid(path, `it ${TAKES}`);
  return new Map(Object.entries(all).map(([name, value]) => [name, textOf(value)]));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw invalid(path, `it could not be read: ${describeError(error)}`);
  }
}

function textOf(value: unknown): SettingText {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  const isList = Array.isArray(value) && value.every((line) => typeof line === 'string');
  return isList ? value.join('\n') : undefined;
}

const invalid = (path: string, why: string) =>
  new TopoGcError('invalid-input', `Nothing was started, as the settings in ${path} are not valid: ${why}`);
