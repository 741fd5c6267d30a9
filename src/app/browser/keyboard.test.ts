/** The keyboard alone: from the answer to a moved lever, its cause and back, without a mouse. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { appTest, settled } from './app-test.ts'

const reach = async (page: Page, selector: string): Promise<void> => {
  for (let press = 0; press < 60; press++) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) === true, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`'${selector}' cannot be reached with the Tab key.`)
}

appTest('everything can be done with keys', async ({ app }) => {
  const page = await app.open()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.keyboard.press('2')
  await settled(page)
  await page.keyboard.press('/')
  await page.keyboard.type('public investment')
  await page.keyboard.press('Tab')
  await reach(page, '.lev input[type=range]')
  const value = page.locator('.lev .output').first()
  const start = await value.innerText()
  await page.keyboard.press('Shift+ArrowRight')
  await settled(page)
  const moved = await value.innerText()
  expect(moved).not.toBe(start)
  // Said once, after the hand has left.
  expect(await page.locator('[aria-live=polite]').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/\d/)]),
  )
  await page.keyboard.press('z')
  await settled(page)
  expect(await value.innerText()).toBe(start)
  await page.keyboard.press('Shift+Z')
  await settled(page)
  expect(await value.innerText()).toBe(moved)

  await reach(page, '.mainfig .chart')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/why/)
  await settled(page)
  await page.goBack()
  await page.waitForURL(/#\/what-if/)

  await page.keyboard.press('?')
  await page.locator('.keylist').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.keylist').waitFor({ state: 'detached' })
  await page.keyboard.press('s')
  await page.getByRole('button', { name: 'Copy link' }).waitFor()
  await page.keyboard.press('Escape')
})

appTest('no key traps the focus: Tab goes through each view and leaves it', async ({ app }) => {
  const page = await app.open()
  for (const key of ['1', '2', '5']) {
    await page.keyboard.press(key)
    await settled(page)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const stops = new Set<string>()
    let last = ''
    for (let press = 0; press < 400; press++) {
      await page.keyboard.press('Tab')
      last = await page.evaluate(() => {
        const { activeElement } = document
        if (activeElement === null || activeElement === document.body) return 'out'
        const place = [...document.querySelectorAll('*')].indexOf(activeElement)
        const box = activeElement.getBoundingClientRect()
        return `${place} ${box.width > 0}`
      })
      if (last === 'out' || stops.has(last)) break
      stops.add(last)
    }
    expect(stops.size).toBeGreaterThan(10)
  }
})
