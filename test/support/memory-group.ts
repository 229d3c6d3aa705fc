import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Lack, needsRoot } from './skipped.ts';

/** Where the groups are that limit memory, and what their limit is called: of version 1 where that does, else of version 2. */
const HIERARCHY = existsSync('/sys/fs/cgroup/memory/memory.stat')
  ? { folder: '/sys/fs/cgroup/memory', limit: 'memory.limit_in_bytes' }
  : { folder: '/sys/fs/cgroup', limit: 'memory.max' };

/** A control group of a test's own; it goes when its processes have gone. */
export class MemoryGroup implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** @throws Error where this process may not, as in most containers */
  static make(bytes: number): MemoryGroup {
    const path = join(HIERARCHY.folder, `topo-gc-test-${randomUUID().slice(0, 8)}`);
    mkdirSync(path);
    const group = new MemoryGroup(path);
    try {
      writeFileSync(join(path, HIERARCHY.limit), String(bytes));
      return group;
    } catch (error) {
      group.remove();
      throw error;
    }
  }

  add(pid: number): void {
    writeFileSync(join(this.path, 'cgroup.procs'), String(pid));
  }

  /** False while it holds a process, which may be one that has ended a moment ago. */
  remove(): boolean {
    try {
      rmdirSync(this.path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EBUSY') return false;
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await vi.waitUntil(() => this.remove(), { timeout: 10_000 });
  }
}

/** Why this process may not make such groups: root may, but not in most containers. */
export function lackForMemoryGroups(): Lack | undefined {
  try {
    MemoryGroup.make(2 ** 30).remove();
    return undefined;
  } catch {
    return needsRoot() ?? 'kernel: it lets this process limit no memory';
  }
}
