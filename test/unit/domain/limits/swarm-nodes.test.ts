import { expect, test } from 'vitest';
import { hostOfNode, type NodeHosts, parseSwarmNodes } from '../../../../src/domain/limits/swarm-nodes.ts';

const NODE = { id: 'k3j2', hostname: 'worker-1', address: '10.0.0.7' };

const nodes = (text: string): NodeHosts => {
  const parsed = parseSwarmNodes(text);
  if (parsed === undefined) throw new Error(`not valid: ${text}`);
  return parsed;
};

test('nothing, a list of nodes, or one pattern for all of them', () => {
  expect(nodes('')).toEqual({ kind: 'none' });
  expect(nodes(' \n ')).toEqual({ kind: 'none' });
  expect(nodes('worker-1=ssh://runner@a\nworker-2=tcp://b:2375')).toEqual({
    kind: 'named',
    hosts: new Map([
      ['worker-1', 'ssh://runner@a'],
      ['worker-2', 'tcp://b:2375'],
    ]),
  });
  expect(nodes(' ssh://runner@{address} ')).toEqual({ kind: 'pattern', pattern: 'ssh://runner@{address}' });
});

test('a node of a list is meant by its hostname or by its id', () => {
  expect(hostOfNode(nodes('worker-1=tcp://a'), NODE)).toBe('tcp://a');
  expect(hostOfNode(nodes('k3j2=tcp://b'), NODE)).toBe('tcp://b');
  expect(hostOfNode(nodes('worker-2=tcp://c'), NODE)).toBeUndefined();
  expect(hostOfNode(nodes(''), NODE)).toBeUndefined();
});

test('a pattern is filled for each node', () => {
  expect(hostOfNode(nodes('ssh://runner@{address}'), NODE)).toBe('ssh://runner@10.0.0.7');
  expect(hostOfNode(nodes('tcp://{hostname}.lab:2375'), NODE)).toBe('tcp://worker-1.lab:2375');
  expect(hostOfNode(nodes('unix:///run/{hostname}/docker.sock'), NODE)).toBe(
    'unix:///run/worker-1/docker.sock',
  );
});

test('an address of IPv6 gets its brackets', () => {
  const node = { ...NODE, address: 'fd00::7' };
  expect(hostOfNode(nodes('tcp://{address}:2375'), node)).toBe('tcp://[fd00::7]:2375');
  expect(hostOfNode(nodes('ssh://{address}'), node)).toBe('ssh://[fd00::7]');
});

test('a hostname that no address takes gives none', () => {
  expect(hostOfNode(nodes('ssh://{hostname}'), { ...NODE, hostname: '-oProxyCommand=x' })).toBeUndefined();
});

test.each([
  ['a mistyped place', 'ssh://runner@{adress}'],
  ['one place right and one wrong', 'ssh://{hostname}@{adress}'],
  ['an address without a place', 'ssh://runner@10.0.0.7'],
  ['two patterns', 'ssh://a@{address}\nssh://b@{address}'],
  ['a pattern for one name', 'worker-1=ssh://runner@{address}'],
  ['a name twice', 'worker-1=tcp://a\nworker-1=tcp://b'],
  ['another protocol', 'http://{address}'],
])('is not valid: %s', (_, text) => {
  expect(parseSwarmNodes(text)).toBeUndefined();
});
