import { execFile } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackForMounts, Mounts } from '../support/mounts.ts';
import { needsRoot, skippedFor } from '../support/skipped.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const NETNS = '/var/run/netns';
const CLI = fileURLToPath(new URL('../../src/entry/cli.ts', import.meta.url));

/** What topology_docker leaves on the host of a container: a shared folder, and a link that is called by a pid. */
class Host implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly #links: string[] = [];
  readonly root = this.#folder.file('topology');

  constructor() {
    mkdirSync(this.root);
    chmodSync(this.root, 0o755);
  }

  folder(name: string): string {
    const path = `${this.root}/${name}`;
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o755);
    return path;
  }

  /** @returns its path */
  link(name: string, pid: number): string {
    mkdirSync(NETNS, { recursive: true });
    const path = `${NETNS}/${name}`;
    symlinkSync(`/proc/${pid}/ns/net`, path);
    this.#links.push(path);
    return path;
  }

  [Symbol.dispose](): void {
    for (const path of this.#links) rmSync(path, { force: true });
    this.#folder[Symbol.dispose]();
  }
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

describe('links and paths of the host', skippedFor(needsRoot()), () => {
  test('go with their containers: the link before the answer, the folder with all that the container wrote', async () => {
    using host = new Host();
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start({ inputs: { 'path-roots': `/srv/other\n${host.root}` } });
    const folder = host.folder('docker/sw1');
    const command =
      "trap 'exit 0' TERM; mkdir -p /data/a/b; echo x >/data/a/b/c; ln -s /etc /data/a/etc; sleep 60 & wait";
    const { id } = await objects.container('sw1', { volume: folder, command });
    const { Pid } = (await objects.inspect('sw1')).State;
    const link = host.link(objects.named('link'), Pid);
    const { members } = await agent.submit({
      id: 't',
      containers: [id],
      netns: [objects.named('link')],
      paths: [folder],
    });
    expect(members).toMatchObject([
      { kind: 'container', state: 'stopping' },
      { kind: 'netns', state: 'removed' },
      { kind: 'path', state: 'stopped' },
    ]);
    expect(isThere(link)).toBe(false);
    expect(await agent.drain()).toMatchObject({
      leaks: [],
      removed: { containers: 1, networks: 0, volumes: 0, links: 1, paths: 1 },
    });
    expect(isThere(folder)).toBe(false);
    expect(isThere(`${host.root}/docker`)).toBe(true);
    expect(await objects.left()).toEqual([]);
  });

  test('are refused with the whole submission where one is not its own', async () => {
    using host = new Host();
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start({ inputs: { 'path-roots': host.root } });
    const { id } = await objects.container('sw1');
    const link = host.link(objects.named('link'), process.pid);
    const answer = await agent.ask('POST', '/v1/topologies', {
      containers: [id],
      netns: [objects.named('link')],
      paths: [host.root, '/etc/hostname'],
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'refused',
      errors: [
        {
          field: 'netns[0]',
          detail: expect.stringContaining(`points to the process ${process.pid}, which is none`),
        },
        { field: 'paths[0]', detail: expect.stringContaining('is one of the path-roots itself') },
        { field: 'paths[1]', detail: expect.stringContaining('is not below') },
      ],
    });
    expect(isThere(link)).toBe(true);
    expect(await objects.isRunning('sw1')).toBe(true);
  });

  test('of before the session are somebody else’s', async () => {
    using host = new Host();
    const folder = host.folder('older');
    await using agent = await AgentUnderTest.start({ inputs: { 'path-roots': host.root } });
    const { status, body } = await agent.ask('POST', '/v1/topologies', { paths: [folder] });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain('before the session began');
    expect(isThere(folder)).toBe(true);
  });

  test(
    'are refused where a mount is in the way, and a leak, with the reason, where it comes later',
    skippedFor(lackForMounts()),
    async () => {
      using host = new Host();
      await using agent = await AgentUnderTest.start({ inputs: { 'path-roots': host.root } });
      const folder = host.folder('sw1');
      await agent.submit({ id: 't', paths: [folder] });
      using mounts = new Mounts();
      mounts.tmpfs(host.folder('sw1/data'));
      writeFileSync(`${folder}/data/precious`, '');
      expect(await agent.ask('POST', '/v1/topologies', { paths: [folder] })).toMatchObject({
        status: 422,
        body: { errors: [{ detail: `path ${folder}: data is a mount, and the agent crosses none` }] },
      });
      expect(await agent.drain()).toMatchObject({
        leaks: [{ kind: 'path', name: folder, reason: 'data is a mount, and the agent crosses none' }],
      });
      expect(existsSync(`${folder}/data/precious`)).toBe(true);
    },
  );

  test('are removed in place of an agent that was killed', async () => {
    using host = new Host();
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.startProcess({ inputs: { 'path-roots': host.root } });
    const folder = host.folder('sw1');
    const { id } = await objects.container('sw1', { volume: folder });
    await agent.submit({ id: 't', containers: [id], paths: [folder] });
    await agent.kill();
    expect(isThere(folder)).toBe(true);
    expect(await agent.drainInPlace()).toMatchObject({ leaks: [], removed: { containers: 1, paths: 1 } });
    expect(isThere(folder)).toBe(false);
  });

  test('are named on the command line by --netns and --path', async () => {
    using host = new Host();
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start({ inputs: { 'path-roots': host.root } });
    const folder = host.folder('sw1');
    await objects.container('sw1');
    const link = host.link(objects.named('link'), (await objects.inspect('sw1')).State.Pid);
    const args = ['submit', '--id', 't', '--container', objects.named('sw1'), '--wait', 'removed'];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [CLI, ...args, '--netns', objects.named('link'), '--path', folder],
      { env: { ...process.env, TOPO_GC_SOCKET: agent.socket } },
    );
    expect(stdout).toBe('t: 1 container, 1 link, 1 path removed\n');
    expect([isThere(link), isThere(folder)]).toEqual([false, false]);
  });
});
