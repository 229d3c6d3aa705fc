import { untilRemoved } from '../../adapters/files/until-removed.ts';
import type { SessionFile } from '../../adapters/journal/session-files.ts';
import { untilGone } from '../../adapters/process/process-identity.ts';
import { deferred } from '../../domain/deferred.ts';

/**
 * Resolves, with what has happened in words, when a session's job is over and nobody has drained: the process that the
 * agent works for is gone, or the runner has removed the job's folder. Never resolves if the session names neither.
 */
export function untilJobEnds({
  owner,
  jobFolder,
}: Pick<SessionFile, 'owner' | 'jobFolder'>): Promise<string> {
  const { promise, resolve } = deferred<string>();
  if (owner !== undefined)
    untilGone(owner).then(() => resolve(`the process ${owner.pid}, which this agent works for, is gone`));
  if (jobFolder !== undefined)
    untilRemoved(jobFolder).then(() => resolve(`the runner has removed ${jobFolder}, so the job is over`));
  return promise;
}
