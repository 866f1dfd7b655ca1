import { readFileSync } from 'node:fs';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const pureFolders = ['engine', 'crmscript', 'bots', 'scenario', 'protocol'];
const pureFiles = pureFolders.map((folder) => `src/${folder}/**/*.{ts,tsx}`);

/** How long a file may be, blank lines and comments not counted; those that are one idea may be longer, each with its reason. */
const {
  limit,
  most,
  files: longFiles,
} = JSON.parse(readFileSync(new URL('long-files.json', import.meta.url), 'utf8'));

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only.',
};

/** Text becomes HTML or code nowhere (reliability M15). */
const neverInSource = [
  noDefaultExport,
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|setHTMLUnsafe)$/]',
    message: 'HTML is never made from text: build elements (ui/conversation) or use text nodes.',
  },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
    message: 'HTML is never made from text.',
  },
  {
    selector: 'JSXAttribute[name.name=/^(dangerouslySetInnerHTML|srcDoc|srcdoc)$/]',
    message: 'HTML is never made from text: render elements.',
  },
  {
    selector: 'Property[key.name="dangerouslySetInnerHTML"]',
    message: 'HTML is never made from text: render elements.',
  },
  {
    selector:
      ':matches(NewExpression, CallExpression)[callee.name="RegExp"]:not([arguments.0.type="Literal"])',
    message: 'A pattern from data can hang: write a literal, or use the budgeted matcher of crmscript.',
  },
];

/** Time and chance are arguments here (design §3.2, invariant 1). */
const neverInPureFolders = [
  ...neverInSource,
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The time is an argument: use the world’s clock.',
  },
  {
    selector: ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]',
    message: 'The time is an argument: use the world’s clock.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Chance comes from the seed in the world.',
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'The time is an argument: use the world’s clock.',
  },
  {
    selector: 'MemberExpression[object.name="performance"]',
    message: 'The time is an argument: use the world’s clock.',
  },
];

const unusedUnderscore = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }];

export default defineConfig(
  globalIgnores([
    'dist/',
    'release/',
    'editors/vscode/dist/',
    'src/bots/javascript/bot.d.ts',
    'coverage/',
    'tests/results/',
    'bench/results/',
    'node_modules/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': unusedUnderscore,
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-implied-eval': 'off', // the typed rule of the preset does it
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-debugger': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: limit, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...neverInSource],
      'no-console': 'error',
    },
  },
  { files: pureFiles, rules: { 'no-restricted-syntax': ['error', ...neverInPureFolders] } },
  {
    files: Object.keys(longFiles),
    rules: { 'max-lines': ['error', { max: most, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/ui/**/*.{ts,tsx}', 'src/main.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  // Records as an older release wrote them have no type today.
  { files: ['src/storage/migrations.ts'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  // Tools read these by their default export.
  { files: ['*.config.ts', 'tests/support/build-app.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: {
      'no-unused-vars': unusedUnderscore,
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
);
