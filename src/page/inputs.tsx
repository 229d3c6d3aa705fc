import type { Report } from '../domain/report/report.ts';
import { usePrinting } from './printing.ts';

export function Inputs({ report }: { readonly report: Report }) {
  const isPrinting = usePrinting();
  return (
    <section>
      <details open={isPrinting}>
        <summary>
          <h2>Inputs in force</h2>
        </summary>
        <dl class="inputs">
          {Object.entries(report.inputs).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value === '' ? <span class="none">not set</span> : value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
