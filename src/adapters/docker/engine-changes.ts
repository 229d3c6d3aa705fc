import type { Readable } from 'node:stream';
import type Docker from 'dockerode';
import * as z from 'zod/mini';
import { type EngineChange, EngineError } from '../../domain/engine.ts';
import type { EngineMoment } from '../../domain/moment.ts';
import { linesOf } from '../../domain/text/lines.ts';
import { toEngineError } from './engine-answers.ts';

/** What says something of what an inspection shows; health checks and the like are none of it, and many. */
const FILTERS: Docker.GetEventsOptions['filters'] = {
  type: ['container', 'network', 'volume'],
  event: ['create', 'start', 'rename', 'update', 'connect', 'disconnect', 'kill', 'destroy', 'remove'],
};

/** dockerode takes a signal here too, and its types don't know. */
type EventsOptions = Docker.GetEventsOptions & { readonly abortSignal: AbortSignal };

/** https://docs.docker.com/reference/api/engine/version/v1.41/#tag/System/operation/SystemEvents */
const eventSchema = z.object({
  Type: z.string(),
  Action: z.string(),
  timeNano: z.nullish(z.number()),
  Actor: z.object({ ID: z.string(), Attributes: z.nullish(z.record(z.string(), z.string())) }),
});

/** A container comes with its start: until then, an engine that starts it lets nobody look at it. */
const TYPES: Readonly<Record<EngineChange['kind'], Readonly<Record<string, EngineChange['type']>>>> = {
  container: { start: 'came', rename: 'changed', update: 'changed', kill: 'signalled', destroy: 'gone' },
  network: { create: 'came', destroy: 'gone', remove: 'gone' },
  volume: { create: 'came', destroy: 'gone', remove: 'gone' },
};

/** Listens to an engine's events. */
export async function* listenToChanges(
  docker: Docker,
  signal: AbortSignal,
  onHeard: () => void,
): AsyncGenerator<EngineChange> {
  try {
    const options: EventsOptions = { filters: FILTERS, abortSignal: signal };
    const stream = (await docker.getEvents(options)) as Readable;
    onHeard();
    for await (const line of linesOf(stream)) {
      const change = readChange(JSON.parse(line));
      if (change !== undefined) yield change;
    }
  } catch (error) {
    throw toEngineError(error);
  }
  throw new EngineError('unreachable', 'the engine ended its events');
}

/** JSON's numbers hold such a time to a fraction of a microsecond. */
function momentOf(nanoseconds: number): EngineMoment {
  const ms = nanoseconds / 1e6;
  return { clock: 'engine', earliest: ms, latest: ms };
}

function readChange(line: unknown): EngineChange | undefined {
  const { Type, Action, Actor, timeNano } = eventSchema.parse(line);
  if (Action === 'connect' || Action === 'disconnect') {
    const id = Actor.Attributes?.container;
    return id === undefined ? undefined : { type: 'changed', kind: 'container', id };
  }
  if (Type !== 'container' && Type !== 'network' && Type !== 'volume') return undefined;
  const type = TYPES[Type][Action];
  return type && { type, kind: Type, id: Actor.ID, ...(timeNano && { at: momentOf(timeNano) }) };
}
