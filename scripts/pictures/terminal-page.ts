import { escapeHtml } from './escape-html.ts';

/** A page that shows a command and what it printed as a terminal does. */
export const terminalPage = (command: string, output: string): string => `<!doctype html>
<meta charset="utf-8">
<style>
body { margin: 0; padding: 16px 20px; background: #0d1117; color: #e6edf3 }
pre { margin: 0; font: 14px/1.4 "DejaVu Sans Mono", monospace }
b { color: #7ee787 }
</style>
<pre><b>$</b> ${escapeHtml(command)}
${escapeHtml(output.trimEnd())}</pre>
`;
