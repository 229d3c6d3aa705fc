import { type Engine, EngineError, type EngineIdentity, type SiteName } from './engine.ts';
import type { HostMoment } from './moment.ts';
import type { Guarded } from './protection/guarded.ts';

/** In what engines differ. */
export interface EngineTraits {
  /** It keeps a volume's creation time, which moves with what is written on others. */
  readonly keepsVolumeTimes: boolean;
  /** It takes a network from its users where that is named by its id. */
  readonly takesUsedNetworks: boolean;
  /** The signals that it sends are among its changes. */
  readonly tellsSignals: boolean;
  /** It runs on this host, so that its files may be looked at. */
  readonly isOnThisHost: boolean;
}

/** One engine as the agent knows it. */
export interface Site {
  /** Absent where there is only one. */
  readonly name?: SiteName;
  readonly engine: Engine;
  /** Where and who it is, and how far its clock is ahead of this host's. */
  readonly identity: EngineIdentity;
  readonly traits: EngineTraits;
  /** When the session began, ISO 8601, by the engine's clock. */
  readonly startedAt: string;
  /** What belongs to the runner there. */
  readonly guarded: Guarded;
  /** When an agent before this one was last at work there; absent where this one is the first. */
  readonly lastAlive?: HostMoment | undefined;
}

/** The engines of a session, at least one; the first is the one that is meant where no name is given. */
export type Sites = readonly [Site, ...Site[]];

/** What names a site: a member, for one. */
export interface AtSite {
  readonly site?: SiteName | undefined;
}

/** The site of a member. @throws EngineError where the session has none of that name */
export function siteOf(sites: Sites, { site: name }: AtSite): Site {
  const site = name === undefined ? sites[0] : sites.find((each) => each.name === name);
  if (site === undefined) throw new EngineError('rejected', `the session has no engine ${name}`);
  return site;
}

/** The members of each site that has any. */
export function bySite<M extends AtSite>(
  sites: Sites,
  members: readonly M[],
): (readonly [Site, readonly M[]])[] {
  return sites
    .map((site) => [site, members.filter((member) => siteOf(sites, member) === site)] as const)
    .filter(([, here]) => here.length > 0);
}

/** Some of the sites did not tell what all were asked. */
export class SitesLost<T = unknown> extends EngineError {
  /** What the others have told. */
  readonly answer: T;

  constructor(answer: T, message: string, cause: EngineError) {
    super(cause.fault, message, cause);
    this.answer = answer;
  }
}
