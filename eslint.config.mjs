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

const TIMES_OUT = {
  object: 'AbortSignal',
  property: 'timeout',
  message: 'A timer of 24.8 days or more fires at once: use timeout of the clock, which is bounded.',
};

const PRINTS = {
  selector:
    "MemberExpression[object.object.name='process'][object.property.name=/^std(out|err)$/][property.name='write']",
  message: 'Words of others could become commands to a runner: use print or say.',
};

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
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', PRINTS],
      'no-restricted-properties': ['error', ENDS, TIMES_OUT],
      'no-restricted-imports': ['error', { paths: [IN_A_STEP] }],
    },
  },
  {
    // The clock itself, and times that are written there.
    files: [
      'src/adapters/host/system-clock.ts',
      'src/adapters/host/sudo-leftovers.ts',
      'src/adapters/docker/starting/engine-request.ts',
    ],
    rules: { 'no-restricted-properties': ['error', ENDS] },
  },
  {
    // Where what is printed is made harmless, and where a program reads it.
    files: [
      'src/adapters/github/step-output.ts',
      'src/adapters/process/end-after-output.ts',
      'src/cli/command.ts',
      'src/entry/agent.ts',
    ],
    rules: { 'no-restricted-syntax': 'off', 'no-restricted-imports': 'off' },
  },
];

export default config;
