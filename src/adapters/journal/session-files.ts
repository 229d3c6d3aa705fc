import * as z from 'zod/mini';
import type { EngineIdentity } from '../../domain/engine.ts';
import type { Guarded } from '../../domain/protection.ts';
import type { Session } from '../../domain/session.ts';

/** What an agent is started with, and what a successor needs to take its place. */
export interface SessionFile {
  readonly version: 1;
  readonly session: Session;
  readonly engine: EngineIdentity;
  /** By name, those that were given and the defaults of the others. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly guarded: Guarded;
  /** The folder of the socket, `TOPO_GC_DIR`. */
  readonly folder: string;
  readonly socket: string;
  readonly log: string;
  /** Whose file system counts beside the engine's. */
  readonly workspace: string;
  /** The process that the agent works for: it drains and ends where that is gone. Absent where the agent ends with its job. */
  readonly owner?: ProcessName | undefined;
}

/** Which process it is, as a pid can be taken again. */
export interface ProcessName {
  readonly pid: number;
  /** In clock ticks since the boot. */
  readonly startTime: string;
  readonly bootId: string;
  /** In which the pid is one. */
  readonly pidNamespace: string;
}

/** Which process an agent is. */
export interface AgentFile extends ProcessName {
  /** The agent answers it on its socket. */
  readonly nonce: string;
}

/** How often a sweep has tried a session and left something, and when it did so last, in ms since the epoch. */
export interface SweepTries {
  readonly count: number;
  readonly at: number;
}

const text = z.string();
const processFields = { pid: z.int(), startTime: text, bootId: text, pidNamespace: text };

const sessionSchema = z.looseObject({
  version: z.literal(1),
  session: z.looseObject({ id: text, startedAt: text, engineId: text }),
  engine: z.looseObject({ id: text, host: text, dataRoot: text, aheadMs: z.number() }),
  inputs: z.record(text, text),
  guarded: z.looseObject({ containers: z.array(text), networks: z.array(text) }),
  folder: text,
  socket: text,
  log: text,
  workspace: text,
  owner: z.optional(z.looseObject(processFields)),
});

const agentSchema = z.looseObject({ ...processFields, nonce: text });

const triesSchema = z.looseObject({ count: z.int(), at: z.number() });

/** Reads one of these files from its text. @throws Error that names the fields which are not of their form */
const reader =
  <File>(schema: z.ZodMiniType) =>
  (path: string, content: string): File => {
    const checked = schema.safeParse(JSON.parse(content));
    if (checked.success) return checked.data as File;
    const fields = checked.error.issues.map(({ path: at }) => at.join('.') || 'all of it');
    throw new Error(`${path} is not of its form: ${fields.join(', ')}`);
  };

export const parseSession = reader<SessionFile>(sessionSchema);
export const parseAgent = reader<AgentFile>(agentSchema);
export const parseTries = reader<SweepTries>(triesSchema);
