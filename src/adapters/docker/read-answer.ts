import * as z from 'zod/mini';
import { EngineError } from '../../domain/engine.ts';

/** The content of an engine's answer. @throws EngineError that names what is not as it should be */
export function read<T>(schema: z.ZodMiniType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const where = result.error.issues.map(({ path }) => path.join('.') || 'all of it').join(', ');
  throw new EngineError('unreachable', `the answer is not that of a Docker Engine: ${where}`, result.error);
}

/** Labels in an answer; the engine writes `null` for an empty list or map. */
export const labels = z.nullish(z.record(z.string(), z.string()));
