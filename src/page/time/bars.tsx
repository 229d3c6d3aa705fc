import { memo } from 'preact/compat';
import type { Span } from './stages.ts';
import { placeOf, type Range } from './time-axis.ts';

const percent = (share: number): string => `${(100 * share).toFixed(3)}%`;

/** The place of a stage in a plot, from left to right, as far as it is in the range. */
export function placed(range: Range, { from, to }: { readonly from: number; readonly to: number }) {
  const [start, end] = [Math.max(0, placeOf(range, from)), Math.min(1, placeOf(range, to))];
  return { left: percent(start), width: percent(Math.max(0, end - start)) };
}

export const isIn = (range: Range, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  from <= range.to && to >= range.from;

/** A life as bars, one per stage. */
export const Bars = memo(({ spans, range }: { readonly spans: readonly Span[]; readonly range: Range }) => (
  <>
    {spans
      .filter((span) => isIn(range, span))
      .map((span) => (
        <i key={span.stage} class={`bar ${span.stage.replace(' ', '-')}`} style={placed(range, span)} />
      ))}
  </>
));
