import type Docker from 'dockerode';
import type { EngineChange, EngineMember, RemoveOptions } from '../../../domain/engine.ts';
import type { EngineTraits } from '../../../domain/site.ts';
import type { SwarmSeen } from '../swarm/swarm-seen.ts';
import type { KnownFirstProcesses } from './first-process.ts';

/** One conversation with an engine, of one or several requests. */
export interface Conversation {
  readonly docker: Docker;
  readonly traits: EngineTraits;
  readonly firstProcesses: KnownFirstProcesses;
  readonly swarm: SwarmSeen;
  /** What the engine tells of itself over a new connection: one that shuts down takes none, and still serves those that it has. */
  readonly infoAnew: () => Promise<unknown>;
  /** Ends it. */
  readonly abortSignal: AbortSignal;
}

/** By whole labels: `key=value`. */
export type Filters = { readonly label?: string[] };

/** The meaning of a change event: for its own member, or derived from its further fields. */
export type ToldChange =
  | EngineChange['type']
  | ((attributes: Readonly<Record<string, string>>) => Omit<EngineChange, 'at'> | undefined);

/**
 * A kind of members that an engine holds. The caller that begins the conversation translates the engine's errors into
 * the domain's terms.
 */
export interface OnEngine {
  /** Resolves when it is gone. @param force for a container: also if it runs */
  remove(talk: Conversation, id: string, options: RemoveOptions & { readonly force: boolean }): Promise<void>;
}

/** A kind that clients can name. */
export interface NamedOnEngine extends OnEngine {
  /** By id, at least the first 12 digits of an id, or name. */
  find(talk: Conversation, ref: string): Promise<EngineMember | undefined>;
  /** All of them, without sizes, as the engine would read every file to get these. */
  list(talk: Conversation, filters: Filters): Promise<EngineMember[]>;
  /** What events mean for it, by the names of the events. */
  readonly changes: Readonly<Record<string, ToldChange>>;
}
