/** Tests the What if view: lines follow a slider during a drag, axes hold still, and a drag is undone in one step. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readFirst } from '../../cli/app-build/first.ts'
import { priorQuantile } from '../../engine/distributions.ts'
import { parameterName } from '../../model/names/parameters.ts'
import { appTest, settled } from './app-pages-fixture.ts'
import { held, theModel } from './held-fixture.ts'
import { begin, fewAt, openAll, openWhatIf, shareWhatIf, shown } from './what-if-page-fixture.ts'

appTest(
  'moves lines while a slider is dragged, holds the axes, and takes the drag back as one step',
  async ({ app }) => {
    const page = await shareWhatIf(app, 'G')
    const line = page.locator('.mainfig [data-line="pol"]')
    const grid = page.locator('.mainfig .grid').first()
    const value = page.locator('.lev .output').first()
    const thumb = page.locator('.lev input[type=range]').first()
    await thumb.scrollIntoViewIfNeeded()
    const box = (await thumb.boundingBox())!
    const place = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const
    const axis = await grid.getAttribute('d')
    const before = await shown(page)
    const start = await value.innerText()
    await page.mouse.move(...place(0.36))
    await page.mouse.down()
    const drawn = new Set<string | null>()
    for (let step = 1; step <= 12; step++) {
      await page.mouse.move(...place(0.36 + step * 0.03))
      await page.waitForTimeout(60)
      drawn.add(await line.getAttribute('d'))
      expect(await grid.getAttribute('d')).toBe(axis)
    }
    expect(drawn.size).toBeGreaterThan(4)
    await page.mouse.up()
    await settled(page)
    const after = await shown(page)
    expect(await value.innerText()).not.toBe(start)
    expect(after.line).not.toBe(before.line)
    expect(after.figures).not.toBe(before.figures)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await settled(page)
    expect(await value.innerText()).toBe(start)
    expect(await shown(page)).toEqual(before)
  },
)

appTest(
  'the figures come also when the view is left and entered again before the model is open',
  { tags: ['thorough'] },
  async ({ app }) => {
    // The answer of so few simulations is not built in.
    const { hold, letGo } = held(theModel)
    const page = await app.open({ hash: fewAt('what-if'), ready: false, before: hold })
    const five = page.locator('.five')
    const values = async (): Promise<string[]> => (await five.locator('dd b').allInnerTexts()).map(text => text.trim())
    await five.waitFor()
    for (const key of ['1', '2']) {
      await page.keyboard.press(key)
      await five.waitFor({ state: key === '1' ? 'detached' : 'attached' })
    }
    expect((await values()).join('')).toBe('')
    letGo()
    await settled(page)
    expect((await values()).every(text => /^[−\d]/.test(text))).toBe(true)
    expect(await values()).toHaveLength(5)
  },
)

appTest('opens with the figures and the band that the app is built with, before its model', async ({ app }) => {
  const { hold, letGo } = held(theModel)
  const page = await app.open({ hash: '/what-if', ready: false, before: hold })
  await page.locator('.results[aria-busy="false"]').waitFor()
  const five = page.locator('.five dd b')
  const before = await five.allInnerTexts()
  expect(before.map(text => text.trim()).filter(text => /^[−\d]/.test(text))).toHaveLength(5)
  expect(await page.locator('.mainfig path.band').first().getAttribute('d')).toMatch(/\d/)
  letGo()
  // A lever is simulated beside the same current policy, whose figures stay.
  const slider = page.locator('.lev input[type=range]').first()
  await slider.press('ArrowRight')
  await settled(page)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await settled(page)
  expect(await five.allInnerTexts()).toEqual(before)
})

appTest('five figures are those of a place and a year, and lead to their causes', async ({ app }) => {
  const page = await shareWhatIf(app, 'G')
  const debt = page.locator('.five dl > div').first()
  const whole = await debt.innerText()
  await page.getByRole('combobox', { name: 'Place' }).selectOption('Liaoning')
  await settled(page)
  expect(page.url()).toMatch(/place/)
  expect(await debt.innerText()).not.toBe(whole)
  expect(await page.locator('.mainfig h2').first().innerText()).toMatch(/^Liaoning: total local debt changes by [+−]/)
  await page.getByRole('slider', { name: 'Year', exact: true }).fill('2030')
  await debt.getByRole('button').click()
  await page.locator('.over', { hasText: 'Liaoning · Total local debt · 2030 Q4' }).waitFor()
  await page.goBack()
  await settled(page)
  await page.getByRole('combobox', { name: 'Place' }).selectOption('Northeast China')
  await page.getByRole('slider', { name: 'Year', exact: true }).fill('2035')
  await settled(page)
  expect(await debt.innerText()).toBe(whole)
})

appTest('what it would take is found by all workers', async ({ app }) => {
  const page = await openWhatIf(app, 'G')
  await page.locator('.goal-part > summary').click()
  await page.getByRole('combobox', { name: 'Add a lever' }).selectOption('swapPace')
  await page.getByRole('button', { name: 'Find the smallest setting' }).click()
  await page.locator('.goal .say').waitFor({ timeout: 120_000 })
  expect(await page.locator('.goal .say').innerText()).toMatch(/hold in \d+ % of the simulations|^Not reachable/)
})

appTest('a phone of 667 pixels shows the first lever whole', async ({ app }) => {
  const page = await app.open({ hash: fewAt('what-if'), viewport: { width: 390, height: 667 } })
  const { y, height } = (await page.locator('.lev').first().boundingBox())!
  expect(y + height).toBeLessThan(352)
  expect(await page.locator('.lev.large').count()).toBe(8)
})

appTest('no text of a chart crosses its left edge, and no line runs into the ticks', async ({ app }) => {
  const page = await shareWhatIf(app, 'G')
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await settled(page)
    const faults = await page.evaluate(() =>
      [...document.querySelectorAll('.chart > svg')].flatMap(svg => {
        const edge = svg.getBoundingClientRect().left
        const texts = [...svg.querySelectorAll('text')].map(text => ({
          text: text.textContent,
          box: text.getBoundingClientRect(),
        }))
        const crossing = texts.filter(({ box }) => box.width > 0 && box.left < edge - 0.5).map(({ text }) => text)
        // Nothing outside the clip is drawn.
        const clip = Number(svg.querySelector('clipPath rect')?.getAttribute('x') ?? 0)
        const lefts = [...svg.querySelectorAll('[data-line]')].map(line => line.getBoundingClientRect().left)
        const begins = Math.max(Math.min(...lefts), edge + clip)
        const ticks = [...svg.querySelectorAll('svg > text.halo')].filter(text => text.getAttribute('x') === '2')
        const met = ticks.filter(text => text.getBoundingClientRect().right > begins + 1).map(text => text.textContent)
        return [...crossing, ...met]
      }),
    )
    expect(faults).toEqual([])
  }
})

appTest('draws four lines when an assumption differs, and says what a lever without effect does', async ({ app }) => {
  const page = await shareWhatIf(app, 'G')
  await openAll(page)
  await page.getByRole('tab', { name: /My assumptions/ }).click()
  await page.locator('.lev.assume input[type=range]').first().focus()
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight')
  await page.locator('.mainfig [data-line="base-std"]').waitFor({ state: 'attached' })
  const ids = await page
    .locator('.mainfig path[data-line]')
    .evaluateAll(lines => lines.map(one => (one as SVGElement).dataset['line']))
  // Beside what was measured.
  expect(ids.filter(id => id !== 'hist').sort()).toEqual(['base', 'base-std', 'pol', 'pol-std'])
  await page.keyboard.press('0')
  await page.locator('.mainfig [data-line="base-std"]').waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: /Policy/ }).click()
  await page.locator('.find input').fill('e')
  await page.locator('.noeff').first().click()
  await page
    .locator('.sheet')
    .getByText(/At its limit it changes the debt ratio by/)
    .waitFor()
  await page.keyboard.press('Escape')
})

appTest('the table of a chart ends in the values that stand at the ends of its lines', async ({ app }) => {
  const page = await shareWhatIf(app, 'G')
  const figure = page.locator('.mainfig figure')
  const ends = await figure.locator('[data-end] tspan').allTextContents()
  await figure.locator('summary').click()
  const heads = await figure.locator('thead th').allInnerTexts()
  const last = await figure.locator('tbody tr').last().locator('td').allInnerTexts()
  const told = ['Everything affordable', 'Current policy'].map(name => last[heads.indexOf(name) - 1])
  expect(told.map(Number).every(Number.isFinite)).toBe(true)
  expect([...ends].sort()).toEqual([...told].sort())
  // A forecast for each year, with what it changes.
  expect(await figure.locator('tbody tr').count()).toBeGreaterThan(16)
  expect(heads).toContain('Everything affordable, change')
  await figure.locator('summary').click()
})

appTest('a small move is shown as a move, with what its per cent are of', async ({ app }) => {
  const page = await shareWhatIf(app, 'B')
  await openAll(page)
  const lever = page.locator('.door .lev').first()
  await lever.locator('.output').press('Enter')
  await page.keyboard.type('0.02')
  await page.keyboard.press('Enter')
  await settled(page)
  expect(await lever.locator('.output').innerText()).toMatch(/^\+0\.02\s% of GDP$/)
  expect(await lever.locator('.when').innerText()).toMatch(/Gross cost [\d.]+\sbn yuan a year/)
  // Shares of the payers add up to all, by keys as well.
  const shares = async (): Promise<number[]> =>
    (await page.locator('.payer output').allInnerTexts()).map(text => Number.parseFloat(text))
  expect(await shares()).toEqual([50, 50, 0, 0, 0])
  await page.getByRole('slider', { name: 'Land sales' }).press('PageUp')
  expect(await shares()).toEqual([45, 45, 0, 10, 0])
  await page.getByRole('slider', { name: 'Central government' }).press('End')
  expect(await shares()).toEqual([100, 0, 0, 0, 0])
  expect(page.url()).toContain('financedByCentre=1@')
})

appTest('the bars behind an assumption hold 80 and 50 % of its prior, and nothing jumps', async ({ app }) => {
  const { about } = await readFirst('northeast', () => {})
  const page = await shareWhatIf(app, 'G')
  await openAll(page)
  await page.getByRole('tab', { name: /My assumptions/ }).click()
  const one = page.locator('.lev.assume').first()
  const name = await one.locator('label').innerText()
  const { prior } = about.parameters.find(({ name: id, doc }) => parameterName(id, doc, 'en') === name)!
  const [least, most] = [0.02, 0.98].map(share => priorQuantile(prior, share))
  const place = (value: number): number => (300 * (value - least!)) / (most! - least!)
  const bars = await one
    .locator('.prior rect')
    .evaluateAll(all => all.map(bar => [bar.getAttribute('x'), bar.getAttribute('width')].map(Number)))
  expect(bars).toHaveLength(2)
  const [[from, width]] = bars as [[number, number]]
  expect(from).toBeCloseTo(place(prior.low), 1)
  expect(from + width).toBeCloseTo(place(prior.high), 1)
  await page.getByRole('tab', { name: /Policy/ }).click()
})

appTest(
  'a lever takes several values in time, by keys alone, and its link says which',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await openWhatIf(app)
    await openAll(page)
    const lever = page.locator('.door .lev').first()
    await lever.locator('input[type=range]').focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.waitForFunction(() => location.hash.includes('set='))
    await settled(page)
    const before = await shown(page)
    await lever.getByRole('button', { name: /then another value, from a later year$/ }).press('Enter')
    const later = lever.getByRole('slider', { name: /, from 20\d\d$/ })
    await later.waitFor()
    await settled(page)
    // At first it is what was: the line stays as it is.
    expect((await shown(page)).line).toBe(before.line)
    expect(await later.evaluate(slider => document.activeElement === slider)).toBe(true)
    await page.keyboard.press('Shift+ArrowRight')
    await page.waitForFunction(() => /#.*v=4&.*&set=\w+=[\d.]+@2026:1,[\d.]+@20\d\d:1&/.test(location.hash))
    await settled(page)
    expect((await shown(page)).line).not.toBe(before.line)
    const start = page.getByRole('textbox', { name: /, from 20\d\d: start year$/ })
    await start.fill('2020')
    await page.keyboard.press('Enter')
    // Not before the first value has started, and not silently.
    expect(await lever.getByRole('alert').innerText()).toMatch(/^Enter a number from 2026\.25 to 20\d\d/)
    expect(await start.inputValue()).toBe('2020')
    await start.fill('2026.25')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => /,[\d.]+@2026\.25:1&/.test(location.hash))
    await page.reload()
    await settled(page)
    await openAll(page)
    await lever.getByRole('button', { name: /: delete this value$/ }).press('Enter')
    await later.waitFor({ state: 'detached' })
    await settled(page)
    expect(await shown(page)).toEqual(before)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('then')
  },
)

appTest('a year that cannot be is refused with the years that can, and changes nothing', async ({ app }) => {
  const page = await shareWhatIf(app, 'G')
  await openAll(page)
  const lever = page.locator('.lev:not(.same)', { has: page.locator('input.time') }).first()
  const field = lever.locator('input.time').first()
  const before = page.url()
  const start = await field.inputValue()
  await field.fill('2090')
  await field.press('Enter')
  expect(await lever.getByRole('alert').innerText()).toMatch(/^Enter a number from 2025 to 20\d\d(\.\d+)?\.$/)
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  expect(page.url()).toBe(before)
  await field.press('Escape')
  await lever.getByRole('alert').waitFor({ state: 'detached' })
  expect(await field.inputValue()).toBe(start)
})

appTest('keeps scenarios and draws them over the charts, five at once', { tags: ['thorough'] }, async ({ app }) => {
  const page = await shareWhatIf(app, 'B')
  for (const policyPackage of ['B', 'C', 'D', 'E', 'F']) {
    if (policyPackage !== 'B') await begin(page, policyPackage)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
  }
  await begin(page, 'G')
  await page.locator('.mainfig [data-line^="over-"]').nth(4).waitFor({ state: 'attached' })
  await page.reload()
  await settled(page)
  expect(await page.locator('.mainfig [data-line^="over-"]').count()).toBe(5)
})

appTest(
  'saved scenarios keep name and colour, go with a link, and can be renamed',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await openWhatIf(app)
    for (const policyPackage of ['B', 'C']) {
      await begin(page, policyPackage)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
    }
    await begin(page, 'G')
    const strokes = (): Promise<string[]> =>
      page.locator('.chips .chip path').evaluateAll(all => all.map(one => getComputedStyle(one).stroke))
    const names = (of: Page): Promise<string[]> => of.locator('.chips .chip').allInnerTexts()
    expect(await names(page)).toEqual(['As announced', 'Household-led'])
    const before = await strokes()
    expect(new Set(before).size).toBe(2)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.locator('.toast', { hasText: 'Link copied' }).waitFor()
    const address = await page.evaluate(() => navigator.clipboard.readText())
    const elsewhere = await app.open({ hash: new URL(address).hash.slice(1) })
    expect(await names(elsewhere)).toEqual(['As announced', 'Household-led'])
    expect(await elsewhere.locator('.mainfig [data-line^="over-"]').count()).toBe(2)

    await page.getByRole('button', { name: 'Household-led: rename, open or delete' }).click()
    await page.locator('.sheet input').fill('Ours')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'As announced: rename, open or delete' }).click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    expect(await names(page)).toEqual(['Ours'])
    await page.reload()
    await settled(page)
    expect(await names(page)).toEqual(['Ours'])
    expect(await strokes()).toEqual([before[1]])
  },
)
