import type { Readable } from 'node:stream';
import * as z from 'zod/mini';
import { type EngineChange, EngineError } from '../../domain/engine.ts';
import type { EngineMoment } from '../../domain/moment.ts';
import { linesOf } from '../../domain/text/lines.ts';
import { toEngineError } from './engine-answers.ts';
import type { Conversation } from './kinds/engine-kind.ts';
import { namedOnEngine } from './kinds/engine-kinds.ts';

/** dockerode also takes a signal here, and any names of types and events; its types don't know that. */
interface EventsOptions {
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly abortSignal: AbortSignal;
}

/** https://docs.docker.com/reference/api/engine/version/v1.41/#tag/System/operation/SystemEvents */
const eventSchema = z.object({
  Type: z.string(),
  Action: z.string(),
  timeNano: z.nullish(z.number()),
  Actor: z.object({ ID: z.string(), Attributes: z.nullish(z.record(z.string(), z.string())) }),
});

type EngineEvent = z.infer<typeof eventSchema>;

/** Events that change what an inspection shows; health checks and the like do not, and they are many. */
function filters({ tellsSignals }: Conversation['traits']): EventsOptions['filters'] {
  const told = namedOnEngine().filter(([, { changes }]) => Object.keys(changes).length > 0);
  const event = told.flatMap(([, { changes }]) => Object.keys(changes));
  // Podman has no services.
  return {
    type: [...told.map(([kind]) => kind), ...(tellsSignals ? [SERVICE] : [])],
    event: [...new Set(event)],
  };
}

/** Only managers tell of services: the engine may have become one since it was found. */
const SERVICE = 'service';

/** Listens to an engine's events. */
export async function* listenToChanges(
  { docker, traits, swarm }: Pick<Conversation, 'docker' | 'traits' | 'swarm'>,
  signal: AbortSignal,
  onHeard: () => void,
): AsyncGenerator<EngineChange> {
  try {
    const options: EventsOptions = { filters: filters(traits), abortSignal: signal };
    const stream = (await docker.getEvents(options as object)) as Readable;
    onHeard();
    for await (const line of linesOf(stream)) {
      const event = eventSchema.parse(JSON.parse(line));
      if (event.Type === SERVICE) swarm.isManager = true;
      const change = readChange(event);
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

function readChange({ Type, Action, Actor, timeNano }: EngineEvent): EngineChange | undefined {
  const [kind, on] = namedOnEngine().find(([type]) => type === Type) ?? [];
  const told = on?.changes[Action];
  if (typeof told === 'function') return told(Actor.Attributes ?? {});
  return told && kind && { type: told, kind, id: Actor.ID, ...(timeNano && { at: momentOf(timeNano) }) };
}
