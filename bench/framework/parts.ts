import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import prettyMilliseconds from 'pretty-ms';
import { alternate } from '../alternation.ts';
import { type Arm, type ArmRun, type ArmSetting, runArm } from './arms.ts';
import type { PartName } from './options.ts';

/** One thing that is run in more than one way. */
export interface PartResult {
  readonly name: PartName;
  readonly runs: readonly ArmRun[];
}

const MODULE = join(import.meta.dirname, 'pytest/hosts_in_line.py');
const MODULES = 4;
const XDIST_WORKERS = 2;
const ON_DOCKER = ['--topology-platform', 'docker'];

const PARTS: Readonly<Record<PartName, (setting: ArmSetting) => Promise<ArmRun[]>>> = {
  modules: (setting) => runModules(setting, 1),
  workers: (setting) => runModules(setting, XDIST_WORKERS),
  'own-tests': runOwnTests,
};

export async function runPart(name: PartName, setting: ArmSetting): Promise<PartResult> {
  return { name, runs: await PARTS[name](setting) };
}

/** Four modules of four hosts: once as the framework unbuilds, then kept and deferred in turn. */
async function runModules(setting: ArmSetting, workers: number): Promise<ArmRun[]> {
  const args = [...ON_DOCKER, ...(await writeModules(setting.folder, workers))];
  const runs: ArmRun[] = [];
  const run = async (arm: Arm) => {
    const done = await toldArm(setting, arm, args, { suite: 'modules', workers });
    const failed = Object.entries(done.outcomes).filter(([, outcome]) => outcome !== 'passed');
    if (failed.length > 0) throw new Error(`not all passed, ${arm}:\n${done.output}`);
    // xdist ends its workers in the middle of what they unbuild last, where that takes long.
    const counted = { builds: done.builds, ...(arm === 'deferred' && { unbuilds: done.unbuilds }) };
    for (const [what, { length }] of Object.entries(counted))
      if (length !== MODULES) throw new Error(`${length} ${what}, ${arm}, not ${MODULES}:\n${done.output}`);
    runs.push(done);
    return done.tookMs;
  };
  await run('stock');
  await alternate(setting.options.rounds, { kept: () => run('kept'), deferred: () => run('deferred') });
  return runs;
}

async function writeModules(folder: string, workers: number): Promise<string[]> {
  const home = join(folder, `modules-${workers}`);
  await mkdir(home);
  const modules = Array.from({ length: MODULES }, (_, at) => join(home, `test_hosts_${at + 1}.py`));
  for (const module of modules) await copyFile(MODULE, module);
  return ['--rootdir', home, ...modules];
}

/** The framework's own tests, those that build nothing on Docker included where they are given. */
async function runOwnTests(setting: ArmSetting): Promise<ArmRun[]> {
  const { dockerTests, coreTests } = setting.options;
  const runs: ArmRun[] = [];
  if (coreTests !== undefined) {
    const args = ['--rootdir', dirname(coreTests), '--topology-szn-dir', join(coreTests, 'szn'), coreTests];
    for (const arm of ['stock', 'deferred'] as const)
      runs.push(await toldArm(setting, arm, args, { suite: 'core', workers: 1 }));
  }
  if (dockerTests !== undefined) {
    const args = ['--rootdir', dirname(dockerTests), ...ON_DOCKER, dockerTests];
    for (const workers of [1, XDIST_WORKERS])
      for (const arm of ['stock', 'deferred'] as const)
        runs.push(await toldArm(setting, arm, args, { suite: 'docker', workers }));
  }
  return runs;
}

async function toldArm(
  setting: ArmSetting,
  arm: Arm,
  args: readonly string[],
  of: Pick<ArmRun, 'suite' | 'workers'>,
): Promise<ArmRun> {
  const run = await runArm(setting, arm, args, of);
  console.error(
    `${of.suite}, ${arm}, ${of.workers} at once: ${Object.keys(run.outcomes).length} tests in ${prettyMilliseconds(run.tookMs)}`,
  );
  return run;
}
