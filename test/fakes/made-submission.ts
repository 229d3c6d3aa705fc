import {
  type FieldOf,
  type LabelledKind,
  NAMED_KINDS,
  type NamedKind,
  namingOf,
} from '../../src/domain/kinds/kinds.ts';
import { hostMoment } from '../../src/domain/moment.ts';
import type { MemberRef, Submission } from '../../src/domain/topology/submission.ts';
import type { TopologyId } from '../../src/domain/topology/topology.ts';

type MemberFields = { readonly [K in NamedKind as FieldOf<K>]?: readonly string[] };

export interface SubmissionFields extends MemberFields {
  /** The id, unless said otherwise. */
  readonly name?: string;
  /** Names of networks and volumes that others may use. */
  readonly shared?: readonly string[];
  /** `key=value`, without `label=`. */
  readonly labels?: readonly string[];
  /** Of what the labels find. */
  readonly kinds?: readonly LabelledKind[];
  readonly stopTimeoutMs?: number;
  readonly engine?: string;
  /** The engines of members and labels that name their own, by reference or label. */
  readonly on?: Readonly<Record<string, string>>;
  /** Of a spooled one: when it was written, in ms since the epoch. */
  readonly submittedAt?: number;
}

/** A submission as it comes from the wire. */
export function madeSubmission(id: string | undefined, fields: SubmissionFields): Submission {
  const { shared = [], labels = [], kinds, submittedAt, name, stopTimeoutMs, engine, on = {} } = fields;
  const siteOf = (ref: string) => (on[ref] === undefined ? {} : { site: on[ref] });
  const refs = (kind: NamedKind): MemberRef[] => {
    const field = namingOf(kind).field as FieldOf<NamedKind>;
    return (fields[field] ?? []).map((ref, at) => ({
      kind,
      ref,
      field: `${field}[${at}]`,
      shared: shared.includes(ref),
      ...siteOf(ref),
    }));
  };
  return {
    ...(id !== undefined && { id: id as TopologyId, name: id }),
    members: NAMED_KINDS.flatMap(refs),
    selectors: labels.map((label, at) => ({
      label,
      ...(kinds && { kinds }),
      ...siteOf(label),
      field: `selectors[${at}]`,
    })),
    metadata: {},
    ...(submittedAt !== undefined && { spoken: hostMoment(submittedAt) }),
    ...(name !== undefined && { name }),
    ...(stopTimeoutMs !== undefined && { stopTimeoutMs }),
    ...(engine !== undefined && { engine }),
  };
}
