import { writeFile } from 'node:fs/promises';
import Docker from 'dockerode';
import { interrupted, untilEnd } from '../../scripts/interruption.ts';
import { describeMachine } from '../machine.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { accountOf } from './account-tables.ts';
import { DEFAULT_SOCKET, startDefaultEngine } from './default-engine.ts';
import { accountOfKills, runKills } from './kills.ts';
import { importNodeImages } from './node-image.ts';
import type { Options } from './options.ts';
import { runPart } from './parts.ts';

/** What `npm run framework` does on a machine of its own. */
async function main(folder: string, options: Options): Promise<void> {
  await using _engine = await startDefaultEngine(folder);
  await importNodeImages(new Docker({ socketPath: DEFAULT_SOCKET }), folder);
  using engine = new BareEngine(`unix://${DEFAULT_SOCKET}`);
  const machine = await describeMachine(engine);
  const startedAt = new Date().toISOString();
  if (options.kills > 0)
    console.log(accountOfKills(await runKills({ engine, options, folder }, options.kills)));
  if (options.parts.length === 0) return;
  const parts = [];
  for (const name of options.parts) parts.push(await runPart(name, { engine, options, folder }));
  await writeFile(options.json, `${JSON.stringify({ startedAt, machine, parts }, withoutOutput, 2)}\n`);
  console.log(accountOf(machine, parts));
}

/** What pytest printed is for who looks for a fault. */
const withoutOutput = (key: string, value: unknown): unknown => (key === 'output' ? undefined : value);

const [folder = '', options = ''] = process.argv.slice(2);
try {
  await main(folder, JSON.parse(options));
} catch (error) {
  if (interrupted.aborted) await untilEnd();
  console.error(error);
  process.exitCode = 1;
}
