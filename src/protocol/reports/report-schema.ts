import * as z from 'zod/mini';
import { MEMBER_KINDS } from '../../domain/kinds/kinds.ts';
import { LEAK_CAUSES } from '../../domain/leaks/leak-cause.ts';
import { MEASURES } from '../../domain/measures/measures.ts';
import { COUNT_NAMES } from '../../domain/removal/collection.ts';
import { MEMBER_STATES } from '../../domain/topology/topology.ts';

const text = z.string();
const texts = z.array(text);
const amount = z.number();
const optionalAmount = z.optional(amount);
const kind = z.enum(MEMBER_KINDS);
const count = z.number().check(z.gte(0));
const counts = z.partialRecord(z.enum(COUNT_NAMES), count);
/** A later time is no date. */
const time = z.number().check(z.gte(0), z.lte(8.64e15));

const leak = z.looseObject({
  topology: text,
  topologyName: z.optional(text),
  kind,
  id: text,
  name: text,
  cause: z.enum(LEAK_CAUSES),
  reason: text,
});

const life = z.looseObject({
  kind,
  name: text,
  state: z.enum(MEMBER_STATES),
  image: z.optional(text),
  graceMs: optionalAmount,
  init: z.optional(z.boolean()),
  deafTo: z.optional(text),
  client: z.optional(text),
  stoppingAt: optionalAmount,
  stoppedAt: optionalAmount,
  removingAt: optionalAmount,
  removedAt: optionalAmount,
  error: z.optional(text),
});

const why = { kind, name: text, why: text };

const topology = z.looseObject({
  id: text,
  name: text,
  state: z.enum(MEMBER_STATES),
  submittedAt: amount,
  stoppedAt: optionalAmount,
  removedAt: optionalAmount,
  members: counts,
  lives: z.optional(z.array(life)),
  ignoredStop: texts,
  deaf: z.optional(
    z.array(z.looseObject({ container: text, signal: text, afterMs: amount, savedMs: amount })),
  ),
  absent: texts,
  unsure: z.optional(z.array(z.looseObject(why))),
  kept: texts,
  logs: z.array(z.looseObject({ container: text, file: z.optional(text), error: z.optional(text) })),
});

const collection = z.looseObject({
  id: amount,
  trigger: text,
  reason: text,
  startedAt: amount,
  endedAt: amount,
  topologies: texts,
  removed: counts,
  goneOtherwise: z.optional(counts),
  failed: amount,
});

const measure = z.looseObject({
  input: z.enum([...new Set(MEASURES.map(({ input }) => input.name))]),
  of: text,
  unit: z.enum([...new Set(MEASURES.map(({ unit }) => unit))]),
  total: optionalAmount,
  values: z.array(z.nullable(amount)),
  tightest: z.looseObject({ at: amount, value: amount }),
  threshold: optionalAmount,
});

const stray = z.looseObject({
  kind,
  id: text,
  name: text,
  createdAt: z.optional(text),
  image: z.optional(text),
  cause: z.optional(z.enum(LEAK_CAUSES)),
  why: z.optional(text),
});

const strays = z.looseObject({
  members: z.array(stray),
  more: z.optional(count),
  others: z.optional(texts),
  isFailure: z.optional(z.boolean()),
});

const swept = z.looseObject({
  session: text,
  removed: counts,
  leaks: z.array(leak),
  unconfirmed: z.optional(text),
  failed: z.optional(text),
  strays: z.optional(strays),
});

/** The version of a report that is read here. */
export const REPORT_VERSION = 1;

/**
 * A report, as far as its readers depend on it: version 1 may get more fields. Words from closed lists must be known
 * here, because readers could not tell what else they mean.
 */
export const reportSchema = z.looseObject({
  version: z.literal(REPORT_VERSION),
  session: z.looseObject({ id: text, engineId: text, startedAt: text }),
  endedAt: time,
  topologies: z.array(topology),
  collections: z.array(collection),
  readings: z.looseObject({
    at: z.array(amount),
    measures: z.array(measure),
    unavailable: z.array(z.looseObject({ reading: text, why: text })),
  }),
  earlier: z.looseObject({ topologies: count, collections: count }),
  removed: counts,
  leaks: z.array(leak),
  unconfirmed: z.optional(text),
  nodes: z.optional(
    z.array(z.looseObject({ node: text, services: texts, tasks: count, what: z.optional(text), why: text })),
  ),
  strays: z.optional(strays),
  rejected: z.array(z.looseObject({ file: z.optional(text), topology: z.optional(text), error: text })),
  left: z.optional(z.array(z.looseObject({ ...why, topology: text }))),
  swept: z.optional(z.array(swept)),
  submissionMs: amount,
  drainMs: amount,
  oneByOneMs: amount,
  inputs: z.record(text, text),
});
