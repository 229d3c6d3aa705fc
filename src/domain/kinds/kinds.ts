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
