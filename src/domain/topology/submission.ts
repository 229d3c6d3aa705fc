import type { SiteName } from '../engine.ts';
import type { Fault } from '../errors.ts';
import { LABELLED_KINDS, type LabelledKind, type NamedKind, namingOf } from '../kinds/kinds.ts';
import type { HostMoment } from '../moment.ts';
import { parseLabel } from '../text/labels.ts';
import { parseDuration, TAKES_DURATION } from '../text/quantities.ts';
import { limitFaults } from './submission-limits.ts';
import type { TopologyId } from './topology.ts';

/** A member as a client names it. */
export interface MemberRef {
  readonly kind: NamedKind;
  /** A name, an id, or a prefix of an id; for a path the path. */
  readonly ref: string;
  /** Its place in the submission: `networks[0]`. */
  readonly field: string;
  readonly shared: boolean;
  /** The engine that has it, as a client names it, until `placed` gives its site's name; absent for the default. */
  readonly site?: SiteName | undefined;
}

export const isSameRef = (a: MemberRef, b: MemberRef): boolean =>
  a.kind === b.kind && a.ref === b.ref && a.site === b.site;

/** Everything that carries exactly this label, `key=value`, as a client writes it; only these kinds if they are given. */
export interface SelectorObject {
  readonly label: string;
  readonly kinds?: readonly LabelledKind[] | undefined;
  /** The name or the id of the engine that is asked; absent: that of the submission. */
  readonly engine?: string | undefined;
}

/** Everything that carries exactly this label. */
export interface Selector {
  /** `key=value`. */
  readonly label: string;
  /** Absent: all kinds. */
  readonly kinds?: readonly LabelledKind[];
  readonly field: string;
  /** As that of a member. */
  readonly site?: SiteName | undefined;
}

/** Says in words what a reference takes, if the reference is not valid. */
export const whyNoRef = ({ kind, ref }: Pick<MemberRef, 'kind' | 'ref'>): string | undefined =>
  namingOf(kind).whyNoRef(ref);

/** A topology as a client hands it over; its form is checked, and the engine has not been asked yet. */
export interface Submission {
  readonly id?: TopologyId;
  readonly name?: string;
  readonly members: readonly MemberRef[];
  readonly selectors: readonly Selector[];
  readonly stopTimeoutMs?: number;
  readonly metadata: Readonly<Record<string, string>>;
  /** The engine of all members and selectors that name none: its name in the job, or its `/info` `ID`. */
  readonly engine?: string;
  /**
   * The last time at which the client spoke, or at which a dead agent was alive; absent if the client speaks now. Younger
   * members belong to somebody else.
   */
  readonly spoken?: HostMoment;
}

const ID = /^[\w][\w.:@/[\]-]{0,199}$/;

/** The form of an id, in words. */
export const TAKES_ID = 'takes 1 to 200 letters, digits and _ . : @ / [ ] -, a letter, digit or _ first';

export const parseTopologyId = (text: string): TopologyId | undefined =>
  ID.test(text) ? (text as TopologyId) : undefined;

const SELECTOR = 'label=';

/** The `key=value` of `label=key=value`; `undefined` for anything wider. */
export const parseSelector = (text: string): string | undefined =>
  text.startsWith(SELECTOR) ? parseLabel(text.slice(SELECTOR.length)) : undefined;

/** The form of a selector, in words. */
export const TAKES_SELECTOR = `takes exactly "label=KEY=VALUE", or {"label": "KEY=VALUE", "kinds": [of ${LABELLED_KINDS.map((kind) => `"${kind}"`).join(', ')}], "engine": NAME}`;

function readSelector(selector: string | SelectorObject, field: string): Selector | undefined {
  const label = typeof selector === 'string' ? parseSelector(selector) : parseLabel(selector.label);
  const { kinds, engine: site } = typeof selector === 'string' ? {} : selector;
  if (label === undefined) return undefined;
  return { label, ...(kinds && { kinds }), ...(site !== undefined && { site }), field };
}

/** A client's fields, whose types are already checked. */
export interface SubmissionText {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly members: readonly MemberRef[];
  readonly selectors: readonly (string | SelectorObject)[];
  /** Further selectors, for the stacks that it names. */
  readonly stacks?: readonly Selector[];
  readonly stopTimeout?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly engine?: string | undefined;
}

/** Reads the fields, with one fault for each field that is not valid. */
export function parseSubmission(text: SubmissionText): { submission: Submission; faults: Fault[] } {
  const faults: Fault[] = [];
  const parse = <T>(
    field: string,
    value: string | undefined,
    read: (text: string) => T | undefined,
    takes: string,
  ) => {
    const parsed = value === undefined ? undefined : read(value);
    if (value !== undefined && parsed === undefined) faults.push({ field, value, detail: takes });
    return parsed;
  };
  const id = parse('id', text.id, parseTopologyId, TAKES_ID);
  const stopTimeoutMs = parse('stopTimeout', text.stopTimeout, parseDuration, `takes ${TAKES_DURATION}`);
  const selectors = text.selectors.flatMap((selector, at) => {
    const field = `selectors[${at}]`;
    const read = readSelector(selector, field);
    const value = typeof selector === 'string' ? selector : selector.label;
    if (read === undefined) faults.push({ field, value, detail: TAKES_SELECTOR });
    return read ?? [];
  });
  for (const member of text.members) {
    const detail = whyNoRef(member);
    if (detail !== undefined) faults.push({ field: member.field, value: member.ref, detail });
  }
  const all = [...selectors, ...(text.stacks ?? [])];
  faults.push(...limitFaults({ ...text, selectors: [...text.selectors, ...(text.stacks ?? [])] }));
  if (text.members.length + text.selectors.length + (text.stacks?.length ?? 0) === 0 && text.id === undefined)
    faults.push({ field: 'containers', detail: 'at least one member or selector is needed' });
  const submission = {
    ...(id !== undefined && { id }),
    ...(text.name !== undefined && { name: text.name }),
    members: text.members,
    selectors: all,
    ...(stopTimeoutMs !== undefined && { stopTimeoutMs }),
    metadata: text.metadata ?? {},
    ...(text.engine !== undefined && { engine: text.engine }),
  };
  return { submission, faults };
}
