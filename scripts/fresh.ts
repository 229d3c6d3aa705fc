import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import prettyMilliseconds from 'pretty-ms';
import { runCommandLine } from './command-line.ts';
import { FreshRoot } from './fresh/fresh-root.ts';
import { NEEDED } from './machine/packages.ts';
import { setUp } from './machine/set-up.ts';

const USAGE = `usage: npm run fresh -- demo [--keep]
       npm run fresh -- test [PART…] [--keep]

\`npm run demo\` or \`npm test\` as a new user types it: in a new Debian 12 (debootstrap, in a temporary folder) that has Node 20, npm
and a clone of what is committed here, and nothing else. Needs root, or sudo without a password.

  --keep  leaves the folder, and says where it is
`;

interface Options {
  readonly command: readonly string[];
  readonly isKept: boolean;
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { keep: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [name, ...parts] = positionals;
  const isKept = values.keep;
  if (name === 'demo' && parts.length === 0) return { command: ['npm', 'run', 'demo'], isKept };
  if (name === 'test')
    return { command: ['npm', 'test', ...(parts.length > 0 ? ['--', ...parts] : [])], isKept };
  throw new Error(`takes demo, or test and its parts, and not ${positionals.join(' ') || 'nothing'}`);
}

/** `npm run fresh`: one of the two commands on a machine that has nothing yet. */
async function main({ command, isKept }: Options): Promise<void> {
  await setUp(NEEDED.fresh);
  if (execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }) !== '')
    console.error('fresh: what is not committed is left out');
  console.error('fresh: making a new Debian 12');
  const began = performance.now();
  await using root = await FreshRoot.make();
  const made = performance.now();
  console.error(`fresh: made in ${prettyMilliseconds(made - began)}; in it: ${command.join(' ')}\n`);
  const status = await root.run(command);
  console.error(
    `\nfresh: ${command.join(' ')} ended with ${status} after ${prettyMilliseconds(performance.now() - made)}`,
  );
  if (isKept) console.error(`fresh: the root is kept in ${root.keep()}`);
  process.exitCode = status;
}

await runCommandLine({ usage: USAGE, read: readOptions, run: main });
