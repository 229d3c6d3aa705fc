import { ENGINE_KINDS, namingOf } from '../domain/kinds/kinds.ts';

/** A part of a command line, as `parseArgs` tells it. */
type Token =
  | { readonly kind: 'option'; readonly name: string; readonly value?: string | undefined }
  | { readonly kind: string };

/** The line of the help. */
export const ENGINE_HELP = `  --engine NAME      of several engines, the one of all that follows, until the next --engine; also an engine's id`;

/** The options whose values an engine has. */
const ON_ENGINE: ReadonlySet<string> = new Set([
  'label',
  'compose',
  'stack',
  ...ENGINE_KINDS.map(namingOf).flatMap(({ option, sharedOption }) => [
    option.name,
    ...(sharedOption ? [sharedOption.name] : []),
  ]),
]);

/** The engines for which the options of a command line are meant: `--engine NAME` counts for what follows it. */
export class EnginesMeant {
  /** The engine of each value, by option. */
  readonly #engines = new Map<string, (string | undefined)[]>();
  /** An engine that nothing follows; `undefined` if there is none. */
  readonly unused: string | undefined;

  constructor(tokens: readonly Token[]) {
    let engine: string | undefined;
    let unused: string | undefined;
    for (const token of tokens) {
      if (!('name' in token)) continue;
      if (token.name === 'engine') {
        this.unused ??= unused;
        engine = token.value;
        unused = engine;
      } else if (ON_ENGINE.has(token.name)) {
        unused = undefined;
        this.#engines.set(token.name, [...(this.#engines.get(token.name) ?? []), engine]);
      }
    }
    this.unused ??= unused;
  }

  /** The engine of an option's value at that place among the option's values; `undefined` for the default. */
  of(option: string, at: number): string | undefined {
    return this.#engines.get(option)?.[at];
  }
}
