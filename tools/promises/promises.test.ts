/** The page of promises is fresh, and every test that it names is there. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readMeasured, shippedMeasurand } from './measured.ts'
import { promises } from './promise-list.ts'
import { promisesFile, promisesPage } from './promises.ts'

const pledges = promises.flatMap(theme => theme.pledges)
const now = shippedMeasurand()
const sourceOf = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url))

describe('docs/promises.md', () => {
  it('says what the list and the measurements say; if not, run `npm run promises`', () => {
    expect(readFileSync(promisesFile, 'utf8')).toBe(promisesPage(readMeasured(), now))
  })

  it('says when a figure of the model is of another model, or of other data', () => {
    const soak = { figure: '7 runs', date: '2026-01-01', ...now }
    const told = (changed: Partial<typeof soak>): string => promisesPage({ soak: { ...soak, ...changed } }, now)
    expect(told({})).toContain(`| 7 runs (2026-01-01, model ${now.model}, data ${now.data}). |`)
    expect(told({ model: 'a' })).toContain(
      '**Measured before the model changed; `npm run soak` measures again:** 7 runs',
    )
    expect(told({ data: 'b' })).toContain('before the data changed')
    expect(told({ model: 'a', data: 'b' })).toContain('before the model and the data changed')
  })

  it('names tests that are there, or says what is not proven', () => {
    const missing = pledges.flatMap(({ says, proofs, figure, short }) => [
      ...proofs.flatMap(({ file, test }) =>
        existsSync(sourceOf(file)) && readFileSync(sourceOf(file), 'utf8').includes(test) ? [] : [`${file}: ${test}`],
      ),
      ...(proofs.length === 0 && !('measured' in figure) && short === undefined ? [says] : []),
    ])
    expect(missing).toEqual([])
  })

  it('links to pages that are there', () => {
    const pages = pledges.flatMap(({ figure }) => ('page' in figure ? [figure.page] : []))
    expect(pages.filter(page => !existsSync(sourceOf(`docs/${page}`)))).toEqual([])
  })

  it('is whole: measurements that were taken are shown', () => {
    const shown = new Set(pledges.flatMap(({ figure }) => ('measured' in figure ? [figure.measured] : [])))
    expect(Object.keys(readMeasured()).filter(name => !shown.has(name as 'soak'))).toEqual([])
  })
})
