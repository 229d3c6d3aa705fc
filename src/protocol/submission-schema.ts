import * as z from 'zod/mini';
import type { Fault, TopoGcError } from '../domain/errors.ts';
import { hostMoment } from '../domain/moment.ts';
import { InvalidSubmission } from '../domain/topology/invalid-submission.ts';
import {
  type MemberRef,
  parseSubmission,
  type Submission,
  TAKES_SELECTOR,
} from '../domain/topology/submission.ts';
import { MOST_MEMBERS } from '../domain/topology/submission-limits.ts';
import { FIELDS, type NamedKind } from '../domain/topology/topology.ts';
import { oversized } from './oversized.ts';
import { readNamed } from './read-named.ts';
import { schemaFaults } from './schema-faults.ts';
import type { SharableName, TopologyBody } from './topology-body.ts';

/** A lone surrogate is no character, and can stand in no request to the engine. */
const text = z.string().check(
  z.maxLength(4096),
  z.refine((value) => value.isWellFormed()),
);
const plainRef = z.union([text, z.strictObject({ id: text }), z.strictObject({ name: text })]);
const shared = { shared: z.optional(z.boolean()) };
const sharableRef = z.union([
  text,
  z.strictObject({ id: text, ...shared }),
  z.strictObject({ name: text, ...shared }),
]);

const selector = z.union([
  text,
  z.strictObject({
    label: text,
    kinds: z.optional(z.array(z.enum(['container', 'network', 'volume'])).check(z.minLength(1))),
  }),
]);

/** A topology as the contract has it. */
const submissionSchema = z.strictObject({
  id: z.optional(text),
  name: z.optional(text),
  containers: z.optional(z.array(plainRef)),
  networks: z.optional(z.array(sharableRef)),
  volumes: z.optional(z.array(sharableRef)),
  selectors: z.optional(z.array(selector)),
  netns: z.optional(z.array(plainRef)),
  paths: z.optional(z.array(plainRef)),
  stopTimeout: z.optional(text),
  metadata: z.optional(z.record(text, text)),
  engine: z.optional(text),
});

const NAMES = 'takes a list of names, ids, {"id": …} or {"name": …}';
const SHARABLE = `${NAMES}, with "shared": true where others may use it`;
const TEXT = 'takes a text';

/** What each field takes, in words. */
const TAKES: Readonly<Record<keyof typeof submissionSchema.shape, string>> = {
  id: TEXT,
  name: TEXT,
  containers: NAMES,
  networks: SHARABLE,
  volumes: SHARABLE,
  selectors: `takes a list, each of which ${TAKES_SELECTOR}`,
  netns: 'takes a list of names of links in /var/run/netns, or of {"name": …}',
  paths: 'takes a list of absolute paths, or of {"name": …}',
  stopTimeout: TEXT,
  metadata: 'takes an object of texts',
  engine: TEXT,
};

const textOf = (ref: SharableName): string =>
  typeof ref === 'string' ? ref : 'id' in ref ? ref.id : ref.name;

function memberRefs(kind: NamedKind, refs: readonly SharableName[] | undefined): MemberRef[] {
  return (refs ?? []).map((ref, at) => ({
    kind,
    // docker inspect writes the names of containers with a slash.
    ref: kind === 'container' ? textOf(ref).replace(/^\//, '') : textOf(ref),
    field: `${FIELDS[kind]}[${at}]`,
    shared: typeof ref === 'string' ? false : (ref.shared ?? false),
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
 * @throws TopoGcError `invalid-submission` with a fault for each that is wrong
 */
export function readSubmission(json: unknown): Submission {
  checkSize(json);
  const checked = submissionSchema.safeParse(json);
  if (!checked.success) throw invalid(schemaFaults(checked.error, TAKES), json);
  return toSubmission(checked.data, json);
}

const SUBMITTED_AT = 'takes a time in ISO 8601';

const spooledSchema = z.extend(submissionSchema, { submittedAt: text });

/** A file's time may be so much behind the clock that its writer has read (the kernel's coarse clock), in ms. */
const COARSE_MS = 100;

/** What a file of the spool holds, and when it was written, in ms since the epoch. */
export interface SpooledFile {
  readonly bytes: Buffer;
  readonly writtenMs: number;
}

/**
 * Reads a file of the spool. Where it names no id, its own name makes one, so that taking it twice is taking it once. Nobody
 * has spoken later than he has written: a time that is later counts as that of the file.
 * @throws TopoGcError as `readSubmission`; Error where it is no JSON
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
  const { containers, networks, volumes, netns, paths, selectors = [], ...rest } = checked;
  const { submission, faults } = parseSubmission({
    ...rest,
    members: [
      ...memberRefs('container', containers),
      ...memberRefs('network', networks),
      ...memberRefs('volume', volumes),
      ...memberRefs('netns', netns),
      ...memberRefs('path', paths),
    ],
    selectors,
  });
  if (faults.length > 0) throw invalid(faults, json);
  return submission;
}
