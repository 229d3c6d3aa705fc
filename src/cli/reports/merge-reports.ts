import { type GivenFile, NotReadable, readGivenFile } from '../../adapters/files/given-file.ts';
import { type Fault, TopoGcError } from '../../domain/errors.ts';
import { type Fleet, FleetTally } from '../../domain/fleet/fleet.ts';
import { jobNames } from '../../domain/fleet/job-names.ts';
import type { Report } from '../../domain/report/report.ts';
import { readReport } from '../../protocol/reports/read-report.ts';

/** Reports one fault of a file: its field, if it has one, stands behind the file's path. */
const ofFile = (file: string, { field, ...fault }: Fault): Fault => ({
  field: field === '' ? file : `${file}: ${field}`,
  ...fault,
});

/** Takes each file and each session once. */
class Taken {
  readonly #files = new Map<string, string>();
  readonly #sessions = new Map<string, string>();

  /** @throws NotReadable if another path has led to the same file */
  takeFile(path: string, { identity }: GivenFile): void {
    const other = this.#files.get(identity);
    if (other === path) throw new NotReadable('is given twice: takes each report once');
    if (other !== undefined)
      throw new NotReadable(`is given twice, also as ${other}: takes each report once`);
    this.#files.set(identity, path);
  }

  /** @returns a fault if another file has a report of that session, which would count twice */
  takeSession(path: string, { session }: Report): readonly Fault[] {
    const other = this.#sessions.get(session.id);
    this.#sessions.set(session.id, path);
    if (other === undefined) return [];
    const detail = `is also the session of ${other}: takes one report of each session, the last one`;
    return [{ field: 'session.id', value: session.id, detail }];
  }
}

/**
 * Reads the reports, one after the other, so that only one is in memory at a time.
 * @throws TopoGcError `invalid-input` with the faults of all files, if there are any
 */
export async function readReports(
  paths: readonly string[],
  onReport: (report: Report, at: number) => void,
): Promise<void> {
  const taken = new Taken();
  const faults: Fault[] = [];
  for (const [at, path] of paths.entries()) {
    const found = await readOne(path, taken, (report) => onReport(report, at));
    faults.push(...found.map((fault) => ofFile(path, fault)));
  }
  if (faults.length > 0)
    throw new TopoGcError(
      'invalid-input',
      'Not every file is a report that can be read; nothing was written',
      { faults },
    );
}

async function readOne(
  path: string,
  taken: Taken,
  onReport: (report: Report) => void,
): Promise<readonly Fault[]> {
  try {
    const file = await readGivenFile(path);
    taken.takeFile(path, file);
    const read = readReport(file.text);
    if ('faults' in read) return read.faults;
    const faults = taken.takeSession(path, read.report);
    if (faults.length === 0) onReport(read.report);
    return faults;
  } catch (error) {
    if (error instanceof NotReadable) return [{ field: '', detail: error.message }];
    throw error;
  }
}

/**
 * Merges the reports of many jobs.
 * @param expected the number of jobs that there were
 * @throws TopoGcError as `readReports`
 */
export async function mergeReports(paths: readonly string[], expected: number | undefined): Promise<Fleet> {
  const tally = new FleetTally();
  const names = jobNames(paths);
  await readReports(paths, (report, at) => {
    const file = paths[at] ?? '';
    tally.add({ name: names[at] ?? file, file }, report);
  });
  return tally.result(expected);
}
