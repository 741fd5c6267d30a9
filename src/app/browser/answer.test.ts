/** Tests the Answer view: it agrees with the command line, also when the page runs the simulations itself. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { changeIndicators } from '../../outcomes/catalogue.ts'
import { conclusionText } from '../../analysis/answer/conclusion.ts'
import type { Answer } from '../../analysis/answer/verdict.ts'
import { classOrder, classWords, criterionIds } from '../../model/criteria.ts'
import { reasonsInWords } from '../../analysis/explain/reasons-in-words.ts'
import { packageWords } from '../../model/names/packages.ts'
import { readFirst } from '../../cli/app-build/first.ts'
import { builtApp } from '../../cli/app-build/places.ts'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { appTest, settled, visit } from './app-pages-fixture.ts'
import { axe, violations } from './violations-fixture.ts'
import { addressWith, begin } from './what-if-page-fixture.ts'

/** As the table by who pays shows the chances of all packages. */
const paidBy = ({ robustness, packages }: Answer): string[][] =>
  packages.map(({ id }) =>
    robustness!.whoPays.ways.map(({ rankings: [{ scores, better, worse }] }) =>
      [...(better.includes(id) ? ['▲'] : worse.includes(id) ? ['▼'] : []), (100 * scores[id]!).toFixed(1)].join(' '),
    ),
  )

const shownPaidBy = async (page: Page): Promise<string[][]> => {
  const rows = page.getByRole('region', { name: /^Revived.*paid by$/ }).locator('tbody tr')
  await rows.first().waitFor()
  return rows.evaluateAll(all => all.map(row => Array.from(row.querySelectorAll('td'), cell => cell.innerText)))
}

appTest('shows the answer of the command line', async ({ app }) => {
  const { verdicts } = await readFirst('northeast', () => {})
  const page = await app.share('')
  const chances = verdicts.answer.packages
    .toSorted((a, b) => b.probability.revived - a.probability.revived || b.meanScore - a.meanScore)
    .map(({ probability }) => String(Math.round(probability.revived * 100)))
  const rows = await page.locator('.pb .row .p').allInnerTexts()
  expect(rows.map(text => /\d+/.exec(text)?.[0])).toEqual(chances)
  const { conclusion, robustness } = verdicts.answer
  const named = (id: string): string => packageWords.en[id]!.inText
  const parts = await page.locator('.conclusion .part').allInnerTexts()
  expect(parts.join(' ')).toBe(conclusionText(conclusion, robustness, 'en', named))
  // What is shown is what the headline speaks of.
  expect(await page.locator('.shown select').inputValue()).toBe(conclusion.best)
  expect(await page.locator('.changes tbody tr').count()).toBe(8)
  const shown = await shownPaidBy(page)
  expect(shown).toEqual(paidBy(verdicts.answer))
})

appTest('computes an answer with the bits of the command line', { tags: ['thorough'] }, async ({ app }) => {
  const words = 'answer northeast --members 12 --seed 5 --assume contributionCompliance=0.9'
  const expected = (await json(words)) as Answer
  const script = readdirSync(join(builtApp, 'assets')).find(name => /^worker-.*\.js$/.test(name))
  const page = await app.open({ ready: false })
  const found = await page.evaluate(async address => {
    const worker = new Worker(address, { type: 'module' })
    let last = 0
    const ask = (question: string, input: unknown): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const id = ++last
        const heard = ({ data }: MessageEvent): void => {
          if (data.id !== id || data.kind === 'progress') return
          worker.removeEventListener('message', heard)
          if (data.kind === 'answer') resolve(data.answer)
          else reject(new Error(data.problem.message))
        }
        worker.addEventListener('message', heard)
        worker.postMessage({ kind: 'ask', id, question, input: { region: 'northeast', input } })
      })
    const settings = { seed: 5, members: 12 }
    const assumptions = { contributionCompliance: 0.9 }
    const { policies } = (await ask('plan', { assumptions })) as { policies: unknown }
    const part = (from: number, to: number): Promise<unknown> =>
      ask('futures', { settings, policies, assumptions, range: [from, to], paths: [] })
    // In pieces, and out of order, as workers finish them.
    const parts = [await part(7, 12), await part(0, 7)]
    const { answer } = (await ask('verdicts', { parts, paths: [], assumptions, ...settings })) as { answer: unknown }
    return JSON.stringify(answer)
  }, `./assets/${script}`)
  // The text of a number is its bits: JSON writes as many digits as tell it from its neighbours.
  // The ranking under other conditions takes runs of its own, and so do the reasons that the command adds.
  expect(found).toBe(JSON.stringify({ ...expected, robustness: null, reasons: undefined }))
})

appTest(
  'follows another seed and number of simulations, and moves with a threshold and back',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ hash: addressWith({ view: 'answer', seed: 7, members: 16 }) })
    const answer = (await json('answer northeast --members 16 --seed 7')) as Answer
    const { packages } = answer
    const expected = packages.map(({ probability }) => String(Math.round(probability.revived * 100))).sort()
    const chances = () => page.locator('.pb .row .p').allInnerTexts()
    const before = await chances()
    // A share that rounds to none is 'under 1'.
    const shown = before.map(text => (text.startsWith('under 1') ? '0' : /\d+/.exec(text)?.[0]))
    expect(shown.sort()).toEqual(expected)
    expect(await shownPaidBy(page)).toEqual(paidBy(answer))
    expect(await page.locator('footer').innerText()).toMatch(/seed 7/)

    await page.locator('.thresholds summary').click()
    const slider = page.getByRole('slider', { name: 'unemployment rate' })
    await slider.focus()
    await slider.press('Home')
    await expect.poll(chances, { timeout: 60_000 }).not.toEqual(before)
    await page.getByRole('button', { name: 'Reset all thresholds' }).click()
    await expect.poll(chances).toEqual(before)
  },
)

appTest('tells the findings in five steps with the figures of the answer, and can be skipped', async ({ app }) => {
  const { verdicts } = await readFirst('northeast', () => {})
  const { packages, conclusion } = verdicts.answer
  const page = await app.share('')
  await page.getByRole('button', { name: 'The findings in five steps' }).click()
  const percent = (value: number): string => `${(100 * value).toFixed(0)}`
  const debt = packages[0]!.outcomes['debtToGdpEnd2040']!
  const texts: string[] = []
  for (let step = 1; step <= 5; step++) {
    await page.getByText(`Step ${step} of 5`).waitFor()
    texts.push(await page.locator('.story .say').innerText())
    await page.getByRole('button', { name: step === 5 ? 'Finish' : 'Next' }).click()
  }
  expect(await page.locator('.story').count()).toBe(0)
  expect(texts[1]).toContain(percent(debt.median!))
  expect(texts[4]).toContain(`${percent(conclusion.binding.revivedIfMet)} of 100`)
  await page.getByRole('button', { name: 'The findings in five steps' }).click()
  await page.getByRole('button', { name: 'Skip' }).click()
  expect(await page.locator('.story').count()).toBe(0)
})

appTest('a change says by which equations it comes about, with keys alone', async ({ app }) => {
  const page = await app.open()
  const cells = page.locator('.changes td .figure-link')
  // One stop of Tab for the whole table.
  expect(await page.locator('.changes td [tabindex="0"]').count()).toBe(1)
  await cells.first().focus()
  const pension = changeIndicators.findIndex(({ indicator }) => indicator === 'pensionPerRetiree')
  for (let down = 0; down < pension; down++) await page.keyboard.press('ArrowDown')
  for (let right = 0; right < 2; right++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const sheet = page.locator('.sheet')
  await settled(page)
  const { reasons } = await json('explain northeast --policy D --outcome regionPensionPerRetiree@2035')
  const [reason] = reasonsInWords(reasons, 'en')
  const shown = await sheet.locator('.reasons').first().innerText()
  for (const { name, effect, through } of reason!.causes)
    for (const text of [name, effect.number, through ?? '']) expect(shown).toContain(text.replaceAll(/-(?=\d)/g, '−'))
  await page.evaluate(axe)
  expect(await violations(page, '.changes')).toEqual([])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect(await page.evaluate('document.activeElement?.textContent')).toBe(await cells.nth(pension * 7 + 2).innerText())
  // The package itself says why it makes something worse, and the tree of causes goes on from there.
  await page.locator('.changes thead').getByRole('button', { name: 'Demography' }).click()
  await sheet.getByRole('button', { name: 'See all causes' }).click()
  await settled(page)
  expect(new URL(page.url()).hash).toMatch(/^#\/why/)
  expect(await page.locator('main h1').innerText()).toMatch(/pension/i)
})

appTest('the map shows any outcome in any year, and each class says what it means', async ({ app }) => {
  const page = await app.share('')
  const classes = page.locator('.wkey').getByRole('button')
  expect(await classes.count()).toBe(classOrder.length)
  for (const [at, one] of classOrder.entries()) {
    await classes.nth(at).click()
    await page.locator('.sheet').getByText(classWords[one].meaning.en).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.sheet').waitFor({ state: 'detached' })
  }
  const map = page.locator('.mapfig')
  await map.getByRole('combobox').selectOption('share65')
  await map.locator('.scale').waitFor()
  const values = (): Promise<string[]> => map.locator('svg .pv').allTextContents()
  const later = await values()
  await map.getByRole('slider').press('Home')
  const earlier = await values()
  expect(later.map((text, at) => Number(text) > Number(earlier[at]))).toEqual([true, true, true])
})

appTest('packages, assumed inputs and moved levers have one count each, wherever they stand', async ({ app }) => {
  const { evidence } = (await readFirst('northeast', () => {})).verdicts.answer
  const page = await app.share('')
  const letters = await page.locator('.pb .row .letter').allInnerTexts()
  // Each package has its column of changes, and current policy is what they are against.
  expect(await page.locator('.changes thead th').count()).toBe(letters.length)
  const whole = (...grades: Array<Readonly<Record<string, number>>>): number =>
    grades.flatMap(one => Object.values(one)).reduce((sum, count) => sum + count, 0)
  const assumed = evidence.figures.assumed + evidence.parameters.assumed
  const share = Math.round((100 * assumed) / whole(evidence.figures, evidence.parameters))
  expect(await page.locator('.hero').innerText()).toContain(
    `Of the initial data and parameters, ${share}\u00a0% are assumed.`,
  )
  await visit(page, 'data')
  expect(await page.locator('main').innerText()).toContain(
    `Of ${whole(evidence.figures, evidence.paths)} initial values and points of exogenous paths`,
  )
  await page.keyboard.press('2')
  await settled(page)
  await begin(page, 'E')
  const [moved] = (await page.getByRole('tab', { name: /Policy/ }).innerText()).match(/\d+/)!
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.locator('.share', { hasText: `, ${moved} levers, ` }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.sheet').waitFor({ state: 'detached' })
  await page.keyboard.press('1')
  await settled(page)
})

appTest(
  'blue is never current policy, a chart says the bands that it draws, and its years are round',
  async ({ app }) => {
    const page = await app.share('')
    for (const row of await page.locator('.pb .row').all()) {
      const isCurrent = (await row.locator('.letter').innerText()) === 'A'
      expect(await row.locator('.crit .fillp').count()).toBe(isCurrent ? 0 : criterionIds.length)
    }
    const figures = await page.locator('figure', { has: page.locator('.band') }).all()
    expect(figures.length).toBeGreaterThan(2)
    for (const figure of figures) {
      expect(await figure.innerText()).toContain('Shaded bands: 80 % of simulations')
      expect(await figure.locator('.band').count()).toBeLessThanOrEqual(2)
      const years = (await figure.locator('svg > text').allTextContents()).filter(text => /^20\d\d$/.test(text))
      const steps = years.slice(1).map((year, before) => Number(year) - Number(years[before]))
      expect(new Set(steps).size, years.join(', ')).toBe(1)
    }
  },
)

appTest('bars of classes are of one length and end within their cells, at each width', async ({ app }) => {
  const page = await app.share('')
  for (const width of [1440, 820, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await settled(page)
    const bars = await page.locator('.pb .row .cbar').evaluateAll(all =>
      all.map(bar => {
        const [cell, last] = [bar.parentElement!.getBoundingClientRect(), bar.querySelector('i:last-of-type')!]
        const { left, width: long } = bar.getBoundingClientRect()
        return { left, long, over: last.getBoundingClientRect().right - cell.right }
      }),
    )
    expect(bars.length).toBe(8)
    expect(new Set(bars.map(({ left }) => Math.round(left))).size).toBe(1)
    expect(new Set(bars.map(({ long }) => Math.round(long))).size).toBe(1)
    expect(Math.max(...bars.map(({ over }) => over))).toBeLessThanOrEqual(0.5)
  }
})
