/** The figures in docs/promises.md are fresh, and every test that it names is there. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readMeasured, shippedMeasurand } from './measured.ts'
import { readPromises, withFigures } from './promises.ts'

const page = readPromises()
const now = shippedMeasurand()
const rows = page.split('\n').filter(line => /^\| (?!Promise |---)/.test(line))
const linkedFrom = (address: string): string => fileURLToPath(new URL(`../../docs/${address}`, import.meta.url))

describe('docs/promises.md', () => {
  it('says what was measured; if not, run `npm run promises`', () => {
    expect(withFigures(page, readMeasured(), now)).toBe(page)
  })

  it('says when a figure of the model is of another model, or of other data', () => {
    const soak = { figure: '7 runs', date: '2026-01-01', ...now }
    const told = (changed: Partial<typeof soak>): string => withFigures(page, { soak: { ...soak, ...changed } }, now)
    expect(told({})).toContain(` 7 runs (2026-01-01, model ${now.model}, data ${now.data}). |`)
    expect(told({ model: 'a' })).toContain(
      '**Measured before the model changed; `npm run soak` measures again:** 7 runs',
    )
    expect(told({ data: 'b' })).toContain('before the data changed')
    expect(told({ model: 'a', data: 'b' })).toContain('before the model and the data changed')
  })

  it('names tests that are there, and for every promise one, a measurement or what is not proven', () => {
    expect(rows.length).toBeGreaterThan(30)
    const missing = rows.flatMap(row => {
      const tests = [...row.matchAll(/\]\((\S+) "([^"]+)"\)/g)]
      const [says, , figure, short] = row.slice(2).split(' | ')
      const isProven = tests.length > 0 || figure?.includes('(measured.json)') || short !== ' |'
      return [
        ...tests.flatMap(([, file, test]) =>
          existsSync(linkedFrom(file!)) && readFileSync(linkedFrom(file!), 'utf8').includes(test!)
            ? []
            : [`${file}: ${test}`],
        ),
        ...(isProven ? [] : [says]),
      ]
    })
    expect(missing).toEqual([])
  })

  it('shows every measurement that was taken', () => {
    expect(Object.keys(readMeasured()).filter(name => !page.includes(`[${name}](measured.json)`))).toEqual([])
  })
})
