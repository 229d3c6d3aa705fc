import type { EngineIdentity, SiteName } from '../../domain/engine.ts';
import type { Guarded } from '../../domain/protection/guarded.ts';
import type { Session } from '../../domain/session.ts';

/** An engine of a session beside the first. */
export interface FurtherEngine {
  readonly name: SiteName;
  readonly engine: EngineIdentity;
  readonly guarded: Guarded;
}

/** What an agent is started with, and what a successor needs to take its place. */
export interface SessionFile {
  /** 2 if there are several engines: a program that knows only one must leave such a session alone. */
  readonly version: 1 | 2;
  readonly session: Session;
  readonly engine: EngineIdentity;
  /** By name: the given values, and the defaults of the others. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly guarded: Guarded;
  /** The name of `engine`, if the job has given it one. */
  readonly engineName?: SiteName | undefined;
  /** Absent if there is only one engine. */
  readonly engines?: readonly FurtherEngine[] | undefined;
  /** The folder of the socket, `TOPO_GC_DIR`. */
  readonly folder: string;
  readonly socket: string;
  readonly log: string;
  /** The folder whose file system counts beside the engine's. */
  readonly workspace: string;
  /**
   * The process that the agent works for: the agent drains and ends when that process is gone. Absent if the agent ends
   * with its job.
   */
  readonly owner?: ProcessName | undefined;
  /** The folder that the runner removes with the job, if it does: the agent drains and ends when that is gone. */
  readonly jobFolder?: string | undefined;
}

/** Identifies a process, as a pid can be reused. */
export interface ProcessName {
  readonly pid: number;
  /** In clock ticks since the boot. */
  readonly startTime: string;
  readonly bootId: string;
  /** The namespace of the pid. */
  readonly pidNamespace: string;
}

/** Identifies an agent's process. */
export interface AgentFile extends ProcessName {
  /** The agent returns it on its socket. */
  readonly nonce: string;
}

/** How often a sweep has tried a session and left something, and when it last did, in ms since the epoch. */
export interface SweepTries {
  readonly count: number;
  readonly at: number;
}

/** The form of a value; for an object, field by field. Any further fields are allowed. */
type Form = ((value: unknown) => boolean) | { readonly [field: string]: Form };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown) => typeof value === 'string';
const texts = (value: unknown) => Array.isArray(value) && value.every(text);
const textsByName = (value: unknown) => isObject(value) && Object.values(value).every(text);
const number = (value: unknown) => Number.isFinite(value);

const PROCESS: Form = { pid: number, startTime: text, bootId: text, pidNamespace: text };

const IDENTITY = { id: text, host: text, dataRoot: text, ahead: { least: number, most: number } };
const GUARDED: Form = { containers: texts, networks: texts };
const FURTHER: Form = { name: text, engine: { ...IDENTITY, time: text }, guarded: GUARDED };

const SESSION: Form = {
  version: (value) => value === 1 || value === 2,
  session: { id: text, startedAt: text, engineId: text },
  engine: IDENTITY,
  inputs: textsByName,
  guarded: GUARDED,
  engineName: (value) => value === undefined || text(value),
  engines: (value) =>
    value === undefined ||
    (Array.isArray(value) && value.every((each) => wrongIn(FURTHER, each).length === 0)),
  folder: text,
  socket: text,
  log: text,
  workspace: text,
  owner: (value) => value === undefined || wrongIn(PROCESS, value).length === 0,
  jobFolder: (value) => value === undefined || text(value),
};

/** The fields that do not have their form. */
function wrongIn(form: Form, value: unknown, name = ''): string[] {
  if (typeof form === 'function') return form(value) ? [] : [name];
  if (!isObject(value)) return [name || 'all of it'];
  return Object.entries(form).flatMap(([field, inner]) =>
    wrongIn(inner, value[field], name === '' ? field : `${name}.${field}`),
  );
}

/** Reads one of these files from its text. @throws Error that names the fields without their form */
const reader =
  <File>(form: Form) =>
  (path: string, content: string): File => {
    const value: unknown = JSON.parse(content);
    const wrong = wrongIn(form, value);
    if (wrong.length > 0) throw new Error(`${path} is not of its form: ${wrong.join(', ')}`);
    return value as File;
  };

export const parseSession = reader<SessionFile>(SESSION);
export const parseAgent = reader<AgentFile>({ ...PROCESS, nonce: text });
export const parseTries = reader<SweepTries>({ count: number, at: number });
