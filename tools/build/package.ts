/**
 * Writes the npm package: `npm run package -- <folder>`, then `npm pack <folder>`. Node strips no types from what is
 * installed, so that it holds JavaScript, and the types beside it.
 *
 *   <folder>/lib/cli/       the command line, and the library for Node (library.js)
 *   <folder>/lib/browser/   the library for browsers, with a module for each region
 *   <folder>/types/         the types of both
 *   <folder>/regions/       the data, and <folder>/countries/ that of which more is made
 */

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import settings from '../../package.json' with { type: 'json' }
import { targetBrowsers } from '../../src/cli/app-build/config.ts'
import { heartlandModules } from '../../src/cli/app-build/modules.ts'
import { bundle } from './bundle.ts'
import { root } from '../../src/cli/app-build/places.ts'

const buildForBrowsers = (folder: string) =>
  build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [heartlandModules({ inlineWorker: false })],
    build: {
      outDir: join(folder, 'lib/browser'),
      target: targetBrowsers,
      chunkSizeWarningLimit: 10_000,
      lib: { entry: join(root, 'src/library/browser.ts'), formats: ['es'], fileName: 'index' },
      // Vite leaves the blanks of a library, for bundlers that read remarks on what is pure: `sideEffects` says it.
      rolldownOptions: { checks: { pluginTimings: false }, output: { minify: true } },
    },
  })

const writeTypes = (folder: string): void => {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const words = ['-p', join(root, 'tsconfig.library.json'), '--outDir', join(folder, 'types')]
  execFileSync(process.execPath, [compiler, ...words], { stdio: 'inherit' })
}

/** Zod's types alone, within the package: those of the questions name them, and its code is part of the bundles. */
const bringZodTypes = (folder: string): void => {
  const from = join(root, 'node_modules/zod')
  cpSync(from, join(folder, 'node_modules/zod'), {
    recursive: true,
    filter: file =>
      statSync(file).isDirectory() ? !/[/\\](?:src|v3)$/.test(file) : /\.d\.ts$|package\.json$|LICENSE$/.test(file),
  })
}

const manifest = (): object => {
  const { name, version, description, license, type, dependencies } = settings
  const types = (file: string): string => `./types/library/${file}.d.ts`
  return {
    name,
    version,
    description,
    license,
    type,
    engines: { node: '>=24' },
    bin: { heartland: './bin/heartland.js' },
    exports: {
      '.': {
        browser: { types: types('browser'), default: './lib/browser/index.js' },
        default: { types: types('node'), default: './lib/cli/library.js' },
      },
      './package.json': './package.json',
    },
    sideEffects: false,
    dependencies: { zod: dependencies.zod },
    bundleDependencies: ['zod'],
  }
}

export const writePackage = async (folder: string): Promise<void> => {
  await bundle(folder, { library: fileURLToPath(new URL('../../src/library/node.ts', import.meta.url)) })
  await buildForBrowsers(folder)
  writeTypes(folder)
  bringZodTypes(folder)
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/heartland.js'), "#!/usr/bin/env node\nimport '../lib/cli/main.js'\n", { mode: 0o755 })
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'README.md'), readFileSync(join(root, 'docs/guide/library.md')))
}

if (import.meta.main) {
  const [, , folder] = process.argv
  if (folder === undefined) throw new Error('Name the folder to write: npm run package -- heartland-package')
  await writePackage(resolve(folder))
}
