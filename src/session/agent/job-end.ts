import { untilRemoved } from '../../adapters/files/until-removed.ts';
import type { SessionFile } from '../../adapters/journal/session-files.ts';
import { untilGone } from '../../adapters/process/process-identity.ts';

/**
 * Resolves, with what has happened in words, when a session's job is over and nobody has drained: the process that the
 * agent works for is gone, or the runner has removed the job's folder. Never resolves if the session names neither.
 */
export function untilJobEnds({
  owner,
  jobFolder,
}: Pick<SessionFile, 'owner' | 'jobFolder'>): Promise<string> {
  const ends = [
    ...(owner === undefined
      ? []
      : [untilGone(owner).then(() => `the process ${owner.pid}, which this agent works for, is gone`)]),
    ...(jobFolder === undefined
      ? []
      : [untilRemoved(jobFolder).then(() => `the runner has removed ${jobFolder}, so the job is over`)]),
  ];
  return Promise.race(ends);
}
