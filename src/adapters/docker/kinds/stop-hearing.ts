import type { StopHearing } from '../../../domain/engine.ts';
import { hearingOf, type StopAudience } from '../../../domain/stopping/deafness.ts';
import { containerAt } from '../connection/docker-client.ts';
import { unlessAbsent } from '../engine-answers.ts';
import type { Conversation } from './engine-kind.ts';
import {
  type FirstProcess,
  type KnownFirstProcesses,
  lookInProc,
  PS_ARGUMENTS,
  readAudience,
} from './first-process.ts';

/**
 * Whether a container can hear its stop signal at this moment; `undefined` where it does not run, or nothing can be told of it. If
 * this host's `/proc` may be the engine's, it is looked at first, as that costs the engine nothing.
 * @param id all of it
 */
export async function stopHearing(talk: Conversation, id: string): Promise<StopHearing | undefined> {
  const { docker, traits, abortSignal, firstProcesses } = talk;
  const answer = await unlessAbsent(containerAt(docker, id).inspect({ abortSignal }));
  const first = answer && firstProcesses.note(answer);
  if (first === undefined) return undefined;
  const top = async () => {
    const shown = await unlessAbsent(containerAt(docker, id).top({ ps_args: PS_ARGUMENTS, abortSignal }));
    return shown && readAudience(first, shown);
  };
  const audience = (traits.isOnThisHost ? await lookInProc(first) : undefined) ?? (await top());
  return audience && told(first, audience);
}

/** The same without the engine: `undefined` where it has to be asked. */
export async function knownHearing(
  firstProcesses: KnownFirstProcesses,
  id: string,
): Promise<StopHearing | undefined> {
  const known = firstProcesses.of(id);
  const seen = known && (await lookInProc(known));
  return known && seen && told(known, seen);
}

const told = ({ pid, signal, signalNumber }: FirstProcess, audience: StopAudience): StopHearing => ({
  hearing: hearingOf(audience, signalNumber),
  pid,
  signal,
});
