import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeSpool } from '../../../src/adapters/ipc/spool/spool-file.ts';
import { TopoGcError } from '../../../src/domain/errors.ts';
import { submit } from '../../../src/entry/client.ts';
import { ServedAgent } from '../../fakes/served-agent.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

beforeEach(() => {
  vi.stubEnv('TOPO_GC_SOCKET', undefined);
  vi.stubEnv('TOPO_GC_SPOOL', undefined);
});
afterEach(() => vi.unstubAllEnvs());

describe('with an agent', () => {
  let agent: ServedAgent;
  beforeEach(async () => {
    agent = await ServedAgent.start();
  });
  afterEach(() => agent[Symbol.asyncDispose]());

  test('a topology is handed over', async () => {
    const topology = {
      id: 'shop',
      containers: ['web', { id: 'c41d6c4777b1' }],
      networks: [{ name: 'n', shared: true }],
    };
    expect(await submit(topology, { socket: agent.path })).toMatchObject({ id: 'shop', state: 'submitted' });
  });

  test('the agent is that of the environment', async () => {
    vi.stubEnv('TOPO_GC_SOCKET', agent.path);
    expect(await submit({ containers: ['web'] })).toMatchObject({ state: 'submitted' });
  });

  test('one that is to be waited for is asked for again by its id, and names nothing', async () => {
    await submit({ id: 'shop', containers: ['web'] }, { socket: agent.path, wait: 'removed' });
    expect(agent.service.asked).toMatchObject([
      { what: 'submit', of: { submission: { members: [{ ref: 'web' }] } } },
      { what: 'submit', of: { submission: { id: 'shop', members: [], selectors: [] } } },
      { what: 'reached', of: { id: 'shop', milestone: 'removed' } },
    ]);
  });

  test('where the agent has no room at this moment, it is left in the spool', async () => {
    using folder = new TemporaryFolder();
    const spool = folder.file('spool');
    await makeSpool(spool);
    agent.service.failure = new TopoGcError('overloaded', 'It holds as much as it may');
    const taken = await submit({ id: 'shop', containers: ['web'] }, { socket: agent.path, spool });
    expect(taken).toMatchObject({ id: 'shop', state: 'spooled', reason: { code: 'overloaded' } });
    expect(readdirSync(spool)).toHaveLength(1);
  });

  test('a refusal has the problem document, and is not spooled', async () => {
    using folder = new TemporaryFolder();
    const spool = folder.file('spool');
    await makeSpool(spool);
    const faults = [{ field: 'containers[0]', value: 'web', detail: 'is older' }];
    agent.service.failure = new TopoGcError('refused', 'No.', { faults });
    const error = await submit({ containers: ['web'] }, { socket: agent.path, spool }).catch((each) => each);
    expect(error).toBeInstanceOf(TopoGcError);
    expect(error).toMatchObject({ code: 'refused', message: 'No.', faults });
    expect(error.problem).toMatchObject({ type: 'urn:topo-gc:error:refused', status: 422, errors: faults });
    expect(readdirSync(spool)).toEqual([]);
  });
});

describe('without an agent', () => {
  let folder: TemporaryFolder;
  let spool: string;
  let socket: string;
  beforeEach(async () => {
    folder = new TemporaryFolder();
    spool = folder.file('spool');
    socket = folder.file('agent.sock');
    await makeSpool(spool);
  });
  afterEach(() => folder[Symbol.dispose]());

  const spooled = () => readdirSync(spool).map((name) => JSON.parse(readFileSync(join(spool, name), 'utf8')));

  test('a topology lies in the spool, under an id', async () => {
    const taken = await submit({ containers: ['web'] }, { socket, spool });
    expect(taken).toMatchObject({ state: 'spooled', reason: { code: 'agent-not-found' } });
    expect(spooled()).toEqual([
      { id: taken.id, containers: ['web'], submittedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
  });

  test('so it does where nothing says where an agent is, but a spool is there', async () => {
    vi.stubEnv('TOPO_GC_SPOOL', spool);
    await submit({ id: 'shop', containers: ['web'] });
    expect(spooled()).toMatchObject([{ id: 'shop' }]);
  });

  test('one that takes a connection and never answers is given up', async () => {
    const server = createServer((connection) => void connection.on('error', () => {}));
    server.listen(socket);
    await once(server, 'listening');
    try {
      expect(await submit({ id: 'shop', containers: ['web'] }, { socket, spool })).toMatchObject({
        id: 'shop',
        state: 'spooled',
        reason: { message: expect.stringContaining('has not answered within 2 s') },
      });
    } finally {
      server.close();
    }
    expect(spooled()).toMatchObject([{ id: 'shop' }]);
  });

  test('who waits is told that nobody can say when, and it is in the spool all the same', async () => {
    const waited = submit({ id: 'shop', containers: ['web'] }, { socket, spool, wait: 'stopped' });
    await expect(waited).rejects.toMatchObject({
      code: 'agent-not-found',
      message: expect.stringContaining('shop is in the spool'),
    });
    expect(spooled()).toHaveLength(1);
  });

  test('a spool that is gone takes nothing more', async () => {
    const closed = submit({ containers: ['web'] }, { socket, spool: folder.file('gone') });
    await expect(closed).rejects.toMatchObject({ name: 'TopoGcError', code: 'closed' });
  });

  test('where there is neither, the error says how to get one', async () => {
    await expect(submit({ containers: ['web'] })).rejects.toMatchObject({
      code: 'agent-not-found',
      message: expect.stringContaining('topo-gc run'),
    });
  });
});
