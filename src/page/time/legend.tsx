import { STAGE_WORDS, STAGES } from './stages.ts';

export function Legend() {
  return (
    <ul class="legend" aria-label="Legend">
      {STAGES.map((stage) => (
        <li key={stage}>
          <i class={`bar ${stage.replace(' ', '-')}`} aria-hidden="true" /> {STAGE_WORDS[stage]}
        </li>
      ))}
      <li>
        <i class="band" aria-hidden="true" /> a collection
      </li>
      <li>
        <i class="threshold" aria-hidden="true" /> a threshold
      </li>
    </ul>
  );
}
