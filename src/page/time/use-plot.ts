import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Range, timeAt } from './time-axis.ts';

/** The shortest stretch that a mouse can choose by drawing, in pixels. */
const LEAST_DRAG = 8;

interface PlotOptions {
  readonly range: Range;
  readonly onCursor: (at: number | undefined) => void;
  readonly onChoose: (range: Range) => void;
}

/** The plot that all lanes share: its width, and the time under the pointer. */
export function usePlot({ range, onCursor, onChoose }: PlotOptions) {
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const [drag, setDrag] = useState<Range | undefined>();
  const begin = useRef<{ readonly x: number; readonly at: number } | undefined>(undefined);
  const at = ({ clientX }: PointerEvent): number | undefined => {
    const box = plot.current?.getBoundingClientRect();
    if (box === undefined || clientX < box.left || clientX > box.right) return undefined;
    return timeAt(range, (clientX - box.left) / box.width);
  };
  const chosen = (event: PointerEvent): Range | undefined => {
    const [from, to] = [begin.current, at(event)];
    if (from === undefined || to === undefined || Math.abs(event.clientX - from.x) < LEAST_DRAG)
      return undefined;
    return { from: Math.min(from.at, to), to: Math.max(from.at, to) };
  };
  return {
    plot,
    width,
    drag,
    handlers: {
      onPointerMove: (event: PointerEvent) => {
        onCursor(at(event));
        setDrag(chosen(event));
      },
      onPointerLeave: () => {
        onCursor(undefined);
        begin.current = undefined;
        setDrag(undefined);
      },
      onPointerDown: (event: PointerEvent) => {
        const time = event.pointerType === 'mouse' && event.button === 0 ? at(event) : undefined;
        begin.current = time === undefined ? undefined : { x: event.clientX, at: time };
      },
      onPointerUp: (event: PointerEvent) => {
        const range = chosen(event);
        begin.current = undefined;
        setDrag(undefined);
        if (range !== undefined) onChoose(range);
      },
    },
  };
}

/** The width in pixels; 0 until it is known. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element.current]);
  return width;
}
