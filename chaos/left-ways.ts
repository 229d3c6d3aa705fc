import { spool } from '../src/adapters/ipc/spool/spool-file.ts';
import { SESSION_LABEL } from '../src/domain/protection/protection.ts';
import type { EngineObjects } from '../test/support/engine-objects.ts';
import type { Job } from './job.ts';
import { startProcess } from './running-process.ts';
import { type ChaosTopology, labelOf, namesOf, submissionOf } from './topologies.ts';

/** A topology before it is built. */
export interface Planned {
  readonly id: string;
  readonly job: Job;
  readonly objects: EngineObjects;
}

/** How a job has handed a topology over, or said that it will, before it died without a post step. */
export interface LeftWay {
  readonly name: string;
  readonly weight: number;
  /** What it carries beside its own label. */
  readonly labels?: (job: Job) => Readonly<Record<string, string>>;
  /** Its label is one of the job's `sweep-labels`. */
  readonly isSwept?: boolean;
  readonly beforeBuild?: (planned: Planned) => Promise<void>;
  readonly afterBuild?: (job: Job, topology: ChaosTopology) => Promise<void>;
  /** By a client that finds no agent any more. */
  readonly afterAgent?: (planned: Planned, topology: ChaosTopology) => Promise<void>;
  /** Nobody has been told of it. */
  readonly isWithheld?: boolean;
}

/** For a process that lives as long as the job does. */
async function lease(job: Job, submission: object): Promise<void> {
  const owner = startProcess('sleep', ['600'], { cwd: '/', env: job.environment });
  using client = job.client();
  await client.post('/v1/leases', { body: { ...submission, owner: { pid: owner.pid } } });
}

/** Every name that a topology of that id could have, as a client writes them. */
const allNames = ({ id, objects }: Planned) => {
  const named = (shorts: readonly string[]) => shorts.map((short) => objects.named(short));
  const { container, network, volume } = namesOf(id);
  return { id, containers: named(container), networks: named(network), volumes: named(volume) };
};

export const LEFT_WAYS: readonly LeftWay[] = [
  {
    name: 'pending',
    weight: 2,
    async afterBuild(job, topology) {
      using client = job.client();
      await client.post('/v1/topologies', { body: submissionOf(topology) });
    },
  },
  { name: 'leased', weight: 1, afterBuild: (job, topology) => lease(job, submissionOf(topology)) },
  {
    name: 'leased by name before it was there',
    weight: 2,
    beforeBuild: (planned) => lease(planned.job, allNames(planned)),
  },
  {
    name: 'leased by label before it was there',
    weight: 2,
    beforeBuild: ({ id, job }) => lease(job, { id, selectors: [`label=${labelOf(id)}`] }),
  },
  {
    name: 'leased by label',
    weight: 1,
    afterBuild: (job, { id, label }) => lease(job, { id, selectors: [`label=${label}`] }),
  },
  { name: 'session label', weight: 1, labels: ({ session }) => ({ [SESSION_LABEL]: session }) },
  { name: 'sweep-label', weight: 2, isSwept: true },
  {
    name: 'spooled by name',
    weight: 1,
    afterAgent: (planned) => spool(planned.job.files.spool, allNames(planned)),
  },
  {
    name: 'spooled by label',
    weight: 1,
    afterAgent: ({ id, job }) => spool(job.files.spool, { id, selectors: [`label=${labelOf(id)}`] }),
  },
  { name: 'nobody told', weight: 1, isWithheld: true },
];

/** Those that a runner which empties its temporary folder leaves intact. */
export const WITHOUT_SPOOL = LEFT_WAYS.filter(({ afterAgent }) => afterAgent === undefined);
