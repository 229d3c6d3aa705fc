import type { Engine } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import type { Clock, Log, LogFiles } from '../../domain/ports.ts';
import { graceOf, type Member, memberKey, type Topology } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { currentMember } from '../current-member.ts';

interface ContainerLogsOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
  /** Absent: logs are not saved. */
  readonly logFiles?: LogFiles | undefined;
}

/** How long a log may hold up the removal of its container, in ms; a forced removal waits less. */
const LOG_MS = 10_000;
const FORCED_LOG_MS = 1_000;

interface Saving {
  /** Resolves when the engine sends the log, or could not. */
  readonly begun: Promise<unknown>;
  readonly ended: Promise<void>;
}

/** Saves the logs of containers before they are removed, each once; no method rejects. */
export class ContainerLogs {
  readonly #options: ContainerLogsOptions;
  readonly #savings = new Map<string, Saving>();

  constructor(options: ContainerLogsOptions) {
    this.#options = options;
  }

  /** Begins to read a log until its container has stopped, as the engine then removes a `--rm` container by itself. */
  async follow(topology: Topology, member: Member): Promise<void> {
    await this.#once(topology, member, LOG_MS + graceOf(topology, member))?.begun;
  }

  /** Resolves when the log is saved, or could not be. */
  async save(topology: Topology, member: Member, isForced: boolean): Promise<void> {
    await this.#once(topology, member, isForced ? FORCED_LOG_MS : LOG_MS)?.ended;
  }

  /** Resolves when the agent no longer reads that container's log. */
  async settled(container: string): Promise<void> {
    await this.#savings.get(container)?.ended;
  }

  #once(topology: Topology, member: Member, ms: number): Saving | undefined {
    const { logFiles, state } = this.#options;
    if (logFiles === undefined || currentMember(state, topology, member).savedLog !== undefined)
      return undefined;
    const saving = this.#savings.get(member.id) ?? this.#begin(logFiles, topology, member, ms);
    this.#savings.set(member.id, saving);
    return saving;
  }

  #begin(files: LogFiles, topology: Topology, member: Member, ms: number): Saving {
    const { engine, state, clock, log } = this.#options;
    const event = { type: 'logged', topology: topology.id, member: memberKey(member) } as const;
    const signal = clock.timeout(ms);
    const opened = engine.at(member.site).openLog(member.id, signal);
    const ended = opened
      .then((chunks) => files.write(member, chunks, signal))
      .then(({ file, isWhole }) => {
        const error = `cut off after ${ms / 1000} s`;
        state.record({ ...event, at: clock.now(), file, ...(!isWhole && { error }) });
      })
      .catch((error) => {
        log.warn(`the log of container ${member.name} could not be saved`, { topology: topology.id, error });
        state.record({ ...event, at: clock.now(), error: describeError(error) });
      })
      .then(() => void this.#savings.delete(member.id));
    return { begun: opened.catch(() => {}), ended };
  }
}
