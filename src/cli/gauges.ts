import { limitOn, type Measure } from '../domain/measures/measures.ts';
import { usedPercent } from '../domain/measures/readings.ts';
import type { Limits } from '../domain/measures/thresholds.ts';
import { parseSettings } from '../domain/settings.ts';
import type { Status } from '../protocol/agent-service.ts';
import { type Figure, figures } from '../words/figures.ts';
import { bar } from './terminal/bar.ts';
import type { Paint } from './terminal/paint.ts';
import { alignTable } from './terminal/table.ts';

/** How full, 0 to 1, and where its threshold lies. */
interface Scale {
  readonly filled: number;
  readonly mark?: number;
}

/** A count has no end of its own: its threshold is at three quarters. */
const COUNT_MARK = 0.75;

/** Below so many columns there are no bars. */
const LEAST_FOR_BARS = 64;
const BAR_COLUMNS = 16;
const INDENT = '  ';

/** `undefined` where the agent, of another version, has an input that this one does not take. */
function limitsOf(inputs: Status['inputs']): Limits | undefined {
  try {
    return parseSettings(inputs).limits;
  } catch {
    return undefined;
  }
}

function scaleOf(measure: Measure, limits: Limits | undefined): Scale | undefined {
  const { unit, value, total = 0 } = measure;
  const limit = limits && limitOn(limits, measure);
  if (unit === 'count') return limit === undefined ? undefined : countScale(value, limit);
  const share = (of: number) => (unit === 'percent' ? of : usedPercent({ total, free: of })) / 100;
  return { filled: share(value), ...(limit !== undefined && { mark: share(limit) }) };
}

const countScale = (count: number, limit: number): Scale => ({
  filled: (count / limit) * COUNT_MARK,
  mark: COUNT_MARK,
});

/** `idle-collect` asks for little, all others for no more than so much. */
const isCrossed = ({ measure: { input } }: Figure, scale: Scale | undefined): boolean =>
  scale?.mark !== undefined && input !== 'idle-collect' && scale.filled >= scale.mark;

/** The readings as bars beside their thresholds, a line each; without bars where they would leave no room. */
export function gaugeLines({ readings, inputs }: Status, paint: Paint, columns?: number): string[] {
  const limits = limitsOf(inputs);
  const withBars = columns === undefined || columns >= LEAST_FOR_BARS;
  const gauges = figures(readings).map((figure) => ({ figure, scale: scaleOf(figure.measure, limits) }));
  const rows = gauges.map(({ figure, scale }) => {
    const { input } = figure.measure;
    const word = input === 'idle-collect' ? input : 'threshold';
    const drawn = scale === undefined ? '' : bar(scale.filled, BAR_COLUMNS, scale.mark);
    const threshold = `${word} ${inputs[input] ?? ''}`;
    return [figure.name, ...(withBars ? [drawn] : []), figure.value, threshold];
  });
  const lines = alignTable(rows, {
    columns: columns === undefined ? undefined : columns - INDENT.length,
    paint: (cell, row, column) => {
      const { figure, scale } = gauges[row] ?? {};
      if (figure !== undefined && isCrossed(figure, scale)) return paint('red', cell);
      return column === rows[0]?.length ? cell : withBars && column === 1 ? paint('green', cell) : cell;
    },
  });
  return lines.map((line) => `${INDENT}${line}`);
}
