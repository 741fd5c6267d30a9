/** Every text of the app is shown somewhere: an entry of a dictionary that no view names is dead. */

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const here = import.meta.dirname
const app = join(here, '..')
const sources = globSync('**/*.{ts,tsx}', { cwd: app })
  .filter(path => !/\.test\.tsx?$/.test(path))
  .map(path => readFileSync(join(app, path), 'utf8'))
  .join('\n')

/** Names that stand after a point, and those that are taken out of words by name. */
const named = new Set([
  ...[...sources.matchAll(/\.(\w+)\b/g)].map(([, name]) => name),
  ...[...sources.matchAll(/\{([^{}]*)\} = \w*[wW]ords/g)].flatMap(([, names]) => names!.match(/\w+/g) ?? []),
])

const isDictionary = (value: unknown): value is Record<string, { readonly en: unknown; readonly zh: unknown }> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(entry => typeof entry === 'object' && entry !== null && 'en' in entry && 'zh' in entry)

it('no entry of a dictionary is without a user', async () => {
  const unused: string[] = []
  for (const file of globSync('*.ts', { cwd: here }).filter(path => !path.endsWith('.test.ts'))) {
    const module = (await import(join(here, file))) as Record<string, unknown>
    for (const [name, entries] of Object.entries(module)) {
      if (!isDictionary(entries)) continue
      for (const key of Object.keys(entries)) {
        if (!named.has(key)) unused.push(`${name}.${key}`)
      }
    }
  }
  expect(unused).toEqual([])
}, 120_000)
