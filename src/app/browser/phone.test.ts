/** Tests the app under a finger: scrolling never changes policy, and every panel stays within the window. */

import type { CDPSession, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type AppPages, appTest, settled } from './app-pages-fixture.ts'
import { windowOf } from './hands-fixture.ts'
import { fewAt, openAll, openWhatIf } from './what-if-page-fixture.ts'

const openPhone = async (app: AppPages): Promise<[Page, CDPSession]> => {
  const page = await openWhatIf(app, 'G', windowOf.finger)
  return [page, await page.context().newCDPSession(page)]
}

const sharePhone = (app: AppPages): Promise<Page> => app.share(fewAt('what-if'), windowOf.finger)

/** A finger goes from one place to another in steps, as the browser would see it; the page is drawn in between. */
const swipe = async (page: Page, touch: CDPSession, from: readonly [number, number], by: readonly [number, number]) => {
  const at = (share: number) => [{ x: from[0] + by[0] * share, y: from[1] + by[1] * share }]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (let step = 1; step <= 10; step++) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 10) })
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

/** The open scenario, as the address holds it. */
const policyOf = (page: Page): string => new URL(page.url()).hash

appTest(
  'a swipe that begins on a slider or a schedule scrolls and changes nothing',
  { tags: ['thorough'] },
  async ({ app }) => {
    const [page, touch] = await openPhone(app)
    const before = policyOf(page)
    const thumbOf = async (slider: Locator) => {
      await slider.evaluate(element => element.scrollIntoView({ block: 'center' }))
      const box = (await slider.boundingBox())!
      const share = await slider.evaluate(({ value, min, max }: HTMLInputElement) => (+value - +min) / (+max - +min))
      // The thumb is 44 pixels wide.
      return [box.x + 22 + share * (box.width - 44), box.y + box.height / 2] as const
    }
    const middleOf = async (place: Locator) => {
      await place.evaluate(element => element.scrollIntoView({ block: 'center' }))
      const box = (await place.boundingBox())!
      return [box.x + 0.6 * box.width, box.y + box.height / 2] as const
    }
    const stays = async (place: readonly [number, number]) => {
      await swipe(page, touch, place, [6, -160])
      await settled(page)
      expect(policyOf(page)).toBe(before)
    }
    await openAll(page)
    await page.getByRole('tab', { name: /My assumptions/ }).tap()
    const assumption = page.locator('.lev.assume input[type=range]').first()
    for (const place of [thumbOf, middleOf]) {
      const at = await place(assumption)
      const scrolled = await page.evaluate('scrollY')
      await stays(at)
      await page.waitForFunction(from => scrollY !== from, scrolled)
    }
    await page.getByRole('tab', { name: /Policy/ }).tap()
    const lever = page.locator('.door .lev:not(.same)').first()
    const slider = lever.locator('input[type=range]').first()
    await stays(await thumbOf(slider))
    await stays(await middleOf(slider))
    await stays(await middleOf(lever.locator('.when svg').first()))
    // Sideways the thumb moves the lever.
    await swipe(page, touch, await thumbOf(slider), [70, 2])
    await page.waitForFunction(from => location.hash !== from, before)
  },
)

appTest(
  'a lever far down is moved with a step while the figures stay in view',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await sharePhone(app)
    await openAll(page)
    const lever = page.locator('.door .lev').last()
    await lever.getByRole('button', { name: /: one step more$/ }).tap()
    await lever.locator('.when').waitFor()
    await lever.getByText(/Gross cost|Reform without direct cost|Spent by/).waitFor()
    const figures = (await page.locator('.five').boundingBox())!
    expect(figures.y).toBeGreaterThanOrEqual(-1)
    expect((await lever.boundingBox())!.y).toBeGreaterThanOrEqual(figures.y + figures.height - 1)
  },
)

const isWithin = async (panel: Locator, width: number): Promise<void> => {
  await panel.waitFor()
  const box = (await panel.boundingBox())!
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(width)
  expect(box.y).toBeGreaterThanOrEqual(0)
  expect(box.y + box.height).toBeLessThanOrEqual(844)
}

appTest('the bar of What if and panels stay within the window of a phone, in both languages', async ({ app }) => {
  const page = await sharePhone(app)
  for (const [other, panels] of [
    ['中文', ['Settings', 'Share']],
    ['English', ['设置', '分享']],
  ] as const) {
    for (const width of [360, 390]) {
      await page.setViewportSize({ width, height: 844 })
      await settled(page)
      for (const part of await page.locator('.scen > :visible').all()) {
        const box = (await part.boundingBox())!
        expect(box.x + box.width).toBeLessThanOrEqual(width)
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      for (const name of panels) {
        await page.getByRole('button', { name, exact: true }).tap()
        await isWithin(page.locator('.sheet'), width)
        await page.keyboard.press('Escape')
        await page.locator('.sheet').waitFor({ state: 'detached' })
      }
    }
    await page.getByRole('button', { name: other, exact: true }).tap()
  }
})

appTest(
  'wide tables scroll within a phone, and the source of a number opens within the window',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ ...windowOf.finger, hash: fewAt('answer') })
    // A part wider than the window scrolls within its frame.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.keyboard.press('3')
    await page.getByRole('navigation').getByRole('link', { name: 'Causes', exact: true }).tap()
    await settled(page)
    await page.locator('[role=row] .evb').last().tap()
    await isWithin(page.locator('.sheet'), 390)
    await page.keyboard.press('Escape')
    await page.locator('.sheet').waitFor({ state: 'detached' })
    expect(await page.locator(':focus').getAttribute('class')).toBe('evb')
  },
)
