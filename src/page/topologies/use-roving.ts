import { useState } from 'preact/hooks';

/** Keys that go back, and keys that go on. */
const BACK = ['ArrowUp', 'ArrowLeft'];
const ON = ['ArrowDown', 'ArrowRight'];

/**
 * Makes many elements one stop of the Tab key: the arrow keys, Home and End move between them.
 * @param onMove shows the element that gets the focus
 */
export function useRoving(count: number, page: number, onMove: (index: number) => void) {
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const goTo = (index: number) => {
    const next = Math.min(Math.max(index, 0), count - 1);
    setActive(next);
    onMove(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const target = BACK.includes(key)
      ? active - 1
      : ON.includes(key)
        ? active + 1
        : { Home: 0, End: count - 1, PageUp: active - page, PageDown: active + page }[key];
    if (target === undefined) return;
    event.preventDefault();
    goTo(target);
  };
  return { active, setActive, onKeyDown };
}
