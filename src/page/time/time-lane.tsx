import type { RefObject } from 'preact';
import type { ReportedReadings } from '../../domain/report/reported-readings.ts';
import { measureName, measureText } from '../../words/figures.ts';
import { nearestLook } from './plots.ts';
import { elapsed, placeOf, type Range, ticks } from './time-axis.ts';

interface TimeLaneProps {
  readonly plot: RefObject<HTMLDivElement | null>;
  /** In pixels. */
  readonly width: number;
  readonly range: Range;
  readonly start: number;
  readonly cursor: number | undefined;
  readonly readings: ReportedReadings;
  readonly onCursor: (at: number | undefined) => void;
}

/** Room for a tick and for its label, in pixels. */
const TICK = 90;
const LABEL = 50;

/** The distance of each key, in looks. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** All readings of a look, in words. */
function describeLook({ measures }: ReportedReadings, index: number | undefined): string {
  if (index === undefined) return 'nothing was read';
  return measures
    .flatMap((measure) => {
      const value = measure.values[index];
      return value === null || value === undefined
        ? []
        : [`${measureName(measure)} ${measureText(measure, value)}`];
    })
    .join(', ');
}

/** The time axis. The keyboard moves through the looks, and the axis describes their readings. */
export function TimeLane({ plot, width, range, start, cursor, readings, onCursor }: TimeLaneProps) {
  const { at } = readings;
  const time = cursor ?? range.from;
  const look = nearestLook(at, time);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const first = at.findIndex((when) => when >= range.from);
    const last = at.findLastIndex((when) => when <= range.to);
    if (step === undefined || first < 0 || last < first) return;
    event.preventDefault();
    const from = cursor === undefined ? first - 1 : (look ?? first);
    onCursor(at[Math.min(Math.max(from + step, first), last)]);
  };
  return (
    <div class="lane time">
      <div class="gutter">Time</div>
      <div
        class="plot"
        ref={plot}
        role="slider"
        tabIndex={0}
        aria-label="Time; the arrow keys go through the readings"
        aria-valuemin={0}
        aria-valuemax={Math.round((range.to - start) / 1000)}
        aria-valuenow={Math.max(0, Math.round((time - start) / 1000))}
        aria-valuetext={`${elapsed(time - start)}: ${describeLook(readings, look)}`}
        onKeyDown={onKeyDown}
        onBlur={() => onCursor(undefined)}
      >
        {ticks(range, start, Math.max(2, Math.floor(width / TICK)))
          .filter(({ at: when }) => (1 - placeOf(range, when)) * width > LABEL)
          .map(({ at: when, label }) => (
            <span key={when} class="tick" style={{ left: `${100 * placeOf(range, when)}%` }}>
              {label}
            </span>
          ))}
        {cursor !== undefined && (
          <span class="now" style={{ left: `${100 * placeOf(range, cursor)}%` }}>
            {elapsed(cursor - start, true)}
          </span>
        )}
      </div>
    </div>
  );
}
