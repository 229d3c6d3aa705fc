import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  jsonFile,
  pageFile,
  replaceFiles,
  writeReportPage,
} from '../../../../src/adapters/files/report-files.ts';
import { HOSTILE, madeReport } from '../../../fakes/made-report.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const TEMPLATE = '<title>page</title><script type="application/json">';

/** A folder with a template, and what is written from that. */
function made(folder: TemporaryFolder) {
  const [template, path] = [folder.file('template.html'), folder.file('report.html')];
  writeFileSync(template, TEMPLATE);
  return { template, path };
}

test.each([...HOSTILE, '</script>', '<!--', '\ud800'])(
  'the report stands behind the page, and nothing in it ends that: %j',
  async (name) => {
    using folder = new TemporaryFolder();
    const { template, path } = made(folder);
    const report = madeReport({ inputs: { [name]: name } });
    await writeReportPage(path, template, report);
    const page = readFileSync(path, 'utf8');
    expect(page.startsWith(TEMPLATE)).toBe(true);
    const [json = '', ...rest] = page.slice(TEMPLATE.length).split('<');
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)));
    expect(rest.join('<')).toBe('/script>\n</body>\n</html>\n');
  },
);

test('the last one takes the place of the one before, and can be read whatever the template may', async () => {
  using folder = new TemporaryFolder();
  const { template, path } = made(folder);
  chmodSync(template, 0o400);
  await writeReportPage(path, template, madeReport({ endedAt: 1 }));
  await writeReportPage(path, template, madeReport({ endedAt: 2 }));
  expect(readFileSync(path, 'utf8')).toContain('"endedAt":2');
  expect(statSync(path).mode & 0o777).toBe(0o644);
  expect(readdirSync(folder.path).sort()).toEqual(['report.html', 'template.html']);
});

test('one that can not be written leaves nothing behind', async () => {
  using folder = new TemporaryFolder();
  const { template, path } = made(folder);
  mkdirSync(path);
  await expect(writeReportPage(path, template, madeReport())).rejects.toThrow('EISDIR');
  await expect(writeReportPage(path, folder.file('nothing'), madeReport())).rejects.toThrow('ENOENT');
  expect(readdirSync(folder.path).sort()).toEqual(['report.html', 'template.html']);
});

test('of two files none is written if one of them can not be, and the old ones stay', async () => {
  using folder = new TemporaryFolder();
  const { path } = made(folder);
  const json = folder.file('report.json');
  writeFileSync(json, 'old');
  const files = [jsonFile(json, madeReport()), pageFile(path, folder.file('nothing'), madeReport())];
  await expect(replaceFiles(files)).rejects.toThrow('ENOENT');
  expect(readFileSync(json, 'utf8')).toBe('old');
  expect(readdirSync(folder.path).sort()).toEqual(['report.json', 'template.html']);
});
