import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import { measureFor } from '../../domain/measures/measures.ts';
import type { Report } from '../../domain/report/report.ts';
import type { ReportedMeasure, ReportedReadings } from '../../domain/report/reported-readings.ts';
import { limitWord, measureName, measureText } from '../../words/figures.ts';
import { HEIGHT, nearestLook, type Plot, plotOf, WIDTH } from './plots.ts';
import type { Range } from './time-axis.ts';

interface ReadingLanesProps {
  readonly readings: ReportedReadings;
  readonly inputs: Report['inputs'];
  readonly range: Range;
  readonly cursor: number | undefined;
}

/** The counts of members come first, below the topologies. */
const laneOf = (measure: ReportedMeasure): number => measureFor(measure).words.lane;

/** The threshold as the input has it; for inodes, the inodes that follow from a threshold in bytes. */
function thresholdText(measure: ReportedMeasure, inputs: Report['inputs']): string {
  const isMade = measure.unit === 'inodes' && measure.threshold !== undefined;
  return `${limitWord(measure)} ${isMade ? measureText(measure, measure.threshold) : inputs[measure.input]}`;
}

/** The readings over time, one lane each. */
export function ReadingLanes({ readings, inputs, range, cursor }: ReadingLanesProps) {
  const measures = useMemo(() => [...readings.measures].sort((a, b) => laneOf(a) - laneOf(b)), [readings]);
  const look = cursor === undefined ? undefined : nearestLook(readings.at, cursor);
  if (measures.length === 0) return null;
  return (
    <div class="readings">
      {measures.map((measure) => (
        <Lane
          key={`${measure.input} ${measure.of} ${measure.unit}`}
          {...{ readings, measure, range }}
          threshold={thresholdText(measure, inputs)}
          value={look === undefined ? undefined : (measure.values[look] ?? null)}
        />
      ))}
    </div>
  );
}

interface LaneProps {
  readonly readings: ReportedReadings;
  readonly measure: ReportedMeasure;
  readonly range: Range;
  readonly threshold: string;
  /** The value under the cursor: `null` if the reading failed, `undefined` without a cursor. */
  readonly value: number | null | undefined;
}

function Lane({ readings, measure, range, threshold, value }: LaneProps) {
  const plot = useMemo(() => plotOf(readings, measure, range), [readings, measure, range]);
  const tightest = `${measure.total === undefined ? 'most' : 'tightest'} ${measureText(measure, measure.tightest.value)}`;
  return (
    <div class="lane reading">
      <div class="gutter">
        <span class="name">{measureName(measure)}</span>
        {value === undefined ? (
          <span class="value">{tightest}</span>
        ) : (
          <span class="value now">{value === null ? 'not read' : measureText(measure, value)}</span>
        )}
        <span class="limit">{threshold}</span>
      </div>
      <Drawing plot={plot} label={`${measureName(measure)} over time: ${tightest}, ${threshold}`} />
    </div>
  );
}

const Drawing = memo(({ plot, label }: { readonly plot: Plot; readonly label: string }) => {
  const { threshold, tightest } = plot;
  const isBeyond = threshold !== undefined && threshold < 0;
  return (
    <div class="plot">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <path class="area" d={plot.area} />
        {threshold !== undefined && !isBeyond && (
          <line class="threshold" x1="0" x2={WIDTH} y1={threshold} y2={threshold} />
        )}
        <path class="line" d={plot.line} />
      </svg>
      {isBeyond && <span class="beyond">threshold is above</span>}
      {tightest.x >= 0 && tightest.x <= WIDTH && (
        <i class="tightest" style={{ left: `${(100 * tightest.x) / WIDTH}%`, top: `${tightest.y}px` }} />
      )}
    </div>
  );
});
