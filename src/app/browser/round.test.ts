/** Tests the page of forecast rounds: what comes next, and the forecast on screen against a round that was kept. */

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import { heartland, json } from '../../cli/testing/command-line-fixture.ts'
import { appTest } from './app-pages-fixture.ts'

appTest('a round that was kept is compared with the forecast on screen', { timeout: 120_000 }, async ({ app }) => {
  const rounds = mkdtempSync(join(tmpdir(), 'rounds-'))
  const words = `round CN-JL --rounds ${rounds}`
  await heartland(`${words} --name spring --date 2026-03-01 --assume wageFromSlack=0.6`)
  const { revision } = await json(words)
  const { before, after } = revision.find(({ outcome }: any) => outcome === 'regionDebtToGdp@2030Q4')
  const page = await app.open({ hash: '/round?region=CN-JL&policy=A' })
  const main = page.locator('main')
  await main.getByText('There is no earlier round to compare with').waitFor({ timeout: 60_000 })
  await main.getByRole('region', { name: 'What to watch' }).waitFor()
  await main.locator('input[type=file]').setInputFiles(join(rounds, '2026-03-01 spring.json'))
  await main.getByText('Compared with the round spring of 2026-03-01').waitFor({ timeout: 60_000 })
  const split = main.getByRole('region', { name: 'The revision of 2030 by its causes' })
  const rows = await split.locator('tbody tr').allInnerTexts()
  expect(rows.map(row => row.split(/\t/)[0])).toEqual([
    'last round',
    'Policy and assumptions of the scenario (1)',
    'all together',
    'this round',
  ])
  expect(rows[0]).toContain((100 * before).toPrecision(3))
  expect(rows[3]).toContain((100 * after).toPrecision(3))
  // A round with a name can be kept, and all of it goes into a document.
  const name = main.getByLabel('Name of this round', { exact: true })
  await name.fill('autumn')
  await name.press('Enter')
  const saved = async (button: RegExp): Promise<Buffer> => {
    const download = page.waitForEvent('download')
    await main.getByRole('button', { name: button }).click()
    return buffer(await (await download).createReadStream())
  }
  const kept = JSON.parse((await saved(/^Save \d{4}-\d\d-\d\d autumn\.json$/)).toString())
  expect([kept.name, kept.against, kept.outcomes['regionDebtToGdp@2030Q4']]).toEqual(['autumn', 'spring', after])
  const files = unzipSync(await saved(/^Save as a Word document$/))
  expect(Object.keys(files).filter(one => one.startsWith('word/media/')).length).toBe(3)
  expect(new TextDecoder().decode(files['word/document.xml'])).toContain('The revision of 2030 by its causes')
  // An opened file is no part of a link.
  expect(page.url().length).toBeLessThan(2000)
})
