import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { connectToEngine } from './real-engine.ts';

const CONNECT = fileURLToPath(new URL('./real-engine.ts', import.meta.url));

test('a hundred stops that are held open cost a lookup nothing', async () => {
  await using objects = new EngineObjects();
  const engine = await connectToEngine();
  const { id } = await objects.container('box', { stubborn: true, stopTimeout: 600 });
  const { id: bystander } = await objects.container('bystander');
  const stops = Array.from({ length: 100 }, () => engine.stop(id, 600_000, false));
  const times: number[] = [];
  for (let round = 0; round < 21; round++) {
    const before = performance.now();
    await Promise.all(Array.from({ length: 4 }, () => engine.find('container', bystander)));
    times.push(performance.now() - before);
  }
  // About 1 ms; with docker-modem, more than a second.
  expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(100);
  await engine.kill(id);
  expect(new Set(await Promise.all(stops))).toEqual(new Set(['stopped']));
  engine.close();
});

test('a connection that is kept open for the next call does not keep the process alive', () => {
  const program = `
    import { connectToEngine } from ${JSON.stringify(CONNECT)};
    const engine = await connectToEngine();
    const members = await engine.list();
    process.stdout.write(Array.isArray(members) ? 'listed' : 'not listed');
  `;
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect(child).toMatchObject({ status: 0, signal: null, stdout: 'listed' });
});
