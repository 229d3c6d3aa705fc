import { scaleUtc } from 'd3-scale';
import type { Report } from '../../domain/report/report.ts';

/** A stretch of time, in ms since the epoch. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The shortest visible range, in ms. */
const SHORTEST = 500;

/** A little time before and after keeps the ends of bars apart from the frame. */
const MARGIN = 0.01;

/** The earliest time that a report contains: the beginning of its picture. */
export function startOf({ topologies, collections, readings, endedAt }: Report): number {
  const begins = topologies.map((each) =>
    Math.min(each.createdAt ?? each.submittedAt, each.leasedAt ?? each.submittedAt),
  );
  return [...begins, ...collections.map(({ startedAt }) => startedAt), readings.at[0] ?? endedAt].reduce(
    (least, at) => Math.min(least, at),
    endedAt,
  );
}

/** The whole time of a report, and a little before and after. */
export function wholeRange(report: Report): Range {
  const [start, { endedAt }] = [startOf(report), report];
  const margin = Math.max(endedAt - start, SECOND) * MARGIN;
  return { from: start - margin, to: endedAt + margin };
}

/** The place of a time in a range: 0 at its beginning, 1 at its end. */
export const placeOf = ({ from, to }: Range, at: number): number => (at - from) / (to - from);

export const timeAt = ({ from, to }: Range, place: number): number => from + place * (to - from);

/** Makes a range smaller, or larger, around a time, and keeps it inside the whole. */
export function zoom(range: Range, factor: number, around: number, whole: Range): Range {
  const length = Math.min(Math.max((range.to - range.from) * factor, SHORTEST), whole.to - whole.from);
  const wanted = around - placeOf(range, around) * length;
  const from = Math.min(Math.max(wanted, whole.from), whole.to - length);
  return { from, to: from + length };
}

/** `0:07`, `12:30`, `1:02:30`; with tenths if the scale is fine. */
export function elapsed(ms: number, tenths = false): string {
  const sign = ms < 0 ? '−' : '';
  const whole = Math.abs(tenths ? Math.round(ms / 100) * 100 : Math.round(ms / SECOND) * SECOND);
  const two = (count: number) => String(count).padStart(2, '0');
  const [hours, minutes, seconds] = [
    Math.floor(whole / HOUR),
    Math.floor(whole / MINUTE) % 60,
    Math.floor(whole / SECOND) % 60,
  ];
  const rest = tenths ? `.${Math.floor((whole % SECOND) / 100)}` : '';
  return `${sign}${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds)}${rest}`;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Round times since `start`, about this number of them. */
export function ticks({ from, to }: Range, start: number, count: number): Tick[] {
  const scale = scaleUtc([from - start, to - start], [0, 1]);
  const times = scale.ticks(count).map((time) => +time);
  const isClose = times.length > 1 && (times[1] ?? 0) - (times[0] ?? 0) < SECOND;
  return times.map((time) => ({ at: time + start, label: elapsed(time, isClose) }));
}
