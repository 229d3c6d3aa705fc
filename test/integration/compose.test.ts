import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { ComposeProject, lackForCompose } from '../support/played-project.ts';
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

test('a project is its containers and networks, with --volumes its volumes too, and nothing of another one', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const [shop, other] = [objects.named('shop'), objects.named('shop-2')];
  const network = await objects.network('net', labelsOf(shop, { 'com.docker.compose.network': 'default' }));
  const outside = await objects.network('outside', labelsOf(other, { 'com.docker.compose.network': 'x' }));
  const data = await objects.volume('data', labelsOf(shop, { 'com.docker.compose.volume': 'data' }));
  await objects.container('web', { labels: service(shop, 'web'), network: network.name, volume: data.name });
  await objects.container('task', { labels: service(shop, 'task', true), network: outside.name });
  await objects.container('other', { labels: service(other, 'web') });
  const env = { TOPO_GC_SOCKET: agent.socket };
  expect(await submit(env, '--compose', shop, '--wait', 'removed')).toMatch(
    /: 2 containers, 1 network removed\n$/,
  );
  expect(await objects.left()).toEqual(['outside', 'data', 'other']);
  expect(await submit(env, '--compose', shop, '--volumes')).toMatch(/: 1 volume stopped\n$/);
  expect(await agent.drain()).toMatchObject({
    leaks: [],
    removed: { containers: 2, networks: 1, volumes: 1 },
  });
  expect(await objects.left()).toEqual(['outside', 'other']);
});

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

describe('a project that Compose has brought up', skippedFor(lackForCompose()), () => {
  test('goes, one-offs too, and what is external stays; under the same name the next test loses nothing', async () => {
    await using objects = new EngineObjects();
    const [network, volume] = [await objects.network('outside'), await objects.volume('kept')];
    await using project = await composed(objects, network.name, volume.name);
    await using agent = await AgentUnderTest.start();
    const env = { TOPO_GC_SOCKET: agent.socket };
    await project.up();
    await project.oneOff('db');
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
    const [network, volume] = [await objects.network('outside'), await objects.volume('kept')];
    await using project = await composed(objects, network.name, volume.name);
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
    await project.oneOff('db');
    const report = await agent.drainInPlace();
    expect(report.removed).toEqual({ containers: 2, networks: 0, volumes: 0 });
    expect(await project.containers()).toHaveLength(1);
    expect(report.leaks).toMatchObject([{ kind: 'network', name: `${project.name}_default` }]);
  });
});

const composed = async (objects: EngineObjects, network: string, volume: string): Promise<ComposeProject> =>
  new ComposeProject({ name: objects.named('shop'), external: { network, volume } });
