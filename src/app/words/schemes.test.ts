/** Tests that texts are true in both colour schemes: they must not call a line black or white. */

import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('no text names a colour that the other scheme turns round', () => {
  const folder = new URL('.', import.meta.url)
  const files = readdirSync(folder).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  expect(files.length).toBeGreaterThan(8)
  const found = files.flatMap(name =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter(line => /\b(?:black|white)\b|[黑白](?:色|线|：)/i.test(line))
      .map(line => `${name}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})
