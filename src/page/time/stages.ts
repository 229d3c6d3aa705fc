import type { ReportedMember, ReportedTopology } from '../../domain/report/reported-topology.ts';

/** The stages in the life of a topology, or of a member, in their order. */
export const STAGES = ['in use', 'stopping', 'stopped', 'removing', 'left'] as const;

export type Stage = (typeof STAGES)[number];

/** The words for each stage. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  'in use': 'in use',
  stopping: 'stopping',
  stopped: 'waiting for a collection',
  removing: 'being removed',
  left: 'not removed',
};

/** A part of a life, in ms since the epoch. */
export interface Span {
  readonly stage: Stage;
  readonly from: number;
  readonly to: number;
}

type Life = Pick<ReportedMember, 'stoppingAt' | 'stoppedAt' | 'removingAt' | 'removedAt'>;

/**
 * The stages from the submission until the end, or until the report. Members of one topology are in different stages at one
 * time: the topology is stopping until its last member has stopped, and removing from then, or from the first removal on.
 */
function spansAfter(submittedAt: number, life: Life, endedAt: number, isLeft: boolean): Span[] {
  const end = life.removedAt ?? endedAt;
  const stopped = Math.min(life.stoppedAt ?? (life.stoppingAt === undefined ? submittedAt : end), end);
  const removing = Math.min(Math.max(life.removingAt ?? end, stopped), end);
  const last = isLeft ? 'left' : 'removing';
  return [
    { stage: 'stopping', from: submittedAt, to: stopped },
    { stage: 'stopped', from: stopped, to: removing },
    { stage: last, from: removing, to: end },
  ];
}

const lasting = (spans: readonly Span[]): Span[] => spans.filter(({ from, to }) => to > from);

/** The life of a topology, from its first container on if that is known. */
export function topologySpans(topology: ReportedTopology, endedAt: number): Span[] {
  const { createdAt, leasedAt, submittedAt } = topology;
  const usedFrom = Math.min(createdAt ?? submittedAt, leasedAt ?? submittedAt);
  const isLeft = topology.removedAt === undefined && topology.state !== 'absent';
  return lasting([
    { stage: 'in use', from: usedFrom, to: submittedAt },
    ...spansAfter(submittedAt, topology, endedAt, isLeft),
  ]);
}

/** The life of one of its members, from the submission on. */
export const memberSpans = (topology: ReportedTopology, member: ReportedMember, endedAt: number): Span[] =>
  member.state === 'absent'
    ? []
    : lasting(spansAfter(topology.submittedAt, member, endedAt, member.removedAt === undefined));
