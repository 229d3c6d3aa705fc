import type { Probe } from '../domain/measures/readings.ts';
import type {
  Clock,
  HostLeftovers,
  Log,
  LogFiles,
  MountTable,
  Neighbours,
  NetnsFolder,
  Processes,
  Spool,
  SwarmNodes,
  Sweeping,
} from '../domain/ports.ts';
import type { Report } from '../domain/report/report.ts';
import type { Settings } from '../domain/settings.ts';
import type { Sites } from '../domain/site.ts';
import type { AgentState } from './agent-state.ts';

/** An agent that is dead. */
export interface Predecessor {
  /** Whether the job that it worked for is over: what is there now may belong to another job. */
  readonly isJobOver: boolean;
}

/** What an agent is made of. */
export interface AgentParts {
  /** The engines that it works on. */
  readonly sites: Sites;
  readonly leftovers: HostLeftovers;
  readonly netnsFolder: NetnsFolder;
  readonly state: AgentState;
  /** Absent if the engine is on another host. */
  readonly mountTable?: MountTable | undefined;
  /** Absent if the agent reaches no node of a Swarm but its own. */
  readonly swarmNodes?: SwarmNodes | undefined;
  readonly probe: Probe;
  readonly spool: Spool;
  /** The folder for the logs of containers; absent if they are not saved. */
  readonly logFiles?: LogFiles | undefined;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Settings;
  /** The inputs in force, by name. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly neighbours: Neighbours;
  /** Present if this agent takes the place of a dead one. */
  readonly predecessor?: Predecessor | undefined;
  /** Absent if this agent sweeps nothing beside its own work. */
  readonly sweeping?: Sweeping | undefined;
  /** The agent's own files: its socket, its spool, its journal. */
  readonly ownFolders: readonly string[];
  readonly version: string;
  readonly pid: number;
  /** Keeps the report of a drain for later readers. */
  readonly keepReport: (report: Report) => Promise<void>;
}
