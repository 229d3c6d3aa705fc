import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';
import { locateEngine } from '../../src/session/locate-engine.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { type Lack, skippedFor } from '../support/skipped.ts';
import { lackForSshd, SshServer } from '../support/ssh-server.ts';

const socket = /^unix:\/\/(.*)/.exec(process.env.DOCKER_HOST ?? '')?.[1];

const lack = (): Lack | undefined =>
  lackForSshd() ?? (socket === undefined ? 'engine: DOCKER_HOST names no socket of this machine' : undefined);

describe('an engine behind ssh', { timeout: 60_000, ...skippedFor(lack()) }, () => {
  const owned = new AsyncDisposableStack();
  let server: SshServer;
  let host: string;

  beforeAll(async () => {
    const folder = owned.use(await temporaryFolder('topo-gc-sshd'));
    server = owned.use(await SshServer.start(folder.path));
    host = `${server.host}${socket}`;
  });
  afterAll(() => owned.disposeAsync());
  beforeEach(() => vi.stubEnv('PATH', `${server.commands}:${process.env.PATH}`));
  afterEach(() => vi.unstubAllEnvs());

  test('an agent works there as anywhere, and so does who takes its place', async () => {
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.startProcess({ host });
    const network = await objects.network('net');
    const web = await objects.container('web', { network: network.name });
    const db = await objects.container('db', { network: network.name });
    await agent.submit({ id: 'web', containers: [web.id] }, '?wait=removed');
    await agent.submit({ containers: [db.id], networks: [network.id] });
    await agent.kill();
    // What it could not remove goes with its state.
    expect(readdirSync(agent.state.path)).toContainEqual(expect.stringMatching(/^topo-gc-ssh-/));
    expect(await agent.drainInPlace()).toMatchObject({ leaks: [], removed: { containers: 2, networks: 1 } });
    expect(await objects.left()).toEqual([]);
  });

  test('a line that is lost is opened again', async () => {
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start({ host });
    const { id } = await objects.container('web');
    await server.end();
    await server.listen();
    await vi.waitFor(() => agent.submit({ id: 'web', containers: [id] }), { timeout: 20_000, interval: 200 });
    expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1 } });
  });

  test('where ssh does not get there, its words are told', async () => {
    await expect(locateEngine(`${server.host.replace(/\d+$/, '1')}`, process.env)).rejects.toMatchObject({
      code: 'engine-not-found',
      message: expect.stringMatching(/ssh:\/\/.*ssh could not connect: .*refused/s),
    });
  });

  test('where there is no engine behind it, that is told', async () => {
    await expect(locateEngine(`${server.host}/nonexistent.sock`, process.env)).rejects.toMatchObject({
      code: 'engine-not-found',
    });
  });
});
