import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { findCommand } from '../../scripts/engine/root-command.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { lackForMounts } from '../support/mounts.ts';
import { type Lack, skippedFor } from '../support/skipped.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const MIB = 1024 * 1024;

/** A file system that keeps no times of birth, as its inodes have no room for them. */
class WithoutBirthTimes implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly path = this.#folder.file('disk');

  constructor() {
    const image = this.#folder.file('disk.img');
    writeFileSync(image, '');
    truncateSync(image, 8 * MIB);
    mkdirSync(this.path);
    execFileSync('mkfs.ext4', ['-q', '-F', '-I', '128', image], { stdio: 'pipe' });
    execFileSync('mount', ['-o', 'loop', image, this.path], { stdio: 'pipe' });
  }

  [Symbol.dispose](): void {
    execFileSync('umount', [this.path]);
    this.#folder[Symbol.dispose]();
  }
}

/** As containers, most have no loop devices. */
function lackForLoops(): Lack | undefined {
  const lack = lackForMounts();
  if (lack !== undefined) return lack;
  if (findCommand('mkfs.ext4') === undefined) return 'package: there is no mkfs.ext4';
  try {
    using _ = new WithoutBirthTimes();
    return undefined;
  } catch {
    return 'kernel: it has no loop devices for this process';
  }
}

test(
  'a path whose age can’t be known is refused, also where it is older than the session and written to since',
  skippedFor(lackForLoops()),
  async () => {
    using disk = new WithoutBirthTimes();
    const root = `${disk.path}/topology`;
    const older = `${root}/older`;
    mkdirSync(older, { recursive: true });
    expect(statSync(older).birthtimeMs).toBe(0);
    await using agent = await AgentUnderTest.start({ inputs: { 'path-roots': root } });
    // Its file system tells whole seconds: then it looks like one that was made after the session began.
    const began = Math.floor(Date.now() / 1000);
    await vi.waitFor(() => expect(Math.floor(Date.now() / 1000)).toBeGreaterThan(began), { timeout: 5_000 });
    writeFileSync(`${older}/file`, '');
    const answer = await agent.ask('POST', '/v1/topologies', { id: 't', paths: [older] });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'paths[0]', value: older }] } });
    expect(await agent.drain()).toMatchObject({ topologies: [], leaks: [] });
    expect(existsSync(`${older}/file`)).toBe(true);
  },
);
