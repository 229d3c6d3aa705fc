import * as core from '@actions/core';
import { printedText } from '../../domain/text/printed-text.ts';

/**
 * A step's output, in which no foreign text becomes a command: the main and the post step print only through this file.
 */
export const info = (text: string): void => core.info(printedText(text));

/** A line that is shown only if the runner's debug log is on. */
export const debug = (line: string): void => core.debug(printedText(line));

export const warning = (text: string, title?: string): void => core.warning(printedText(text), titled(title));

export const error = (text: string, title?: string): void => core.error(printedText(text), titled(title));

/** Says why the step fails, and makes it fail. */
export const setFailed = (text: string): void => core.setFailed(printedText(text));

/** Folds what is printed until `endGroup`. */
export const startGroup = (name: string): void => core.startGroup(printedText(name));

export const endGroup = (): void => core.endGroup();

const titled = (title: string | undefined) => (title === undefined ? {} : { title });
