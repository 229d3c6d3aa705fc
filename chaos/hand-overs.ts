import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { spool } from '../src/adapters/ipc/spool/spool-file.ts';
import { describeError, type ErrorCode, TopoGcError } from '../src/domain/errors.ts';
import { Violation } from './invariant.ts';
import type { Job } from './job.ts';
import { type ProcessEnd, startProcess } from './running-process.ts';
import { type ChaosTopology, type HandOver, submissionOf } from './topologies.ts';

/** A way in which clients hand topologies over. */
export interface Way {
  readonly name: string;
  readonly weight: number;
  /** What is leased this way and whose agent dies ends with the final drain, and not before. */
  readonly needsFinalDrain?: boolean;
  readonly run: (job: Job, topology: ChaosTopology) => Promise<HandOver>;
}

/** As long as the command waits before it spools. */
const PATIENCE_MS = 2_000;

/** What an agent may say where the engine or the disk fails it. */
const EXCUSED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['engine-failed', 'journal-failed']);

/** What becomes of a topology that the agent did not take: spooled where none answered. */
async function afterFailure(job: Job, topology: ChaosTopology, error: unknown): Promise<HandOver> {
  if (!(error instanceof TopoGcError)) throw error;
  if (EXCUSED.has(error.code)) return 'refused';
  if (error.code !== 'agent-not-found') throw new Violation(`refused: ${describeError(error)}`);
  return handOverBySpool(job, topology);
}

/** On a full disk there is no room in the spool; whether the agent had taken it before is not known then. */
export async function handOverBySpool(job: Job, topology: ChaosTopology): Promise<HandOver> {
  try {
    await spool(job.files.spool, submissionOf(topology));
    return 'spooled';
  } catch (error) {
    if (describeError(error).includes('ENOSPC')) return 'unknown';
    throw error;
  }
}

async function byRequest(job: Job, topology: ChaosTopology): Promise<HandOver> {
  using client = job.client();
  try {
    await client.post('/v1/topologies', { body: submissionOf(topology), timeoutMs: PATIENCE_MS });
    return 'answered';
  } catch (error) {
    return await afterFailure(job, topology, error);
  }
}

/** What the command's end says; a killed one says nothing. */
export function readCommandEnd({ status, output }: ProcessEnd): HandOver {
  if (status === null) return 'unknown';
  if (status === 0) return output.includes('is in the spool') ? 'spooled' : 'answered';
  if (status === 1 && output.includes('the spool takes nothing more')) return 'unknown';
  if (status === 1 && /The (engine did not answer as expected|journal could not be written)/.test(output))
    return 'refused';
  throw new Violation(`topo-gc submit ended with status ${status}: ${output}`);
}

export const commandArguments = ({ id, containers, networks, volumes }: ChaosTopology): string[] => [
  ...['submit', '--id', id],
  ...containers.flatMap((container) => ['--container', container]),
  ...networks.flatMap((network) => ['--network', network]),
  ...volumes.flatMap((volume) => ['--volume', volume]),
];

const byCommand = async (job: Job, topology: ChaosTopology): Promise<HandOver> =>
  readCommandEnd(await job.command(...commandArguments(topology)).ended);

const byLabel = async (job: Job, { id, label }: ChaosTopology): Promise<HandOver> =>
  readCommandEnd(await job.command('submit', '--id', id, '--label', label).ended);

/** Leased for as long as a process lives, which is then killed. */
async function byLease(job: Job, topology: ChaosTopology): Promise<HandOver> {
  const owner = startProcess('sleep', ['600'], { cwd: '/', env: job.environment });
  try {
    using client = job.client();
    const body = { ...submissionOf(topology), owner: { pid: owner.pid } };
    await client.post('/v1/leases', { body, timeoutMs: PATIENCE_MS });
    return 'answered';
  } catch (error) {
    return await afterFailure(job, topology, error);
  } finally {
    owner.kill('SIGKILL');
    await owner.ended;
  }
}

/** Leased for as long as a connection is open, which is then cut. */
async function byConnection(job: Job, topology: ChaosTopology): Promise<HandOver> {
  const socket = connect(job.files.socket).on('error', () => {});
  try {
    const head = await postByHand(socket, '/v1/leases?hold=true', JSON.stringify(submissionOf(topology)));
    if (head.startsWith('HTTP/1.1 201')) return 'answered';
    if (/^HTTP\/1.1 50[27]/.test(head)) return 'refused';
    if (head !== '') throw new Violation(`the lease was answered with ${head}`);
  } finally {
    socket.destroy();
  }
  return handOverBySpool(job, topology);
}

/** The beginning of the answer; empty where none came. */
async function postByHand(socket: Socket, path: string, body: string): Promise<string> {
  const head = `POST ${path} HTTP/1.1\r\nhost: topo-gc\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  socket.write(head + body);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const [chunk] = await once(socket, 'data', { signal });
    return String(chunk).slice(0, 400);
  } catch {
    return ''; // Cut off, refused, or too slow.
  }
}

/** Nobody is told: the label `topo-gc.session` hands it over with the drain. */
const bySessionLabel = async (): Promise<HandOver> => 'answered';

export const WAYS: readonly Way[] = [
  { name: 'request', weight: 4, run: byRequest },
  { name: 'command', weight: 3, run: byCommand },
  { name: 'label', weight: 1, run: byLabel },
  { name: 'spool', weight: 2, run: handOverBySpool },
  { name: 'lease of a process', weight: 1, run: byLease },
  { name: 'lease of a connection', weight: 1, needsFinalDrain: true, run: byConnection },
];

/** Only for what carries the session's label. */
export const BY_SESSION_LABEL: Way = { name: 'session label', weight: 1, run: bySessionLabel };
