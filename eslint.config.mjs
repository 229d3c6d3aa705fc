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

const config = [
  // The examples are compiled where they are tried, beside packages of their own.
  {
    ignores: [
      'dist/**',
      'examples/**',
      'test/{layers,lint}/**',
      'test/examples/fixtures/**',
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
      'no-restricted-properties': ['error', ENDS],
    },
  },
];

export default config;
