import type { EngineMember, SiteName } from '../engine.ts';
import type { EngineKind } from '../kinds/kinds.ts';
import type { LeakCause } from '../leaks/leak-cause.ts';
import { nameAt } from '../text/name-at.ts';

/** What stands in the way of handing a stray over, as words that follow its name. */
export interface StrayHindrance {
  readonly cause: Extract<LeakCause, 'owned-elsewhere' | 'unresolved'>;
  readonly why: string;
}

/** Something that was made on the engine while the job ran, was handed over by nobody, and is still there. */
export interface Stray extends Partial<StrayHindrance> {
  readonly kind: EngineKind;
  /** The full id; for a volume its name. */
  readonly id: string;
  readonly name: string;
  readonly site?: SiteName;
  /** ISO 8601, by the engine's clock. */
  readonly createdAt?: string;
  /** Writing to it moves `createdAt`: it may have been made earlier. */
  readonly createdAtMoves?: boolean;
  /** For a container: its image. */
  readonly image?: string;
}

/** The strays of one look at an engine. */
export interface Strays {
  readonly members: readonly Stray[];
  /** The number of further ones that are not named; absent if all are named. */
  readonly more?: number;
  /** The other sessions that worked on the engine at the same time: a stray may be theirs. Absent if none is known. */
  readonly others?: readonly string[];
}

/** The strays of a drain. */
export interface LeftStrays extends Strays {
  /** They fail the job. */
  readonly isFailure?: boolean;
}

export const strayOf = (member: EngineMember, hindrance?: StrayHindrance): Stray => {
  const { kind, id, name, site, createdAt, createdAtMoves } = member;
  const image = member.kind === 'container' ? member.image : undefined;
  return {
    kind,
    id,
    name,
    ...(site !== undefined && { site }),
    ...(createdAt !== undefined && { createdAt }),
    ...(createdAtMoves && { createdAtMoves }),
    ...(image !== undefined && { image }),
    ...hindrance,
  };
};

export const countStrays = ({ members, more = 0 }: Strays): number => members.length + more;

/** In whole seconds. */
const madeAt = ({ createdAt = 'an unknown time', createdAtMoves }: Stray): string =>
  `${createdAtMoves ? 'made or written to' : 'made'} at ${createdAt.replace(/\.\d+/, '')}`;

/** `made at 2026-11-24T10:00:05Z, by image nginx, not handed over`: words that follow its name. */
export const aboutStray = (stray: Stray): string =>
  [
    madeAt(stray),
    ...(stray.image === undefined ? [] : [`by image ${stray.image}`]),
    'not handed over',
    ...(stray.why === undefined ? [] : [stray.why]),
  ].join(', ');

/** `container web: made at …, not handed over`, one line. */
export const describeStray = (stray: Stray): string => `${stray.kind} ${nameAt(stray)}: ${aboutStray(stray)}`;
