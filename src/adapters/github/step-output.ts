import * as core from '@actions/core';
import { printedText } from '../../domain/text/printed-text.ts';

/** A step's output, in which no word of others becomes a command: all that the main and the post step print goes through here. */
export const info = (text: string): void => core.info(printedText(text));

/** A line of it that is shown where the runner is asked for all that there is to know. */
export const debug = (line: string): void => core.debug(printedText(line));

export const warning = (text: string, title?: string): void => core.warning(printedText(text), titled(title));

export const error = (text: string, title?: string): void => core.error(printedText(text), titled(title));

/** Says why the step fails, and has it do so. */
export const setFailed = (text: string): void => core.setFailed(printedText(text));

/** What is printed until `endGroup` is folded. */
export const startGroup = (name: string): void => core.startGroup(printedText(name));

export const endGroup = (): void => core.endGroup();

const titled = (title: string | undefined) => (title === undefined ? {} : { title });
