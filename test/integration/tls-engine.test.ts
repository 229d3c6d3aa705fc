import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';
import { locateEngine } from '../../src/session/locate-engine.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { Authority } from '../support/certificates.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackForEngines, type PrivateEngine, startEngine } from '../support/private-engine.ts';
import { PublishedPort } from '../support/published-port.ts';
import { skippedFor } from '../support/skipped.ts';

/** Of the engine's own network namespace. */
const PORT = 2376;

describe('an engine that is spoken to by TLS', { timeout: 120_000, ...skippedFor(lackForEngines()) }, () => {
  const owned = new AsyncDisposableStack();
  let folder: string;
  let engine: PrivateEngine;
  let host: string;
  let client: string;

  beforeAll(async () => {
    folder = owned.use(await temporaryFolder('topo-gc-tls')).path;
    const authority = new Authority(join(folder, 'ours'));
    const server = authority.issue('server', 'serverAuth');
    client = authority.issue('client', 'clientAuth');
    const [tlscacert, tlscert, tlskey] = ['ca', 'cert', 'key'].map((name) => join(server, `${name}.pem`));
    engine = await startEngine(owned, { tls: true, tlsverify: true, tlscacert, tlscert, tlskey }, PORT);
    host = owned.use(await PublishedPort.publish(engine, PORT)).host;
  }, 120_000);
  afterAll(() => owned.disposeAsync(), 120_000);
  afterEach(() => vi.unstubAllEnvs());

  function trust(certificates: string): void {
    vi.stubEnv('DOCKER_TLS_VERIFY', '1');
    vi.stubEnv('DOCKER_CERT_PATH', certificates);
  }

  test('an agent works there as anywhere', async () => {
    trust(client);
    await using objects = new EngineObjects(engine);
    const web = await objects.container('web');
    await using agent = await AgentUnderTest.start({ host });
    const db = await objects.container('db');
    await expect(agent.submit({ containers: [web.id] })).rejects.toMatchObject({ code: 'refused' });
    await agent.submit({ containers: [db.id], volumes: [(await objects.volume('data')).name] });
    expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1, volumes: 1 } });
    expect(await objects.left()).toEqual(['web']);
  });

  test('so does one in a process of its own, which has no such environment', async () => {
    trust(client);
    await using objects = new EngineObjects(engine);
    await using agent = await AgentUnderTest.startProcess({ host });
    vi.unstubAllEnvs();
    const { id } = await objects.container('web');
    await agent.submit({ containers: [id] });
    await agent.kill();
    expect(await agent.drainInPlace()).toMatchObject({ leaks: [], removed: { containers: 1 } });
  });

  test('the current context names it with its certificates', async () => {
    const config = join(folder, 'config');
    mkdirSync(config, { recursive: true });
    vi.stubEnv('DOCKER_CONFIG', config);
    vi.stubEnv('DOCKER_HOST', undefined);
    const docker = (...args: string[]) => execFileSync('docker', ['context', ...args], { stdio: 'ignore' });
    const files = ['ca', 'cert', 'key'].map((name) => `${name}=${join(client, `${name}.pem`)}`);
    docker('create', 'far', '--docker', [`host=${host}`, ...files].join(','));
    docker('use', 'far');
    expect(await locateEngine(undefined, process.env)).toMatchObject({ host, tls: { verify: true } });
  });

  test('an engine that another authority speaks for is not trusted', async () => {
    trust(new Authority(join(folder, 'other')).issue('stranger', 'clientAuth'));
    await expect(locateEngine(host, process.env)).rejects.toMatchObject({
      code: 'engine-not-found',
      message: expect.stringMatching(/self.signed|unable to verify|signature/i),
    });
  });

  test('without certificates it does not answer', async () => {
    await expect(locateEngine(host, process.env)).rejects.toMatchObject({ code: 'engine-not-found' });
  });
});
