import { interrupted } from '../interruption.ts';

const INDENT = '  ';

/** The first column to the left, the others, which are figures, to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))),
    )
    .map((cells) => INDENT + cells.join(INDENT))
    .join('\n');
}

/** Text that is shown as it is, with a bar at its left. */
export const quoted = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `${INDENT}| ${line}`.trimEnd())
    .join('\n');

/** Tells what happens, each with the seconds since the first: ` 1.3 s  what`; further lines are indented. */
export class Narration {
  #began: number | undefined;

  readonly tell = (what: string): void => {
    // A job that is cancelled goes on through its steps without running them.
    if (interrupted.aborted) return;
    this.#began ??= performance.now();
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(1);
    const stamp = `${seconds.padStart(6)} s  `;
    console.log(stamp + what.replaceAll('\n', `\n${' '.repeat(stamp.length)}`));
  };
}
