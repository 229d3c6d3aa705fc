import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeGate } from '../../../../scripts/build/node-gate.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

/** Runs the gate of an entry whose bundle prints `loaded`, with a version of Node that is played. */
function passes(entry: string, version: string) {
  using folder = new TemporaryFolder();
  const played = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  writeFileSync(folder.file('played.cjs'), played);
  writeFileSync(folder.file('index.js'), nodeGate(entry));
  writeFileSync(folder.file(`${entry}.js`), "console.log('loaded');");
  const args = ['--require', folder.file('played.cjs'), folder.file('index.js')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test.each(['20.16.0', '20.20.2', '22.3.0', '23.0.0', '24.21.0', '100.0.0'])(
  'Node %s loads the bundle',
  (version) => {
    expect(passes('main', version)).toEqual({ status: 0, stdout: 'loaded\n', stderr: '' });
  },
);

test.each(['4.0.0', '18.20.8', '20.15.1', '21.7.3', '22.2.0'])('Node %s is refused', (version) => {
  const sentence = `needs Node 20.16, 22.3 or newer, this is v${version}`;
  expect(passes('main', version)).toEqual({
    status: 1,
    stdout: `::error::topo-gc ${sentence}\n`,
    stderr: '',
  });
  expect(passes('cli', version)).toEqual({ status: 2, stdout: '', stderr: `topo-gc: ${sentence}\n` });
});
