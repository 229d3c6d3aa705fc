import { expect, test } from 'vitest';
import { orderStops, servicesNeeded } from '../../../../src/domain/removal/stop-order.ts';
import { madeMember } from '../../../fakes/made-topology.ts';

type Container = Parameters<typeof orderStops>[0][number];

const container = (name: string, rest: Partial<Container> = {}): Container => ({
  ...madeMember(name),
  labels: {},
  ...rest,
});

/** By name, the names of those that have to stop before it. */
const order = (fresh: readonly Container[], known: readonly Container[] = []) =>
  Object.fromEntries(
    orderStops(fresh, known).flatMap(({ name, stopsAfter }) =>
      stopsAfter ? [[name, stopsAfter.map((id) => id.replace('id-of-', ''))]] : [],
    ),
  );

const compose = (service: string, dependsOn = '', project = 'shop') => ({
  'com.docker.compose.project': project,
  'com.docker.compose.service': service,
  'com.docker.compose.depends_on': dependsOn,
});

test('containers that need nothing of each other are as they were, whatever depends_on says', () => {
  const fresh = [
    container('web', { labels: compose('web', 'db:service_started:false') }),
    container('db', { labels: compose('db') }),
  ];
  expect(orderStops(fresh, [])).toEqual(fresh);
});

test('whose namespaces or volumes are used stops behind who uses them', () => {
  const side = container('side', { needs: { containers: ['id-of-proxy', 'data'] } });
  expect(order([container('proxy'), side, container('data')])).toEqual({ proxy: ['side'], data: ['side'] });
});

test('a collector is told by the port that it has published, or by its address', () => {
  const reach = { ports: ['24224'], addresses: ['172.18.0.5'] };
  const collector = container('collector', { reach });
  const byPort = container('a', { needs: { logs: { host: '127.0.0.1', port: '24224' } } });
  const byAddress = container('b', { needs: { logs: { host: '172.18.0.5', port: '1' } } });
  const elsewhere = container('c', { needs: { logs: { host: 'logs.example', port: '514' } } });
  expect(order([collector, byPort, byAddress, elsewhere])).toEqual({ collector: ['a', 'b'] });
});

test('where the address tells none, it is what the service depends on, in its own project', () => {
  const labels = compose('web', 'logs:service_started:true,db:service_healthy:false');
  const needs = { logs: { host: 'fluent.local', port: '24224' }, services: servicesNeeded(labels) };
  const web = container('web', { labels, needs });
  const logs = container('logs', { labels: compose('logs') });
  const other = container('other', { labels: compose('logs', '', 'bar') });
  expect(order([logs, other, web])).toEqual({ logs: ['web'] });
  expect(order([{ ...logs, reach: { ports: ['24224'], addresses: [] } }, web])).toEqual({ logs: ['web'] });
});

test('a container that was handed over before is waited for too', () => {
  const client = container('client', { needs: { logs: { host: 'localhost', port: '24224' } } });
  const collector = container('collector', { reach: { ports: ['24224'], addresses: [] } });
  expect(order([collector], [client])).toEqual({ collector: ['client'] });
  expect(order([client], [collector])).toEqual({});
});

test('no circle is closed', () => {
  const ring = ['a', 'b', 'c'].map((name, at, all) =>
    container(name, { needs: { containers: [`${all[(at + 1) % all.length]}`, name] } }),
  );
  expect(order(ring)).toEqual({ b: ['a'], c: ['b'] });
});
