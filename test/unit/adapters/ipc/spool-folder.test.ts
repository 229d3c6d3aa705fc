import { existsSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeSpool, removeSpool, spool } from '../../../../src/adapters/ipc/spool-file.ts';
import { SpoolFolder } from '../../../../src/adapters/ipc/spool-folder.ts';
import { TemporaryFolder } from '../../../temporary-folder.ts';

const MIB = 1024 * 1024;
const NOW = '2026-11-24T10:00:00.000Z';

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

const write = (name: string, content: unknown) =>
  writeFileSync(join(path, name), typeof content === 'string' ? content : JSON.stringify(content));

test('the oldest is read first; what is not finished, or no file, is left', async () => {
  const times = { 'new.json': 3000, 'old.json': 1000, 'middle.json': 2000 };
  for (const [name, time] of Object.entries(times)) {
    write(name, { containers: ['a'], submittedAt: NOW });
    utimesSync(join(path, name), time, time);
  }
  write('half.tmp', '{"conta');
  write('done.json.rejected', '{}');
  symlinkSync('/etc/passwd', join(path, 'link.json'));
  const { spooled, rejected } = await folder.read();
  expect(spooled.map(({ file }) => file)).toEqual(['old.json', 'middle.json', 'new.json']);
  expect(rejected).toEqual([]);
});

test('where no id is named, the file’s name makes one, so that taking it twice is taking it once', async () => {
  write('a b#c.json', { containers: ['a'], submittedAt: NOW });
  write(`${'x'.repeat(240)}.json`, { containers: ['a'], submittedAt: NOW });
  const ids = (await folder.read()).spooled.map(({ submission }) => submission.id);
  expect(ids).toHaveLength(2);
  for (const id of ids) expect(id).toMatch(/^spool-[\w.-]{1,194}$/);
});

describe('what is no submission is rejected with the reason, and read no more', () => {
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
    write('good.json', { containers: ['a'], submittedAt: NOW });
    const { spooled, rejected } = await folder.read();
    expect(spooled.map(({ file }) => file)).toEqual(['good.json']);
    expect(rejected).toEqual([{ file: 'bad.json', error: expect.stringMatching(words) }]);
    expect(existsSync(join(path, 'bad.json.rejected'))).toBe(true);
    expect((await folder.read()).rejected).toEqual([]);
  });
});

test('what is taken leaves the spool; what is refused stays for people to see', async () => {
  for (const name of ['one.json', 'two.json']) write(name, { containers: ['a'], submittedAt: NOW });
  await folder.taken('one.json');
  await folder.reject('two.json');
  expect(readdirSync(path)).toEqual(['two.json.rejected']);
  await folder.taken('one.json');
  await folder.reject('one.json');
});

describe('closing', () => {
  test('takes the folder from clients, and what is in it can still be read', async () => {
    write('one.json', { containers: ['a'], submittedAt: NOW });
    await folder.close();
    expect(existsSync(path)).toBe(false);
    await expect(spool(path, { containers: ['b'] })).rejects.toMatchObject({ code: 'ENOENT' });
    expect((await folder.read()).spooled).toMatchObject([{ file: 'one.json' }]);
    await folder.taken('one.json');
    expect((await folder.read()).spooled).toEqual([]);
  });

  test('can be repeated, by a successor too', async () => {
    write('one.json', { containers: ['a'], submittedAt: NOW });
    await folder.close();
    await folder.close();
    const successor = new SpoolFolder(path);
    await successor.close();
    expect((await successor.read()).spooled).toMatchObject([{ file: 'one.json' }]);
  });

  test('leaves nothing when it is removed', async () => {
    write('one.json', { containers: ['a'], submittedAt: NOW });
    await folder.close();
    await removeSpool(path);
    expect(readdirSync(temporary.path)).toEqual([]);
  });
});

test('a change is told as long as the signal has not fired; a folder that is gone is none', async () => {
  const abort = new AbortController();
  const onChange = vi.fn();
  folder.watch(abort.signal, onChange);
  await spool(path, { containers: ['a'] });
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  abort.abort();
  expect(() => new SpoolFolder(temporary.file('gone')).watch(abort.signal, onChange)).not.toThrow();
});
