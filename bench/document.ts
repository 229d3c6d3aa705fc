import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { figuresReport, growthCharts, growthReport, runsReport, seriesReport } from './report.ts';
import { mergeRuns, type Run, writeRuns } from './run.ts';

/** What stands between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`. */
const PARTS = {
  figures: figuresReport,
  growth: (runs: readonly Run[]) => `${growthReport(runs)}\n\n${growthCharts(runs)}`.trim(),
  samples: seriesReport,
  runs: runsReport,
};

/** Where the runs are kept that a document shows: beside it. */
export const runsFile = (document: string): string => document.replace(/\.md$/, '.json');

/** Puts the reports of runs into the text of a document. @throws Error where it lacks a part */
export function fillIn(text: string, runs: readonly Run[]): string {
  return Object.entries(PARTS).reduce((filled, [name, report]) => {
    const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
    const [from, to] = [filled.indexOf(begin), filled.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the document has no ${begin} … ${end}`);
    return `${filled.slice(0, from)}${begin}\n\n${report(runs)}\n\n${filled.slice(to)}`;
  }, text);
}

/** The runs that a document shows. */
export async function readRuns(document: string): Promise<readonly Run[]> {
  const file = runsFile(document);
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')).runs : [];
}

/** Keeps fresh runs beside a document in the place of those of the same names, and fills all of them in. */
export async function writeDocument(
  document: string,
  fresh: readonly Run[],
  names: readonly string[],
): Promise<void> {
  const text = await readFile(document, 'utf8');
  await writeRuns(runsFile(document), mergeRuns(await readRuns(document), fresh, names));
  await writeFile(document, fillIn(text, await readRuns(document)));
}
