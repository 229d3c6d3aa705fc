import { type Figure, figures } from '../../adapters/report/figures.ts';
import type { Status } from '../../domain/agent-service.ts';
import { usedPercent } from '../../domain/readings.ts';
import { parseSettings } from '../../domain/settings.ts';
import type { Limits, SpaceLimit } from '../../domain/thresholds.ts';
import { bar } from '../terminal/bar.ts';
import type { Paint } from '../terminal/paint.ts';
import { alignTable } from '../terminal/table.ts';

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

const percentScale = (percent: number, limit: Limits['cpu'] | undefined): Scale => ({
  filled: percent / 100,
  ...(limit?.kind === 'percent' && { mark: limit.percent / 100 }),
});

const countScale = (count: number, limit: Limits['containers'] | undefined): Scale | undefined =>
  limit?.kind === 'count' ? { filled: (count / limit.count) * COUNT_MARK, mark: COUNT_MARK } : undefined;

function spaceScale(of: Exclude<Figure['of'], number>, limit: SpaceLimit | undefined): Scale {
  const filled = usedPercent(of) / 100;
  if (limit?.kind === 'used') return { filled, mark: limit.percent / 100 };
  if (limit?.kind !== 'free' || of.total === 0) return { filled };
  return { filled, mark: 1 - (limit.bytes * of.perByte) / of.total };
}

function scaleOf({ input, of }: Figure, limits: Limits | undefined): Scale | undefined {
  if (typeof of !== 'number')
    return spaceScale(of, input === 'disk-threshold' ? limits?.disk : limits?.memory);
  if (input === 'cpu-threshold') return percentScale(of, limits?.cpu);
  if (input === 'idle-collect') return percentScale(of, limits?.idle);
  return countScale(of, input === 'container-threshold' ? limits?.containers : limits?.networks);
}

/** `idle-collect` asks for little, all others for no more than so much. */
const isCrossed = ({ input }: Figure, scale: Scale | undefined): boolean =>
  scale?.mark !== undefined && input !== 'idle-collect' && scale.filled >= scale.mark;

/** The readings as bars beside their thresholds, a line each; without bars where they would leave no room. */
export function gaugeLines({ readings, inputs }: Status, paint: Paint, columns?: number): string[] {
  const limits = limitsOf(inputs);
  const withBars = columns === undefined || columns >= LEAST_FOR_BARS;
  const gauges = figures(readings).map((figure) => ({ figure, scale: scaleOf(figure, limits) }));
  const rows = gauges.map(({ figure, scale }) => {
    const word = figure.input === 'idle-collect' ? figure.input : 'threshold';
    const drawn = scale === undefined ? '' : bar(scale.filled, BAR_COLUMNS, scale.mark);
    const threshold = `${word} ${inputs[figure.input] ?? ''}`;
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
