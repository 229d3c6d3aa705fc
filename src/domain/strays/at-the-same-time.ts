import type { EngineMember } from '../engine.ts';
import { byEngine, type EngineMoment, engineMoment, isNotOlder, isNotYounger } from '../moment.ts';
import type { NeighbourSession } from '../ports.ts';
import { SESSION_LABEL } from '../protection/protection.ts';
import type { Site } from '../site.ts';
import { madeOnEngine } from '../topology/made-at.ts';

/** The time of a session on an engine, by that engine's clock. */
interface SessionTime {
  readonly began: EngineMoment;
  /** Absent if it is not over. */
  readonly until?: EngineMoment | undefined;
}

const isWithin = (made: EngineMoment, { began, until }: SessionTime): boolean =>
  isNotOlder(made, began) && (until === undefined || isNotYounger(made, until));

/** Other sessions whose labels were made on the engine during this session. */
export const labelledMeanwhile = (
  listed: readonly EngineMember[],
  own: string,
  time: SessionTime,
): string[] =>
  listed.flatMap((member) => {
    const session = member.labels[SESSION_LABEL];
    if (session === undefined || session === own) return [];
    return isWithin(madeOnEngine(member), time) ? session : [];
  });

/** Other sessions of this host whose agents were alive on the engine during this session. */
export const aliveMeanwhile = (
  neighbours: readonly NeighbourSession[],
  { identity }: Pick<Site, 'identity'>,
  { began, until }: SessionTime,
): string[] =>
  neighbours.flatMap(({ id, engineId, engines = [], startedAt, lastAlive }) => {
    if (engineId !== identity.id && !engines.some((engine) => engine.id === identity.id)) return [];
    const theirs = engineMoment(startedAt);
    const isLater = theirs !== undefined && until !== undefined && isNotOlder(theirs, until);
    return isLater || isNotYounger(byEngine(lastAlive, identity.ahead), began) ? [] : id;
  });
