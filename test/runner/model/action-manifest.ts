import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What a JavaScript action says of itself in its `action.yml`. */
export interface ActionManifest {
  readonly name: string;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
  readonly inputs: Readonly<Record<string, ActionInput>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

export interface ActionInput {
  readonly description: string;
  readonly default?: string;
}

/** Reads `action.yml` in `actionDir`; throws where it is not that of a Node 24 action. */
export function readActionManifest(actionDir: string): ActionManifest {
  const path = join(actionDir, 'action.yml');
  const manifest: Partial<ActionManifest> = parse(readFileSync(path, 'utf8'));
  if (manifest.name === undefined || manifest.runs?.using !== 'node24') {
    throw new Error(`${path}: not the manifest of an action that uses node24`);
  }
  return {
    name: manifest.name,
    runs: manifest.runs,
    inputs: manifest.inputs ?? {},
    outputs: manifest.outputs ?? {},
  };
}
