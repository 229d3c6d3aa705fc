import * as z from 'zod/mini';
import type { EngineEndpoint } from '../../domain/ports.ts';
import { tlsFilesIn } from './engine-tls.ts';

const SOURCE = 'the current docker context';

/** What `docker context inspect` prints, as far as it matters. */
const contextSchema = z.array(
  z.object({
    Endpoints: z.object({
      docker: z.object({ Host: z.string(), SkipTLSVerify: z.optional(z.boolean()) }),
    }),
    /** Names of the files for each endpoint, and the folder of all of them. */
    TLSMaterial: z.nullish(z.record(z.string(), z.array(z.string()))),
    Storage: z.optional(z.object({ TLSPath: z.optional(z.string()) })),
  }),
);

/**
 * Where the engine of a context is.
 * @param json what `docker context inspect` prints
 * @returns `undefined` where it is no such thing, or names no engine
 * @throws TopoGcError `invalid-input` where its certificates are not whole
 */
export function readContext(json: string): EngineEndpoint | undefined {
  const [context] = contextSchema.safeParse(parse(json)).data ?? [];
  if (context === undefined || context.Endpoints.docker.Host === '') return undefined;
  const { Host: host, SkipTLSVerify } = context.Endpoints.docker;
  const folder = context.Storage?.TLSPath;
  if (!context.TLSMaterial?.docker || !folder) return { host };
  return { host, tls: tlsFilesIn(`${folder}/docker`, !SkipTLSVerify, SOURCE) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
