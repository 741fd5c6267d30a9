/** Tests that the app can be used with the keyboard alone. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { appTest, settled, visit } from './app-pages-fixture.ts'
import { fewAt, openAll, shareWhatIf } from './what-if-page-fixture.ts'

const reach = async (page: Page, selector: string): Promise<void> => {
  for (let press = 0; press < 200; press++) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) === true, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`'${selector}' cannot be reached with the Tab key.`)
}

appTest('everything can be done with keys', async ({ app }) => {
  const page = await app.share(fewAt('data'))
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
  await page.locator('.sheet :focus').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.sheet').waitFor({ state: 'detached' })
  expect(await page.locator(':focus').innerText()).toBe('Share')
})

appTest('arrows go from tab to tab, and a value out of bounds is refused with its bounds', async ({ app }) => {
  const page = await shareWhatIf(app, 'C')
  await openAll(page)
  await page.getByRole('tab', { name: /Policy/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('tab', { name: /My assumptions/, selected: true }).waitFor()
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('tab', { name: /Policy/, selected: true }).waitFor()
  const lever = page.locator('.lev').first()
  await lever.locator('.output').press('Enter')
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  expect(await lever.getByRole('alert').innerText()).toMatch(/^Enter a number from −2\.0 to \+4\.0/)
  expect(await lever.locator('.typed').inputValue()).toBe('10')
  await lever.locator('.typed').fill('1.5')
  await page.keyboard.press('Enter')
  expect(await lever.locator('.output').innerText()).toContain('+1.5')
  expect(await lever.getByRole('alert').count()).toBe(0)
})

const told = (page: Page): Promise<string | null> => page.locator(':focus').getAttribute('aria-valuetext')

appTest('up and down go from line to line of a chart, and what was measured can be read', async ({ app }) => {
  const page = await shareWhatIf(app, 'G')
  await page.locator('.mainfig .chart').focus()
  // All charts of the page share one quarter, and the tests before this one have moved it.
  await page.keyboard.press('End')
  for (let year = 2040; year > 2035; year--) await page.keyboard.press('Shift+ArrowLeft')
  const both = await told(page)
  expect(both).toMatch(/^2035 Q4: .*Current policy .*/)
  const lines = new Set<string>()
  for (let press = 0; press < 2; press++) {
    await page.keyboard.press('ArrowDown')
    lines.add((await told(page)) ?? '')
    expect(await page.locator('.mainfig path.chosen').count()).toBe(1)
  }
  // One by one, the name first; the values are those that both together had.
  expect([...lines].map(text => text.replace(/ \d.*$/, '')).sort()).toEqual(['Current policy', 'Everything affordable'])
  for (const text of lines) expect(both).toContain(text.replace(/, 2035 Q4$/, ''))
  // Past the last all are told again, and up begins at the lowest.
  await page.keyboard.press('ArrowDown')
  expect(await told(page)).toBe(both)
  expect(await page.locator('.mainfig path.chosen').count()).toBe(0)
  await page.keyboard.press('ArrowUp')
  expect([...lines].at(-1)).toBe(await told(page))
  await page.keyboard.press('Home')
  expect(await told(page)).toMatch(/Actual \d/)
  // A measured value has no causes in the model.
  await page.keyboard.press('Enter')
  expect(page.url()).toContain('#/what-if')
  await page.keyboard.press('End')
  expect(await told(page)).toMatch(/2040 Q4/)
})

appTest('packages are chosen by keys alone', { tags: ['thorough'] }, async ({ app }) => {
  const page = await shareWhatIf(app, 'D')
  const list = page.getByRole('combobox', { name: 'Scenario' })
  await list.focus()
  for (const name of ['Reform', 'Opening to the north']) {
    await page.keyboard.press('ArrowDown')
    await settled(page)
    expect(await list.locator('option:checked').innerText()).toBe(name)
  }
  expect(page.url()).toContain('package=F')
})

appTest('numbers of Who, Books and Record lead to Why by keys alone', { tags: ['thorough'] }, async ({ app }) => {
  const page = await shareWhatIf(app, 'G')
  const over = async (): Promise<string> => {
    await page.waitForURL(/#\/why/)
    await settled(page)
    expect(await page.locator('.why').count()).toBe(1)
    return page.locator('.over').innerText()
  }
  await visit(page, 'who')
  await page.getByRole('button', { name: /^Public employees/ }).focus()
  await page.keyboard.press('Enter')
  expect(await over()).toMatch(/public wages/i)
  await page.goBack()
  await settled(page)
  await page.locator('tr', { hasText: /^1970/ }).locator('.figure-link').first().focus()
  await page.keyboard.press('Enter')
  expect(await over()).toMatch(/disposable income.*60 and over.*2035 Q4/i)

  await visit(page, 'books')
  await page
    .locator('tr', { hasText: /^Deposits/ })
    .locator('.figure-link')
    .first()
    .focus()
  await page.keyboard.press('Enter')
  expect(await over()).toMatch(/deposits.*under 40/i)
})

appTest('no key traps the focus: Tab goes through each view and leaves it', { tags: ['thorough'] }, async ({ app }) => {
  const page = await shareWhatIf(app, 'G')
  // Counted in the page: asking after each press takes longer than the press.
  await page.evaluate(() => {
    const stops = new Set<EventTarget | null>()
    const count = { stops: 0, round: false, clear: () => stops.clear() }
    Object.assign(globalThis, { count })
    addEventListener('focusin', ({ target }) => {
      count.round ||= stops.has(target)
      stops.add(target)
      count.stops = stops.size
    })
  })
  for (const key of ['1', '2', '5']) {
    await page.keyboard.press(key)
    await settled(page)
    await page.evaluate(
      '(document.activeElement?.blur(), count.clear(), Object.assign(count, { stops: 0, round: false }), undefined)',
    )
    let left = false
    for (let presses = 0; presses < 400 && !left; presses += 20) {
      for (let press = 0; press < 20; press++) await page.keyboard.press('Tab')
      left = await page.evaluate<boolean>('count.round || document.activeElement === document.body')
    }
    expect(left, key).toBe(true)
    expect(await page.evaluate('count.stops'), key).toBeGreaterThan(10)
  }
})
