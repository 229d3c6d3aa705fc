import { cut, displayWidth, pad, printable } from './display-text.ts';

const GAP = '  ';

/** The least width of a column, for any number of columns. */
const LEAST_COLUMNS = 2;

interface TableOptions {
  /** The most width of the table; without it, the table is as wide as it needs. */
  readonly columns?: number | undefined;
  /** Colours a cell after it is cut and padded. */
  readonly paint?: (cell: string, row: number, column: number) => string;
}

/** Lines of aligned columns; if they are too wide, the widest column is cut. Control characters are escaped. */
export function alignTable(
  table: readonly (readonly string[])[],
  { columns = Number.POSITIVE_INFINITY, paint = (cell) => cell }: TableOptions = {},
): string[] {
  const rows = table.map((row) => row.map(printable));
  const count = Math.max(0, ...rows.map((row) => row.length));
  const needed = Array.from({ length: count }, (_, at) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[at] ?? '')), 0),
  );
  const widths = narrow(needed, columns - GAP.length * (count - 1));
  return rows.map((row, at) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        const shown = cut(cell, width);
        return paint(column === row.length - 1 ? shown : pad(shown, width), at, column);
      })
      .join(GAP)
      .trimEnd(),
  );
}

/** Cuts the widest columns until all fit. */
function narrow(needed: readonly number[], columns: number): number[] {
  const widths = [...needed];
  let excess = widths.reduce((sum, width) => sum + width, 0) - columns;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= LEAST_COLUMNS) break;
    widths[widths.lastIndexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}
