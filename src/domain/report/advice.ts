/** Something that the figures of a report show, and the input that would better it. */
export interface Advice {
  /** What there was, as the beginning of a sentence: `12 containers of nginx ran …`. */
  readonly finding: string;
  readonly input: string;
  readonly value: string;
  /** What the input would do. */
  readonly effect: string;
}

/** `no threshold was reached …: idle-collect: 50% removes …`, one sentence. */
export const describeAdvice = ({ finding, input, value, effect }: Advice): string =>
  `${finding}. ${input}: ${value} ${effect}.`;

/** `9.5s`, `34s`. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)}s`;
