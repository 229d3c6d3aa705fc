import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { COMPOSE_SUITES } from '../../scripts/machine/compose-versions.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { ComposeProject, lackForCompose, type WhichCompose } from '../support/played-project.ts';
import { lackOnPodman } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';

const CLI = fileURLToPath(new URL('../../src/entry/cli.ts', import.meta.url));

/** What `topo-gc submit` prints. */
async function submit(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'submit', ...args], {
    env: { ...process.env, ...env },
  });
  return stdout;
}

/** The labels that Compose 2.26 sets, as the engine shows them. */
const labelsOf = (project: string, rest: Readonly<Record<string, string>>) => ({
  'com.docker.compose.project': project,
  'com.docker.compose.version': '2.26.1',
  ...rest,
});

const service = (project: string, name: string, oneOff = false) =>
  labelsOf(project, {
    'com.docker.compose.config-hash': 'a523e3acb42e35ed2eb89a9d226096fea3a260e1d608210395c5bbadeafde577',
    'com.docker.compose.container-number': '1',
    'com.docker.compose.depends_on': '',
    'com.docker.compose.oneoff': oneOff ? 'True' : 'False',
    'com.docker.compose.service': name,
  });

/** Of a drain that waits to its end for a network that stays, in ms. */
const BUDGET_MS = 8_000;

/** Ends at once when it is asked to. */
const WAITS = { command: 'sleep 600', init: true };

test('a project that can’t hear its stop signal is gone five times in a row when the command answers', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start({ inputs: { 'deaf-containers': 'kill' } });
  const shop = objects.named('shop');
  const env = { TOPO_GC_SOCKET: agent.socket };
  for (let round = 0; round < 5; round++) {
    // The engine takes no name and no port twice.
    const labels = labelsOf(shop, { 'com.docker.compose.network': 'default' });
    const network = await objects.network('net', labels);
    const rest = { network: network.name, arguments: ['sleep', '1000'], stopTimeout: 3600 };
    for (const name of ['web', 'db']) await objects.container(name, { ...rest, labels: service(shop, name) });
    for (const name of ['web', 'db']) await objects.waits(name);
    expect(await submit(env, '--compose', shop, '--wait', 'removed')).toMatch(
      /: 2 containers, 1 network removed\n$/,
    );
    expect(await objects.isTaken('container', 'web')).toBe(false);
    expect(await objects.isTaken('network', 'net')).toBe(false);
  }
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 10, networks: 5 } });
});

/** All that a file of Compose 2 can say of a project, beside what is not its own; two of `web`, one container of the rest. */
const wholeProject = (objects: EngineObjects) => ({
  name: objects.named('shop'),
  services: {
    init: { command: 'true' },
    db: {
      ...WAITS,
      container_name: objects.named('the-db'),
      depends_on: { init: { condition: 'service_completed_successfully' } },
      healthcheck: { test: ['CMD', 'true'], interval: '200ms' },
      volumes: ['/anonymous', 'data:/data'],
    },
    web: {
      ...WAITS,
      depends_on: { db: { condition: 'service_healthy' } },
      deploy: { replicas: 2 },
      networks: ['default', 'outside', 'lan'],
      volumes: ['/cache', 'kept:/kept'],
    },
    side: { ...WAITS, network_mode: 'service:db', volumes_from: ['db'] },
    debug: { ...WAITS, profiles: ['debug'] },
    idle: { ...WAITS, profiles: ['idle'] },
  },
  networks: {
    outside: { external: true, name: objects.named('outside') },
    lan: { external: true, name: objects.named('lan') },
  },
  volumes: { data: {}, kept: { external: true, name: objects.named('kept') } },
});

/** Names of the volumes that containers have mounted. */
async function volumesOf(containers: readonly string[]): Promise<string[]> {
  const format = '{{range .Mounts}}{{println .Name}}{{end}}';
  const { stdout } = await promisify(execFile)('docker', ['inspect', '--format', format, ...containers]);
  return [...new Set(stdout.split('\n').filter((name) => name !== ''))];
}

const noHealth = lackOnPodman('Podman checks no health without systemd, and Compose waits for it');

describe.each(COMPOSE_SUITES)('Compose of %s', (suite) => {
  const isByLabel = suite === 'trixie';
  const way = isByLabel ? 'its label' : '`submit --compose`';
  test(
    `a whole project goes by ${way}, and nothing that is external to it`,
    skippedFor(lackForCompose(suite) ?? noHealth),
    async () => {
      await using objects = new EngineObjects();
      // First, so that nothing is protected by its age.
      await using agent = await AgentUnderTest.start();
      const outside = await objects.network('outside');
      const config = await objects.network('config', {}, { ConfigOnly: true });
      await objects.network('lan', {}, { ConfigFrom: { Network: config.name } });
      await objects.volume('kept');
      const other = { 'com.docker.compose.project': objects.named('shop-2') };
      await objects.container('other', { labels: other, network: outside.name });
      await using project = new ComposeProject(suite, wholeProject(objects));
      await project.run('--profile', 'debug', 'up', '--detach');
      // Compose hands the volumes without a name on to the containers that it makes anew.
      await project.run('--profile', 'debug', 'up', '--detach', '--force-recreate');
      await project.run('run', '--detach', '--no-deps', 'web', 'sleep', '600');
      const containers = await project.containers();
      expect(containers).toHaveLength(7);
      const volumes = await volumesOf(containers);
      // One each of `db`, of both of `web` and of the one-off, beside `data` and `kept`.
      expect(volumes).toHaveLength(6);

      if (isByLabel) await agent.submit({ selectors: [`label=com.docker.compose.project=${project.name}`] });
      else await submit({ TOPO_GC_SOCKET: agent.socket }, '--compose', project.name, '--volumes');
      const report = await agent.drain({ final: false });
      expect(report).toMatchObject({ leaks: [], removed: { containers: 7, networks: 1 } });
      expect(await project.containers()).toEqual([]);
      for (const name of volumes)
        expect(await objects.hasVolume(name), name).toBe(name === objects.named('kept'));
      expect(await objects.left()).toEqual(['outside', 'config', 'lan', 'kept', 'other']);
      expect(await objects.isRunning('other')).toBe(true);

      const [topology] = (await agent.ask('GET', '/v1/topologies')).body;
      const named = (name: string) =>
        topology.members.find((member: { name: string }) => member.name === name);
      // It uses the network namespace and the volumes of the other one.
      const [side, db] = [named(`${project.name}-side-1`), named(objects.named('the-db'))];
      expect(db.stopsAfter).toEqual([side.id]);
      expect(side.stoppedAt).toBeLessThanOrEqual(db.stoppedAt);
    },
  );
});

const noLinks = lackOnPodman('Podman has no links, by which Compose 1 runs a one-off container');

test('a project of the distribution’s own Compose goes too', skippedFor(noLinks), async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  await using project = await composed(objects, 'distribution');
  await project.up();
  await project.run('run', '--detach', 'db');
  const removed = await submit(
    { TOPO_GC_SOCKET: agent.socket },
    '--compose',
    project.name,
    '--volumes',
    '--wait',
    'removed',
  );
  expect(removed).toMatch(/: 3 containers, 1 network, 1 volume removed\n$/);
  expect(await project.containers()).toEqual([]);
  expect(await objects.left()).toEqual(['outside', 'kept']);
});

describe('a project that Compose has brought up', skippedFor(lackForCompose()), () => {
  test('goes, one-offs too, and what is external stays; under the same name the next test loses nothing', async () => {
    await using objects = new EngineObjects();
    await using project = await composed(objects);
    await using agent = await AgentUnderTest.start();
    const env = { TOPO_GC_SOCKET: agent.socket };
    await project.up();
    await project.run('run', '--detach', 'db');
    const removed = await submit(env, '--compose', project.name, '--wait', 'removed');
    expect(removed).toMatch(/: 3 containers, 1 network removed\n$/);
    expect(await project.containers()).toEqual([]);
    expect(await objects.hasVolume(`${project.name}_data`)).toBe(true);

    await project.up();
    const next = await project.containers();
    expect(next).toHaveLength(2);
    await agent.ask('POST', '/v1/collections?wait=true');
    expect(await project.containers()).toEqual(next);

    await submit(env, '--compose', project.name, '--volumes');
    expect(await agent.drain()).toMatchObject({
      leaks: [],
      removed: { containers: 5, networks: 2, volumes: 1 },
    });
    expect(await project.containers()).toEqual([]);
    expect(await objects.hasVolume(`${project.name}_data`)).toBe(false);
    expect(await objects.left()).toEqual(['outside', 'kept']);
  });

  test('goes by the spool too, where no agent answers, and what is brought up later stays', async () => {
    await using objects = new EngineObjects();
    await using project = await composed(objects);
    await using agent = await AgentUnderTest.startProcess();
    await project.up();
    await agent.kill();
    const spool = join(dirname(agent.socket), 'spool');
    const env = { TOPO_GC_SOCKET: agent.socket, TOPO_GC_SPOOL: spool };
    expect(await submit(env, '--compose', project.name)).toBe('');
    const [file = ''] = readdirSync(spool);
    expect(JSON.parse(readFileSync(join(spool, file), 'utf8'))).toMatchObject({
      name: project.name,
      selectors: [{ label: `com.docker.compose.project=${project.name}`, kinds: ['container', 'network'] }],
    });
    await project.run('run', '--detach', 'db');
    const report = await agent.drainInPlace(BUDGET_MS);
    expect(report.removed).toEqual({ containers: 2, networks: 0, volumes: 0 });
    expect(await project.containers()).toHaveLength(1);
    expect(report.leaks).toMatchObject([{ kind: 'network', name: `${project.name}_default` }]);
  });
});

/** The services `web` and `db`, a network and a volume, beside a network and a volume that are not the project's own. */
async function composed(objects: EngineObjects, which: WhichCompose = 'forky'): Promise<ComposeProject> {
  const [network, volume] = [await objects.network('outside'), await objects.volume('kept')];
  return new ComposeProject(which, {
    name: objects.named('shop'),
    services: {
      web: { ...WAITS, networks: ['default', 'outside'], volumes: ['data:/data'] },
      db: { ...WAITS, networks: ['default'], volumes: ['kept:/kept'] },
    },
    networks: { outside: { external: true, name: network.name } },
    volumes: { data: {}, kept: { external: true, name: volume.name } },
  });
}
