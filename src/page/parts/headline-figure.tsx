import type { ComponentChildren } from 'preact';

interface HeadlineFigureProps {
  readonly name: string;
  readonly value: string;
  readonly children: ComponentChildren;
}

/** One of the large figures below a headline, and the words about it. */
export function HeadlineFigure({ name, value, children }: HeadlineFigureProps) {
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        <span>{children}</span>
      </dd>
    </div>
  );
}
