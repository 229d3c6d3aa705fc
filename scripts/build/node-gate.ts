/** The bundles that are steps of the action say what is wrong to the runner; the others are commands, for which it is wrong usage. */
const STEPS: readonly string[] = ['main', 'post'];

/**
 * The file that Node starts for an entry: it loads the bundle `ENTRY.js` beside it where Node is new enough, else it says so in one
 * line and ends with status 1 in a step and 2 in a command. Any Node can read it: an older one stops at the syntax of a bundle,
 * with a line of half a megabyte. What the bundles need came with 20.16 and 22.3; odd lines that have ended are refused.
 */
export function nodeGate(entry: string): string {
  const [start, status] = STEPS.includes(entry) ? ['::error::topo-gc', 1] : ['topo-gc:', 2];
  const print = STEPS.includes(entry) ? 'log' : 'error';
  return `'use strict';
var version = process.versions.node.split('.');
var major = Number(version[0]);
var minor = Number(version[1]);
if (major > 22 || (major === 22 && minor >= 3) || (major === 20 && minor >= 16)) {
  require('./${entry}.js');
} else {
  console.${print}('${start} needs Node 20.16, 22.3 or newer, this is v' + process.versions.node);
  process.exitCode = ${status};
}
`;
}
