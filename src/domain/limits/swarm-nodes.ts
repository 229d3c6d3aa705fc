import type { SwarmNode } from '../swarm.ts';
import { inputLines } from '../text/labels.ts';
import { isEngineHost, TAKES_HOST } from './engine-host.ts';
import { type NamedHosts, parseNamedHosts } from './named-hosts.ts';

/** How the engines of a Swarm's nodes are reached. */
export type NodeHosts =
  /** They are not: only the manager is asked. */
  | { readonly kind: 'none' }
  /** By the hostname or the id of a node. */
  | { readonly kind: 'named'; readonly hosts: NamedHosts }
  /** All alike, by an address with `{address}` or `{hostname}` in it. */
  | { readonly kind: 'pattern'; readonly pattern: string };

/** The form of the input, in words. */
export const TAKES_SWARM_NODES = `nodes NAME=HOST, one a line, or one HOST for all with {address} or {hostname} in it; HOST is ${TAKES_HOST}`;

const PLACE = /\{(address|hostname)\}/g;

/** What stands for a node while the form of a pattern is checked. */
const SAMPLE: SwarmNode = { id: 'n', hostname: 'node', address: '10.0.0.1' };

const fill = (pattern: string, node: SwarmNode): string =>
  pattern.replaceAll(PLACE, (_, field: 'address' | 'hostname') =>
    field === 'address' && node.address.includes(':') ? `[${node.address}]` : node[field],
  );

/** A pattern has one place or more for a node, and no other braces: `{adress}` is mistyped. */
function parsePattern(text: string): string | undefined {
  const filled = fill(text, SAMPLE);
  return filled !== text && !/[{}]/.test(filled) && isEngineHost(filled) ? text : undefined;
}

/** Reads the input; `undefined` if it is neither a list nor a pattern. */
export function parseSwarmNodes(text: string): NodeHosts | undefined {
  const lines = inputLines(text);
  const [line] = lines;
  if (line === undefined) return { kind: 'none' };
  const pattern = lines.length === 1 ? parsePattern(line) : undefined;
  if (pattern !== undefined) return { kind: 'pattern', pattern };
  const hosts = /[{}]/.test(text) ? undefined : parseNamedHosts(text);
  return hosts === undefined ? undefined : { kind: 'named', hosts };
}

/** The address of a node's engine; `undefined` if the input does not tell it. */
export function hostOfNode(nodes: NodeHosts, node: SwarmNode): string | undefined {
  if (nodes.kind === 'none') return undefined;
  if (nodes.kind === 'named') return nodes.hosts.get(node.hostname) ?? nodes.hosts.get(node.id);
  const host = fill(nodes.pattern, node);
  // A hostname may have letters that no address takes.
  return isEngineHost(host) ? host : undefined;
}
