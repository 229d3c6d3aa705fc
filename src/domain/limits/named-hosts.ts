import { inputLines } from '../text/labels.ts';
import { isEngineHost, TAKES_HOST } from './engine-host.ts';

/** Engines by the names that people gave them: the value is the address. */
export type NamedHosts = ReadonlyMap<string, string>;

const NAMED = /^([A-Za-z0-9][A-Za-z0-9_.-]*)\s*=\s*(\S+)$/;

/** The form of a list of named engines, in words. */
export const TAKES_NAMED_HOSTS = `engines NAME=HOST, one a line: each NAME once, of letters, digits and _ . -, a letter or digit first; each HOST ${TAKES_HOST}`;

/** One engine per line, none if the text is empty; `undefined` if a line is something else, or a name comes twice. */
export function parseNamedHosts(text: string): NamedHosts | undefined {
  const hosts = new Map<string, string>();
  for (const line of inputLines(text)) {
    const [, name, host] = NAMED.exec(line) ?? [];
    if (name === undefined || host === undefined || hosts.has(name) || !isEngineHost(host)) return undefined;
    hosts.set(name, host);
  }
  return hosts;
}
