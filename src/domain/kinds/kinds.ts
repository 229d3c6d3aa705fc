import { container } from './container.ts';
import { image } from './image.ts';
import type { Kind } from './kind.ts';
import { netns } from './netns.ts';
import { network } from './network.ts';
import { path } from './path.ts';
import { volume } from './volume.ts';

/** Every kind of member, one line a kind, in the order in which they are told. */
export const KINDS = { container, network, volume, netns, path, image };

export type MemberKind = keyof typeof KINDS;

/** What is known of a member of any kind. */
export type FactsOf<K extends MemberKind> = (typeof KINDS)[K] extends Kind<infer F> ? F : never;

/** What tests leave on the host. */
export type HostKind = 'netns' | 'path';

/** What the engine holds and a topology can name. */
export type EngineKind = 'container' | 'network' | 'volume';

/** A kind as it looks where it does not matter which it is. */
export const kindOf = (kind: MemberKind): Kind => KINDS[kind] as Kind;

export const MEMBER_KINDS = Object.keys(KINDS) as readonly MemberKind[];

export const isHostKind = (kind: MemberKind): kind is HostKind => kindOf(kind).on === 'host';

export const isEngineKind = (kind: MemberKind): kind is EngineKind =>
  kindOf(kind).on === 'engine' && kindOf(kind).field !== undefined;

export const HOST_KINDS = MEMBER_KINDS.filter(isHostKind);
