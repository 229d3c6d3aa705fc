import { kindOf } from '../kinds/kinds.ts';
import { counted } from '../text/counted.ts';
import { seconds } from '../text/quantities.ts';
import type { Member } from '../topology/topology.ts';

/** The request that the agent sent to the engine for a member, and the engine's last answer. Times in ms, the agent's clock. */
export interface Asked {
  readonly times: number;
  /** The time of the first request. */
  readonly since: number;
  /** The reason for a refusal, in the engine's own words; absent without an answer. */
  readonly said?: string;
}

/** The agent's work for a member so far. */
export interface Effort {
  readonly stop?: Asked;
  readonly removal?: Asked;
}

const answer = ({ said }: Asked): string =>
  said === undefined ? 'the engine has not answered' : `the engine last said: ${said}`;

function whatItDid(
  { kind, state, submittedAt, stoppedAt }: Member,
  graceMs: number,
  effort: Effort,
  now: number,
) {
  const { stop, removal } = effort;
  const since = (at: number) => seconds(Math.max(0, now - at));
  if (state === 'leased') return 'it was leased, and neither submitted nor given back';
  if (removal !== undefined)
    return `its removal was asked for ${counted(removal.times, 'time')} in ${since(removal.since)}; ${answer(removal)}`;
  if (stop !== undefined && stoppedAt === undefined) {
    const isOver = now - stop.since > graceMs;
    const asked = stop.times > 1 ? `, asked for ${counted(stop.times, 'time')}` : '';
    const said = stop.said !== undefined || isOver ? `${asked}; ${answer(stop)}` : '';
    return `it waited ${since(stop.since)} for its stop (its grace is ${seconds(graceMs)})${said}`;
  }
  if (kindOf(kind).hasToStop && stoppedAt === undefined)
    return `it was not asked to stop yet, ${since(submittedAt)} after its submission`;
  return stoppedAt === undefined
    ? `it waited ${since(submittedAt)} for what has to go before it`
    : `it had stopped ${since(stoppedAt)} before, and its removal was not asked for yet`;
}

/** Why a member was left when its time was up: what the agent was doing, and what the engine said last. */
export const whyLate = (member: Member, graceMs: number, effort: Effort, now: number): string =>
  `the time was up: ${whatItDid(member, graceMs, effort, now)}`;
