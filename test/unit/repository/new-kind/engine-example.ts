import type { EngineMember } from '../../../domain/engine.ts';
import type { NamedOnEngine } from './engine-kind.ts';

const shown = (name: string): EngineMember => ({ kind: 'example', id: name, name, labels: {} });

/** How an engine is asked for examples: it has one. */
export const exampleOnEngine: NamedOnEngine = {
  find: async (_, ref) => (ref === 'only' ? shown('only') : undefined),
  list: async () => [shown('only')],
  remove: async () => {},
  changes: { create: 'came', destroy: 'gone' },
};
