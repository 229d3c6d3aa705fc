import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { launchChromium } from '../chromium.ts';

interface Shot {
  /** A path of a PNG. */
  readonly to: string;
  /** In CSS pixels. */
  readonly width: number;
  /** No more than that of the page; without it all of it. */
  readonly height?: number;
}

/** Takes pictures of pages, in the distribution's Chromium. */
export class Camera implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(browser: Browser, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  /** @param folder for pages that are no files yet */
  static async open(folder: string): Promise<Camera> {
    return new Camera(await launchChromium(), folder);
  }

  async takeHtml(html: string, shot: Shot): Promise<string> {
    const path = join(this.#folder, 'page.html');
    await writeFile(path, html);
    return await this.take(path, shot);
  }

  /** @returns where the picture is. @throws Error where the page tells its console of one */
  async take(path: string, { to, width, height }: Shot): Promise<string> {
    const page = await this.#browser.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.setViewport({ width, height: 100 });
    await page.goto(pathToFileURL(path).href, { waitUntil: 'load' });
    await page.waitForFunction('document.querySelector(".mermaid:not([data-processed])") === null');
    if (errors.length > 0) throw errors[0];
    const part = height === undefined ? { fullPage: true } : { clip: { x: 0, y: 0, width, height } };
    await page.screenshot({ path: to as `${string}.png`, ...part });
    await page.close();
    return to;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
  }
}
