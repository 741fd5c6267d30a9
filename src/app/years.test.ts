/** Tests that no year of the horizon is written into the app: regions may begin and end elsewhere. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const app = import.meta.dirname
const folders = ['charts', 'controls', 'share', 'shell', 'state', 'views', 'worker']

/** The year that is shown before the reader picks another. */
const chosen = new Set(['state/quarters.ts'])

it('takes years from the region and the model', () => {
  const files = folders.flatMap(folder =>
    readdirSync(join(app, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
  )
  const sources = files.filter(name => /(?<!\.test)\.tsx?$/.test(name) && !chosen.has(name))
  expect(sources.length).toBeGreaterThan(100)
  const found = sources.flatMap(name =>
    readFileSync(join(app, name), 'utf8')
      .split('\n')
      .flatMap((line, at) => (/^\s*(?:\/\/|\/?\*)/.test(line) ? [] : [{ line, at }]))
      .filter(({ line }) => /\b20(?:2[4-9]|3\d|40)\b/.test(line.replaceAll(/'[^']*'/g, '')))
      .map(({ line, at }) => `${name}:${at + 1}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})
