import puppeteer, { type Browser } from 'puppeteer-core';
import { findCommand } from './engine/root-command.ts';

const CHROMIUM = 'chromium';

/** Root has no sandbox in Chromium, and the pages are our own; nothing is asked of the network. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Starts the distribution's Chromium. @throws Error where there is none */
export function launchChromium(): Promise<Browser> {
  const executablePath = findCommand(CHROMIUM);
  if (executablePath === undefined) throw new Error(`there is no ${CHROMIUM}`);
  return puppeteer.launch({ executablePath, args: ARGUMENTS });
}
