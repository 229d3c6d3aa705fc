import type { ComponentChildren } from 'preact';

/** A table that may be wider than the page; the keyboard must reach a part that scrolls. */
export function ScrolledTable({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="scroll" tabIndex={0} aria-label={name}>
      <table>{children}</table>
    </section>
  );
}
