import { adviceOn } from '../domain/report/advice.ts';
import type { Report } from '../domain/report/report.ts';
import { AdviceList } from './advice-list.tsx';
import { Collections } from './collections.tsx';
import { Inputs } from './inputs.tsx';
import { Headline } from './page-headline.tsx';
import { Problems } from './problems.tsx';
import { ReadingsTable } from './readings-table.tsx';
import { Remarks } from './remarks.tsx';
import { StrayList } from './stray-list.tsx';
import { Course } from './time/course.tsx';

/** The whole report: first the problems and strays, then the advice, then the course, then the rest. */
export function Page({ report }: { readonly report: Report }) {
  return (
    <main>
      <Headline report={report} />
      <Problems report={report} />
      <StrayList strays={report.strays} />
      <AdviceList advice={adviceOn(report)} />
      <Course report={report} />
      <Collections report={report} />
      <ReadingsTable report={report} />
      <Remarks report={report} />
      <Inputs report={report} />
      <footer>
        <p>
          Written by topo-gc. Times are since the beginning of the picture unless said otherwise. The same
          figures are in <code>report.json</code> beside this file.
        </p>
      </footer>
    </main>
  );
}
