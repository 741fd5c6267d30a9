/** Tests the app under a finger: scrolling never changes policy, and every panel stays within the window. */

import type { CDPSession, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type AppPages, appTest, settled } from './app-test.ts'
import { openWhatIf } from './what-if-page.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

const openPhone = async (app: AppPages, policyPackage?: string, width = 390): Promise<[Page, CDPSession]> => {
  const page = await openWhatIf(app, policyPackage, { ...phone, viewport: { width, height: 844 } })
  return [page, await page.context().newCDPSession(page)]
}

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

/** The scenario in hand, as the address holds it. */
const policyOf = (page: Page): string => new URL(page.url()).hash

appTest('a swipe that begins on a slider or a schedule scrolls the page and changes nothing', async ({ app }) => {
  const [page, touch] = await openPhone(app, 'G')
  const before = policyOf(page)
  const slider = page.locator('.lev:not(.same) input[type=range]').first()
  const places = [
    async () => {
      const box = (await slider.boundingBox())!
      const share = await slider.evaluate(({ value, min, max }: HTMLInputElement) => (+value - +min) / (+max - +min))
      // The thumb is 44 pixels wide.
      return [box.x + 22 + share * (box.width - 44), box.y + box.height / 2] as const
    },
    async () => {
      const box = (await slider.boundingBox())!
      return [box.x + 0.9 * box.width, box.y + box.height / 2] as const
    },
    async () => {
      const box = (await page.locator('.when svg').first().boundingBox())!
      return [box.x + 0.6 * box.width, box.y + box.height / 2] as const
    },
  ]
  for (const place of places) {
    await slider.evaluate(element => element.scrollIntoView({ block: 'center' }))
    const scrolled = await page.evaluate('scrollY')
    await swipe(page, touch, await place(), [6, -160])
    await page.waitForFunction(from => scrollY !== from, scrolled)
    await settled(page)
    expect(policyOf(page)).toBe(before)
  }
  // Sideways the thumb moves the lever.
  await slider.evaluate(element => element.scrollIntoView({ block: 'center' }))
  await swipe(page, touch, await places[0]!(), [70, 2])
  await page.waitForFunction(from => location.hash !== from, before)
})

appTest('a lever is moved by its buttons', async ({ app }) => {
  const [page] = await openPhone(app)
  const lever = page.locator('.lev').first()
  await lever.getByRole('button', { name: /: one step more$/ }).tap()
  await lever.locator('.when').waitFor()
  expect(await lever.getAttribute('class')).toBe('lev')
})

appTest('panels stay within the window of a phone, in both languages', async ({ app }) => {
  for (const width of [360, 390]) {
    const [page] = await openPhone(app, undefined, width)
    for (const names of [
      ['Settings', 'Share', '中文'],
      ['设置', '分享', 'English'],
    ]) {
      for (const name of names.slice(0, 2)) {
        await page.getByRole('button', { name, exact: true }).tap()
        const box = (await page.locator('.sheet').boundingBox())!
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(width)
        expect(box.y + box.height).toBeLessThanOrEqual(844)
        await page.keyboard.press('Escape')
        await page.locator('.sheet').waitFor({ state: 'detached' })
      }
      await page.getByRole('button', { name: names[2]!, exact: true }).tap()
    }
  }
})
