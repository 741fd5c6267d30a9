/**
 * One figure has one value: walks every page of the five places in both languages with tables unfolded, opens the causes of
 * figures, and takes the files; each outcome, place, time and scenario has the same value wherever it stands.
 */

import { buffer } from 'node:stream/consumers'
import { csvParseRows } from 'd3-dsv'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Language } from '../../language/messages.ts'
import { chartIds, indicatorWords } from '../../outcomes/catalogue.ts'
import { packageWords } from '../../model/names/packages.ts'
import { sheetsOfXlsx } from '../../regions/own/read-spreadsheet.ts'
import { wordsIn } from '../words/language.ts'
import { shellWords } from '../words/shell.ts'
import { viewNames } from '../state/view-names.ts'
import { appTest, settled, visit } from './app-pages-fixture.ts'
import { disagreements, figuresOn, type Found, foundIn, keyUnder, unfold } from './figures-fixture.ts'
import { fewAt } from './what-if-page-fixture.ts'

const fileDigits = 4

const download = async (page: Page, button: Locator): Promise<Buffer> => {
  const coming = page.waitForEvent('download')
  await button.click()
  return buffer(await (await coming).createReadStream())
}

/** The rows of the table of a figure as a file has them. */
const rowsIn = async (page: Page, menu: Locator, kind: 'CSV' | 'Excel'): Promise<string[][]> => {
  await menu.click()
  const file = await download(page, page.locator('.take-items').getByRole('button', { name: kind, exact: true }))
  await page.locator('.sheet').waitFor({ state: 'detached' })
  if (kind === 'CSV') return csvParseRows(file.toString().replace(/^\uFEFF/, ''))
  const [sheet] = await sheetsOfXlsx(file)
  return sheet!.rows.map(row => row.map(String))
}

/** Marked figures in the files of a page: in the row of the file stands a number that the page rounds. */
const faultsOfFiles = async (page: Page, kind: 'CSV' | 'Excel', scenario: string): Promise<string[]> => {
  const faults: string[] = []
  const parts = page.locator('main :is(figure, section):has([data-figure]):has(.take)')
  for (const part of await parts.all()) {
    const table = part.locator('table:has([data-figure])').first()
    if ((await table.count()) === 0 || (await part.locator('table').count()) > 1) continue
    const rows = await rowsIn(page, part.locator('.take button').first(), kind)
    const shown = await table
      .locator('tbody tr')
      .evaluateAll(all =>
        all.map(row =>
          [...row.querySelectorAll<HTMLElement>('[data-figure]')].map(one => [
            one.dataset['figure']!,
            one.textContent!,
          ]),
        ),
      )
    for (const [at, cells] of shown.entries())
      for (const [key, text] of cells) {
        const own = foundIn(keyUnder(key!, scenario), text!, 'en', 'page')
        const inFile = rows[at + 1]!.flatMap(cell => foundIn(keyUnder(key!, scenario), cell, 'en', 'file', fileDigits))
        if (own.length > 0 && !inFile.some(one => disagreements([...own, one]).length === 0))
          faults.push(`${key} is ${text} on the page, and in the file ${rows[at + 1]!.join(', ')}`)
      }
  }
  return faults
}

/** The first sheet of the workbook of a scenario: current policy and the package by year. */
const inWorkbook = async (page: Page, language: Language, name: string, scenario: string): Promise<Found[]> => {
  await page.keyboard.press('s')
  const file = await download(page, page.locator('.share').getByRole('button', { name: 'Excel' }))
  const [sheet] = await sheetsOfXlsx(file)
  const [heads, ...rows] = sheet!.rows.map(row => row.map(String))
  return chartIds.flatMap(id => {
    const { title } = indicatorWords[language][id]!
    return [
      [wordsIn(shellWords, language).doNothing, 'A'],
      [name, scenario],
    ].flatMap(([of, own]) => {
      const at = heads!.findIndex(
        head => /^ ?[(（]/.test(head.slice(title.length)) && head.startsWith(title) && head.endsWith(of!),
      )
      expect(at, `${title} of ${of} in the workbook`).toBeGreaterThan(0)
      return rows.flatMap(row => foundIn(`|${id}||${row[0]}|${own}`, row[at]!, language, 'workbook', fileDigits + 4))
    })
  })
}

/** Under a package, in a place: every page, and the causes of every figure of Try. */
const walk = async (
  page: Page,
  language: Language,
  area: string,
  scenario: string,
): Promise<{ all: Found[]; faults: string[] }> => {
  const all: Found[] = []
  const faults: string[] = []
  for (const view of viewNames) {
    await visit(page, view)
    await unfold(page, () => settled(page))
    all.push(...(await figuresOn(page, language, view, scenario)))
    if (language === 'en' && area === '')
      faults.push(...(await faultsOfFiles(page, view === 'run' ? 'Excel' : 'CSV', scenario)))
  }
  await visit(page, 'what-if')
  const figures = page.locator('.five .figure-link')
  for (let at = 0; at < (await figures.count()); at++) {
    await figures.nth(at).click()
    await settled(page)
    await page.locator('.tree tbody tr').nth(1).waitFor()
    all.push(...(await figuresOn(page, language, `why of figure ${at + 1}`, scenario)))
    await visit(page, 'what-if')
  }
  return { all, faults }
}

const [scenario, year] = ['H', '2035']

appTest(
  'each figure has one value on all pages, in their tables and files, in both languages',
  { timeout: 900_000, tags: ['thorough'] },
  async ({ app }) => {
    const all: Found[] = []
    const faults: string[] = []
    for (const language of ['en', 'zh'] as const) {
      const page = await app.open({ hash: fewAt('what-if', language) })
      const [place, chosen, when] = await page.locator('.head-bar').locator('select, input').all()
      await chosen!.selectOption(scenario)
      if ((await when!.getAttribute('type')) !== 'range') await when!.selectOption(year)
      await settled(page)
      for (const area of ['', 'CN-LN']) {
        await visit(page, 'what-if')
        await place!.selectOption(area)
        await settled(page)
        const walked = await walk(page, language, area, scenario)
        all.push(...walked.all)
        faults.push(...walked.faults)
      }
      await place!.selectOption('')
      await settled(page)
      all.push(...(await inWorkbook(page, language, packageWords[language][scenario]!.name, scenario)))
    }
    expect(faults).toEqual([])
    expect(disagreements(all)).toEqual([])
    // It has compared something: figures that stand on several pages, of both places and of both scenarios.
    const several = [...Map.groupBy(all, ({ key }) => key)].filter(
      ([, same]) => new Set(same.map(one => one.where)).size > 3,
    )
    expect(several.length).toBeGreaterThan(60)
    for (const part of [
      '|debtToGdp||2035|H',
      '|debtToGdp|CN-LN|2030|A',
      'difference|debtToGdp||2035|H',
      '|share||2040|A',
    ])
      expect(several.map(([key]) => key)).toContain(part)
  },
)

appTest('a wrong value, sign or unit on a page is found', async ({ app }) => {
  const page = await app.share(fewAt('run'))
  await visit(page, 'run')
  const right = await figuresOn(page, 'en', 'run', 'A')
  expect(disagreements(right)).toEqual([])
  const cell = page.locator('[data-figure="|debtToGdp||2035|"]').first()
  const text = await cell.innerText()
  for (const wrong of [String(Number(text) + 1), `−${text}`, String(Number(text) / 100)]) {
    await cell.evaluate((one, planted) => (one.textContent = planted), wrong)
    expect(disagreements([...right, ...(await figuresOn(page, 'en', 'planted', 'A'))])).toEqual([
      expect.stringMatching(/^\|debtToGdp\|\|2035\|A: .* but /),
    ])
  }
})
