import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('fixtures/interrupted-script.ts', import.meta.url));

test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'at %s everything is cleaned up, last come first served, before the process ends by it',
  async (signal) => {
    const script = spawn(process.execPath, [SCRIPT], { stdio: ['ignore', 'pipe', 'ignore'] });
    const lines: string[] = [];
    createInterface({ input: script.stdout }).on('line', (line) => {
      lines.push(line);
      // The second one is npm's.
      if (line === 'ready' || line === 'cleaning second') script.kill(signal);
    });
    const [code, endedBy] = await once(script, 'close');
    expect({ code, endedBy }).toEqual({ code: null, endedBy: signal });
    expect(lines).toEqual(['ready', 'cleaning second', 'cleaned second', 'cleaned first']);
  },
);
