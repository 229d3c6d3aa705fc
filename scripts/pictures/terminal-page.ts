import { AnsiUp } from 'ansi_up';

/** A page that shows what a terminal did, its colours as escape sequences. */
export function terminalPage(screen: string): string {
  const colours = new AnsiUp();
  return `<!doctype html>
<meta charset="utf-8">
<style>
body { margin: 0; padding: 16px 20px; background: #0d1117; color: #e6edf3 }
pre { margin: 0; font: 14px/1.4 "DejaVu Sans Mono", monospace }
</style>
<pre>${colours.ansi_to_html(screen.trimEnd())}</pre>
`;
}
