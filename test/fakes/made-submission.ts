import type { MemberRef, Submission } from '../../src/domain/submission.ts';
import type { MemberKind, TopologyId } from '../../src/domain/topology.ts';

export interface SubmissionFields {
  readonly containers?: readonly string[];
  readonly networks?: readonly string[];
  readonly volumes?: readonly string[];
  /** Names of networks and volumes that others may use. */
  readonly shared?: readonly string[];
  /** `key=value`, without `label=`. */
  readonly labels?: readonly string[];
  readonly stopTimeoutMs?: number;
  readonly engine?: string;
}

/** A submission as it comes from the wire. */
export function madeSubmission(id: string | undefined, fields: SubmissionFields): Submission {
  const { containers = [], networks = [], volumes = [], shared = [], labels = [], ...rest } = fields;
  const refs = (kind: MemberKind, names: readonly string[]): MemberRef[] =>
    names.map((ref, at) => ({ kind, ref, field: `${kind}s[${at}]`, shared: shared.includes(ref) }));
  return {
    ...(id !== undefined && { id: id as TopologyId, name: id }),
    members: [...refs('container', containers), ...refs('network', networks), ...refs('volume', volumes)],
    selectors: labels.map((label, at) => ({ label, field: `selectors[${at}]` })),
    metadata: {},
    ...rest,
  };
}
