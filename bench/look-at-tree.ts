import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnLeftovers } from '../src/adapters/host/own-leftovers.ts';

/** How long a submission looks through a path, without a bound: `bench/look-at-tree.ts [FILES]` (docs/host-leftovers.md). */
const files = Number(process.argv[2] ?? 20_000);
const FILES_A_FOLDER = [1_000, 10];
const ROUNDS = 5;
const UNBOUNDED_MS = 600_000;

function makeTree(path: string, filesAFolder: number): void {
  for (let at = 0; at < files; at++) {
    const folder = join(path, String(Math.floor(at / filesAFolder)));
    if (at % filesAFolder === 0) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, String(at)), '');
  }
}

const root = mkdtempSync(join(tmpdir(), 'topo-gc-look-'));
try {
  chmodSync(root, 0o755);
  const owners = [0, process.geteuid?.() ?? 0];
  const leftovers = new OwnLeftovers({ roots: [root], netnsFolder: join(root, 'netns'), owners });
  for (const filesAFolder of FILES_A_FOLDER) {
    const path = join(root, String(filesAFolder));
    makeTree(path, filesAFolder);
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const began = performance.now();
      await leftovers.find('path', path, UNBOUNDED_MS);
      took.push(performance.now() - began);
    }
    const median = took.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
    process.stdout.write(`${files} files, ${filesAFolder} a folder: ${Math.round(median)} ms\n`);
  }
} finally {
  rmSync(root, { recursive: true });
}
