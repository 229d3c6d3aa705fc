import { limitOn } from '../../domain/limits/limits.ts';
import { type Limits, measureFor, type Reading } from '../../domain/measures/measures.ts';
import { usedPercent } from '../../domain/measures/readings.ts';
import { parseSettings } from '../../domain/settings.ts';
import type { Status } from '../../protocol/agent-service.ts';
import { type Figure, figures, limitWord } from '../../words/figures.ts';
import { bar } from '../terminal/bar.ts';
import type { Paint } from '../terminal/paint.ts';
import { alignTable } from '../terminal/table.ts';

/** How full it is, 0 to 1, and the position of its threshold. */
interface Scale {
  readonly filled: number;
  readonly mark?: number;
}

/** A count has no upper end, so its threshold is drawn at three quarters. */
const COUNT_MARK = 0.75;

/** A terminal with fewer columns shows no bars. */
const LEAST_FOR_BARS = 64;
const BAR_COLUMNS = 16;
const INDENT = '  ';

/** `undefined` if the agent, of another version, has an input that this version does not know. */
function limitsOf(inputs: Status['inputs']): Limits | undefined {
  try {
    return parseSettings(inputs).limits;
  } catch {
    return undefined;
  }
}

function scaleOf(reading: Reading, limits: Limits | undefined): Scale | undefined {
  const { unit, value, total } = reading;
  const limit = limits && limitOn(limits[measureFor(reading).trigger], reading);
  if (unit !== 'percent' && total === undefined)
    return limit === undefined ? undefined : countScale(value, limit);
  const share = (of: number) => (total === undefined ? of : usedPercent({ total, value: of })) / 100;
  return { filled: share(value), ...(limit !== undefined && { mark: share(limit) }) };
}

const countScale = (count: number, limit: number): Scale => ({
  filled: (count / limit) * COUNT_MARK,
  mark: COUNT_MARK,
});

/** A limit that fires below it is no pressure. */
const isCrossed = ({ reading }: Figure, scale: Scale | undefined): boolean =>
  scale?.mark !== undefined && measureFor(reading).fires === 'above' && scale.filled >= scale.mark;

/** The readings as bars with their thresholds, one line each; without bars if the terminal is too narrow. */
export function gaugeLines({ readings, inputs }: Status, paint: Paint, columns?: number): string[] {
  const limits = limitsOf(inputs);
  const withBars = columns === undefined || columns >= LEAST_FOR_BARS;
  const gauges = figures(readings).map((figure) => ({ figure, scale: scaleOf(figure.reading, limits) }));
  const rows = gauges.map(({ figure, scale }) => {
    const drawn = scale === undefined ? '' : bar(scale.filled, BAR_COLUMNS, scale.mark);
    const threshold = `${limitWord(figure.reading)} ${inputs[figure.reading.input] ?? ''}`;
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
