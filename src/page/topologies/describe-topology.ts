import { duration, members } from '../../words/figures.ts';
import { STAGE_WORDS, topologySpans } from '../time/stages.ts';
import type { Candidate } from './choose-topologies.ts';

/** The special facts about a topology; most topologies have none. */
export function marksOf({ topology, hasLeaked }: Candidate): string[] {
  const { state, ignoredStop, deaf = [], absent, kept } = topology;
  const some = (count: number, words: string) => (count > 0 ? [`${count} ${words}`] : []);
  return [
    ...(hasLeaked ? ['leaked'] : state === 'failed' ? ['failed'] : []),
    ...some(ignoredStop.length, 'ignored the stop signal'),
    ...some(deaf.length, 'could not hear the stop signal'),
    ...some(absent.length, 'not there'),
    ...some(kept.length, 'left to others'),
  ];
}

/** The duration of each stage: `in use 12s`. */
export const stagesOf = ({ topology }: Candidate, endedAt: number): string[] =>
  topologySpans(topology, endedAt).map(
    ({ stage, from, to }) => `${STAGE_WORDS[stage]} ${duration(to - from)}`,
  );

/** The whole picture in a sentence, for people who can't see it. */
export const describeTopology = (candidate: Candidate, endedAt: number): string =>
  [
    `${candidate.topology.name}, ${members(candidate.topology.members)}`,
    ...stagesOf(candidate, endedAt),
    ...marksOf(candidate),
  ].join('; ');
