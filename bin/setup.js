/**
 * Makes node_modules agree with package-lock.json, and src/texts with the tables of texts, before `npm start` and tests;
 * does nothing when they already do.
 * Plain JavaScript that runs on Node 20, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node.js'
import { makeTexts } from './texts.js'

const packagesOf = file => JSON.parse(readFileSync(join(root, file), 'utf8')).packages

/** Optional packages of other platforms are never installed, so only a differing version counts for them. */
const upToDate = () => {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const installed = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(([path, { version, optional }]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return optional === true
    return found.version === version && existsSync(join(root, path))
  })
}

if (!upToDate()) {
  process.stderr.write('Installing what the project needs (once, and after each change of package-lock.json) …\n')
  const settings = ['ci', '--include=dev', '--include=optional', '--loglevel=error']
  // The Node and npm that were called, not the project's own: npm ci deletes node_modules first.
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env
  const outcome = npm
    ? spawnSync(node, [npm, ...settings], { cwd: root, stdio: ['ignore', 2, 'inherit'] })
    : spawnSync('npm', settings, { cwd: root, stdio: ['ignore', 2, 'inherit'], shell: process.platform === 'win32' })
  if (outcome.status !== 0) {
    process.stderr.write(
      `npm ci did not finish${outcome.error ? ` (${outcome.error.message})` : ''}; its message is above. ` +
        'Correct that (most often it is the connection), then run the same command again.\n',
    )
    process.exit(1)
  }
}

makeTexts()
