/**
 * What Biome can't see: it does not know the type of what a field's method returns. No promise is left alone, as its rejection
 * would be nobody's. Each rule is broken once in test/lint.
 */
import tseslint from 'typescript-eslint';

const { parser, plugin } = tseslint;

const ENDS = {
  object: 'process',
  property: 'exit',
  message: 'It cuts off what is not written yet: use endAfterOutput.',
};

/** Where time is read, and where it is waited for. A timer of 24.8 days or more fires at once; those of the clock are bounded. */
const CLOCK = 'src/adapters/host/system-clock.ts';

const tells = (object, property) => ({
  object,
  property,
  message: `${object}.${property} is for the clock: use now, timeOfDay or timeout of it, or msSinceStart.`,
});

const TIMES = [
  tells('AbortSignal', 'timeout'),
  tells('Date', 'now'),
  tells('performance', 'now'),
  tells('performance', 'timeOrigin'),
  tells('process', 'hrtime'),
  tells('process', 'uptime'),
  tells('globalThis', 'setInterval'),
  tells('globalThis', 'setTimeout'),
];

const TIMERS = ['setInterval', 'setTimeout'].map((name) => ({
  name,
  message: `${name} is for the clock: use sleep of it, or every.`,
}));

const TIMER_MODULES = ['node:timers', 'node:timers/promises'].map((name) => ({
  name,
  message: `Timers of ${name} are for the clock: use sleep of it, or every.`,
}));

const TODAY = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A new Date of now is for the clock: give it timeOfDay of it.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'Date as a function tells the time of day, which is for the clock.',
  },
];

const PRINTS = {
  selector:
    "MemberExpression[object.object.name='process'][object.property.name=/^std(out|err)$/][property.name='write']",
  message: 'Words of others could become commands to a runner: use print or say.',
};

/** A busy machine takes longer than the second that vitest waits where nothing is said. */
const WAITS_A_SECOND = {
  selector:
    "CallExpression[callee.object.name='vi'][callee.property.name=/^wait(For|Until)$/][arguments.length=1]",
  message: 'It waits for a second only: say how long, with an order of magnitude to spare.',
};

/** Where tests run side by side, vitest can't tell which of them a call of the shared `expect` is in, and throws. */
const GUESSES_ITS_TEST = {
  selector: "MemberExpression[object.name='expect'][property.name=/^(poll|soft|assertions|hasAssertions)$/]",
  message:
    'It must know which test it is in, and tests may run side by side: use vi.waitFor, or expect itself.',
};

/** Names of variables stand in one file. */
const VARIABLES = 'src/protocol/environment.ts';

const NAMED = [
  {
    selector: 'Literal[value=/TOPO_GC_/]',
    message: 'A variable of ours is named in a text: use protocol/environment.ts.',
  },
  {
    selector: 'TemplateElement[value.raw=/TOPO_GC_/]',
    message: 'A variable of ours is named in a template: use protocol/environment.ts.',
  },
  {
    selector: 'Identifier[name=/^TOPO_GC_/]',
    message: 'A variable of ours is read by its name: use protocol/environment.ts.',
  },
];

const IN_A_STEP = {
  name: '@actions/core',
  importNames: ['debug', 'error', 'info', 'notice', 'setFailed', 'startGroup', 'warning'],
  message: 'Words of others could become commands to the runner: use adapters/github/step-output.ts.',
};

const config = [
  // The examples are compiled where they are tried, beside packages of their own.
  {
    ignores: [
      'dist/**',
      'examples/**',
      'test/{layers,lint}/**',
      'test/examples/fixtures/**',
      // Compiled in a copy of the sources.
      'test/unit/repository/new-kind/**',
      '**/*.{js,cjs,mjs}',
    ],
  },
  {
    files: ['**/*.{ts,mts,tsx}'],
    languageOptions: {
      parser,
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.page.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { typescript: plugin },
    rules: {
      // `void` would be a way out without a reason.
      'typescript/no-floating-promises': ['error', { ignoreVoid: false }],
      'typescript/no-misused-promises': 'error',
      // What `using` holds would be let go of before it is used.
      'typescript/return-await': ['error', 'error-handling-correctness-only'],
      'no-restricted-properties': ['error', ENDS],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', WAITS_A_SECOND, GUESSES_ITS_TEST] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', ...TIMERS],
      'no-restricted-syntax': ['error', PRINTS, ...TODAY, ...NAMED],
      'no-restricted-properties': ['error', ENDS, ...TIMES],
      'no-restricted-imports': ['error', { paths: [IN_A_STEP, ...TIMER_MODULES] }],
    },
  },
  {
    files: [CLOCK],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-syntax': ['error', PRINTS, ...NAMED],
      'no-restricted-properties': ['error', ENDS],
      'no-restricted-imports': ['error', { paths: [IN_A_STEP] }],
    },
  },
  {
    files: [VARIABLES],
    rules: { 'no-restricted-syntax': ['error', PRINTS, ...TODAY] },
  },
  {
    // Where what is printed is made harmless, and where a program reads it.
    files: [
      'src/adapters/github/step-output.ts',
      'src/adapters/process/end-after-output.ts',
      'src/cli/command.ts',
      'src/entry/agent.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...TODAY, ...NAMED],
      'no-restricted-imports': ['error', { paths: TIMER_MODULES }],
    },
  },
];

export default config;
