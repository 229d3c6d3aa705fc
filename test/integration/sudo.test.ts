import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isAlive } from '../../src/adapters/process/process-identity.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';
import { needsRoot, skippedFor } from '../support/skipped.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const CLI = fileURLToPath(new URL('../../src/entry/cli.ts', import.meta.url));
const NOBODY = 65534;

/** `sudo topo-gc submit`, with what the workflow has sudo keep. */
function submitAsRoot(agent: AgentUnderTest, ...args: readonly string[]) {
  const kept = {
    TOPO_GC_SOCKET: agent.socket,
    TOPO_GC_DIR: agent.folder,
    TOPO_GC_SPOOL: agent.spool,
    TOPO_GC_SESSION: agent.session,
  };
  return promisify(execFile)(process.execPath, [CLI, 'submit', ...args], {
    env: { PATH: process.env.PATH, ...kept },
  });
}

/** An agent of a user who is not root, and may use the engine. */
async function agentOfNobody(proxy: EngineProxy, inputs = {}): Promise<AgentUnderTest> {
  proxy.openToAll();
  return AgentUnderTest.startProcess({ user: NOBODY, host: proxy.host, inputs });
}

describe('root, as under sudo, with the agent of another user', skippedFor(needsRoot()), () => {
  test('hands over by its socket, and leases by its processes', async () => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start();
    await using agent = await agentOfNobody(proxy);
    await objects.container('box');
    await objects.container('leased');
    const { stdout } = await submitAsRoot(agent, '--id', 't', '--container', objects.named('box'));
    expect(stdout).toBe('t: 1 container stopping\n');
    const lease = { id: 'l', containers: [objects.named('leased')], owner: { pid: process.pid } };
    expect(await agent.ask('POST', '/v1/leases', lease)).toMatchObject({ status: 201 });
    expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2 } });
    expect(await objects.left()).toEqual([]);
  });

  test('spools what becomes the user’s own where the agent is dead, and starts none in its place', async () => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start();
    await using agent = await agentOfNobody(proxy);
    await agent.kill();
    await objects.container('box');
    const { stderr } = await submitAsRoot(agent, '--id', 't', '--container', objects.named('box'));
    const said = stderr.split('\n').filter((line) => line.startsWith('topo-gc: '));
    expect(said).toEqual([expect.stringMatching(/t is in the spool, from where it will be taken$/)]);
    const [file = '', ...more] = readdirSync(agent.spool);
    expect(more).toEqual([]);
    expect(statSync(join(agent.spool, file))).toMatchObject({ uid: NOBODY, gid: NOBODY });
    const dead = JSON.parse(readFileSync(join(agent.state.path, 'agent.json'), 'utf8'));
    expect(isAlive(dead)).toBe(false);
    expect(await agent.drainInPlace()).toMatchObject({ leaks: [], rejected: [], removed: { containers: 1 } });
    expect(statSync(agent.state.journal).uid).toBe(NOBODY);
    expect(await objects.left()).toEqual([]);
  });

  test('is refused what only root could remove where sudo is not to be had, and all that goes with it', async () => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start();
    using folder = new TemporaryFolder();
    chmodSync(folder.path, 0o755);
    await using agent = await agentOfNobody(proxy, { 'path-roots': folder.path });
    mkdirSync(folder.file('sw1'));
    await objects.container('box');
    const topology = { containers: [objects.named('box')], paths: [folder.file('sw1')] };
    expect(await agent.ask('POST', '/v1/topologies', topology)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'paths[0]', detail: expect.stringMatching(/needs root: .*sudo/) }] },
    });
    expect(await objects.isRunning('box')).toBe(true);
    expect(statSync(folder.file('sw1')).isDirectory()).toBe(true);
  });

  test('is refused for what is root’s deep in a folder of the user’s own, whose read-only folders go', async () => {
    await using proxy = await EngineProxy.start();
    using folder = new TemporaryFolder();
    chmodSync(folder.path, 0o755);
    await using agent = await agentOfNobody(proxy, { 'path-roots': folder.path });
    const own = ['home', 'home/sw1', 'home/sw1/mod', 'home/sw1/mod/pkg'];
    for (const name of own) mkdirSync(folder.file(name));
    writeFileSync(folder.file('home/sw1/mod/pkg/file'), '');
    mkdirSync(folder.file('home/sw1/mod/of-root'));
    writeFileSync(folder.file('home/sw1/mod/of-root/log'), '');
    for (const name of own) chownSync(folder.file(name), NOBODY, NOBODY);
    for (const name of own.slice(2)) chmodSync(folder.file(name), 0o555);
    const topology = { id: 't', paths: [folder.file('home/sw1')] };
    expect(await agent.ask('POST', '/v1/topologies', topology)).toMatchObject({
      status: 422,
      body: {
        errors: [{ detail: expect.stringContaining('needs root: mod/of-root/log: permission denied') }],
      },
    });
    expect(statSync(folder.file('home/sw1/mod/pkg/file')).isFile()).toBe(true);
    rmSync(folder.file('home/sw1/mod/of-root'), { recursive: true });
    await agent.submit(topology);
    expect(await agent.drain()).toMatchObject({ leaks: [], removed: { paths: 1 } });
    expect(readdirSync(folder.file('home'))).toEqual([]);
  });
});
