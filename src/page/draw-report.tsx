import type { Report } from '../domain/report/report.ts';
import { Page } from './page.tsx';
import { drawPage } from './parts/draw-page.ts';

drawPage<Report>((report) => ({
  title: `topo-gc report, ${report.session.id}`,
  content: <Page report={report} />,
}));
