import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const XSTATE = {
  regex: '^xstate(/|$)',
  message: 'Only flows/ and server/conversation/runner.ts know the statechart library.',
};

/** Layout is prettier's; these are the rules that find mistakes. */
export default defineConfig(
  { ignores: ['dist/', 'data/', 'coverage/', 'docs/', 'test/architecture/wrong/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: ['tsconfig.json', 'tsconfig.browser.json', 'tsconfig.test.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // What is loaded late is named by `typeof import(…)`.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Ports are records of functions; none of them has a `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A port's method is async whether or not this implementation of it waits for anything.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowArray: true }],
      'no-restricted-imports': ['error', { patterns: [XSTATE] }],
    },
  },
  { files: ['flows/**', 'server/conversation/runner.ts', 'test/**'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['server/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'server/outside/fetch.ts is the one way out.' },
        'WebSocket',
        'EventSource',
      ],
    },
  },
  {
    // A step is a pure function: time, chance and the world come in as events.
    files: ['flows/**', 'protocol/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'console',
        'setTimeout',
        'setInterval',
        'setImmediate',
        'queueMicrotask',
        'crypto',
        'performance',
      ],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }, { object: 'Math', property: 'random' }],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time comes with the event.' },
        { selector: 'ImportExpression', message: 'Flows load nothing while they run.' },
      ],
    },
  },
  {
    files: ['test/**'],
    rules: {
      // A test that is wrong about what is there fails, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
