/**
 * Ten tasks of readers, each from the first screen, with a mouse, with keys alone and on a phone. A step is a press, a
 * choice or a text that is typed: none takes more than five, and none needs the reader to calculate.
 */

import { buffer } from 'node:stream/consumers'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { appTest, settled } from './app-pages-fixture.ts'
import { Hand, handNames, windowOf } from './hands-fixture.ts'
import { ownArchive } from './own-archive-fixture.ts'
import { fewAt } from './what-if-page-fixture.ts'

/** A lever, found by a part of its name. */
const findLever = async (hand: Hand, search: string): Promise<Locator> => {
  const { page } = hand
  await hand.type(page.locator('.find input').first(), search)
  return page.locator('.door .lev').first()
}

const isInView = async (page: Page, selector: string): Promise<void> => {
  const box = (await page.locator(selector).first().boundingBox())!
  expect(box.y, selector).toBeGreaterThanOrEqual(-1)
  expect(box.y + box.height, selector).toBeLessThanOrEqual(page.viewportSize()!.height + 1)
}

/** Of the menu of the main chart. */
const save = async (hand: Hand, kind: string): Promise<Buffer> => {
  const { page } = hand
  await hand.press(page.locator('.mainfig .take').getByRole('button', { name: 'Download' }))
  const download = page.waitForEvent('download')
  await hand.press(page.locator('.take-items').getByRole('button', { name: kind }))
  return buffer(await (await download).createReadStream())
}

/** Output in 亿元 where billions are asked for. */
const wrongUnit = (file: string, text: string): string =>
  file === 'figures.csv' ? text.replace('gdpBaseYear,,3138.98,CNY bn/year', 'gdpBaseYear,,31389.8,亿元') : text

const tasks: Readonly<Record<string, (hand: Hand) => Promise<void>>> = {
  'pensions 10 % higher from 2027, and what that does to debt, with its band': async hand => {
    const { page } = hand
    await hand.view('Try')
    const lever = await findLever(hand, 'increase in employees')
    const sum = lever.getByRole('textbox', { name: /cumulative change by 2035/ })
    await hand.type(sum, '10')
    await hand.type(lever.getByRole('textbox', { name: /start year$/ }), '2027')
    // The start has moved, the sum has not: nobody calculates a rate.
    expect(await sum.inputValue()).toBe('10.0')
    expect(page.url()).toMatch(/set=pensionIndexationExtra=[\d.]+@2027:1/)
    expect(await page.locator('.mainfig h2').first().innerText()).toMatch(/debt/)
    expect(await page.locator('.mainfig .delta').innerText()).toMatch(
      /^2040: [+−]\d.* against current policy \(80 % of simulations: [+−][\d.]+ to [+−][\d.]+\)$/,
    )
  },
  'what spending on households and on investment do for the young': async ({ page }) => {
    await page.locator('main summary', { hasText: 'More tables for experts' }).click()
    const table = page.locator('table', { hasText: 'Net migration of ages 20–39, points' }).last()
    const heads = await table.locator('thead th').allTextContents()
    const at = heads.findIndex(text => text.startsWith('Net migration'))
    for (const name of ['Households', 'Investment and industry']) {
      const row = table.locator('tbody tr').filter({ has: page.locator('th', { hasText: new RegExp(`^${name}$`) }) })
      expect(
        await row
          .locator('td')
          .nth(at - 1)
          .innerText(),
      ).toMatch(/[+−]?\d\.\d\d/)
    }
  },
  'why Jilin has its debt in 2035, and where a number comes from': async hand => {
    const { page } = hand
    await hand.view('Why')
    await hand.view('Causes')
    await hand.choose(page.getByRole('combobox', { name: 'Place', exact: true }), 'Jilin')
    expect(await page.locator('.over').innerText()).toContain('Jilin · Total local debt · 2035 Q4')
    // Keys stand in the tree at its first row.
    const causes = page.getByRole('treegrid').locator('tbody [role=row]')
    await hand.press(hand.name === 'keys' ? causes.first() : causes.last().locator('.evb'))
    await page.locator('.sheet .card').waitFor()
    if (hand.name !== 'keys') await page.locator('.sheet .card').getByText('Grade').waitFor()
  },
  'a package of one’s own that costs what the others cost': async hand => {
    const { page } = hand
    await hand.view('Try')
    if (hand.name === 'finger') {
      await hand.press(page.getByRole('button', { name: /: one step more$/ }).first())
    } else {
      const lever = await findLever(hand, 'additional public investment')
      await hand.type(lever.locator('.output'), '0.2')
    }
    await hand.press(page.getByRole('button', { name: 'Scale to the budget' }))
    await page.locator('.fin', { hasText: /Gross cost ([\d.]+\sbn yuan) a year, out of a budget of \1/ }).waitFor()
  },
  'how certain the answer is, and what would overturn it': async ({ page }) => {
    const text = await page.locator('main').innerText()
    // A claim that holds in all settings is said plainly, another with their count; bars are what all settings give.
    expect(text).toMatch(/\d+ of \d+ settings|in all \d+ settings/)
    expect(text).toMatch(/gains from business reform and mixed ownership are assumed/)
    expect(text).toMatch(/full reform averts/)
  },
  'a link that opens elsewhere to the same': async hand => {
    const { page } = hand
    await hand.view('Try')
    await hand.choose(page.getByRole('combobox', { name: 'Scenario' }), 'Household-led')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await hand.press(page.getByRole('button', { name: 'Share', exact: true }))
    await hand.press(page.getByRole('button', { name: 'Copy link' }))
    const address = await page.evaluate(() => navigator.clipboard.readText())
    expect(address).toContain('package=C')
    const drawn = (of: Page): Promise<string | null> => of.locator('.mainfig [data-line="pol"]').getAttribute('d')
    const fresh = await page.context().newPage()
    await fresh.goto(address)
    await settled(fresh)
    expect(await drawn(fresh)).toBe(await drawn(page))
    await fresh.close()
  },
  'a chart as a picture, and its numbers as a table': async hand => {
    await hand.view('Try')
    expect((await save(hand, 'PNG')).subarray(1, 4).toString()).toBe('PNG')
    expect((await save(hand, 'Excel')).subarray(0, 2).toString()).toBe('PK')
  },
  'a view on paper': async hand => {
    const { page } = hand
    const printed = page.evaluate(() => new Promise<void>(resolve => (globalThis.print = resolve)))
    await hand.press(page.getByRole('button', { name: 'Share', exact: true }))
    await hand.press(page.getByRole('button', { name: 'Print or save as PDF' }))
    await printed
  },
  'an import with a wrong unit, which says where it is and is mended': async hand => {
    const { page } = hand
    await hand.view('Evidence')
    await hand.view('Data and sources')
    await hand.file(
      page.locator('button', { hasText: 'Choose a workbook or zip' }),
      'my-region.zip',
      ownArchive(wrongUnit),
    )
    const row = page.locator('.faults tbody tr').filter({ hasText: '亿元' })
    expect(await row.innerText()).toMatch(/figures\.csv[^]*value: 31389\.8 → 3138\.98; unit: 亿元 → CNY bn\/year/)
    await hand.press(row.getByRole('button', { name: /^Apply fix/ }))
    await page.getByRole('button', { name: 'Use this region' }).waitFor()
  },
  'a lever far down the list is moved while the figures stay in view': async hand => {
    const { page } = hand
    await hand.view('Try')
    await hand.press(page.locator('.door > summary'))
    const lever = page.locator('.levers .lev').last()
    if (hand.name === 'finger') await hand.press(lever.getByRole('button', { name: /: one step more$/ }))
    else await hand.raise(lever.getByRole('slider'))
    expect(page.url()).toContain('set=')
    await isInView(page, hand.name === 'finger' ? '.five' : '.mainfig .chart')
  },
}

/** Back to the first screen, with nothing open: this is no part of a task. */
const beginAnew = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const view = (name: string): Promise<void> =>
    page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  if (page.url().includes('set=')) {
    await view('Try')
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.getByRole('button', { name: 'Reset', exact: true }).click()
    await page.locator('.toast').getByRole('button', { name: 'Close' }).click()
  }
  await view('Answer')
  await settled(page)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
}

/** None of the tasks takes more. */
const mostSteps = 5

/** In the order of the tasks; where it is none, the first screen answers. */
const stepsOf = {
  mouse: [4, 0, 4, 4, 0, 4, 5, 2, 4, 3],
  keys: [4, 0, 4, 4, 0, 4, 5, 2, 4, 3],
  finger: [4, 0, 4, 3, 0, 4, 5, 2, 4, 3],
}

const nameOf = { mouse: 'with a mouse', keys: 'with keys alone', finger: 'on a phone' }

for (const name of ['mouse', 'keys'] as const) {
  appTest(
    `a package of two levers and its payer, with the debt of Liaoning in 2035 and a link, in five steps, ${nameOf[name]}`,
    async ({ app }) => {
      const page = await app.open({ ...windowOf[name], hash: fewAt('what-if') })
      const hand = new Hand(name, page)
      for (const lever of ['Additional public investment', 'Child allowance'])
        await hand.raise(page.locator('.large').getByRole('slider', { name: lever }))
      await hand.raise(page.locator('.fin').getByRole('slider', { name: 'Central government' }))
      await hand.choose(page.getByRole('combobox', { name: 'Place' }), 'Liaoning')
      expect(await page.getByRole('slider', { name: 'Year', exact: true }).inputValue()).toBe('2035')
      expect(await page.locator('.five dl > div').first().innerText()).toMatch(
        /^Debt\n\d+ [^]*\([+−][\d.]+ to [+−][\d.]+\)$/,
      )
      await hand.press(page.getByRole('button', { name: 'Share', exact: true }))
      await page.getByRole('button', { name: 'Copy link' }).waitFor()
      expect(hand.steps).toBeLessThanOrEqual(mostSteps)
    },
  )
}

for (const name of handNames) {
  appTest(
    `ten tasks, each in at most ${mostSteps} steps, ${nameOf[name]}`,
    { timeout: 400_000, tags: ['thorough'] },
    async ({ app }) => {
      const page = await app.open({ ...windowOf[name], hash: fewAt('answer') })
      const counts: number[] = []
      for (const [title, task] of Object.entries(tasks)) {
        if (counts.length > 0) await beginAnew(page)
        const hand = new Hand(name, page)
        await task(hand).catch((problem: Error) => {
          problem.message = `${title}: ${problem.message}`
          throw problem
        })
        counts.push(hand.steps)
      }
      expect(counts).toEqual(stepsOf[name])
      expect(Math.max(...counts)).toBeLessThanOrEqual(mostSteps)
    },
  )
}
