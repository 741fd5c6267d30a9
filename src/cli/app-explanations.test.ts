/**
 * Tests the Why, Who and Accounts views in a real browser: numbers of the command line, keyboard, tables,
 * accessibility.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainPolicy, outcomeAt } from '../analysis/explain/change.ts'
import { booksAt, stepCalled } from '../analysis/books/books.ts'
import { costingOf } from '../analysis/costs.ts'
import { packageFor } from '../analysis/packages.ts'
import { serveApp } from './app-fixture.ts'
import { browserMissing, launchBrowser } from './browser-fixture.ts'
import type { Serving } from './serve.ts'
import { openRegion } from './simulation.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let serving: Serving
let browser: Browser
const problems: string[] = []

if (browserMissing !== undefined) console.log(`Why, Who and Books are not tested in a browser: ${browserMissing}`)

const pageAt = async (view: string, width = 1440, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: false })
  page.on('pageerror', problem => problems.push(problem.message))
  await page.goto(`${serving.address}#/${view}`)
  return page
}

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

describe.skipIf(browserMissing !== undefined)('the explaining views', () => {
  const open = openRegion('northeast')
  const { policy } = packageFor(open, costingOf(open), 'H')

  beforeAll(async () => {
    serving = await serveApp()
    browser = await launchBrowser()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await serving?.close()
  })

  it('Why shows the change of the command line, its parts and a tree that keys open', async () => {
    const page = await pageAt('why')
    await page.locator('.point').waitFor({ timeout: 60_000 })
    await choose(page, 'H')
    const split = explainPolicy(open, policy, outcomeAt(open, 'regionDebtToGdp@2035Q4'))
    const shown = (value: number): string => (value * 100).toFixed(1)
    await page.locator('.point .pol dd', { hasText: shown(split.after) }).waitFor({ timeout: 60_000 })
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
    expect(await page.locator('.loop text.nm').first().textContent()).toMatch(/^[RB]\d/)
    await page.close()
  }, 120_000)

  it('Who shows birth years with bands, payers that sum to zero, and provinces', async () => {
    const page = await pageAt('who')
    await page.locator('.say b, .say').first().waitFor({ timeout: 60_000 })
    await page.locator('.band.pol').first().waitFor({ timeout: 120_000 })
    expect(await page.locator('.say').innerText()).toMatch(/People born in (19|20)\d\d gain the most: \+[\d,]+ yuan/)
    const payers = page.locator('figure', { hasText: 'By payer' }).locator('details.tbl')
    await payers.locator('summary').click()
    const central = (await payers.locator('tbody tr').allInnerTexts()).map(row => numbers(row)[1])
    expect(central.length).toBe(9)
    expect(Math.abs(central.reduce((sum, value) => sum + value, 0))).toBeLessThan(1)
    expect(await page.locator('.prov-t tbody tr').count()).toBe(3)
    await page.close()
  }, 180_000)

  it('Books shows the matrices of any quarter; keys move between cells', async () => {
    const page = await pageAt('books')
    await page.locator('.sheetm').waitFor({ timeout: 60_000 })
    await choose(page, 'H')
    const [flows, sheet] = booksAt(open, { policy }, stepCalled(open, '2035Q4')).matrices
    const cell = (matrix: typeof flows, row: string, column: string): string =>
      Math.round(
        matrix.rows.find(({ name }) => name === row)!.cells[matrix.columns.findIndex(({ name }) => name === column)]!,
      )
        .toLocaleString('en-US')
        .replace('-', '−')
    await page
      .locator('[data-row=bonds][data-column=PG]', { hasText: cell(sheet, 'bonds', 'PG') })
      .waitFor({ timeout: 60_000 })
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
    expect(await page.locator('.audit tbody tr').count()).toBe(24)
    expect(await page.locator('.audit .ok').count()).toBe(24)
    await page.close()
  }, 120_000)

  it.each([
    ['why', '.wf', 1440, 'light'],
    ['who', '.prov-t', 390, 'dark'],
    ['books', '.sheetm', 820, 'dark'],
  ] as const)(
    '%s has no violation of axe in either language, and does not overflow',
    async (view, ready, width, scheme) => {
      const page = await pageAt(view, width, scheme)
      await page.locator(ready).first().waitFor({ timeout: 60_000 })
      for (const language of ['en', 'zh-Hans']) {
        expect(await page.evaluate('document.documentElement.lang')).toBe(language)
        await page.evaluate(axe)
        const found = (await page.evaluate(
          `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(({ violations }) => violations.map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' ')))`,
        )) as string[]
        expect(found).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
          0,
        )
        await page.locator('.tools > button').click()
        await page.waitForTimeout(300)
      }
      await page.close()
    },
    120_000,
  )

  it('no fault of the page was told meanwhile', () => {
    expect(problems).toEqual([])
  })
})
