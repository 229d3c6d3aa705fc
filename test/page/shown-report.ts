import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { inject } from 'vitest';
import { launchChromium } from '../../scripts/chromium.ts';
import { pageFile, replaceFiles } from '../../src/adapters/files/report-files.ts';
import type { Fleet } from '../../src/domain/fleet/fleet.ts';
import type { Report } from '../../src/domain/report/report.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

interface Look {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
}

const HEIGHT = 900;

/** What is used of an element in the browser. */
interface Seen {
  readonly innerText: string;
}

/** A browser that shows reports and fleets, each in a page of its own. */
export class ReportBrowser implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #folder = new TemporaryFolder();
  #count = 0;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<ReportBrowser> {
    return new ReportBrowser(await launchChromium());
  }

  async show(shown: Report | Fleet, look: Look = {}): Promise<ShownReport> {
    const path = join(this.#folder.path, `${++this.#count}.html`);
    const template = join(inject('pages'), 'jobs' in shown ? 'fleet.html' : 'report.html');
    await replaceFiles([pageFile(path, template, shown)]);
    return await this.open(path, look);
  }

  /** Shows a page that is a file already. */
  async open(path: string, { width = 1280, scheme = 'light' }: Look = {}): Promise<ShownReport> {
    const page = await this.#browser.newPage();
    const shown = new ShownReport(page);
    await page.setViewport({ width, height: HEIGHT });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(pathToFileURL(path).href, { waitUntil: 'load' });
    await page.waitForSelector('h1');
    return shown;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    this.#folder[Symbol.dispose]();
  }
}

/** A report as a browser shows it. */
export class ShownReport implements AsyncDisposable {
  readonly page: Page;
  /** What the browser complained of. */
  readonly complaints: string[] = [];
  /** What was asked of the network, or of other files. */
  readonly requests: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => this.complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => this.requests.push(request.url()));
  }

  /** What is seen of an element, its blanks made one. */
  text(selector: string): Promise<string> {
    return this.page.$eval(selector, (element) =>
      (element as unknown as Seen).innerText.replaceAll(/\s+/g, ' ').trim(),
    );
  }

  texts(selector: string): Promise<string[]> {
    return this.page.$$eval(selector, (elements) =>
      elements.map((element) => (element as unknown as Seen).innerText.replaceAll(/\s+/g, ' ').trim()),
    );
  }

  count(selector: string): Promise<number> {
    return this.page.$$eval(selector, (elements) => elements.length);
  }

  /** The cells of a table, a row each. */
  table(name: string): Promise<string[][]> {
    return this.page.$$eval(`[aria-label="Table of ${name}"] tbody tr`, (rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as unknown as Seen).innerText.trim())),
    );
  }

  async press(button: string): Promise<void> {
    const [found] = await this.page.$$(`::-p-xpath(//button[normalize-space(.)="${button}"])`);
    if (found === undefined) throw new Error(`there is no button ${button}`);
    await found.click();
  }

  /** What axe finds wrong with it: rule and element. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(),
    );
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.close();
  }
}
