import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';
import concurrency from './dist/index.js';

export default defineConfig(
  globalIgnores([
    'dist',
    'coverage',
    'examples',
    'tests/samples',
    'tests/*/samples',
    'tests/cli/samples',
    'reports',
  ]),
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      concurrency.configs.strict,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 800 }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A visitor reads best when its parts stand in the order they are called.
      '@typescript-eslint/no-use-before-define': 'off',
      // ESTree's node types are strings to everybody who writes a selector.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/prefer-readonly': 'error',
      // What loads TypeScript is required: src/typescript/compiler.ts says why.
      '@typescript-eslint/no-require-imports': ['error', { allowAsImport: true }],
    },
  },
  {
    files: ['src/rules/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      'max-lines': ['error', { max: 200 }],
      'eslint-plugin/require-meta-docs-url': 'off',
      'eslint-plugin/prefer-message-ids': 'error',
      'eslint-plugin/require-meta-docs-description': 'error',
    },
  },
  {
    files: ['tests/rules/**/*.ts'],
    extends: [eslintPlugin.configs['tests-recommended'] ?? {}],
  },
);
