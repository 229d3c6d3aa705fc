import { sentence } from '../adapters/report/headline.ts';
import type { Advice } from '../domain/advice.ts';

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
