import * as z from 'zod/mini';
import type { Fault, TopoGcError } from '../domain/errors.ts';
import {
  type FieldOf,
  isHostKind,
  isLabelledKind,
  LABELLED_KINDS,
  NAMED_KINDS,
  type NamedKind,
  namingOf,
} from '../domain/kinds/kinds.ts';
import { hostMoment } from '../domain/moment.ts';
import { InvalidSubmission } from '../domain/topology/invalid-submission.ts';
import {
  type MemberRef,
  parseSubmission,
  type Submission,
  TAKES_SELECTOR,
} from '../domain/topology/submission.ts';
import { MOST_MEMBERS } from '../domain/topology/submission-limits.ts';
import { oversized } from './oversized.ts';
import { readNamed } from './read-named.ts';
import { schemaFaults } from './schema-faults.ts';
import { isStackName, stackNameOf, stackSelector, TAKES_STACK, TAKES_STACKS } from './stack.ts';
import type { SharableName, TopologyBody } from './topology-body.ts';

/** A lone surrogate is no character, and no request to the engine can contain it. */
const text = z.string().check(
  z.maxLength(4096),
  z.refine((value) => value.isWellFormed()),
);
const onEngine = { engine: z.optional(text) };
const shared = { ...onEngine, shared: z.optional(z.boolean()) };
const refWith = (more: Readonly<Record<string, z.ZodMiniType>>) =>
  z.union([text, z.strictObject({ id: text, ...more }), z.strictObject({ name: text, ...more })]);
const refs = { onHost: refWith({}), plain: refWith(onEngine), sharable: refWith(shared) };

const selector = z.union([
  text,
  z.strictObject({
    label: text,
    kinds: z.optional(z.array(z.enum(LABELLED_KINDS)).check(z.minLength(1))),
    ...onEngine,
  }),
]);

const stack = z.union([text, z.strictObject({ name: text, volumes: z.optional(z.boolean()), ...onEngine })]);

const ON_HOST = 'takes a list of names, ids, {"id": …} or {"name": …}';
const NAMES = `${ON_HOST}, with "engine": NAME where the job has several`;
const SHARABLE = `${NAMES}, and "shared": true where others may use it`;
const IN_WORDS = { onHost: ON_HOST, plain: NAMES, sharable: SHARABLE };
const TEXT = 'takes a text';

/**
 * The fields that name members, either of kinds that selectors find, or of the other kinds: the schema of each field, and
 * its form in words.
 */
function memberFields(areLabelled: boolean) {
  const namings = NAMED_KINDS.filter((kind) => isLabelledKind(kind) === areLabelled).map((kind) => {
    const naming = namingOf(kind);
    const form = isHostKind(kind) ? 'onHost' : naming.isSharable ? 'sharable' : 'plain';
    return { ...naming, form } as const;
  });
  const schemas = namings.map(({ field, form }) => [field, z.optional(z.array(refs[form]))]);
  const takes = namings.map(({ field, form, takes = IN_WORDS[form] }) => [field, takes]);
  return {
    schemas: Object.fromEntries(schemas) as Record<string, z.ZodMiniOptional>,
    takes: Object.fromEntries(takes) as Record<string, string>,
  };
}

const LABELLED = memberFields(true);
const OTHERS = memberFields(false);

/** A topology in the form of the contract. */
const submissionSchema = z.strictObject({
  id: z.optional(text),
  name: z.optional(text),
  ...LABELLED.schemas,
  selectors: z.optional(z.array(selector)),
  stacks: z.optional(z.array(stack)),
  ...OTHERS.schemas,
  stopTimeout: z.optional(text),
  metadata: z.optional(z.record(text, text)),
  engine: z.optional(text),
});

/** The form of each field, in words. */
const TAKES: Readonly<Record<string, string>> = {
  id: TEXT,
  name: TEXT,
  ...LABELLED.takes,
  selectors: `takes a list, each of which ${TAKES_SELECTOR}`,
  stacks: TAKES_STACKS,
  ...OTHERS.takes,
  stopTimeout: TEXT,
  metadata: 'takes an object of texts',
  engine: TEXT,
};

const textOf = (ref: SharableName): string =>
  typeof ref === 'string' ? ref : 'id' in ref ? ref.id : ref.name;

function memberRefs(kind: NamedKind, body: TopologyBody): MemberRef[] {
  const { field, read = (ref: string) => ref } = namingOf(kind);
  const refs: readonly SharableName[] = body[field as FieldOf<NamedKind>] ?? [];
  return refs.map((ref, at) => ({
    kind,
    ref: read(textOf(ref)),
    field: `${field}[${at}]`,
    shared: typeof ref === 'string' ? false : (ref.shared ?? false),
    ...(typeof ref === 'object' && ref.engine !== undefined && { site: ref.engine }),
  }));
}

const invalid = (faults: readonly Fault[], json: unknown): TopoGcError => {
  const { submittedAt } = (json ?? {}) as { submittedAt?: unknown };
  return new InvalidSubmission(
    faults,
    readNamed(json),
    typeof submittedAt === 'string' ? Date.parse(submittedAt) : undefined,
  );
};

function checkSize(json: unknown): void {
  const faults = oversized(json, MOST_MEMBERS);
  if (faults.length > 0) throw invalid(faults, json);
}

/**
 * Reads a submission from parsed JSON.
 * @throws TopoGcError `invalid-submission` with one entry per fault
 */
export function readSubmission(json: unknown): Submission {
  checkSize(json);
  const checked = submissionSchema.safeParse(json);
  if (!checked.success) throw invalid(schemaFaults(checked.error, TAKES), json);
  return toSubmission(checked.data, json);
}

const SUBMITTED_AT = 'takes a time in ISO 8601';

const spooledSchema = z.extend(submissionSchema, { submittedAt: text });

/** A file's time may lag this far behind the clock that its writer read (the kernel's coarse clock), in ms. */
const COARSE_MS = 100;

/** The content of a spool file, and the time at which it was written, in ms since the epoch. */
export interface SpooledFile {
  readonly bytes: Buffer;
  readonly writtenMs: number;
}

/**
 * Reads a file of the spool. If the file names no id, its own name becomes the id, so taking the file twice has no further
 * effect. A client cannot have spoken after it wrote: a later time counts as the time of the file.
 * @throws TopoGcError as `readSubmission`; Error if it is no JSON
 */
export function readSpooled(file: string, { bytes, writtenMs }: SpooledFile): Submission {
  const json: unknown = JSON.parse(bytes.toString());
  checkSize(json);
  const checked = spooledSchema.safeParse(json);
  if (!checked.success)
    throw invalid(schemaFaults(checked.error, { ...TAKES, submittedAt: SUBMITTED_AT }), json);
  const { submittedAt, ...submission } = checked.data;
  const at = Date.parse(submittedAt);
  if (Number.isNaN(at))
    throw invalid([{ field: 'submittedAt', value: submittedAt, detail: SUBMITTED_AT }], json);
  const id =
    submission.id ?? `spool-${file.replace(/\.json$/, '').replaceAll(/[^\w.-]/g, '_')}`.slice(0, 200);
  const spoken = hostMoment(Math.min(at, writtenMs + COARSE_MS));
  return { ...toSubmission({ ...submission, id }, json), spoken };
}

function toSubmission(checked: TopologyBody, json: unknown): Submission {
  const { selectors = [], stacks = [] } = checked;
  const members = NAMED_KINDS.flatMap((kind) => memberRefs(kind, checked));
  const { submission, faults } = parseSubmission({
    ...checked,
    members,
    selectors,
    stacks: stacks.map((each, at) => stackSelector(each, `stacks[${at}]`)),
  });
  const wrong = stacks.flatMap((each, at): Fault[] => {
    const value = stackNameOf(each);
    return isStackName(value) ? [] : [{ field: `stacks[${at}]`, value, detail: TAKES_STACK }];
  });
  if (faults.length + wrong.length > 0) throw invalid([...faults, ...wrong], json);
  return submission;
}
