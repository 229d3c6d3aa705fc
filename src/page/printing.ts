import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const PRINT = matchMedia('print');

/** A browser prints the state at the print event, so nothing may be drawn later. */
export function drawBeforePrinting(): void {
  const later = options.debounceRendering;
  PRINT.addEventListener('change', ({ matches }) => {
    if (matches) options.debounceRendering = (draw) => draw();
    else if (later === undefined) delete options.debounceRendering;
    else options.debounceRendering = later;
  });
}

/** Whether the page is being printed. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(PRINT.matches);
  useEffect(() => {
    const update = () => setPrinting(PRINT.matches);
    PRINT.addEventListener('change', update);
    return () => PRINT.removeEventListener('change', update);
  }, []);
  return isPrinting;
}
