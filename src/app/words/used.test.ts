/** Every text of the app is shown somewhere: an entry of a dictionary that no view names is dead. */

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const app = join(import.meta.dirname, '..')
const sources = globSync('**/*.{ts,tsx}', { cwd: app })
  .filter(path => !/\.test\.tsx?$/.test(path))
  .map(path => readFileSync(join(app, path), 'utf8'))
  .join('\n')

/** Names that stand after a point, and those that are taken out of words by name. */
const named = new Set([
  ...[...sources.matchAll(/\.(\w+)\b/g)].map(([, name]) => name),
  ...[...sources.matchAll(/\{([^{}]*)\} = (?:bothTexts\()?\w*[wW]ords/g)].flatMap(
    ([, names]) => names!.match(/\w+/g) ?? [],
  ),
])

const isDictionary = (value: unknown): value is { readonly en: object } =>
  typeof value === 'object' && value !== null && 'en' in value && 'zh' in value && typeof value.en === 'object'

it('no entry of a dictionary is without a user', async () => {
  const unused: string[] = []
  const tables = globSync(['words/*.ts', '../texts/app/*.ts'], { cwd: app }).filter(
    path => !path.endsWith('.test.ts') && /texts\/app/.test(path + readFileSync(join(app, path), 'utf8')),
  )
  for (const file of tables) {
    const module = (await import(join(app, file))) as Record<string, unknown>
    for (const [name, entries] of Object.entries(module)) {
      if (!isDictionary(entries)) continue
      for (const key of Object.keys(entries.en)) {
        if (!named.has(key)) unused.push(`${file} ${name}.${key}`)
      }
    }
  }
  expect(unused).toEqual([])
}, 120_000)
