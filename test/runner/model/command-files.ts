import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNameValues } from './name-value-file.ts';

const PREFIXES = {
  GITHUB_ENV: 'set_env_',
  GITHUB_OUTPUT: 'set_output_',
  GITHUB_PATH: 'add_path_',
  GITHUB_STATE: 'save_state_',
  GITHUB_STEP_SUMMARY: 'step_summary_',
} as const;

const SUMMARY_LIMIT = 1024 * 1024;

type CommandFile = keyof typeof PREFIXES;

/** What a step asked of the runner by its command files. */
export interface CommandFileContents {
  readonly env: Map<string, string>;
  readonly outputs: Map<string, string>;
  readonly paths: readonly string[];
  readonly state: Map<string, string>;
  readonly summary: string;
  /** Annotations, and whether the step fails for them. */
  readonly errors: readonly { readonly message: string; readonly fatal: boolean }[];
}

/** The five files of one step, new and empty for each. */
export class CommandFiles {
  readonly environment: Readonly<Record<CommandFile, string>>;

  constructor(folder: string) {
    const suffix = randomUUID();
    mkdirSync(folder, { recursive: true });
    const paths = Object.entries(PREFIXES).map(([name, prefix]) => [name, join(folder, prefix + suffix)]);
    this.environment = Object.fromEntries(paths);
    const { uid, gid } = statSync(folder);
    for (const path of Object.values(this.environment)) {
      writeFileSync(path, '');
      chownSync(path, uid, gid);
    }
  }

  /** Reads all of them once the step has ended; one that can't be parsed counts as empty and as an error. */
  read(): CommandFileContents {
    const errors: { message: string; fatal: boolean }[] = [];
    const pairs = (file: CommandFile, context: string) => {
      try {
        return parseNameValues(this.#text(file));
      } catch (error) {
        errors.push({ message: `Unable to process file command '${context}' successfully.`, fatal: true });
        errors.push({ message: error instanceof Error ? error.message : String(error), fatal: true });
        return new Map<string, string>();
      }
    };
    const env = pairs('GITHUB_ENV', 'env');
    if (env.delete('NODE_OPTIONS')) {
      const message = "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.";
      errors.push({ message, fatal: false });
    }
    const outputs = pairs('GITHUB_OUTPUT', 'output');
    const state = pairs('GITHUB_STATE', 'state');
    const paths = this.#text('GITHUB_PATH').split('\n').filter(Boolean);
    const tooLarge = this.#summaryFault();
    if (tooLarge !== undefined) errors.push({ message: tooLarge, fatal: false });
    const summary = tooLarge === undefined ? this.#text('GITHUB_STEP_SUMMARY') : '';
    return { env, outputs, paths, state, summary, errors };
  }

  #text(file: CommandFile): string {
    const path = this.environment[file];
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }

  #summaryFault(): string | undefined {
    const { size } = statSync(this.environment.GITHUB_STEP_SUMMARY, { throwIfNoEntry: false }) ?? { size: 0 };
    if (size <= SUMMARY_LIMIT) return undefined;
    const limit = `supports content up to a size of ${SUMMARY_LIMIT / 1024}k, got ${Math.floor(size / 1024)}k`;
    return `$GITHUB_STEP_SUMMARY upload aborted, ${limit}`;
  }
}
