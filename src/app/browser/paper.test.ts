/**
 * Every view on paper, in both languages: no control prints, nothing is cut at an edge or by the end of a page, no heading
 * stands alone.
 */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { viewNames } from '../state/view-names.ts'
import { appTest, settled, visit } from './app-pages-fixture.ts'
import { fewAt } from './what-if-page-fixture.ts'

/** A4 between its margins (styles/print.css). */
const paper = { width: 688, height: 994 }

/**
 * Faults of the page as it would print. A browser does not say where its pages end, but it breaks columns as it breaks
 * pages: the view is set in columns of the size of a page, side by side.
 */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(({ width, height }) => {
    const main = document.querySelector('main')!
    const seen = (one: Element): boolean =>
      one.checkVisibility({ visibilityProperty: true }) && one.closest('.vh') === null
    const all = (selector: string): Element[] => [...main.querySelectorAll(selector)].filter(seen)
    const nameOf = (one: Element): string =>
      `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} “${(one.textContent ?? '').trim().slice(0, 40)}”`
    const edged = (one: Element): boolean => {
      const { borderTopWidth, backgroundColor } = getComputedStyle(one)
      return borderTopWidth !== '0px' || !/rgba\(.*, 0\)/.test(backgroundColor)
    }
    const controls = [
      ...all('input, .chip, .seg button').filter(edged),
      ...all('select, textarea, progress, input[type=range], .btn, .tbl summary'),
    ]
    const wide = all('table, svg, figure, p, h1, h2, h3, dl, ul').filter(
      one => one.getBoundingClientRect().right > width + 1 || one.getBoundingClientRect().left < -1,
    )
    const short = all('table').filter(
      one => one.querySelectorAll('tr').length < 16 && one.getBoundingClientRect().height < height,
    )
    const before = main.style.cssText
    for (const one of all('*')) {
      const { style } = one as HTMLElement
      if (getComputedStyle(one).breakBefore === 'page') style.breakBefore = 'column'
    }
    main.style.cssText = `columns: ${width}px; column-gap: 0; column-fill: auto; width: ${width}px; height: ${height}px; overflow: visible`
    const pageOf = (one: Element): number => Math.floor((one.getBoundingClientRect().left + 2) / width)
    const content = all('svg, tr, p, li, dd, .row').filter(one => one.closest('figcaption, .head') === null)
    const alone = all('h2, h3, legend').filter(head => {
      const next = content.find(
        one => (head.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) > 0 && !head.contains(one),
      )
      return (
        next !== undefined &&
        pageOf(next) !== pageOf(head) &&
        next.closest('section, figure') === head.closest('section, figure')
      )
    })
    const cut = all('svg, .chart, tbody tr, .row').filter(one => {
      const { height: high } = one.getBoundingClientRect()
      return one.getClientRects().length > 1 || (one.tagName === 'svg' && high > height)
    })
    const cutTables = short.filter(one => new Set([...one.querySelectorAll('tr')].filter(seen).map(pageOf)).size > 1)
    main.style.cssText = before
    return [
      ...controls.map(one => `prints a control: ${nameOf(one)}`),
      ...wide.map(one => `is wider than the paper: ${nameOf(one)}`),
      ...alone.map(one => `is alone at the foot of a page: ${nameOf(one)}`),
      ...[...cut, ...cutTables].map(one => `is cut by the end of a page: ${nameOf(one)}`),
    ]
  }, paper)

appTest(
  'every view is right on paper, in both languages',
  { timeout: 400_000, tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ hash: fewAt('what-if') })
    await page.locator('.begin select').selectOption('G')
    const faults: string[] = []
    for (const view of viewNames) {
      await page.evaluate('document.activeElement?.blur()')
      await visit(page, view)
      for (const language of ['中文', 'English']) {
        await page.getByRole('button', { name: language, exact: true }).click()
        await settled(page)
        // A browser that prints asks nothing again: what is drawn is read in the same task.
        const widest = (): Promise<number> =>
          page.evaluate(() => {
            dispatchEvent(new Event('beforeprint'))
            const drawn = [...document.querySelectorAll('main .chart > svg')]
            return Math.max(0, ...drawn.map(one => Number(one.getAttribute('width'))))
          })
        // Results that come in while a page is printed are drawn for the screen; they have all come when this holds.
        await expect.poll(widest, { message: `${view}, ${language}` }).toBeLessThanOrEqual(paper.width)
        await page.setViewportSize(paper)
        await page.emulateMedia({ media: 'print' })
        await settled(page)
        faults.push(...(await faultsOf(page)).map(fault => `${view}, ${language}: ${fault}`))
        await page.emulateMedia({ media: null })
        await page.evaluate(() => dispatchEvent(new Event('afterprint')))
        await page.setViewportSize({ width: 1440, height: 900 })
      }
    }
    expect(faults).toEqual([])
  },
)
