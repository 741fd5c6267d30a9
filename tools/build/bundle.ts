/**
 * Bundles the command line as JavaScript, with the regions: what the Python package carries. `npm run bundle -- <folder>`.
 *
 *   <folder>/package.json   the version
 *   <folder>/regions/       the data
 *   <folder>/countries/     tables, and rules by which regions are made of them
 *   <folder>/lib/cli/       main.js, thread.js and what they load
 */

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import settings from '../../package.json' with { type: 'json' }
import { ownCountries, ownPacks } from '../../src/regions/read.ts'

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** They serve, draw or pack the app, which needs its sources. */
const ofTheApp = /\/(serve|report|build-file)\.ts$/

const scripts = {
  main: here('../../src/cli/main.ts'),
  thread: here('../../src/cli/threads/thread.ts'),
  'import-thread': here('../../src/cli/commands/own-region/import-thread.ts'),
}

const inBundle: Plugin = {
  name: 'heartland-bundle',
  enforce: 'pre',
  resolveId: (id, importer) =>
    ofTheApp.test(id) && importer?.endsWith('/commands.ts') === true
      ? here('../../src/cli/commands/without-app.ts')
      : undefined,
  // Threads are started by the name of their script.
  transform: code => {
    const changed = code.replaceAll(
      /new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g,
      "new URL('./$1.js', import.meta.url)",
    )
    return changed === code ? undefined : { code: changed, map: null }
  },
}

/** `more` are scripts besides, by their names in lib/cli. */
export const bundle = async (folder: string, more: Readonly<Record<string, string>> = {}): Promise<void> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await build({
    root: here('../..'),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [inBundle],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: join(folder, 'lib/cli'),
      emptyOutDir: true,
      target: 'node24',
      minify: true,
      rolldownOptions: {
        input: { ...scripts, ...more },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        checks: { pluginTimings: false },
      },
    },
  })
  cpSync(ownPacks, join(folder, 'regions'), { recursive: true })
  // The tables of the United States are as large as the rest of the package may be: they are in the project alone.
  const isPacked = (file: string): boolean => !file.endsWith('.md') && !file.startsWith(join(ownCountries, 'US'))
  cpSync(ownCountries, join(folder, 'countries'), { recursive: true, filter: isPacked })
  const { name, version, license, type } = settings
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, license, type }, null, 2)}\n`)
}

if (import.meta.main) {
  const [, , folder] = process.argv
  if (folder === undefined) throw new Error('Name the folder to write: npm run bundle -- python/src/heartland/program')
  await bundle(resolve(folder))
}
