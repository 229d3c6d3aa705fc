import type { FakeAnswer } from '../../integration/fake-engine.ts';

const ID = '0123456789ab'.padEnd(64, 'c');
const created = () => new Date().toISOString();

const container = (id: string, name: string) => ({
  Id: id,
  Name: `/${name}`,
  Created: created(),
  State: { Pid: 0, Running: false },
  Config: { Labels: {} },
  HostConfig: { AutoRemove: false, RestartPolicy: { Name: 'no' } },
  NetworkSettings: { Networks: {} },
});

/** Members are called so, and come back as soon as they are removed: under the same name, as others. */
export const MEMBERS = ['box-1', 'box-2', 'box-3', 'box-4'];

let made = 0;
/** Each its own id, 64 hex digits. */
const nextId = () => `${(++made).toString(16).padStart(12, '0')}${ID.slice(12)}`;

/** What an engine answers that has a few members of every kind, and with which nothing goes wrong. */
export function tinyEngine(): (method: string, path: string) => FakeAnswer {
  const ids = new Map(MEMBERS.map((name) => [name, nextId()]));
  const nameOf = (ref: string) => MEMBERS.find((name) => name === ref || ids.get(name)?.startsWith(ref));
  const notFound: FakeAnswer = { status: 404, body: { message: 'no such member' } };
  return (method, path) => {
    const [, kind = '', encoded = ''] = (path.split('?')[0] ?? '').replace(/^\/v1\.\d+/, '').split('/');
    if (kind === 'version')
      return { status: 200, body: { Version: '29.0', ApiVersion: '1.52', MinAPIVersion: '1.40' } };
    if (kind === 'info')
      return {
        status: 200,
        body: { ID: 'TINY', DockerRootDir: '/', SystemTime: created(), ServerVersion: '29.0' },
      };
    if (encoded === '' || encoded === 'json')
      return { status: 200, body: kind === 'volumes' ? { Volumes: [] } : [] };
    const name = nameOf(decodeURIComponent(encoded));
    if (name === undefined) return notFound;
    if (method === 'DELETE') {
      ids.set(name, nextId());
      return { status: 204, body: '' };
    }
    if (method === 'POST') return { status: 204, body: '' };
    const id = ids.get(name) ?? '';
    if (kind === 'containers') return { status: 200, body: container(id, name) };
    if (kind === 'networks') return { status: 200, body: { Id: id, Name: name, Created: created() } };
    return { status: 200, body: { Name: name, CreatedAt: created() } };
  };
}
