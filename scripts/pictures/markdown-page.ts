import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import { escapeHtml } from './escape-html.ts';

const STYLE = fileURLToPath(import.meta.resolve('github-markdown-css/github-markdown-light.css'));
const MERMAID = import.meta.resolve('mermaid/dist/mermaid.min.js');

const marked = new Marked({
  gfm: true,
  renderer: {
    code({ text, lang }) {
      return lang === 'mermaid' ? `<pre class="mermaid">${escapeHtml(text)}</pre>` : false;
    },
  },
});

/** A page that shows Markdown much as GitHub does, with its diagrams drawn by Mermaid. */
export const markdownPage = async (markdown: string): Promise<string> => `<!doctype html>
<meta charset="utf-8">
<style>
${await readFile(STYLE, 'utf8')}
body { margin: 0; padding: 24px; background: #fff }
.mermaid { background: none }
</style>
<article class="markdown-body">${await marked.parse(markdown)}</article>
<script src="${MERMAID}"></script>
<script>mermaid.initialize({ startOnLoad: true })</script>
`;
