import { EngineError, type EngineFault } from '../../domain/engine.ts';

/** What an engine says that is in no Swarm. */
const NO_SWARM = /Use "docker swarm init" or "docker swarm join"/;

/** What a worker says that is asked for what only a manager knows. */
const WORKER = /Worker nodes can't be used/;

/** The meaning of an answer that is no success: the first row whose status and words both match. */
const FAULTS: readonly (readonly [status: number, words: RegExp, fault: EngineFault])[] = [
  // For networks: "has active endpoints", and "configuration network … is in use".
  // Of a Swarm: "network … is in use by service …", "secret '…' is in use by the following service: …".
  [400, /\bis in use by\b/, 'in-use'],
  [403, /\b(has active endpoints|is in use)\b/, 'in-use'],
  [409, /\bin use\b/, 'in-use'],
  // For images: "is being used by running container", "is using its referenced image", "has dependent child images".
  [409, /\b(being used|is using|dependent child)\b/, 'in-use'],
  [409, /already in progress/, 'busy'],
  [409, /\b(running|paused|restarting)\b/, 'running'],
  // Podman says all of these with status 500; for a paused container also "running or paused".
  [500, /\bnetwork is being used\b/, 'in-use'],
  [500, /\b(running|paused)\b.*: container state improper$/, 'running'],
  [500, /\bdefault network\b.*\bcannot be removed\b/, 'rejected'],
  // Docker 20.10 answers with status 500, and no retry would help.
  [500, /multiple ids found/i, 'rejected'],
  // No retry makes a manager of it.
  [503, NO_SWARM, 'rejected'],
  [503, WORKER, 'rejected'],
  [503, /(?:)/, 'unreachable'],
];

/** The status of an answer that is no success; `undefined` if there was no answer. */
export function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** The engine's own words in the error of a call, or the system's if the engine did not answer. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const answer = 'json' in error ? error.json : undefined;
  if (Buffer.isBuffer(answer)) return answer.toString().trim().slice(0, 500) || error.message.trim();
  if (typeof answer === 'object' && answer !== null && 'message' in answer) return String(answer.message);
  return error.message.trim();
}

/** True if the engine is in no Swarm. */
export const hasNoSwarm = (error: unknown): boolean =>
  statusOf(error) === 503 && NO_SWARM.test(wordsOf(error));

/** True if the engine is a worker of its Swarm, and was asked for what only a manager knows. */
export const isOfWorker = (error: unknown): boolean => statusOf(error) === 503 && WORKER.test(wordsOf(error));

export const isAbsent = (error: unknown): boolean => statusOf(error) === 404;

/** True for a container that was to be killed; Podman says "can only kill running containers", with 500. */
export const isNotRunning = (error: unknown): boolean =>
  statusOf(error) !== undefined && /\bnot running\b|\bonly kill running\b/.test(wordsOf(error));

/** True for a container whose removal already goes on: its restart policy no longer matters. */
export const isMarkedForRemoval = (error: unknown): boolean => /marked for removal/.test(wordsOf(error));

/** True for a container whose process ended a moment ago, while the engine has yet to notice. */
export const isJustEnded = (error: unknown): boolean =>
  /stopped container|deleted process|not running/.test(wordsOf(error));

/** Docker 20.10 stops paused containers; older engines and Podman ("is running or paused") require an unpause first. */
export const asksForUnpause = (error: unknown): boolean =>
  statusOf(error) !== undefined && /\bunpause\b|\brunning or paused\b/i.test(wordsOf(error));

/** True for a container that somebody else removes. */
export const isRemovalUnderWay = (error: unknown): boolean =>
  statusOf(error) === 409 && wordsOf(error).includes('already in progress');

/** The engine removes an image by its id only while all its names are of one repository. */
export const hasSeveralNames = (error: unknown): boolean =>
  statusOf(error) === 409 && /multiple repositories/.test(wordsOf(error));

/** True for a container that was to be disconnected from a network. */
export const isNotConnected = (error: unknown): boolean => /is not connected to/.test(wordsOf(error));

/** The error of a call, in the domain's terms. */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  // For an answer, its words are all there is.
  const cause = statusOf(error) === undefined ? error : undefined;
  return new EngineError(faultOf(error), wordsOf(error), cause);
}

function faultOf(error: unknown): EngineFault {
  const status = statusOf(error);
  if (status === undefined) return isSystemError(error) ? 'unreachable' : 'rejected';
  const words = wordsOf(error);
  const row = FAULTS.find(([code, pattern]) => code === status && pattern.test(words));
  return row?.[2] ?? (status >= 500 ? 'busy' : 'rejected');
}

/** ECONNREFUSED, HPE_INVALID_CONSTANT and the like: from the system, or from Node's HTTP parser. */
const isSystemError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^[A-Z]/.test(String(error.code));

/** The result of the call, or `undefined` if the engine knows no such thing. */
export async function unlessAbsent<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Passes the chunks on, with errors in the domain's terms. */
export async function* inEngineWords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw toEngineError(error);
  }
}
