const FILLED = '━';
const EMPTY = '─';
const MARK = '┃';

/** How full something is, 0 to 1, with a mark at its threshold. It is readable without colours too. */
export function bar(filled: number, columns: number, mark?: number): string {
  const at = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * columns);
  const cells: string[] = Array.from({ length: columns }, (_, cell) => (cell < at(filled) ? FILLED : EMPTY));
  if (mark !== undefined) cells[Math.min(columns - 1, at(mark))] = MARK;
  return cells.join('');
}
