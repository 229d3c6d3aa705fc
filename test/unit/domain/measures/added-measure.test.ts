import { execFile } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';
import type { playMeasure } from './fixtures/play-measure.ts';

/** All sources are compiled, or loaded anew. */
const LONG = { timeout: 300_000 };

const FIXTURES = 'test/unit/domain/measures/fixtures';
const TABLE = 'src/domain/measures/measures.ts';
const LAST_LINE = '  age,\n';
const IMPORTS = "import { age } from './age.ts';\n";

/** A copy of the sources in which one file and one line of the table add a measure. */
class Copy extends TemporaryFolder {
  constructor(change: (example: string) => string = (example) => example) {
    super();
    for (const folder of ['src', 'test/fakes', FIXTURES])
      cpSync(folder, this.file(folder), { recursive: true });
    cpSync('test/support/temporary-folder.ts', this.file('test/support/temporary-folder.ts'));
    symlinkSync(resolve('node_modules'), this.file('node_modules'));
    const example = readFileSync(join(FIXTURES, 'example.ts'), 'utf8');
    const inPlace = example
      .replaceAll('../../../../../src/domain/measures/', './')
      .replaceAll('../../../../../src/domain/', '../');
    writeFileSync(this.file('src/domain/measures/example.ts'), change(inPlace));
    const table = readFileSync(TABLE, 'utf8');
    const added = table
      .replace(IMPORTS, `${IMPORTS}import { example } from './example.ts';\n`)
      .replace(LAST_LINE, `${LAST_LINE}  example,\n`);
    writeFileSync(this.file(TABLE), added);
  }

  /** What the compiler says of it. */
  async compile(): Promise<string> {
    const include = ['src', 'test/fakes', `${FIXTURES}/play-measure.ts`];
    const config = { extends: resolve('tsconfig.json'), include, exclude: ['src/page'] };
    writeFileSync(this.file('tsconfig.json'), JSON.stringify(config));
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const ran = promisify(execFile)(process.execPath, [tsc, '--project', this.file('tsconfig.json')]);
    const { stdout } = await ran.catch((error: { stdout: string }) => error);
    return stdout;
  }

  /** Plays topologies that have a network each, until that share of the address pools is used. */
  async play(inputs: Readonly<Record<string, string>>, count: number) {
    const module: { readonly playMeasure: typeof playMeasure } = await import(
      this.file(join(FIXTURES, 'play-measure.ts'))
    );
    return module.playMeasure('example-threshold', inputs, count);
  }
}

describe('a measure that one file and one line of the table add', () => {
  const copy = new Copy();
  afterAll(() => copy[Symbol.dispose]());

  test('is all that the compiler asks for', LONG, async () => {
    expect(await copy.compile()).toBe('');
  });

  test('is parsed, read, crossed, told and shown everywhere', LONG, async () => {
    // 13 of 31 are 42%.
    const seen = await copy.play({ 'example-threshold': '40%' }, 13);
    expect(seen.limits).toMatchObject({ example: { kind: 'used', percent: 40 } });
    // Back by the margin, 35%, are 10 of 31.
    expect(seen.readings).toMatchObject({ freePools: 21 });
    expect(seen.collections[0]).toEqual({
      trigger: 'example',
      reason: '42% of the address pools used, threshold 40%',
      topologies: 3,
    });
    expect(seen.status.join('\n')).toMatch(/^ {2}example .* 32% used +threshold 40%$/m);
    expect(seen.metrics).toContain('# TYPE topo_gc_example_free gauge\n');
    expect(seen.metrics).toContain('\ntopo_gc_example_free 21\n');
    expect(seen.summary).toContain('example: 42% used → 32% used');
    expect(seen.page).toEqual({ name: 'example', tightest: '42% used', lane: 25, hasThreshold: true });
    expect(seen.completed).toEqual(['off']);
  });

  test('fires ahead of its end where it says that it runs out', LONG, async () => {
    const seen = await copy.play({ 'example-threshold': '99%' }, 25);
    expect(seen.collections[0]).toMatchObject({
      trigger: 'ahead',
      reason: expect.stringMatching(/^the address pools: full in \d+ s at this rate/),
    });
  });

  test('is not forecast where it does not say so', LONG, async () => {
    using other = new Copy((example) => example.replace('runsOut: true', 'runsOut: false'));
    const seen = await other.play({ 'example-threshold': '99%' }, 25);
    expect(seen.filling.filter(({ trigger }) => String(trigger) === 'example')).toEqual([]);
    expect(seen.collections.map(({ trigger }) => trigger)).toEqual(['drain']);
  });
});
