import type { MemberFacts } from '../../domain/topology.ts';

/** As long as `docker ps` shows an id. */
const SHORT_ID = 12;

/** Whether a reference can stand in a path of the API: of `a/../b` the engine's router would make something else. */
export const isAskable = (ref: string): boolean =>
  ref.split('/').every((segment) => !['', '.', '..'].includes(segment));

/**
 * Whether what the engine found is what was meant. It also finds by any unique beginning of an id, so that where no `db` is
 * left, `db` would be a stranger whose id happens to begin so: only a beginning of at least 12 digits counts here.
 */
export const isMeant = (ref: string, { id, name }: Pick<MemberFacts, 'id' | 'name'>): boolean =>
  ref === name || (ref.length >= SHORT_ID && id.startsWith(ref));
