/** Tests the pages of industries and of an external event, as links of earlier versions call them: its figures are those of the command line; links, both languages and a phone. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { linkOf } from '../../scenario/link.ts'
import type { ScenarioLink } from '../../scenario/segments.ts'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { costingOf } from '../../analysis/policies/costs.ts'
import { packagesOf } from '../../analysis/policies/packages.ts'
import { appTest, settled } from './app-pages-fixture.ts'

const open = openRegion('northeast')
const { policy } = packagesOf(open, costingOf(open)).find(({ id }) => id === 'G')!

const sectorsWith = (asks: ScenarioLink['asks'], language: ScenarioLink['language'] = 'en'): string =>
  linkOf({
    scenario: { name: '', region: 'northeast', policy, assumptions: {}, members: 12, package: 'G' },
    view: 'sectors',
    language,
    overlays: [],
    asks,
  }).text.slice(1)

/** '−1,234.5 (…)' -> -1234.5. */
const numberOf = (text: string): number =>
  Number(/[−+]?[\d,]+(?:\.\d+)?/.exec(text)![0].replaceAll(',', '').replace('−', '-'))

/** Texts of the cells of the table whose heads begin with these. */
const cellsOf = async (page: Page, ...heads: readonly string[]): Promise<string[][]> => {
  const tables = await page.locator('main table').evaluateAll(all =>
    all.map(table => ({
      heads: [...table.querySelectorAll('th[scope=col]')].map(head => (head as HTMLElement).innerText.trim()),
      cells: [...table.querySelectorAll('tbody tr')].map(row =>
        [...row.querySelectorAll('td')].map(cell => cell.innerText.trim()),
      ),
    })),
  )
  return tables.find(table => heads.every((head, at) => table.heads[at] === head))!.cells
}

const near = (text: string, value: number, digits: number): void =>
  expect(Math.abs(numberOf(text) - value), `${text} for ${value}`).toBeLessThanOrEqual(0.51 * 10 ** -digits)

appTest(
  'shows the industries and the flows that the command line shows',
  { timeout: 300_000, tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.share(sectorsWith({ 'sectors.year': '2030' }))
    await settled(page, 120)
    const { figures, total, flows } = await json('industries northeast --policy G --year 2030')
    const cells = await cellsOf(page, 'Industry', 'value added', 'change', 'share')
    expect(cells.length).toBe(figures.length + 1)
    for (const [at, row] of [...figures, total].entries()) {
      const [output, change, share, employed] = cells[at]!
      near(output!, row.output, 1)
      near(change!, row.output - row.before.output, 2)
      near(change!.split('(')[1]!, row.changes.output.low, 2)
      near(share!, 100 * row.share, 1)
      near(employed!, 1000 * row.employed, 0)
    }
    const sales = await cellsOf(page, 'Buyer')
    const expected = [
      ...flows.bought.map((value: number, buyer: number) => [...flows.home.map((row: number[]) => row[buyer]!), value]),
      ...flows.sold[0].map((_: number, partner: number) => flows.sold.map((row: number[]) => row[partner]!)),
      flows.valueAdded,
    ]
    expect(sales.length).toBe(expected.length)
    for (const [at, row] of expected.entries())
      for (const [column, value] of row.entries()) near(sales[at]![column]!, value, 1)
    expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity|\[object/)
    // A link opens to the same.
    await page.getByRole('combobox', { name: 'Place', exact: true }).selectOption('CN-JL')
    await settled(page, 120)
    const elsewhere = await app.open({ hash: new URL(page.url()).hash.slice(1) })
    await settled(elsewhere, 120)
    const own = await cellsOf(page, 'Industry', 'value added', 'change', 'share')
    expect(own).not.toEqual(cells)
    expect(await cellsOf(elsewhere, 'Industry', 'value added', 'change', 'share')).toEqual(own)
  },
)

appTest(
  'the impact of an event is that of the command line, and a wrong one is refused beside the last report',
  { timeout: 300_000, tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ hash: sectorsWith({ 'sectors.of': 'event' }) })
    await page.locator('.over', { hasText: 'exportsRussia=-100%' }).waitFor()
    const event = page.getByLabel('External event')
    await event.fill('exportsWorld[CN-LN,machinery]=-30%@2028')
    await event.press('Enter')
    await page.locator('.over', { hasText: 'exportsWorld' }).waitFor()
    await settled(page, 120)
    const asked = 'stress northeast --policy G --event exportsWorld[CN-LN,machinery]=-30%@2028 --year 2035'
    const { sectors, total } = await json(asked)
    const cells = await cellsOf(page, 'Industry', 'direct', 'indirect')
    expect(cells.length).toBe(sectors.length + 1)
    for (const [at, { valueAdded }] of [...sectors, total].entries()) {
      const { direct, indirect, induced, total: sum } = valueAdded
      for (const [column, value] of [direct, indirect, induced, sum].entries()) near(cells[at]![column]!, value, 2)
    }
    await event.fill('plant[CN-LN,vehicles]=-5000bn')
    await event.press('Enter')
    await page.getByText(/sales of 5000 bn a year exceed/).waitFor()
    expect(await cellsOf(page, 'Industry', 'direct', 'indirect')).toEqual(cells)
  },
)

appTest('in Chinese and on a phone', { timeout: 300_000, tags: ['thorough'] }, async ({ app }) => {
  const page = await app.open({
    viewport: { width: 390, height: 844 },
    hash: sectorsWith({ 'sectors.of': 'event', 'sectors.event': 'plant[CN-JL,vehicles]=-20bn' }, 'zh'),
  })
  await settled(page, 120)
  expect(await page.locator('.over').innerText()).toContain('plant[CN-JL,vehicles]=-20bn 的影响')
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|\bbn\b(?! *的)/)
})
