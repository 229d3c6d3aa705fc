import { readFileSync, writeFileSync } from 'node:fs';
import { CASES, caseTable, DOCUMENT, readCases, withTable } from './cases/case-table.ts';

// Writes the table of `docs/reliability.md` anew, from the files in `test/cases`.
writeFileSync(DOCUMENT, withTable(readFileSync(DOCUMENT, 'utf8'), caseTable(readCases(CASES))));
