/** Tests the view Sectors: its figures are those of the command line; links, sorting, both languages and a phone. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { linkOf } from '../../scenario/link.ts'
import type { ScenarioLink } from '../../scenario/link-types.ts'
import { heartland, json } from '../../cli/fixture.ts'
import { openRegion } from '../../cli/open-fixture.ts'
import { costingOf } from '../../analysis/costs.ts'
import { packagesOf } from '../../analysis/packages.ts'
import { industryFlows } from '../../analysis/industries/flows.ts'
import { reasonsInWords } from '../../analysis/explain/reasons-in-words.ts'
import { appTest, settled } from './app-test.ts'

const members = 12

const open = openRegion('northeast')
const { policy } = packagesOf(open, costingOf(open)).find(({ id }) => id === 'G')!

const sectorsWith = (asks: ScenarioLink['asks'], language: ScenarioLink['language'] = 'en'): string =>
  linkOf({
    scenario: { name: '', region: 'northeast', policy, assumptions: {}, members, package: 'G' },
    view: 'sectors',
    language,
    overlays: [],
    asks,
  }).text.slice(1)

/** '−1,234.5' -> -1234.5. */
const numberOf = (text: string): number =>
  Number(/[−+]?[\d,]+(?:\.\d+)?/.exec(text)![0].replaceAll(',', '').replace('−', '-'))

/** Texts of the cells by the head of the row. */
const rowsOf = async (page: Page, table: string): Promise<Map<string, string[]>> => {
  const rows = await page
    .locator(`${table} tbody tr, ${table} tfoot tr`)
    .evaluateAll(all => all.map(row => [...row.children].map(cell => (cell as HTMLElement).innerText.trim())))
  return new Map(rows.map(([head, ...cells]) => [head!, cells]))
}

const near = (text: string, value: number, digits: number): void =>
  expect(Math.abs(numberOf(text) - value), `${text} for ${value}`).toBeLessThanOrEqual(0.51 * 10 ** -digits)

appTest(
  'shows the industries that the command line shows, and a tie as a tie',
  { timeout: 300_000 },
  async ({ app }) => {
    const page = await app.share(sectorsWith({ 'sectors.year': '2030' }))
    const { figures, total } = await json(`industries northeast --policy G --members ${members} --year 2030`)
    const rows = await rowsOf(page, '.sectors-t')
    expect(rows.size).toBe(figures.length + 1)
    const scale = { output: 1, employed: 1000, exports: 1 } as const
    const cells = [...rows.values()]
    for (const [at, row] of [...figures, total].entries()) {
      for (const [column, name] of (['output', 'employed', 'exports'] as const).entries()) {
        const [level, change] = cells[at]!.slice(2 * column)
        near(level!, row[name] * scale[name], 1)
        const digits = /\.(\d+)/.exec(change!)?.[1]?.length ?? 0
        near(change!, (row[name] - row.before[name]) * scale[name], digits)
        const { low, high } = row.changes[name]
        expect(change!.includes('no clear change'), `${row.industry} ${name}`).toBe(low <= 0 && high >= 0)
      }
    }
    // The sentence counts the same ties.
    const ties = figures.filter((row: any) => row.changes.output.low <= 0 && row.changes.output.high >= 0).length
    const sentence = await page.locator('.say').innerText()
    if (ties > 0) expect(sentence).toContain(`in ${ties} of 10 industries`)
    else expect(sentence).not.toContain('unclear')
    expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity|\[object/)
  },
)

appTest(
  'sorts by a column either way, and a link opens to the same',
  { timeout: 300_000, tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.share(sectorsWith({ 'sectors.year': '2030' }))
    const changes = async (of: Page): Promise<number[]> =>
      (await of.locator('.sectors-t tbody tr td:nth-child(5)').allInnerTexts()).map(numberOf)
    const head = page.getByRole('button', { name: /^Jobs, change/ })
    await head.click()
    const down = await changes(page)
    expect(down).toEqual(down.toSorted((a, b) => b - a))
    await head.press('Enter')
    const up = await changes(page)
    expect(up).toEqual(up.toSorted((a, b) => a - b))
    await page.getByRole('button', { name: 'Jilin', exact: true }).click()
    await page.getByRole('group', { name: 'Figure' }).getByRole('button', { name: 'Jobs' }).click()
    await settled(page)
    const elsewhere = await app.open({ hash: new URL(page.url()).hash.slice(1) })
    expect(await elsewhere.locator('.say').innerText()).toBe(await page.locator('.say').innerText())
    expect(await changes(elsewhere)).toEqual(await changes(page))
    expect(await elsewhere.locator('.sectors-t [aria-sort=ascending]').innerText()).toContain('Jobs, change')
  },
)

appTest(
  'the impact of an event is that of the command line, and its parts add up',
  { timeout: 300_000 },
  async ({ app }) => {
    const page = await app.share(sectorsWith({ 'sectors.year': '2030' }))
    // A tariff of the world on machinery of Liaoning.
    await page.getByLabel('What changes').selectOption('exportsWorld')
    await page.getByLabel('Where').selectOption('CN-LN')
    await page
      .locator('.event-choice')
      .getByLabel(/^Industry/)
      .selectOption('machinery')
    await page.getByLabel('Change, %').fill('-30')
    await page.keyboard.press('Enter')
    await settled(page, 120)
    const { out } = await heartland([
      'impact',
      'northeast',
      '--shock',
      'exportsWorld[CN-LN,machinery]=-30%',
      '--year',
      '2030',
      '--members',
      String(members),
      '--json',
    ])
    const { sectors, total, bands, reasons } = JSON.parse(out)
    const section = page.locator('section').filter({ hasText: 'Impact by industry' })
    const cells = await section
      .locator('tbody tr')
      .evaluateAll(all => all.map(row => [...row.querySelectorAll('td')].map(cell => cell.innerText)))
    expect(cells.length).toBe(sectors.length + 1)
    for (const [at, { valueAdded }] of [...sectors, total].entries()) {
      const { direct, indirect, induced, total: sum } = valueAdded
      expect(direct + indirect + induced).toBe(sum)
      const digits = /\.(\d+)/.exec(cells[at]![0]!)?.[1]?.length ?? 0
      for (const [column, value] of [direct, indirect, induced, sum].entries()) near(cells[at]![column]!, value, digits)
      const { low } = (bands.sectors[at] ?? bands.total).table
      near(cells[at]![4]!, low, digits)
    }
    const told = await page.locator('.reasons').allInnerTexts()
    expect(told.length).toBe(reasons.length)
    for (const [at, { name, change, causes }] of reasonsInWords(reasons, 'en').entries())
      for (const text of [name, change.number, ...causes.map(cause => cause.name)])
        expect(told[at]).toContain(text.replaceAll(/-(?=\d)/g, '−'))
    // The event as what is compared: the same shock in the figures by industry.
    await page.getByRole('button', { name: 'Northeast China', exact: true }).click()
    await page.getByRole('button', { name: 'An external event' }).click()
    await settled(page, 120)
    const machinery = (await rowsOf(page, '.sectors-t')).get('machinery and electronics')!
    const ofModel = sectors.find(({ sector }: { sector: string }) => sector === 'machinery').model
    near(machinery[1]!, ofModel[1].valueAdded, /\.(\d+)/.exec(machinery[1]!)?.[1]?.length ?? 0)
    // What cannot be is refused, and what stood there stands.
    const amount = page.getByLabel('Change, %')
    await amount.fill('-130')
    await amount.blur()
    expect(await page.getByRole('alert').innerText()).toContain('100 %')
    await page.getByLabel('What changes').selectOption('plant')
    await page.getByLabel(/^Annual sales/).fill('-5000')
    await page.keyboard.press('Enter')
    await settled(page, 120)
    expect(await page.locator('main').innerText()).toMatch(/sales of 5000 bn a year exceed/)
  },
)

appTest('draws the flows of the analysis, of all sectors and of one', { timeout: 300_000 }, async ({ app }) => {
  const page = await app.share(sectorsWith({ 'sectors.year': '2030' }))
  await page.getByRole('button', { name: 'A package or my scenario' }).click()
  await page.getByRole('button', { name: 'Northeast China', exact: true }).click()
  await settled(page)
  const { sectors, home, sold, bought, valueAdded } = industryFlows(open, { year: 2030, policy })
  const figure = page.locator('figure').filter({ hasText: 'Who sells to whom' })
  await figure.locator('summary').click()
  const rows = await figure
    .locator('tbody tr')
    .evaluateAll(all => all.map(row => [...row.querySelectorAll('td')].map(cell => cell.innerText)))
  const expected = [
    ...bought.map((value, buyer) => [...home.map(row => row[buyer]!), value]),
    ...sold[0]!.map((_, partner) => sold.map(row => row[partner]!)),
    valueAdded,
  ]
  expect(rows.length).toBe(expected.length)
  for (const [at, row] of expected.entries())
    for (const [column, value] of row.entries()) near(rows[at]![column]!, value, value < 99.95 ? 1 : 0)
  // Every flow is a line of the picture.
  const drawn = [...home.flat(), ...sold.flat(), ...bought].filter(value => value > 1e-6)
  expect(await figure.locator('path.flow').count()).toBe(drawn.length)
  await figure.locator('select').selectOption('vehicles')
  const at = sectors.indexOf('vehicles')
  const own = [...home[at]!, ...sold[at]!, ...home.map(row => row[at]!), bought[at]!, valueAdded[at]!]
  expect(await figure.locator('path.flow').count()).toBe(own.filter(value => value > 1e-6).length)
  expect(await figure.locator('.note').innerText()).toMatch(/^Purchases and value added of vehicles, ships, aircraft: /)
})

appTest('in Chinese and on a phone', { timeout: 300_000, tags: ['thorough'] }, async ({ app }) => {
  const page = await app.open({
    viewport: { width: 390, height: 844 },
    hash: sectorsWith({ 'sectors.of': 'event', 'sectors.event': 'plant[CN-JL,vehicles]=-20bn' }, 'zh'),
  })
  expect(await page.locator('h1').innerText()).toBe('分行业产出、就业与销售')
  expect(await page.locator('.over').innerText()).toContain('一家大型工厂（吉林、汽车')
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|\bbn\b/)
})
