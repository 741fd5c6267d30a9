/**
 * Ten tasks of readers, from an economist's to a journalist's, each with the steps that it takes: presses, choices and
 * texts that are typed. None takes more than five, and none needs the reader to calculate.
 */

import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { appTest, settled } from './app-test.ts'
import { fewAt, openWhatIf, shareWhatIf } from './what-if-page.ts'

const mostSteps = 5

/** Counts what a reader does; what the page does by itself is no step. */
const stepsOf = (page: Page) => {
  let steps = 0
  return {
    step: async (act: () => Promise<unknown>): Promise<void> => {
      steps++
      await act()
      await settled(page)
    },
    expectSteps: (most: number): void => expect(steps).toBeLessThanOrEqual(Math.min(most, mostSteps)),
  }
}

/** A lever by its name, with a value typed into its field. */
const setLever = async (
  page: Page,
  step: (act: () => Promise<unknown>) => Promise<void>,
  search: string,
  value: string,
) => {
  await step(() => page.locator('.find input').first().fill(search))
  const lever = page.locator('.lev').first()
  await step(async () => {
    await lever.locator('.output').press('Enter')
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
  })
  return lever
}

appTest('1: pensions 10 % higher from 2027, and what that does to debt, with its band', async ({ app }) => {
  const page = await openWhatIf(app)
  const { step, expectSteps } = stepsOf(page)
  await step(() => page.locator('.find input').first().fill('increase in employees'))
  const lever = page.locator('.levers .lev').first()
  const sum = lever.getByRole('textbox', { name: /what it adds up to by 2035/ })
  await step(async () => {
    await sum.fill('10')
    await sum.press('Enter')
  })
  await step(async () => {
    await lever.getByRole('textbox', { name: /start year$/ }).fill('2027')
    await page.keyboard.press('Enter')
  })
  // The start has moved, the sum has not: nobody calculates a rate.
  expect(await sum.inputValue()).toBe('10.0')
  expect(await page.locator('.mainfig .delta').innerText()).toMatch(
    /^2040: [+−]\d.* against current policy \(80 % of simulations: [+−][\d.]+ to [+−][\d.]+\)$/,
  )
  await step(() => page.getByRole('button', { name: 'Change', exact: true }).click())
  expect(await page.locator('.mainfig .chart').getAttribute('aria-label')).toMatch(
    /debt.*change against current policy.*My package [+−][\d.]+ \(80 % of simulations: [+−][\d.]+ to [+−][\d.]+\)/,
  )
  expect(await page.locator('.changed li').count()).toBeGreaterThan(0)
  expectSteps(4)
})

appTest('2: what the announced and the household-led package do for the young', async ({ app }) => {
  const page = await app.open()
  const heads = await page.locator('.changes thead th').allInnerTexts()
  const row = page.locator('.changes tbody tr', { hasText: 'Net migration of ages 20–39' })
  for (const name of ['As announced', 'Household-led']) {
    const at = heads.findIndex(text => text.includes(name))
    expect(
      await row
        .locator('td')
        .nth(at - 1)
        .innerText(),
    ).toMatch(/[+−]?\d\.\d\d[^]* to /)
  }
})

appTest('3: why Jilin has its debt in 2035, and where a number comes from', async ({ app }) => {
  const page = await app.open({ hash: fewAt('why') })
  const { step, expectSteps } = stepsOf(page)
  await step(() => page.getByLabel('Where').selectOption({ label: 'Jilin' }))
  expect(await page.locator('.over').innerText()).toContain('Jilin · Total local debt · 2035 Q4')
  expect(await page.locator('.accum tbody tr').count()).toBeGreaterThan(3)
  await step(() => page.locator('[role=row] .evb').last().click())
  await page.locator('.sheet .card').getByText('Grade').waitFor()
  expectSteps(2)
})

appTest('4: a package of one’s own that costs what the others cost', async ({ app }) => {
  const page = await openWhatIf(app)
  const { step, expectSteps } = stepsOf(page)
  await setLever(page, step, 'additional public investment', '0.2')
  await step(() => page.getByRole('button', { name: 'Scale to the budget' }).click())
  await page.locator('.fin', { hasText: /Gross cost ([\d.]+\sbn yuan) a year, out of a budget of \1/ }).waitFor()
  expectSteps(3)
})

appTest('5: how certain the answer is, and what would overturn it', async ({ app }) => {
  const page = await app.open()
  const text = await page.locator('.hero').innerText()
  expect(text).toMatch(/How certain is this\?/)
  expect(text).toMatch(/in \d+ of 100 simulations/)
  expect(text).toMatch(/overturn/)
})

appTest('6 to 8: share and open fresh, save a chart, print', async ({ app }) => {
  const page = await shareWhatIf(app, 'C')
  const { step, expectSteps } = stepsOf(page)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await step(() => page.getByRole('button', { name: 'Share', exact: true }).click())
  await step(() => page.getByRole('button', { name: 'Copy link' }).click())
  const address = await page.evaluate(() => navigator.clipboard.readText())
  expectSteps(2)
  const fresh = await app.open({ hash: new URL(address).hash.slice(1) })
  const shown = (of: Page): Promise<string | null> => of.locator('.mainfig [data-line="pol"]').getAttribute('d')
  expect(await shown(fresh)).toBe(await shown(page))

  for (const kind of ['PNG', 'SVG', 'Excel']) {
    const own = stepsOf(page)
    await own.step(() => page.locator('.mainfig .take').getByRole('button', { name: 'Download' }).click())
    const download = page.waitForEvent('download')
    await own.step(() => page.locator('.take-items').getByRole('button', { name: kind }).click())
    expect((await buffer(await (await download).createReadStream())).length).toBeGreaterThan(1000)
    own.expectSteps(2)
  }

  const printing = stepsOf(page)
  const printed = page.evaluate(
    () =>
      new Promise<void>(resolve => {
        globalThis.print = () => resolve()
      }),
  )
  await printing.step(() => page.getByRole('button', { name: 'Share', exact: true }).click())
  await printing.step(() => page.getByRole('button', { name: 'Print or save as PDF' }).click())
  await printed
  printing.expectSteps(2)
})

appTest('9: an import with a wrong unit says where, and how to mend it', async ({ app }) => {
  const page = await app.open({ hash: '/data' })
  const { step, expectSteps } = stepsOf(page)
  const text = 'name,label,value,unit,year,evidence,source\ngdpBaseYear,,3138.98,person m,2023,official,x\n'
  await step(() =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'figures.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }),
  )
  expect(await page.locator('main').innerText()).toMatch(/figures\.csv/)
  expectSteps(1)
})

appTest('10: on a phone a lever is moved while the verdict and the chart stay in view', async ({ app }) => {
  const page = await openWhatIf(app, undefined, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const { step, expectSteps } = stepsOf(page)
  await step(() => page.locator('.lev-row').nth(2).tap())
  const sheet = page.getByRole('dialog')
  await step(() => sheet.getByRole('button', { name: /: one step more$/ }).tap())
  await sheet.locator('.when').waitFor()
  for (const seen of ['.verdict', '.mainfig .chart']) {
    const box = (await page.locator(seen).first().boundingBox())!
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.y + box.height).toBeLessThanOrEqual(844)
  }
  expectSteps(2)
})
