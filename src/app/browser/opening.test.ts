/**
 * Tests that a view that is opened directly keeps the place of what it computes: a skeleton stands before the model is
 * there, and nothing moves when the results come.
 */

import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type ViewName, viewNames } from '../state/view-names.ts'
import { firstViewNames } from '../worker/first-view.ts'
import { appTest, settled } from './app-pages-fixture.ts'
import { windowOf } from './hands-fixture.ts'
import { held, theModel } from './held-fixture.ts'
import { fewAt } from './what-if-page-fixture.ts'

/** Views that wait for nothing before they stand. */
const instant: ReadonlySet<ViewName> = new Set(firstViewNames)

/**
 * A ten-thousandth of the window, which nobody sees: under load, Chromium has counted a mark of six pixels (.000004) of
 * the page that is hidden until its letters are there.
 */
const unseen = 1e-4

/** The layout shifts of a page that no hand has made and that can be seen, with what moved. */
const watchShifts = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript((least: number) => {
    const shifts: string[] = []
    Object.assign(globalThis, { shifts })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as Array<PerformanceEntry & { value: number; sources: any[] }>) {
        if (entry.value < least) continue
        const moved = entry.sources.map(({ node, previousRect, currentRect }) => {
          const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node
          return `${element?.tagName}.${element?.className} from ${previousRect.y} to ${currentRect.y}`
        })
        shifts.push(`${entry.value}: ${moved.join(', ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  }, unseen)

const shiftsOf = (page: Page): Promise<string[]> => page.evaluate('shifts')

const theFonts = /\.woff2$/
const theApp = /assets\/start-.*\.js/

/** The parts of the masthead and the title that a reader sees, and their places. */
const headOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const parts = document.querySelectorAll<HTMLElement>('.mast a, .mast button, main h1')
    return [...parts]
      .filter(part => part.checkVisibility())
      .map(part => {
        const { x, y } = part.getBoundingClientRect()
        return `${part.tagName} ${part.textContent} at ${Math.round(x)} ${Math.round(y)}`
      })
  })

for (const [name, window, views, tags] of [
  ['two views', {}, ['answer', 'what-if'] satisfies ViewName[], []],
  ['desktop, English', { locale: 'en-GB' }, viewNames, ['thorough']],
  ['desktop, Chinese', { locale: 'zh-CN' }, ['answer', 'what-if', 'why', 'debt'] satisfies ViewName[], ['thorough']],
  // The app scrolls the names of the views, as far as that of the current one.
  ['phone', windowOf.finger, ['answer', 'what-if'] satisfies ViewName[], ['thorough']],
] as const) {
  appTest(
    `the head of a view and the place of its results stand before the app does, and where it puts them: ${name}`,
    { timeout: 400_000, tags: [...tags] },
    async ({ app }) => {
      for (const view of views) {
        const [code, model] = [held(theApp), held(theModel)]
        const page = await app.open({
          ...window,
          hash: `/${view}`,
          ready: false,
          before: context => Promise.all([code.hold(context), model.hold(context)]),
        })
        await page.locator('main .skel:visible').waitFor()
        const before = await headOf(page)
        const painted = () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)
        await expect.poll(painted).toBe(1)
        code.letGo()
        await page.locator('#main h1').waitFor({ state: 'attached' })
        expect(await headOf(page), view).toEqual(before)
        model.letGo()
        await page.context().close()
      }
    },
  )
}

for (const [name, window, views] of [
  ['desktop', {}, viewNames],
  ['phone', windowOf.finger, ['answer', 'what-if', 'why', 'who', 'data'] satisfies ViewName[]],
] as const) {
  for (const view of views) {
    appTest(
      `${view} has its title and the place of its results before the model is there, and nothing moves then: ${name}`,
      { tags: ['thorough'] },
      async ({ app }) => {
        const { hold, letGo } = held(theModel)
        const page = await app.open({
          ...window,
          hash: fewAt(view),
          ready: false,
          before: async context => {
            await watchShifts(context)
            await hold(context)
          },
        })
        await page.locator('#main h1').first().waitFor({ state: 'attached' })
        if (!instant.has(view)) await page.locator('#main .skel').first().waitFor()
        const height = await page.evaluate(() => document.querySelector('#main')!.getBoundingClientRect().height)
        expect(height).toBeGreaterThan(700)
        letGo()
        await settled(page, 120)
        expect(await shiftsOf(page)).toEqual([])
      },
    )
  }
}

for (const [name, window, tags] of [
  ['desktop, English', {}, []],
  ['desktop, Chinese', { locale: 'zh-CN' }, ['thorough']],
  ['phone', windowOf.finger, ['thorough']],
] as const) {
  appTest(`nothing moves when letters come after the page is drawn: ${name}`, { tags: [...tags] }, async ({ app }) => {
    const { hold, letGo } = held(theFonts)
    const page = await app.open({
      ...window,
      hash: fewAt('what-if'),
      // A page is ready when nothing that it has asked for is still to come.
      ready: false,
      before: async context => {
        await watchShifts(context)
        await hold(context)
      },
    })
    await page.locator('#main h1').first().waitFor()
    const before = await headOf(page)
    expect(before.length).toBeGreaterThan(8)
    letGo()
    await page.evaluate(() => document.fonts.ready)
    const loaded = () => page.evaluate(() => [...document.fonts].every(({ status }) => status === 'loaded'))
    await expect.poll(loaded).toBe(true)
    await settled(page)
    expect(await headOf(page)).toEqual(before)
    expect(await shiftsOf(page)).toEqual([])
  })
}
