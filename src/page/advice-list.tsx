import type { Advice } from '../domain/report/report.ts';
import { sentence } from '../words/headline.ts';

export function AdviceList({ advice }: { readonly advice: readonly Advice[] }) {
  if (advice.length === 0) return null;
  return (
    <section class="advice" aria-labelledby="advice">
      <h2 id="advice">Advice</h2>
      <ul>
        {advice.map(({ finding, input, value, effect }) => (
          <li key={finding}>
            {sentence(finding)}{' '}
            <code>
              {input}: {value}
            </code>{' '}
            {effect}.
          </li>
        ))}
      </ul>
    </section>
  );
}
