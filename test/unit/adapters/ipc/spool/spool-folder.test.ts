import { execFileSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { removeSpool } from '../../../../../src/adapters/ipc/spool/spool-end.ts';
import { makeSpool, spool } from '../../../../../src/adapters/ipc/spool/spool-file.ts';
import { SpoolFolder } from '../../../../../src/adapters/ipc/spool/spool-folder.ts';
import { describeFault, TopoGcError } from '../../../../../src/domain/errors.ts';
import { TemporaryFolder } from '../../../../support/temporary-folder.ts';

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
const NOW = '2026-11-24T10:00:00.000Z';
const NOBODY = 65_534;

let temporary: TemporaryFolder;
let path: string;
let folder: SpoolFolder;

beforeEach(async () => {
  temporary = new TemporaryFolder();
  path = temporary.file('spool');
  await makeSpool(path);
  folder = new SpoolFolder(path);
});
afterEach(() => temporary[Symbol.dispose]());

const write = (name: string, content: unknown = { containers: ['a'], submittedAt: NOW }) =>
  writeFileSync(join(path, name), typeof content === 'string' ? content : JSON.stringify(content));

/** Why a file will never be taken. */
async function whyNot(file: string): Promise<string> {
  const error = await folder.read(file).then(
    () => undefined,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(TopoGcError);
  return [error.message, ...error.faults.map(describeFault)].join('; ');
}

test('nobody has spoken later than the file was written: a clock ahead, or a wish, lifts no bound', async () => {
  const far = new Date(Date.now() + 24 * 3600_000).toISOString();
  write('far.json', { containers: ['a'], submittedAt: far });
  const writtenMs = Date.parse('2026-11-24T12:00:00Z');
  utimesSync(join(path, 'far.json'), writtenMs / 1000, writtenMs / 1000);
  const spoken = (await folder.read('far.json'))?.spoken;
  expect(spoken?.latest).toBeGreaterThanOrEqual(writtenMs);
  expect(spoken?.latest).toBeLessThan(writtenMs + 1_000);
  write('then.json');
  utimesSync(join(path, 'then.json'), writtenMs / 1000, writtenMs / 1000);
  expect((await folder.read('then.json'))?.spoken?.earliest).toBe(Date.parse(NOW));
});

test('the oldest is listed first; what is not finished is left', async () => {
  const times = { 'new.json': 3000, 'old.json': 1000, 'middle.json': 2000 };
  for (const [name, time] of Object.entries(times)) {
    write(name);
    utimesSync(join(path, name), time, time);
  }
  write('half.tmp', '{"conta');
  write('done.json.rejected', '{}');
  expect(await folder.list()).toEqual(['old.json', 'middle.json', 'new.json']);
});

test('where no id is named, the file’s name makes one, so that taking it twice is taking it once', async () => {
  write('a b#c.json');
  write(`${'x'.repeat(240)}.json`);
  const files = await folder.list();
  expect(files).toHaveLength(2);
  for (const file of files) expect((await folder.read(file))?.id).toMatch(/^spool-[\w.-]{1,194}$/);
});

test('what is gone meanwhile is none', async () => {
  write('one.json');
  await folder.list();
  await folder.taken('one.json');
  expect(await folder.read('one.json')).toBeUndefined();
});

describe('what is no submission says why', () => {
  test.each([
    ['no JSON', '{"containers"', /JSON/],
    ['empty', '', /JSON/],
    ['no time', { containers: ['a'] }, /submittedAt: takes a time in ISO 8601/],
    ['a time that is none', { containers: ['a'], submittedAt: 'soon' }, /submittedAt "soon": takes a time/],
    ['unknown fields', { containers: ['a'], submittedAt: NOW, colour: 'red' }, /colour: is unknown/],
    ['an id that is none', { id: 'a b', containers: ['a'], submittedAt: NOW }, /id "a b": takes/],
    ['too large', `{"name":"${'x'.repeat(MIB)}"}`, /larger than 1048576 bytes/],
  ])('%s', async (_, content, words) => {
    write('bad.json', content);
    expect(await folder.list()).toEqual(['bad.json']);
    expect(await whyNot('bad.json')).toMatch(words);
  });

  test('a file that is huge is not read', async () => {
    write('huge.json');
    truncateSync(join(path, 'huge.json'), 3 * GIB);
    expect(await whyNot('huge.json')).toMatch(/larger than/);
  });

  test.each([
    ['a link', (file: string) => symlinkSync('/etc/passwd', file), /is a link/],
    ['a folder', (file: string) => mkdirSync(file), /is no plain file/],
    ['a pipe that nobody writes to', (file: string) => execFileSync('mkfifo', [file]), /is no plain file/],
  ])('%s', async (_, make, words) => {
    make(join(path, 'odd.json'));
    expect(await folder.list()).toEqual(['odd.json']);
    expect(await whyNot('odd.json')).toMatch(words);
    await folder.reject('odd.json');
    expect(readdirSync(path)).toEqual(['odd.json.rejected']);
  });

  test.runIf(process.geteuid?.() === 0)('a file of another user', async () => {
    write('theirs.json');
    chownSync(join(path, 'theirs.json'), NOBODY, NOBODY);
    expect(await whyNot('theirs.json')).toBe('it belongs to the user 65534, not to 0');
  });
});

test('what is taken leaves the spool; what is refused stays for people to see', async () => {
  for (const name of ['one.json', 'two.json']) write(name);
  await folder.list();
  await folder.taken('one.json');
  await folder.reject('two.json');
  expect(readdirSync(path)).toEqual(['two.json.rejected']);
  await folder.taken('one.json');
  await folder.reject('one.json');
});

test('a name that is as long as can be is refused under a shorter one', async () => {
  const name = `${'x'.repeat(250)}.json`;
  write(name, 'no JSON');
  await folder.list();
  await folder.reject(name);
  expect(readdirSync(path)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.rejected$/)]);
});

test.runIf(process.geteuid?.() === 0)('a spool of another user is not looked into', async () => {
  write('one.json');
  chownSync(path, NOBODY, NOBODY);
  await expect(folder.list()).rejects.toThrow(`${path} belongs to the user 65534, not to 0`);
});

describe('closing', () => {
  test('takes the folder from clients, and what is in it can still be read', async () => {
    write('one.json');
    await folder.close();
    expect(existsSync(path)).toBe(false);
    await expect(spool(path, { containers: ['b'] })).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await folder.list()).toEqual(['one.json']);
    expect(await folder.read('one.json')).toBeDefined();
    await folder.taken('one.json');
    expect(await folder.list()).toEqual([]);
  });

  test('can be repeated, by a successor too', async () => {
    write('one.json');
    await folder.close();
    await folder.close();
    const successor = new SpoolFolder(path);
    await successor.close();
    expect(await successor.list()).toEqual(['one.json']);
  });

  test('leaves nothing when it is removed, closed or not', async () => {
    write('one.json');
    await folder.close();
    await removeSpool(path);
    await makeSpool(path);
    write('two.json');
    await removeSpool(path);
    expect(readdirSync(temporary.path)).toEqual([]);
  });

  test('what was not taken can be kept for the next drain, which finds it', async () => {
    write('one.json');
    write('half.tmp', '{');
    symlinkSync('/etc/passwd', join(path, 'link.json'));
    const kept = temporary.file('kept');
    await removeSpool(path, kept);
    expect(readdirSync(temporary.path)).toEqual(['kept']);
    expect(readdirSync(kept)).toEqual(['one.json']);
    const successor = new SpoolFolder(path, { kept });
    expect(await successor.list()).toEqual(['one.json']);
    expect(await successor.read('one.json')).toBeDefined();
    await successor.reject('one.json');
    expect(readdirSync(kept)).toEqual(['one.json.rejected']);
    expect(readFileSync(join(kept, 'one.json.rejected'), 'utf8')).toContain('containers');
  });
});

test('a change is told as long as the signal has not fired; a folder that is gone is none', async () => {
  const abort = new AbortController();
  const onChange = vi.fn();
  const onUnwatched = vi.fn();
  folder.watch(abort.signal, onChange);
  await spool(path, { containers: ['a'] });
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), { timeout: 8_000 });
  abort.abort();
  new SpoolFolder(temporary.file('gone'), { onUnwatched }).watch(abort.signal, onChange);
  expect(onUnwatched).not.toHaveBeenCalled();
});
