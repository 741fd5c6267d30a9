/** Why, Who and Books: the numbers of the command line, keys, tables behind charts, and terms that explain themselves. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { booksAt, stepCalled } from '../../analysis/books/books.ts'
import { explainPolicy, outcomeAt } from '../../analysis/explain/change.ts'
import { costingOf } from '../../analysis/costs.ts'
import { packageFor } from '../../analysis/packages.ts'
import { readGlossary } from '../../cli/app-build/glossary.ts'
import { openRegion } from '../../cli/open-fixture.ts'
import { viewKey } from '../state/view-names.ts'
import { termFinder } from '../words/glossary.ts'
import { appTest, settled } from './app-test.ts'
import { fewAt } from './what-if-page.ts'

/** G, whatever Answer would select. */
const choose = async (page: Page, id: string): Promise<void> => {
  await page.locator('.bar .seg button', { hasText: new RegExp(`^${id}$`) }).click()
}

const numbers = (text: string): number[] =>
  [
    ...text
      .replaceAll('−', '-')
      .replaceAll(',', '')
      .matchAll(/-?\d+(?:\.\d+)?/g),
  ].map(([one]) => Number(one))

const open = openRegion('northeast')
const { policy } = packageFor(open, costingOf(open), 'H')

appTest('Why shows the change of the command line, its parts and a tree that keys open', async ({ app }) => {
  const page = await app.share(fewAt('why'))
  await page.locator('.point').waitFor()
  await choose(page, 'H')
  const split = explainPolicy(open, policy, outcomeAt(open, 'regionDebtToGdp@2035Q4'))
  const shown = (value: number): string => (value * 100).toFixed(1)
  await page.locator('.point .pol dd', { hasText: shown(split.after) }).waitFor()
  expect(await page.locator('.point .base dd').innerText()).toContain(shown(split.before))
  expect(numbers(await page.locator('.point dd').nth(2).innerText())[0]).toBe(Number(shown(split.change)))
  const parts = page.locator('figure:has(.wf) details.tbl').last()
  await parts.locator('summary').click()
  const told = (await parts.locator('tbody tr').allInnerTexts()).map(row => numbers(row))
  expect(told.map(([share]) => share)).toEqual(
    [...split.parts.map(({ value }) => value), split.change].map(value => Number(shown(value)) || 0),
  )

  const rows = page.locator('.tree tbody tr')
  await rows.first().focus()
  const before = await rows.count()
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('.tree tr:focus').getAttribute('aria-level')).toBe('2')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => rows.count()).toBeGreaterThan(before)
  await page.keyboard.press('Enter')
  await page.locator('.card').waitFor()
})

appTest('Who shows birth years with bands, payers that sum to zero, and provinces', async ({ app }) => {
  const page = await app.share(fewAt('why'))
  await page.keyboard.press('4')
  await page.locator('.say b, .say').first().waitFor()
  await page.locator('.band.pol').first().waitFor()
  expect(await page.locator('.say').innerText()).toMatch(/people born in (19|20)\d\d gain the most: \+[\d,]+ yuan/)
  // Both parts in neutral words: the number of residents may fall.
  const totals = await page.locator('.sure').first().innerText()
  expect(totals).toMatch(/through income per person and .+ through the number of residents/)
  const [total, each, people] = numbers(totals)
  // Each is rounded to a tenth at most.
  expect(Math.abs(total! - each! - people!)).toBeLessThan(0.11)
  const payers = page.locator('figure', { hasText: 'By payer' }).locator('details.tbl')
  await payers.locator('summary').click()
  const central = (await payers.locator('tbody tr').allInnerTexts()).map(row => numbers(row)[1])
  expect(central.length).toBe(9)
  expect(Math.abs(central.reduce((sum, value) => sum + value, 0))).toBeLessThan(1)
  expect(await page.locator('.prov-t tbody tr').count()).toBe(3)
})

appTest('Books shows the matrices of any quarter; keys move between cells', async ({ app }) => {
  const page = await app.share(fewAt('why'))
  await page.keyboard.press('5')
  await page.locator('.sheetm').waitFor()
  await choose(page, 'H')
  const [flows, sheet] = booksAt(open, { policy }, stepCalled(open, '2035Q4')).matrices
  const cell = (matrix: typeof flows, row: string, column: string): string =>
    Math.round(
      matrix.rows.find(({ name }) => name === row)!.cells[matrix.columns.findIndex(({ name }) => name === column)]!,
    )
      .toLocaleString('en-US')
      .replace('-', '−')
  await page.locator('[data-row=bonds][data-column=PG]', { hasText: cell(sheet, 'bonds', 'PG') }).waitFor()
  await page.locator('[data-row=bonds][data-column=PG]').click()
  await page.locator('.cellpath').waitFor()
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('td:focus').getAttribute('data-column')).toBe('B')
  await page.locator('.quarter .seg').first().locator('button').nth(1).click()
  expect(await page.locator('[data-row=publicInvestment][data-column=PG]').innerText()).toBe(
    cell(flows, 'publicInvestment', 'PG'),
  )
  await page.locator('.slide input').focus()
  await page.keyboard.press('ArrowLeft')
  expect(await page.locator('.slide output').innerText()).toBe('2035 Q3')
  expect(await page.locator('.audit tbody tr').count()).toBe(31)
  expect(await page.locator('.audit .ok').count()).toBe(31)
})

const glossary = readGlossary()
const find = termFinder(glossary.map(({ names }) => names))

appTest('a term opens and closes with keys, and gives the focus back', async ({ app }) => {
  const page = await app.share(fewAt('why'))
  await page.keyboard.press(viewKey('who'))
  await settled(page)
  const term = page.locator('main button.term.within').first()
  const found = find(await term.innerText(), 'en')!
  await term.focus()
  await page.keyboard.press('Enter')
  const panel = page.locator('.sheet')
  await panel.waitFor()
  const { names, meaning } = glossary[found.term]!
  await panel.getByText(meaning.en).waitFor()
  expect(await panel.innerText()).toContain(names.en)
  expect(await panel.innerText()).toContain(names.zh)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(await term.evaluate(one => one === document.activeElement)).toBe(true)
})
