/**
 * Ten tasks of readers, from an economist's to a journalist's, each from the first screen, with a mouse, with keys alone
 * and on a phone. A step is a press, a choice or a text that is typed: none takes more than five, and none needs the
 * reader to calculate.
 */

import { buffer } from 'node:stream/consumers'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { appTest, settled } from './app-test.ts'
import { Hand, type HandName, handNames, windowOf } from './hands.ts'
import { fewAt } from './what-if-page.ts'

/** A lever, found by a part of its name; on a phone it opens as a sheet. */
const findLever = async (hand: Hand, search: string): Promise<Locator> => {
  const { page } = hand
  await hand.type(page.locator('.find input').first(), search)
  if (hand.name !== 'finger') return page.locator('.lev').first()
  await hand.press(page.locator('.lev-row').first())
  return page.getByRole('dialog').locator('.lev').first()
}

const isSeen = async (page: Page, selector: string): Promise<void> => {
  const box = (await page.locator(selector).first().boundingBox())!
  expect(box.y, selector).toBeGreaterThanOrEqual(-1)
  expect(box.y + box.height, selector).toBeLessThanOrEqual(page.viewportSize()!.height + 1)
}

type Task = (hand: Hand) => Promise<void>

const tasks: Readonly<Record<string, Task>> = {
  'pensions 10 % higher from 2027, and what that does to debt, with its band': async hand => {
    const { page } = hand
    await hand.view('What if')
    const lever = await findLever(hand, 'increase in employees')
    await hand.type(lever.getByRole('textbox', { name: /what it adds up to by 2035/ }), '10')
    await hand.type(lever.getByRole('textbox', { name: /start year$/ }), '2027')
    // The start has moved, the sum has not: nobody calculates a rate.
    expect(await lever.getByRole('textbox', { name: /what it adds up to by 2035/ }).inputValue()).toBe('10.0')
    await expect
      .poll(() => page.locator('.mainfig .delta').innerText())
      .toMatch(/^2040: [+−]\d.* against current policy \(80 % of simulations: [+−][\d.]+ to [+−][\d.]+\)$/)
    expect(await page.locator('.mainfig h2').first().innerText()).toMatch(/debt/)
    expect(page.url()).toMatch(/set=pensionIndexationExtra=[\d.]+@2027:1/)
  },
  'what the announced and the household-led package do for the young': async ({ page }) => {
    const heads = await page.locator('.changes thead th').allInnerTexts()
    const row = page.locator('.changes tbody tr', { hasText: 'Net migration of ages 20–39' })
    for (const name of ['As announced', 'Household-led']) {
      const at = heads.findIndex(text => text.includes(name))
      expect(at).toBeGreaterThan(0)
      expect(
        await row
          .locator('td')
          .nth(at - 1)
          .innerText(),
      ).toMatch(/[+−]?\d\.\d\d[^]* to /)
    }
  },
  'why Jilin has its debt in 2035, and where a number comes from': async hand => {
    const { page } = hand
    await hand.view('Why')
    await hand.choose(page.getByLabel('Where'), 'Jilin')
    expect(await page.locator('.over').innerText()).toContain('Jilin · Total local debt · 2035 Q4')
    expect(await page.locator('.accum tbody tr').count()).toBeGreaterThan(3)
    const rows = page.getByRole('treegrid').getByRole('row')
    if (hand.name === 'keys') await hand.press(rows.nth(1))
    else await hand.press(page.locator('[role=row] .evb').last())
    await page.locator('.sheet .card').getByText('Grade').waitFor()
    await page.keyboard.press('Escape')
  },
  'a package of one’s own that costs what the others cost': async hand => {
    const { page } = hand
    await hand.view('What if')
    if (hand.name === 'finger') {
      await hand.press(page.locator('.lev-row').first())
      const sheet = page.getByRole('dialog')
      await hand.press(sheet.getByRole('button', { name: /: one step more$/ }))
      await hand.press(sheet.getByRole('button', { name: 'Done' }))
    } else {
      const lever = await findLever(hand, 'additional public investment')
      await hand.type(lever.locator('.output'), '0.2')
    }
    await hand.press(page.getByRole('button', { name: 'Scale to the budget' }))
    await page.locator('.fin', { hasText: /Gross cost ([\d.]+\sbn yuan) a year, out of a budget of \1/ }).waitFor()
  },
  'how certain the answer is, and what would overturn it': async ({ page }) => {
    const text = await page.locator('.hero').innerText()
    expect(text).toMatch(/How certain is this\?/)
    expect(text).toMatch(/in \d+ of 100 simulations/)
    expect(text).toMatch(/overturn/)
  },
  'a link that opens elsewhere to the same': async hand => {
    const { page } = hand
    await hand.view('What if')
    await hand.choose(page.getByRole('combobox', { name: 'Start from' }), 'C Household-led')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await hand.press(page.getByRole('button', { name: 'Share', exact: true }))
    await hand.press(page.getByRole('button', { name: 'Copy link' }))
    const address = await page.evaluate(() => navigator.clipboard.readText())
    const line = await page.locator('.mainfig [data-line="pol"]').getAttribute('d')
    // On a phone a chart is as wide as the window: another one of the same size.
    const fresh = await page.context().newPage()
    await fresh.goto(address)
    await fresh.locator('.mainfig [data-line="pol"]').waitFor({ state: 'attached' })
    await expect.poll(() => fresh.locator('.mainfig [data-line="pol"]').getAttribute('d')).toBe(line)
    await fresh.close()
  },
  'a chart as a picture': async hand => {
    await hand.view('What if')
    expect((await taken(hand, 'PNG')).length).toBeGreaterThan(1000)
  },
  'the numbers of a chart as a table': async hand => {
    await hand.view('What if')
    expect((await taken(hand, 'Excel')).length).toBeGreaterThan(1000)
  },
  'an import with a wrong unit says where, and how to mend it': async hand => {
    const { page } = hand
    await hand.view('Data')
    const text = 'name,label,value,unit,year,evidence,source\ngdpBaseYear,,3138.98,person m,2023,official,x\n'
    await hand.file(page.getByRole('button', { name: 'Choose a workbook or zip' }), 'figures.csv', text)
    expect(await page.locator('main').innerText()).toMatch(/figures\.csv/)
  },
  'a lever is moved while the verdict and the chart stay in view': async hand => {
    const { page } = hand
    await hand.view('What if')
    if (hand.name === 'finger') await hand.press(page.locator('.lev-row').nth(2))
    const part = hand.name === 'finger' ? page.getByRole('dialog') : page.locator('.levers .lev').nth(2)
    if (hand.name === 'finger') await hand.press(part.getByRole('button', { name: /: one step more$/ }))
    else await hand.type(part.locator('.output'), '10')
    await part.locator('.when').first().waitFor()
    await isSeen(page, '.verdict')
    await isSeen(page, '.mainfig .chart')
  },
}

/** What the menu of the main chart gives. */
const taken = async (hand: Hand, kind: string): Promise<Buffer> => {
  const { page } = hand
  await hand.press(page.locator('.mainfig .take').getByRole('button', { name: 'Download' }))
  const download = page.waitForEvent('download')
  await hand.press(page.locator('.take-items').getByRole('button', { name: kind }))
  return buffer(await (await download).createReadStream())
}

/** Back to the first screen, with nothing changed: this is no part of a task. */
const beginAnew = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  const done = page.getByRole('dialog').getByRole('button', { name: 'Done' })
  if ((await done.count()) > 0) await done.click()
  await page.getByRole('navigation').getByRole('link', { name: 'What if', exact: true }).click()
  await page.getByRole('button', { name: 'Reset', exact: true }).click()
  await page.locator('.toast').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Answer', exact: true }).click()
  await page.locator('.conclusion').first().waitFor()
  await settled(page)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
}

const nameOf: Readonly<Record<HandName, string>> = {
  mouse: 'with a mouse',
  keys: 'with keys alone',
  finger: 'on a phone',
}

for (const name of handNames) {
  appTest(`ten tasks, each in at most five steps, ${nameOf[name]}`, { timeout: 400_000 }, async ({ app }) => {
    const page = await app.open({ ...windowOf[name], hash: fewAt('answer') })
    const hand = new Hand(name, page)
    const steps: number[] = []
    for (const [title, task] of Object.entries(tasks)) {
      if (steps.length > 0) await beginAnew(page)
      await task(hand).catch((problem: Error) => {
        problem.message = `${title}: ${problem.message}`
        throw problem
      })
      steps.push(hand.done())
    }
    expect(steps).toHaveLength(10)
    console.log(`Steps of the ten tasks ${nameOf[name]}: ${steps.join(', ')}`)
  })
}

appTest('printing takes two steps', async ({ app }) => {
  const page = await app.open({ hash: fewAt('answer') })
  const hand = new Hand('mouse', page)
  const printed = page.evaluate(
    () =>
      new Promise<void>(resolve => {
        globalThis.print = () => resolve()
      }),
  )
  await hand.press(page.getByRole('button', { name: 'Share', exact: true }))
  await hand.press(page.getByRole('button', { name: 'Print or save as PDF' }))
  await printed
  expect(hand.done()).toBe(2)
})
