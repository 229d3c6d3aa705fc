import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { findContainer } from '../../../../../src/adapters/docker/starting/find-container.ts';
import { TemporaryFolder } from '../../../../support/temporary-folder.ts';

const ID = 'c669a67b1f6a98377eecdf23fda86effed030a67de37d44a1f5ff9d3e562ff40';
const NETWORKS = { shop: { NetworkID: 'n1' }, odd: {}, bridge: { NetworkID: 'n2' } };

/** What an engine finds that knows these containers, by what it is asked for. */
async function found(known: Readonly<Record<string, object | number>>, ids: readonly string[]) {
  using folder = new TemporaryFolder();
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    const id = url.split('/')[2] ?? '';
    asked.push(id);
    const answer = known[id] ?? 404;
    if (typeof answer === 'number') response.writeHead(answer).end('{"message":"no"}');
    else response.end(JSON.stringify(answer));
  });
  server.listen(folder.file('docker.sock'));
  await once(server, 'listening');
  try {
    const container = await findContainer({ host: `unix://${folder.file('docker.sock')}` }, ids);
    return { container, asked };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test('the first that the engine has is it, with the networks that it is on', async () => {
  const { container } = await found({ [ID]: { Id: ID, NetworkSettings: { Networks: NETWORKS } } }, [
    '0a',
    ID,
  ]);
  expect(container).toEqual({ id: ID, networks: ['n1', 'n2'] });
});

test('the beginning of an id is enough, but a container’s name is not', async () => {
  const short = ID.slice(0, 12);
  expect((await found({ [short]: { Id: ID } }, [short])).container).toEqual({ id: ID, networks: [] });
  expect((await found({ aaaaaaaaaaaa: { Id: ID } }, ['aaaaaaaaaaaa'])).container).toBeUndefined();
});

test('another engine’s container is none of this one, and without an id the engine is not asked', async () => {
  expect(await found({}, [ID])).toEqual({ container: undefined, asked: [ID] });
  expect(await found({}, [])).toEqual({ container: undefined, asked: [] });
});

test('an engine that can’t say is an error, and does not mean no', async () => {
  await expect(found({ [ID]: 500 }, [ID])).rejects.toThrow('it answered 500');
});
