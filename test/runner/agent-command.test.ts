import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { engineEnvironment, REPOSITORY } from './model/bundle-job.ts';

const CLI = join(REPOSITORY, 'dist/cli/index.js');

test('what topo-gc agent prints is read by a shell as it is, also from a folder with a quote in its name', async () => {
  using folder = new TemporaryFolder();
  const temporary = join(folder.path, "it's $HOME");
  mkdirSync(temporary);
  const child = spawn(process.execPath, [CLI, 'agent', '--until-eof'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...engineEnvironment(),
      TMPDIR: temporary,
      TOPO_GC_STATE: join(folder.path, 'state'),
    },
  });
  const exited = once(child, 'exit');
  const printed: string[] = [];
  for await (const line of createInterface(child.stdout)) if (printed.push(line) === 4) break;
  child.stdin.end();
  const script = `${printed.join('\n')}\nprintf %s "$TOPO_GC_DIR"`;
  const read = execFileSync('sh', ['-c', script], { encoding: 'utf8', env: {} });
  expect(read).toContain(`${temporary}/tgc-`);
  expect(await exited).toEqual([0, null]);
});
