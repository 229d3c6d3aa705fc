import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type ClusterKind, type ClusterSize, PlayedCluster } from './played-cluster.ts';

const CLUSTER_KINDS = ['nodes', 'services', 'tasks', 'networks', 'secrets', 'configs'] as const;

const VERSION = { Version: '28.5.2', ApiVersion: '1.51', MinAPIVersion: '1.24', Os: 'linux', Arch: 'amd64' };

/** What is asked of one object, instead of a list. */
const OBJECT = /^\/(\w+)\/([^/]+)$/;

/**
 * A Swarm's manager behind a socket, with more nodes and tasks than a machine can run: what a client takes by itself shows, and which
 * requests it makes. It has no containers and volumes of its own.
 */
export class PlayedSwarm implements AsyncDisposable {
  /** As `DOCKER_HOST`. */
  readonly host: string;
  cluster: PlayedCluster;
  /** How often each route was asked for, such as `GET /tasks` and `DELETE /services/{id}`. */
  readonly requests = new Map<string, number>();
  readonly #server: Server;

  private constructor(server: Server, socket: string, cluster: PlayedCluster) {
    this.host = `unix://${socket}`;
    this.cluster = cluster;
    this.#server = server;
    server.on('request', (request, response) => this.#answer(request, response));
  }

  /** @param socket the path of its socket */
  static async start(socket: string, size: ClusterSize): Promise<PlayedSwarm> {
    const server = createServer().listen(socket);
    await once(server, 'listening');
    return new PlayedSwarm(server, socket, new PlayedCluster(size));
  }

  /** Puts a cluster that was made now in the place of its own. */
  makeAnew(size: ClusterSize): void {
    this.cluster = new PlayedCluster({ ...size, since: new Date().toISOString() });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    request.resume();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://engine');
    const path = pathname.replace(/^\/v[\d.]+/, '');
    const [, kind = '', ref = ''] = OBJECT.exec(path) ?? [];
    const isObject = isClusterKind(kind);
    const route = `${request.method} ${isObject ? `/${kind}/{id}` : path}`;
    this.requests.set(route, (this.requests.get(route) ?? 0) + 1);
    // Nothing happens here that is not asked for: the stream stays silent.
    if (route === 'GET /events') return void response.writeHead(200).flushHeaders();
    const [status, body] = isObject
      ? this.#ofObject(request.method ?? '', kind, decodeURIComponent(ref))
      : this.#ofList(route, path.slice(1), searchParams);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  }

  #ofObject(method: string, kind: ClusterKind, ref: string): readonly [number, string] {
    const absent = [404, JSON.stringify({ message: `${kind.slice(0, -1)} ${ref} not found` })] as const;
    if (method === 'GET') {
      const found = this.cluster.find(kind, ref);
      return found === undefined ? absent : [200, found.json];
    }
    if (method !== 'DELETE') return [501, JSON.stringify({ message: `${method} is not played` })];
    // The manager answers so for services, and with no body for the rest.
    return this.cluster.remove(kind, ref) ? [kind === 'services' ? 200 : 204, ''] : absent;
  }

  #ofList(route: string, name: string, query: URLSearchParams): readonly [number, string] {
    if (isClusterKind(name) && route.startsWith('GET '))
      return [200, this.cluster.list(name, filtersOf(query))];
    switch (route) {
      case 'GET /_ping':
      case 'HEAD /_ping':
        return [200, 'OK'];
      case 'GET /version':
        return [200, JSON.stringify(VERSION)];
      case 'GET /info':
        return [200, JSON.stringify(this.#info())];
      case 'GET /containers/json':
      case 'GET /images/json':
        return [200, '[]'];
      case 'GET /volumes':
        return [200, JSON.stringify({ Volumes: [], Warnings: null })];
      default:
        return [404, JSON.stringify({ message: `${route} is not played` })];
    }
  }

  #info(): object {
    return {
      ID: 'PLAYED',
      Name: 'manager',
      DockerRootDir: '/var/lib/docker',
      SystemTime: new Date().toISOString(),
      ServerVersion: VERSION.Version,
      Swarm: {
        NodeID: this.cluster.managerId,
        NodeAddr: '10.100.0.0',
        LocalNodeState: 'active',
        ControlAvailable: true,
        Nodes: this.cluster.count('nodes'),
        Managers: 1,
      },
    };
  }
}

const isClusterKind = (name: string): name is ClusterKind => CLUSTER_KINDS.some((kind) => kind === name);

/** Of lists; older clients send `{"label": {"key=value": true}}`. */
function filtersOf(query: URLSearchParams): Record<string, readonly string[]> {
  const given: Record<string, readonly string[] | Record<string, boolean>> = JSON.parse(
    query.get('filters') || '{}',
  );
  return Object.fromEntries(
    Object.entries(given).map(([name, values]) => [
      name,
      Array.isArray(values) ? values : Object.keys(values),
    ]),
  );
}
