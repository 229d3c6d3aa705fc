import { render } from 'preact';
import type { Report } from '../domain/report/report.ts';
import { Page } from './page.tsx';
import { drawBeforePrinting } from './printing.ts';

/** The report follows this script, as JSON. */
function readReport(): Report {
  return JSON.parse(document.getElementById('report')?.textContent ?? '');
}

document.addEventListener('DOMContentLoaded', () => {
  const root = document.getElementById('page');
  if (root === null) return;
  const report = readReport();
  document.title = `topo-gc report, ${report.session.id}`;
  drawBeforePrinting();
  render(<Page report={report} />, root);
});
