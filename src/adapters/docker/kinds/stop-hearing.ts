import type Docker from 'dockerode';
import type { StopHearing } from '../../../domain/engine.ts';
import { hearingOf } from '../../../domain/stopping/deafness.ts';
import { unlessAbsent } from '../engine-answers.ts';
import { lookInProc, PS_ARGUMENTS, readAudience, readFirstProcess } from './first-process.ts';

/**
 * Whether a container can hear its stop signal at this moment; `undefined` if it does not run, or that is not known.
 * @param isOnThisHost whether this host's `/proc` may be the engine's: it is read first, as that costs the engine
 *   nothing
 */
export async function stopHearing(
  container: Docker.Container,
  isOnThisHost: boolean,
  abortSignal: AbortSignal,
): Promise<StopHearing | undefined> {
  const answer = await unlessAbsent(container.inspect({ abortSignal }));
  const first = answer && readFirstProcess(answer);
  if (first === undefined) return undefined;
  const top = async () => {
    const shown = await unlessAbsent(container.top({ ps_args: PS_ARGUMENTS, abortSignal }));
    return shown && readAudience(first, shown);
  };
  const audience = (isOnThisHost ? await lookInProc(first) : undefined) ?? (await top());
  const { pid, signal, signalNumber } = first;
  return audience && { hearing: hearingOf(audience, signalNumber), pid, signal };
}
