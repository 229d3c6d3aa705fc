import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { usePrinting } from './printing.ts';

interface PagesProps<T> {
  readonly items: readonly T[];
  /** The word for the items: `topologies`. */
  readonly of: string;
  readonly size: number;
  readonly children: (shown: readonly T[], first: number) => ComponentChildren;
}

/** A list that may be long, one part at a time; in print, only its beginning. */
export function Pages<T>({ items, of, size, children }: PagesProps<T>) {
  const [wanted, setPage] = useState(0);
  const isPrinting = usePrinting();
  const last = Math.max(0, Math.ceil(items.length / size) - 1);
  const page = isPrinting ? 0 : Math.min(wanted, last);
  const first = page * size;
  const shown = items.slice(first, first + size);
  if (items.length === 0) return null;
  return (
    <>
      {children(shown, first)}
      {last > 0 && (
        <nav class="pages" aria-label={`Pages of ${of}`}>
          <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </button>
          <span aria-live="polite">
            {first + 1}–{first + shown.length} of {items.length} {of}
          </span>
          <button type="button" disabled={page === last} onClick={() => setPage(page + 1)}>
            Next
          </button>
        </nav>
      )}
    </>
  );
}
