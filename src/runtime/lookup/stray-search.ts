import PQueue from 'p-queue';
import { type Engine, EngineError, type EngineMember } from '../../domain/engine.ts';
import type { EngineKind } from '../../domain/kinds/kinds.ts';
import { isAmong } from '../../domain/kinds/references.ts';
import {
  byEngine,
  type EngineMoment,
  engineMoment,
  type HostMoment,
  isNotOlder,
  isNotYounger,
} from '../../domain/moment.ts';
import type { Neighbours } from '../../domain/ports.ts';
import type { Refusal, ResolvedOf } from '../../domain/protection/protection.ts';
import { type Site, type Sites, siteOf } from '../../domain/site.ts';
import { aliveMeanwhile, labelledMeanwhile } from '../../domain/strays/at-the-same-time.ts';
import { type StrayHindrance, type Strays, strayOf } from '../../domain/strays/stray.ts';
import { ofOtherRunners, suspectsAmong, usedByOthers } from '../../domain/strays/suspects.ts';
import { madeOnEngine } from '../../domain/topology/made-at.ts';
import { memberKey } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import type { Labelled } from './labelled.ts';
import { type Ownership, without } from './ownership.ts';

interface StraySearchOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly ownership: Ownership;
  readonly labelled: Pick<Labelled, 'labels'>;
  readonly neighbours: Neighbours;
  readonly sites: Sites;
  /** If the job is over: what may have come later belongs to somebody else. */
  readonly until?: HostMoment | undefined;
}

/** One look names at most this many; the next one goes on with the rest. */
const MOST_LOOKED_AT = 1_000;

/** The engine has other clients to serve too. */
const LOOKS_AT_ONCE = 8;

/** What the engine says about a suspect. */
interface Looked {
  /** As far as the list shows it, if the look-up failed. */
  readonly member: EngineMember;
  readonly error?: string;
}

const resolved = (member: EngineMember): ResolvedOf<EngineKind> => ({
  ...member,
  ref: member.id,
  field: 'strays',
});

/** Not so if it is only that something would make it anew. */
const isOfOthers = ({ owner }: Refusal): boolean => owner === undefined;

/** Finds what was made on the engines during the session, was handed over by nobody, and belongs to nobody else. */
export class StraySearch {
  readonly #options: StraySearchOptions;

  constructor(options: StraySearchOptions) {
    this.#options = options;
  }

  /** The latest time at which a stray may have been made; absent if the session goes on. */
  get until(): HostMoment | undefined {
    return this.#options.until;
  }

  /** What is there now. @throws EngineError */
  async now(): Promise<Strays> {
    return this.among(await this.#options.engine.list());
  }

  /** The strays among what the engines have listed. A look-up that fails hides no stray. */
  async among(listed: readonly EngineMember[]): Promise<Strays> {
    const { state, labelled, ownership } = this.#options;
    const suspects = suspectsAmong(listed, state.ledger, labelled.labels).map(resolved);
    const older = (await ownership.foreign(suspects, { isListed: true })).filter(isOfOthers);
    const rest = without(suspects, older).filter((member) => !this.#isLater(member));
    const looked = await this.#lookAtAll(rest.slice(0, MOST_LOOKED_AT));
    const found = looked.flatMap(({ member, error }) => (error === undefined ? resolved(member) : []));
    const refusals = await ownership.foreign(found);
    const theirs = [
      // Only members on an engine were asked about.
      ...[...older, ...refusals.filter(isOfOthers)].map(({ member }) => member as EngineMember),
      ...ofOtherRunners(listed, (network) => this.#isOwnNetwork(network)),
    ];
    const isTheirs = usedByOthers(theirs);
    const keysOfTheirs = new Set(theirs.map(memberKey));
    const owners = new Map(refusals.map(({ member, owner }) => [memberKey(member), owner]));
    const strays = looked
      .filter(({ member }) => !keysOfTheirs.has(memberKey(member)) && !isTheirs(member))
      .filter(({ member, error }) => error !== undefined || this.#isInTime(member))
      .map(({ member, error }) => strayOf(member, hindranceOf(owners.get(memberKey(member)), error)));
    const others = await this.#sessionsMeanwhile(listed);
    return {
      members: strays,
      ...(rest.length > MOST_LOOKED_AT && { more: rest.length - MOST_LOOKED_AT }),
      ...(others.length > 0 && { others }),
    };
  }

  async #lookAtAll(suspects: readonly EngineMember[]): Promise<Looked[]> {
    const queue = new PQueue({ concurrency: LOOKS_AT_ONCE });
    const looks = suspects.map((member) => queue.add(() => this.#look(member)));
    return (await Promise.all(looks)).flatMap((looked) => looked ?? []);
  }

  /** `undefined` if it is gone. */
  async #look(listed: EngineMember): Promise<Looked | undefined> {
    try {
      const member = await this.#options.engine.at(listed.site).find(listed.kind, listed.id);
      return member && { member };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      return { member: listed, error: error.message };
    }
  }

  #untilAt({ identity }: Site): EngineMoment | undefined {
    const { until } = this.#options;
    return until && byEngine(until, identity.ahead);
  }

  /** Whether it was surely made after the end of the session. */
  #isLater(member: EngineMember): boolean {
    const until = this.#untilAt(siteOf(this.#options.sites, member));
    return until !== undefined && isNotOlder(madeOnEngine(member), until);
  }

  /** Whether it was surely made before the end of the session. */
  #isInTime(member: EngineMember): boolean {
    const until = this.#untilAt(siteOf(this.#options.sites, member));
    return until === undefined || isNotYounger(madeOnEngine(member), until);
  }

  #isOwnNetwork(network: EngineMember): boolean {
    return isAmong(siteOf(this.#options.sites, network).guarded.networks, network);
  }

  async #sessionsMeanwhile(listed: readonly EngineMember[]): Promise<string[]> {
    const { sites, state, neighbours } = this.#options;
    const own = state.ledger.session?.id ?? '';
    const known = await neighbours.sessions();
    const meanwhile = (site: Site): string[] => {
      const began = engineMoment(site.startedAt);
      if (began === undefined) return [];
      const time = { began, until: this.#untilAt(site) };
      const here = listed.filter((member) => siteOf(sites, member) === site);
      return [...labelledMeanwhile(here, own, time), ...aliveMeanwhile(known, site, time)];
    };
    return [...new Set(sites.flatMap(meanwhile))];
  }
}

function hindranceOf(owner: string | undefined, error: string | undefined): StrayHindrance | undefined {
  if (error !== undefined) return { cause: 'unresolved', why: `could not be looked up: ${error}` };
  return owner === undefined ? undefined : { cause: 'owned-elsewhere', why: owner };
}
