import { join } from 'node:path';
import type { EngineEndpoint } from '../../../domain/engine.ts';
import { tlsFilesIn } from '../connection/engine-tls.ts';

const SOURCE = 'the current docker context';

/** The relevant part of what `docker context inspect` prints; any of it may be missing. */
type Contexts = readonly {
  readonly Endpoints?: { readonly docker?: { readonly Host?: string; readonly SkipTLSVerify?: boolean } };
  /** Names of the files for each endpoint. */
  readonly TLSMaterial?: { readonly docker?: readonly string[] } | null;
  /** The folder of the files of all endpoints. */
  readonly Storage?: { readonly TLSPath?: string };
}[];

/**
 * The address of a context's engine.
 * @param json what `docker context inspect` prints
 * @returns `undefined` if the text is something else, or names no engine
 * @throws TopoGcError `invalid-input` if its certificates are incomplete
 */
export function readContext(json: string): EngineEndpoint | undefined {
  const context = parse(json)?.[0];
  const { Host: host, SkipTLSVerify } = context?.Endpoints?.docker ?? {};
  if (!host) return undefined;
  const folder = context?.Storage?.TLSPath;
  if (!context?.TLSMaterial?.docker || !folder) return { host };
  return { host, tls: tlsFilesIn(join(folder, 'docker'), !SkipTLSVerify, SOURCE) };
}

function parse(json: string): Contexts | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
