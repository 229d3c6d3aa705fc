import { type ComponentChild, render } from 'preact';
import { drawBeforePrinting } from '../printing.ts';

/** What a page shows: its title, and its content. */
interface Drawn {
  readonly title: string;
  readonly content: ComponentChild;
}

/** Draws the JSON that follows the page's script, when all of the file is there. */
export function drawPage<T>(draw: (shown: T) => Drawn): void {
  document.addEventListener('DOMContentLoaded', () => {
    const root = document.getElementById('page');
    if (root === null) return;
    const { title, content } = draw(JSON.parse(document.getElementById('report')?.textContent ?? ''));
    document.title = title;
    drawBeforePrinting();
    render(content, root);
  });
}
