/** Data: a region with a wrong unit is told by file and row with a cure, loses nothing, and is taken once it is mended. */

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect } from 'vitest'
import { root } from '../../cli/app-build/places.ts'
import { appTest, settled } from './app-test.ts'
import { openWhatIf } from './what-if-page.ts'

/** Liaoning under another name, as somebody else's region. */
const archive = (mend: (file: string, text: string) => string): Buffer => {
  const folder = join(root, 'regions/CN-LN')
  const files = readdirSync(folder).map(name => {
    const text = mend(name, readFileSync(join(folder, name), 'utf8').replaceAll('CN-LN', 'MY-LN'))
    return [`MY-LN/${name}`, strToU8(text)] as const
  })
  return Buffer.from(zipSync(Object.fromEntries(files)))
}

const wrongUnit = (file: string, text: string): string =>
  file === 'figures.csv' ? text.replace('gdpBaseYear,,3138.98,CNY bn/year', 'gdpBaseYear,,3138.98,person m') : text

const lessDebt = (file: string, text: string): string =>
  file === 'figures.csv' ? text.replace('provincialBondsStart,,1287.04', 'provincialBondsStart,,643.52') : text

appTest('an import with a wrong unit is told by row and loses nothing; the mended one opens', async ({ app }) => {
  const page = await openWhatIf(app, 'E')
  await page.getByRole('button', { name: 'Keep as scenario' }).click()
  await page.keyboard.press('7')
  await settled(page)
  const chooser = page.locator('input[type=file]').first()
  const bring = (buffer: Buffer): Promise<void> =>
    chooser.setInputFiles({ name: 'my-region.zip', mimeType: 'application/zip', buffer })

  await bring(archive(wrongUnit))
  const faults = page.locator('.faults')
  await faults.waitFor()
  const row = faults.getByRole('row').filter({ hasText: 'gdpBaseYear' }).first()
  const [file, line, , wrong, cure] = await row.getByRole('cell').allInnerTexts()
  expect(file).toContain('figures.csv')
  expect(Number(line)).toBeGreaterThan(1)
  expect(wrong).toMatch(/person m[^]*CNY bn\/year|CNY bn\/year[^]*person m/)
  expect(cure).toMatch(/\w+ \w+/)
  await page.keyboard.press('2')
  await settled(page)
  expect(await page.locator('.chips .chip').count()).toBe(1)

  await page.keyboard.press('7')
  await settled(page)
  await bring(Buffer.from('PK, but no archive'))
  await page.getByText(/could not be read/).waitFor()

  await bring(archive((_, text) => text))
  await page.getByRole('button', { name: 'Use this region' }).click()
  await settled(page)
  await page.keyboard.press('2')
  await settled(page)
  const bandNow = (): Promise<string | null> => page.locator('.mainfig .band').first().getAttribute('d')
  const band = await bandNow()
  // Brought once more with other figures: nothing that was computed of the first is shown of the second.
  await page.keyboard.press('7')
  await settled(page)
  await bring(archive(lessDebt))
  await page.getByRole('button', { name: 'Use this region' }).click()
  await settled(page)
  await page.keyboard.press('2')
  await settled(page)
  expect(await bandNow()).not.toBe(band)

  await page.keyboard.press('1')
  await settled(page)
  expect(await page.locator('.pb .row .p').count()).toBeGreaterThan(0)
  await page.reload()
  await settled(page)
  expect(new URL(page.url()).hash).toContain('MY-LN')
})
