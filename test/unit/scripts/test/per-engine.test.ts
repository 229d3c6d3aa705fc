import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PARTS } from '../../../../scripts/test/parts.ts';
import { PER_ENGINE, taggedFiles } from '../../../../scripts/test/per-engine.ts';

test('vitest knows the tag', () => {
  expect(readFileSync('vitest.config.mts', 'utf8')).toContain(`name: '${PER_ENGINE}'`);
});

test('the files are those that have the tag, all of real engines', () => {
  const files = taggedFiles();
  expect(files).toContain('test/integration/container-states.test.ts');
  expect(files).not.toContain('test/unit/scripts/test/per-engine.test.ts');
  for (const file of files) {
    expect(file).toMatch(/^test\/(integration|runner|examples|faults|cases)\//);
    expect(readFileSync(file, 'utf8')).toContain(PER_ENGINE);
  }
});

test('with a chosen engine, all runs on that one and no other is started', () => {
  const part = PARTS.find(({ name }) => name === 'engines');
  const before = process.env.TOPO_GC_ENGINE;
  try {
    process.env.TOPO_GC_ENGINE = '';
    expect(part?.isLeftOut?.()).toBe(false);
    process.env.TOPO_GC_ENGINE = 'docker-26';
    expect(part?.isLeftOut?.()).toBe(true);
  } finally {
    if (before === undefined) delete process.env.TOPO_GC_ENGINE;
    else process.env.TOPO_GC_ENGINE = before;
  }
});
