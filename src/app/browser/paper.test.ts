/**
 * Every view on paper, in both languages: no control prints, nothing is cut at the edge or lies over something else, what
 * a whole report adds is there, and black and white keeps the classes apart.
 */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { viewNames } from '../state/view-names.ts'
import { appTest, settled } from './app-test.ts'
import { fewAt } from './what-if-page.ts'

/** A4 between its margins at the scale of `heartland report`. */
const paper = { width: 809, height: 1200 }

/** What is wrong on the page as it would print; runs in the browser. */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(width => {
    const seen = (one: Element): boolean => {
      const { width: wide, height } = one.getBoundingClientRect()
      return wide > 0 && height > 0 && getComputedStyle(one).visibility !== 'hidden' && one.closest('.vh') === null
    }
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)].filter(seen)
    const nameOf = (one: Element): string =>
      `${one.tagName.toLowerCase()}.${one.className.toString()} “${(one.textContent ?? '').trim().slice(0, 40)}”`
    const controls = all('input, select, textarea, progress, [role=slider], .btn, button.link').map(
      one => `prints a control: ${nameOf(one)}`,
    )
    const cut = all('table, figure svg, .fig, p, h1, h2, h3').filter(one => {
      const { right, left } = one.getBoundingClientRect()
      return right > width + 1.5 || left < -1.5
    })
    const tables = all('table').filter(one => one.closest('table table') === null)
    const over = tables.flatMap((one, at) =>
      tables.slice(at + 1).flatMap(other => {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
        const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1
        return apart ? [] : [`lies over another table: ${nameOf(one)}`]
      }),
    )
    return [...controls, ...cut.map(one => `is cut: ${nameOf(one)}`), ...over]
  }, paper.width)

/** 0 black to 1 white, as a printer without colour shows it. */
const lightness = (page: Page, style: string): Promise<number> =>
  page
    .locator(`.sw.${style}`)
    .first()
    .evaluate(one => {
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(one).backgroundColor.match(/[\d.]+/g) ?? []).map(Number)
      return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
    })

appTest('every view is right on paper, in both languages', { timeout: 400_000 }, async ({ app }) => {
  const page = await app.open({
    hash: fewAt('answer'),
    viewport: paper,
    colorScheme: 'light',
    before: async context => {
      // As `heartland report` opens it: for paper from the start.
      await context.addInitScript(() => {
        const own = globalThis.matchMedia
        globalThis.matchMedia = query => (query === 'print' ? ({ matches: true } as MediaQueryList) : own(query))
      })
    },
  })
  for (const language of ['en', 'zh'] as const) {
    for (const view of viewNames) {
      await page.emulateMedia({ media: 'print' })
      await page.evaluate(
        hash => {
          location.hash = hash
        },
        fewAt(view, language),
      )
      await settled(page)
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      await settled(page)
      expect(await faultsOf(page), `${view}, ${language}`).toEqual([])
      expect(await page.locator('h1').first().isVisible(), view).toBe(true)
      const report = page.locator('.report')
      await report.locator('[data-whole]').waitFor({ state: 'attached' })
      await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    }
    // Parameters, paths, figures and sources, each with rows.
    const rows = await page
      .locator('.report table')
      .evaluateAll(all => all.map(one => one.querySelectorAll('tbody tr').length))
    expect(rows.at(-1)).toBeGreaterThan(50)
    expect(rows.filter(count => count > 45).length).toBeGreaterThanOrEqual(4)
    expect(await page.locator('.report').innerText()).not.toMatch(/NaN|undefined|\[object/)
  }
  await page.evaluate(hash => {
    location.hash = hash
  }, fewAt('answer'))
  await settled(page)
  const [revived, stabilised, decline] = await Promise.all(
    ['revived', 'stabilised', 'decline'].map(style => lightness(page, style)),
  )
  expect(stabilised! - revived!).toBeGreaterThan(0.15)
  expect(decline! - stabilised!).toBeGreaterThan(0.15)
  for (const style of ['none', 'distress'])
    expect(
      await page
        .locator(`.sw.${style}`)
        .first()
        .evaluate(one => getComputedStyle(one).backgroundImage),
    ).toContain('gradient')
  // No page of the file is empty: each has text to draw.
  const pdf = await page.pdf({ format: 'A4', scale: 0.85, printBackground: true, preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)!.length).toBeGreaterThan(15)
})
