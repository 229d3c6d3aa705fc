import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { HostProbe } from '../../../../../src/adapters/host/probe/host-probe.ts';
import { countCores, parseCpuTimes } from '../../../../../src/adapters/host/probe/proc-figures.ts';
import { MadeRoot } from '../made-root.ts';

const PRESSURE =
  'some avg10=26.04 avg60=24.76 avg300=17.31 total=5931203622\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n';
/** Of two cores, which were busy for 150 of 1,000 ticks; the 40 of guests are in the others already. */
const STAT =
  'cpu  50 10 30 800 50 5 15 40 30 10\ncpu0 25 5 15 400 25 2 8 20 15 5\ncpu1 25 5 15 400 25 3 7 20 15 5\nintr 1\n';

test('CPU pressure is the share of the last 10 s in which something waited', async () => {
  using root = new MadeRoot();
  root.write({ 'proc/pressure/cpu': PRESSURE, 'proc/loadavg': '9.00 1.00 1.00 1/2 3\n', 'proc/stat': STAT });
  expect(await root.probe.cpu()).toEqual({ by: 'pressure', percent: 26.04 });
});

test('without PSI it is the load of the last minute a core', async () => {
  using root = new MadeRoot();
  root.write({ 'proc/loadavg': '3.00 2.26 1.94 2/209 8303\n', 'proc/stat': STAT });
  expect(await root.probe.cpu()).toEqual({ by: 'load', percent: 150 });
});

test('what is neither is an error, and no 0', async () => {
  using root = new MadeRoot();
  root.write({ 'proc/stat': STAT });
  await expect(root.probe.cpu()).rejects.toThrow('loadavg');
  root.write({ 'proc/pressure/cpu': 'odd\n' });
  await expect(root.probe.cpu()).rejects.toThrow('"some avg10"');
});

test('the CPUs are busy but for idle and iowait, and guests count once', async () => {
  expect(parseCpuTimes(STAT)).toEqual({ busy: 150, total: 1000 });
  expect(parseCpuTimes('cpu  1 2 3 4\n')).toEqual({ busy: 6, total: 10 });
  expect(() => parseCpuTimes('cpu0 1 2 3 4\n')).toThrow('all CPUs');
});

test('this kernel is read', async () => {
  const probe = new HostProbe({ diskPaths: [] });
  expect((await probe.cpu()).percent).toBeGreaterThanOrEqual(0);
  const { busy, total } = await probe.cpuTimes();
  expect(busy).toBeGreaterThan(0);
  expect(total).toBeGreaterThan(busy);
  expect(countCores(readFileSync('/proc/stat', 'utf8'))).toBeGreaterThanOrEqual(availableParallelism());
});
