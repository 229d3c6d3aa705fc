import type Docker from 'dockerode';
import type { EngineChange, EngineMember, RemoveOptions } from '../../../domain/engine.ts';
import type { EngineTraits } from '../../../domain/site.ts';
import type { KnownFirstProcesses } from './first-process.ts';

/** One conversation with an engine, of one or several requests. */
export interface Conversation {
  readonly docker: Docker;
  readonly traits: EngineTraits;
  readonly firstProcesses: KnownFirstProcesses;
  /** Ends it. */
  readonly abortSignal: AbortSignal;
}

/** By whole labels: `key=value`. */
export type Filters = { readonly label?: string[] };

/** What a change event says: of the member that it is about, or what is made of what it tells beside. */
export type ToldChange =
  | EngineChange['type']
  | ((attributes: Readonly<Record<string, string>>) => Omit<EngineChange, 'at'> | undefined);

/** A kind of members that an engine holds. What engines throw is put into the words of the domain by whoever begins to converse. */
export interface OnEngine {
  /** Resolves when it is gone. @param force of a container: also one that runs */
  remove(talk: Conversation, id: string, options: RemoveOptions & { readonly force: boolean }): Promise<void>;
}

/** One that clients can name. */
export interface NamedOnEngine extends OnEngine {
  /** By id, the first 12 digits or more of one, or name. */
  find(talk: Conversation, ref: string): Promise<EngineMember | undefined>;
  /** All of them; no sizes, as the engine would read every file for them. */
  list(talk: Conversation, filters: Filters): Promise<EngineMember[]>;
  /** What events say of it, by the names of the events. */
  readonly changes: Readonly<Record<string, ToldChange>>;
}
