import type { Engine, EngineIdentity } from '../domain/engine.ts';
import type {
  Clock,
  HostLeftovers,
  Log,
  LogFiles,
  Neighbours,
  Probe,
  Processes,
  Spool,
  Sweeping,
} from '../domain/ports.ts';
import type { Guarded } from '../domain/protection.ts';
import type { Report } from '../domain/report.ts';
import type { Settings } from '../domain/settings.ts';
import type { AgentState } from './agent-state.ts';

/** What an agent is made of. */
export interface AgentParts {
  readonly engine: Engine;
  readonly identity: EngineIdentity;
  readonly leftovers: HostLeftovers;
  readonly state: AgentState;
  readonly probe: Probe;
  readonly spool: Spool;
  /** Where the logs of containers are saved; absent where they are not. */
  readonly logFiles?: LogFiles | undefined;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Settings;
  /** The inputs in force, by name. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly guarded: Guarded;
  readonly neighbours: Neighbours;
  /** Absent where nothing is swept beside. */
  readonly sweeping?: Sweeping | undefined;
  /** What the clock of the engine shows, in ms since the epoch. */
  readonly engineNow: () => number;
  /** How far that clock is ahead of this host's, in ms; 0 where the engine is on this host. */
  readonly engineAheadMs: number;
  /** Where the session is over: when its agent was last alive, in ms since the epoch, the engine's clock. */
  readonly lastAlive?: number | undefined;
  /** The agent's own: its socket, its spool, its journal. */
  readonly ownFolders: readonly string[];
  readonly version: string;
  readonly pid: number;
  /** Keeps the report of a drain for those who come later. */
  readonly keepReport: (report: Report) => Promise<void>;
}
