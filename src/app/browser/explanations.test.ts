/** The views Why, Who and Books: the command line's numbers, keys, tables behind charts, and explanations of terms. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { booksAt, stepCalled } from '../../analysis/explain/books/books.ts'
import { explainPolicy, outcomeAt } from '../../analysis/explain/change.ts'
import { costingOf } from '../../analysis/policies/costs.ts'
import { packageFor } from '../../analysis/policies/packages.ts'
import { readGlossary } from '../../cli/app-build/glossary.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { termFinder } from '../words/glossary.ts'
import { appTest, visit } from './app-pages-fixture.ts'
import { fewAt } from './what-if-page-fixture.ts'

/** G, whatever Answer would select. */
const choose = async (page: Page, id: string): Promise<void> => {
  await page.locator('.begin select').selectOption(id)
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
  await choose(page, 'H')
  const split = explainPolicy(open, policy, outcomeAt(open, 'regionDebtToGdp@2035Q4'))
  const shown = (value: number): string => (value * 100).toFixed(1).replace('-', '−')
  const say = page.locator('.why .say')
  await say.filter({ hasText: shown(split.after) }).waitFor()
  expect(numbers(await say.innerText())).toEqual(
    [split.after, split.before, split.change].map(value => Number((value * 100).toFixed(1))),
  )
  const parts = page.locator('.why figure:has(.bars) details.tbl').first()
  await parts.locator('summary').click()
  const told = (await parts.locator('tbody tr').allInnerTexts()).map(row => numbers(row))
  expect(told.map(([share]) => share)).toEqual(
    [...split.parts.map(({ value }) => value), split.change].map(value => Number((value * 100).toFixed(1)) || 0),
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

/** The rows of the table behind a figure. */
const rowsBehind = async (page: Page, title: string | RegExp): Promise<string[][]> => {
  const figure = page.locator('figure').filter({ has: page.locator('h2', { hasText: title }) })
  await figure.locator('summary').click()
  return (await figure.locator('tbody tr').allInnerTexts()).map(row => row.split('\t'))
}

appTest(
  'Who shows birth years with bands, payers whose changes cancel out, and figures that lead to Why',
  async ({ app }) => {
    const page = await app.share(fewAt('why'))
    await visit(page, 'who')
    await page.locator('.band').first().waitFor({ timeout: 300_000 })
    const totals = await page.locator('.say').innerText()
    // Both parts in neutral words: the number of residents may fall.
    expect(totals).toMatch(/through income per person and .+ through the number of residents/)
    const [total, each, people] = numbers(totals)
    // Each is rounded to a tenth at most.
    expect(Math.abs(total! - each! - people!)).toBeLessThan(0.11)
    const payers = (await rowsBehind(page, /^By payer$/)).map(row => numbers(row[1]!)[0]!)
    expect(payers.length).toBe(9)
    // They cancel out but for the rounding of each.
    expect(Math.abs(payers.reduce((sum, value) => sum + value, 0))).toBeLessThanOrEqual(0.05 * payers.length)
    const provinces = page.locator('section', { has: page.locator('h2', { hasText: 'By province' }) })
    expect(await provinces.locator('tbody tr').count()).toBe(4)
    await provinces.locator('tbody tr').last().locator('.figure-link').last().click()
    await page.waitForURL(/#\/why/)
    await page.locator('.over', { hasText: '2035 Q4' }).waitFor()
  },
)

appTest('Books shows the tables of any quarter, the account of a sector and the path of a cell', async ({ app }) => {
  const page = await app.share(fewAt('why'))
  await visit(page, 'books')
  await page.locator('.begin select').first().selectOption('H')
  const [flows, sheet] = booksAt(open, { policy }, stepCalled(open, '2035Q4')).matrices
  const cellOf = ({ rows, columns }: typeof flows, row: string, column: string): string =>
    Math.round(rows.find(({ name }) => name === row)!.cells[columns.findIndex(({ name }) => name === column)]!)
      .toLocaleString('en-US')
      .replace('-', '−')
  const table = page
    .locator('section')
    .filter({ has: page.locator('h2', { hasText: /^(Balance sheet|Transaction flows)$/ }) })
  await table
    .locator('tr', { hasText: 'Provincial bonds' })
    .getByText(cellOf(sheet, 'bonds', 'PG'))
    .waitFor()
  const chooserOf = (label: string) => page.locator('label', { hasText: new RegExp(`^${label}`) }).locator('select')
  await chooserOf('Table').selectOption('flows')
  await table
    .locator('tr', { hasText: 'Public and culture investment' })
    .getByText(cellOf(flows, 'publicInvestment', 'PG'))
    .waitFor()
  await chooserOf('Quarter').selectOption('2030Q2')
  await page.locator('.over', { hasText: '2030Q2' }).waitFor()
  const account = (await rowsBehind(page, /^Receipts and payments of the quarter/)).map(row => numbers(row[1]!)[0]!)
  expect(Math.abs(account.slice(0, -1).reduce((sum, value) => sum + value, 0) - account.at(-1)!)).toBeLessThan(1)
  await chooserOf('Path of').selectOption('balanceSheet.deposits.HY')
  await page.locator('h2', { hasText: /^Deposits, Households under 40$/ }).waitFor()
  const audit = page.locator('section', { has: page.locator('h2', { hasText: /^Audit/ }) })
  expect((await audit.locator('tbody tr').allInnerTexts()).filter(row => row.endsWith('passed')).length).toBe(31)
})

const glossary = readGlossary()
const find = termFinder(glossary.map(({ names }) => names))

appTest('a term opens and closes with keys, and gives the focus back', async ({ app }) => {
  const page = await app.share(fewAt('why'))
  await visit(page, 'who')
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
