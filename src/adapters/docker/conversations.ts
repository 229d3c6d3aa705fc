import type Docker from 'dockerode';
import PQueue from 'p-queue';
import type { EngineEndpoint, EngineIdentity } from '../../domain/engine.ts';
import type { EngineTraits } from '../../domain/site.ts';
import type { SwarmRole } from '../../domain/swarm.ts';
import { systemClock } from '../host/system-clock.ts';
import { createClient } from './connection/docker-client.ts';
import { connector, EngineAgent } from './connection/engine-agent.ts';
import { callEngine } from './connection/engine-call.ts';
import { toIdentity, traitsOf } from './connection/engine-identity.ts';
import { EnginePin } from './connection/engine-pin.ts';
import type { Conversation } from './kinds/engine-kind.ts';
import { KnownFirstProcesses } from './kinds/first-process.ts';
import { SwarmSeen } from './swarm/swarm-seen.ts';

export interface DockerEngineOptions extends EngineEndpoint {
  /** As negotiated by `findEngine`: `1.41`. */
  readonly apiVersion: string;
  /** As found by `findEngine`; without an id, the engine counts as Docker's. */
  readonly id?: string;
  /** The root of its data, if that very engine must answer (`EnginePin`). */
  readonly pinnedTo?: string;
  /** Whether it runs on this host, so that its files may be looked at. */
  readonly isOnThisHost?: boolean;
  readonly callDeadlineMs?: number;
  /** As found by `findEngine`; absent if it was in no Swarm then. */
  readonly swarm?: SwarmRole;
}

type Converse<T> = (talk: Conversation) => Promise<T>;

const CALL_DEADLINE_MS = 30_000;

/** How many look-ups run at once, whoever asks: each has a connection. Stops and removals have no limit here. */
const LOOKS_AT_ONCE = 32;

/** Collections wait for their readings, so these must not take long. */
const READING_DEADLINE_MS = 5_000;

/** The connection to an engine, and the conversations over it: each has a deadline, and checks which engine answers. */
export class Conversations {
  readonly docker: Docker;
  readonly #endpoint: EngineEndpoint;
  readonly #apiVersion: string;
  readonly #deadlineMs: number;
  readonly traits: EngineTraits;
  readonly firstProcesses = new KnownFirstProcesses();
  readonly swarm: SwarmSeen;
  readonly #agent: EngineAgent;
  readonly #pin: EnginePin | undefined;
  readonly #looks = new PQueue({ concurrency: LOOKS_AT_ONCE });

  constructor({
    host,
    tls,
    apiVersion,
    id = '',
    pinnedTo,
    isOnThisHost = false,
    callDeadlineMs = CALL_DEADLINE_MS,
    swarm,
  }: DockerEngineOptions) {
    this.#endpoint = { host, ...(tls && { tls }) };
    this.#agent = new EngineAgent(connector(this.#endpoint));
    this.#apiVersion = apiVersion;
    this.#deadlineMs = callDeadlineMs;
    this.traits = traitsOf({ id, apiVersion }, isOnThisHost);
    this.swarm = new SwarmSeen(swarm);
    this.docker = createClient(host, apiVersion, this.#agent);
    this.#pin =
      pinnedTo === undefined
        ? undefined
        : new EnginePin({ id, dataRoot: pinnedTo, host }, () => this.identify());
  }

  /** Ends all connections, also those that wait for an answer. */
  close(): void {
    this.#agent.destroy();
  }

  identify(): Promise<EngineIdentity> {
    return callEngine(this.#deadlineMs, async () => {
      const asked = systemClock.timeOfDay();
      const [version, info] = await Promise.all([this.docker.version(), this.docker.info()]);
      return toIdentity(this.#endpoint, version, info, asked);
    });
  }

  /** Checks which engine answers, if it is pinned. @throws as `EnginePin` */
  async confirm(): Promise<void> {
    await this.#pin?.confirm();
  }

  /** The wait for a turn counts towards the deadline. */
  look<T>(converse: Converse<T>): Promise<T> {
    return this.call((talk) =>
      this.#looks.add(async () => {
        talk.abortSignal.throwIfAborted();
        return await converse(talk);
      }),
    );
  }

  /** Takes a reading. */
  read<T>(converse: Converse<T>): Promise<T> {
    return this.#within(Math.min(READING_DEADLINE_MS, this.#deadlineMs), converse);
  }

  /** @param graceMs how much longer than others it may take */
  call<T>(converse: Converse<T>, graceMs = 0): Promise<T> {
    return this.#within(this.#deadlineMs + graceMs, converse);
  }

  /** The check of which engine answers counts too. */
  #within<T>(deadlineMs: number, converse: Converse<T>): Promise<T> {
    return callEngine(deadlineMs, async (abortSignal) => {
      await this.confirm();
      abortSignal.throwIfAborted();
      return converse({
        docker: this.docker,
        traits: this.traits,
        firstProcesses: this.firstProcesses,
        swarm: this.swarm,
        infoAnew: () => this.#infoAnew(),
        abortSignal,
      });
    });
  }

  async #infoAnew(): Promise<unknown> {
    const agent = new EngineAgent(connector(this.#endpoint));
    try {
      return await createClient(this.#endpoint.host, this.#apiVersion, agent).info();
    } finally {
      agent.destroy();
    }
  }
}
