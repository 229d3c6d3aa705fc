import { hostMoment } from '../../src/domain/moment.ts';
import type { MemberRef, Submission } from '../../src/domain/topology/submission.ts';
import {
  type EngineKind,
  FIELDS,
  type NamedKind,
  type TopologyId,
} from '../../src/domain/topology/topology.ts';

export interface SubmissionFields {
  /** The id, unless said otherwise. */
  readonly name?: string;
  readonly containers?: readonly string[];
  readonly networks?: readonly string[];
  readonly volumes?: readonly string[];
  readonly netns?: readonly string[];
  readonly paths?: readonly string[];
  /** Names of networks and volumes that others may use. */
  readonly shared?: readonly string[];
  /** `key=value`, without `label=`. */
  readonly labels?: readonly string[];
  /** Of what the labels find. */
  readonly kinds?: readonly EngineKind[];
  readonly stopTimeoutMs?: number;
  readonly engine?: string;
  /** Of a spooled one: when it was written, in ms since the epoch. */
  readonly submittedAt?: number;
}

/** A submission as it comes from the wire. */
export function madeSubmission(id: string | undefined, fields: SubmissionFields): Submission {
  const { containers = [], networks = [], volumes = [], netns = [], paths = [], ...more } = fields;
  const { shared = [], labels = [], kinds, submittedAt, ...rest } = more;
  const refs = (kind: NamedKind, names: readonly string[]): MemberRef[] =>
    names.map((ref, at) => ({ kind, ref, field: `${FIELDS[kind]}[${at}]`, shared: shared.includes(ref) }));
  return {
    ...(id !== undefined && { id: id as TopologyId, name: id }),
    members: [
      ...refs('container', containers),
      ...refs('network', networks),
      ...refs('volume', volumes),
      ...refs('netns', netns),
      ...refs('path', paths),
    ],
    selectors: labels.map((label, at) => ({ label, ...(kinds && { kinds }), field: `selectors[${at}]` })),
    metadata: {},
    ...(submittedAt !== undefined && { spoken: hostMoment(submittedAt) }),
    ...rest,
  };
}
