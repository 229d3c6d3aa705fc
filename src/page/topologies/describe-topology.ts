import { duration, members } from '../../words/figures.ts';
import { STAGE_WORDS, topologySpans } from '../time/stages.ts';
import type { Candidate } from './choose-topologies.ts';

/** What was special about a topology; nothing of most. */
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

/** How long each stage took: `in use 12s`. */
export const stagesOf = ({ topology }: Candidate, endedAt: number): string[] =>
  topologySpans(topology, endedAt).map(
    ({ stage, from, to }) => `${STAGE_WORDS[stage]} ${duration(to - from)}`,
  );

/** All of it in a sentence, for those who can't see it. */
export const describeTopology = (candidate: Candidate, endedAt: number): string =>
  [
    `${candidate.topology.name}, ${members(candidate.topology.members)}`,
    ...stagesOf(candidate, endedAt),
    ...marksOf(candidate),
  ].join('; ');
