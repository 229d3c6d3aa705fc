import { container } from './container.ts';
import { image } from './image.ts';
import type { FactsKnown, Kind, Naming } from './kind.ts';
import { netns } from './netns.ts';
import { network } from './network.ts';
import { path } from './path.ts';
import { config } from './swarm/config.ts';
import { secret } from './swarm/secret.ts';
import { service } from './swarm/service.ts';
import { volume } from './volume.ts';

/** Every kind of member, one line per kind, in the order in which output lists them. */
export const KINDS = {
  container,
  network,
  volume,
  service,
  config,
  secret,
  netns,
  path,
  image,
};

type Table = typeof KINDS;

export type MemberKind = keyof Table;

/** Kinds whose objects have such a field. */
type KindsWith<T> = { [K in MemberKind]: Table[K] extends T ? K : never }[MemberKind];

/** Kinds that a client can name. */
export type NamedKind = KindsWith<{ readonly naming: Naming }>;

/** Kinds that the engine holds and a topology can name. */
export type EngineKind = KindsWith<{ readonly naming: Naming; readonly on: 'engine' }>;

/** Kinds that tests leave on the host. */
export type HostKind = KindsWith<{ readonly on: 'host' }>;

/** Kinds that only a manager of a Swarm knows. */
export type ClusteredKind = KindsWith<{ readonly isClustered: true }>;

/** Kinds whose members have to stop before they can go. */
export type StoppingKind = KindsWith<{ readonly hasToStop: true }>;

/** Kinds that selectors find. */
export type LabelledKind = KindsWith<{ readonly isLabelled: true }>;

export type SharableKind = KindsWith<{ readonly naming: { readonly isSharable: true } }>;

/** The facts of a member of that kind. */
export type FactsOf<K extends MemberKind> = { [Each in K]: FactsKnown<Table[Each]> }[K];

/** The field of a submission that names members of a kind. */
export type FieldOf<K extends NamedKind> = Table[K]['naming']['field'];

/** The options of `topo-gc submit` that name members of a kind. */
export type OptionOf<K extends NamedKind> = {
  [Each in K]:
    | Table[Each]['naming']['option']['name']
    | (Table[Each]['naming'] extends { readonly sharedOption: { readonly name: infer Name } } ? Name : never);
}[K] &
  string;

export type CountOf<K extends MemberKind> = Table[K]['count'];

/** Kinds whose count is shown even if it is 0. */
export type AlwaysCountedKind = KindsWith<{ readonly isAlwaysCounted: true }>;

/** A kind for code that does not depend on which kind it is. */
export const kindOf = (kind: MemberKind): Kind => KINDS[kind];

export const MEMBER_KINDS = Object.keys(KINDS) as readonly MemberKind[];

export const isMemberKind = (text: string): text is MemberKind => Object.hasOwn(KINDS, text);

export const isNamedKind = (kind: MemberKind): kind is NamedKind => kindOf(kind).naming !== undefined;

export const isHostKind = (kind: MemberKind): kind is HostKind => kindOf(kind).on === 'host';

export const isEngineKind = (kind: MemberKind): kind is EngineKind => isNamedKind(kind) && !isHostKind(kind);

export const isClusteredKind = (kind: MemberKind): kind is ClusteredKind => kindOf(kind).isClustered === true;

export const isLabelledKind = (kind: MemberKind): kind is LabelledKind => kindOf(kind).isLabelled;

export const NAMED_KINDS = MEMBER_KINDS.filter(isNamedKind);

export const ENGINE_KINDS = MEMBER_KINDS.filter(isEngineKind);

export const HOST_KINDS = MEMBER_KINDS.filter(isHostKind);

export const LABELLED_KINDS = MEMBER_KINDS.filter(isLabelledKind);

/** The naming of a kind's members. */
export const namingOf = (kind: NamedKind): Naming => KINDS[kind].naming;

/** The kind whose members that field of a submission names. */
export const kindOfField = (field: string): NamedKind | undefined =>
  NAMED_KINDS.find((kind) => namingOf(kind).field === field);
