import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { isMissing } from '../files/missing.ts';
import { checkOwnFolder, readOwnFile } from '../files/own-file.ts';
import { systemClock } from '../host/system-clock.ts';
import {
  type AgentFile,
  parseAgent,
  parseSession,
  parseTries,
  type SessionFile,
  type SweepTries,
} from './session-files.ts';

/** The mark in a state folder's name once its removal begins. */
export const ASIDE = '.removed-';

/**
 * The folder of one agent: its journal, and the files that show whose it is. Another user's files in it do not count.
 */
export class StateFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Makes it, readable by its owner only. @throws Error `EEXIST` if it is there */
  create(): void {
    makeFolder(dirname(this.path));
    mkdirSync(this.path, { mode: 0o700 });
  }

  /** @throws NotOwn unless it is a folder of this user's; Error `ENOENT` */
  check(): void {
    checkOwnFolder(this.path, lstatSync(this.path));
  }

  /** The session's id, which is the folder's name. */
  get session(): string {
    return basename(this.path);
  }

  get journal(): string {
    return join(this.path, 'journal');
  }

  /** The part of the spool that waits for the next sweep. */
  get spool(): string {
    return join(this.path, 'spool');
  }

  get sessionFile(): string {
    return this.#file('session.json');
  }

  /** @throws NotOwn; Error if it is not there, or does not have its form */
  readSession(): SessionFile {
    const file = parseSession(this.sessionFile, this.#read('session.json'));
    if (file.session.id !== this.session)
      throw new Error(`${this.sessionFile} is of the session ${file.session.id}`);
    return file;
  }

  writeSession(session: SessionFile): void {
    this.#write('session.json', session);
  }

  /** `undefined` if no agent got this far, or the file names none. */
  readAgent(): AgentFile | undefined {
    try {
      return this.#readIfThere('agent.json', parseAgent);
    } catch {
      return undefined;
    }
  }

  writeAgent(agent: AgentFile): void {
    this.#write('agent.json', agent);
  }

  /** What sweeps have tried so far. @throws NotOwn; Error if it does not have its form */
  readTries(): SweepTries | undefined {
    return this.#readIfThere('sweeps.json', parseTries);
  }

  writeTries(tries: SweepTries): void {
    this.#write('sweeps.json', tries);
  }

  /** Shows that the agent is alive. */
  beat(): void {
    const now = systemClock.timeOfDay() / 1000;
    try {
      utimesSync(this.#file('agent.json'), now, now);
    } catch {
      // The folder is gone: the session is over.
    }
  }

  /**
   * The last moment at which the agent showed that it was alive, in ms since the epoch by this host's clock; 0 if it
   * never did.
   */
  get lastAlive(): number {
    return statSync(this.#file('agent.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  /** Renames first, in one step: a process that is killed meanwhile leaves only known waste. */
  remove(): void {
    const aside = join(dirname(this.path), `${ASIDE}${randomUUID()}`);
    try {
      renameSync(this.path, aside);
    } catch (error) {
      if (!isMissing(error)) throw error;
      return;
    }
    rmSync(aside, { recursive: true, force: true });
  }

  #file(name: string): string {
    return join(this.path, name);
  }

  #read(name: string): string {
    this.check();
    return readOwnFile(this.#file(name));
  }

  #readIfThere<File>(name: string, parse: (path: string, content: string) => File): File | undefined {
    let content: string;
    try {
      content = this.#read(name);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    return parse(this.#file(name), content);
  }

  /** Written beside its place and renamed, so that no reader sees half of it. */
  #write(name: string, content: SessionFile | AgentFile | SweepTries): void {
    const temporary = this.#file(`${name}.${randomUUID()}`);
    writeFileSync(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, this.#file(name));
  }
}
