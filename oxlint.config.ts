/**
 * Lint rules, and the arrows between the folders of src/ (ARCHITECTURE.md): an import against an arrow fails `npm test`.
 */
import { defineConfig } from 'oxlint'

const belowAnalysis = ['texts', 'language', 'outcomes', 'model', 'engine', 'regions', 'threads', 'scenario']
const belowDoors = [...belowAnalysis, 'analysis', 'questions']

/** Folder of src/ -> the folders it may import. What is not listed is forbidden. */
const arrows: Record<string, { imports: string[]; pure: boolean; why: string }> = {
  texts: { imports: ['language'], pure: true, why: 'texts are made of tables' },
  language: { imports: ['texts'], pure: true, why: 'the language knows no model, no engine and no machine' },
  outcomes: {
    imports: ['language'],
    pure: true,
    why: 'the catalogue says what is read of a run; the model reads it for its verdict',
  },
  model: { imports: ['texts', 'language', 'outcomes'], pure: true, why: 'the model is declarations only' },
  engine: { imports: ['texts', 'language'], pure: true, why: 'the engine runs any model; both meet in src/analysis' },
  regions: {
    imports: ['texts', 'language'],
    pure: false,
    why: 'the loader reads data; it knows no model and no engine',
  },
  threads: { imports: [], pure: false, why: 'threads carry questions and answers; they know nothing of what is asked' },
  scenario: {
    imports: ['texts', 'language', 'outcomes', 'model', 'engine', 'regions'],
    pure: false,
    why: 'it says what a scenario is and how it is written; it opens no region and runs nothing',
  },
  analysis: {
    imports: belowAnalysis,
    pure: false,
    why: 'it answers questions for the command line and the app alike',
  },
  questions: {
    imports: [...belowAnalysis, 'analysis'],
    pure: false,
    why: 'a question is declared once for all doors and knows none of them',
  },
  library: {
    imports: belowDoors,
    pure: false,
    why: 'the package for programs is analysis, with regions from a disk or from modules',
  },
  cli: {
    // Of the app, its build alone: it computes what the app shows first.
    imports: [...belowDoors, 'app'],
    pure: false,
    why: 'nothing else is below the command line',
  },
  app: {
    imports: belowDoors,
    pure: false,
    why: 'the page computes by itself and knows no command line',
  },
}

const folders = Object.keys(arrows)

/** Tests, and what serves nothing but tests. */
const testFiles = (folder: string): string[] => [`src/${folder}/**/*.test.ts`, `src/${folder}/**/*-fixture.ts`]

/** The program needs nothing of its makers' tools; its tests may. */
const tools = {
  regex: '^(\\.\\./)+tools/',
  message:
    'src/ never imports tools/: these are for those who work on the project, and are not shipped (ARCHITECTURE.md).',
}

/** Import specifiers that leave a folder look like ../engine/run.ts or ../../engine/run.ts. */
const into = (folder: string): string => `^(\\.\\./)+(src/)?${folder}/`

const forbidden = (folder: string, allowed: string[], why: string) =>
  folders
    .filter(other => other !== folder && !allowed.includes(other))
    .map(other => ({
      regex: into(other),
      message: `src/${folder} never imports src/${other}: ${why} (ARCHITECTURE.md).`,
    }))

const outside = (folder: string) => [
  {
    regex: '^[^.]',
    message: `src/${folder} imports nothing from Node or npm: the same code runs in a browser, a server and a test (ARCHITECTURE.md).`,
  },
]

const dataFolder = (folder: string) => [
  {
    regex: '^(\\.\\./){2,}(regions|golden)/|^(\\.\\./)+golden/',
    message: `src/${folder} reads no data folder; the loader in src/regions does (ARCHITECTURE.md).`,
  },
]

/**
 * Tests may also use vitest, Node and the loader of regions; language and engine still never see the model or the cli.
 * Tests of the model and of its outcomes run it as the command line does; tests of the app compare it with the command line.
 */
const inTests = (folder: string, allowed: string[]): string[] =>
  folder === 'model' || folder === 'outcomes'
    ? [...allowed, 'model', 'engine', 'regions', 'scenario', 'analysis', 'cli']
    : folder === 'app' || folder === 'analysis'
      ? [...allowed, 'cli']
      : folder === 'scenario'
        ? [...allowed, 'analysis', 'cli']
        : [...allowed, 'regions']

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['node_modules', 'src/texts', 'dist', 'dist.*', 'docs', 'golden'],
  rules: {
    // Numerical code writes the coefficients of its tables as published.
    'oxc/approx-constant': 'off',
    'no-loss-of-precision': 'off',
    // Messages go between threads of one process, which have no origin.
    'unicorn/require-post-message-target-origin': 'off',
    // Takes a condition that is fixed on purpose for a mistake.
    'no-unmodified-loop-condition': 'off',
    // Matters of style that cost more attention than they save.
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-new-array': 'off',
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
  },
  overrides: [
    ...Object.entries(arrows).map(([folder, { imports, pure, why }]) => ({
      files: [`src/${folder}/**`],
      excludeFiles: testFiles(folder),
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              tools,
              ...forbidden(folder, imports, why),
              ...(pure ? [...outside(folder), ...dataFolder(folder)] : []),
            ],
          },
        ],
      } as const,
    })),
    ...Object.entries(arrows).map(([folder, { imports, why }]) => ({
      files: testFiles(folder),
      rules: {
        'no-restricted-imports': ['error', { patterns: forbidden(folder, inTests(folder, imports), why) }],
      } as const,
    })),
    {
      files: [
        'src/language/**',
        'src/outcomes/**',
        'src/model/**',
        'src/engine/**',
        'src/scenario/**',
        'src/analysis/**',
      ],
      excludeFiles: ['**/*.test.ts'],
      rules: {
        'no-restricted-globals': [
          'error',
          { name: 'Date', message: 'No clock: the same inputs give the same numbers (ARCHITECTURE.md).' },
          { name: 'performance', message: 'No clock: the same inputs give the same numbers (ARCHITECTURE.md).' },
        ],
        'no-restricted-properties': [
          'error',
          {
            object: 'Math',
            property: 'random',
            message: 'Random numbers come from the engine: (seed, run, name, time) -> number (ARCHITECTURE.md).',
          },
          // Their bits differ between versions of Node; ours do not.
          ...['exp', 'log', 'pow', 'log2', 'log10', 'log1p', 'expm1'].map(property => ({
            object: 'Math',
            property,
            message: 'Use exp, ln and pow of src/language/elementary.ts: the same bits on every machine.',
          })),
        ],
      },
    },
  ],
})
