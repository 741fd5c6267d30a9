/** Tests that a region of another country, Michigan, is shown in its own currency in every view and both languages. */

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect } from 'vitest'
import { root } from '../../cli/app-build/places.ts'
import { viewNames } from '../state/view-names.ts'
import { appTest, settled } from './app-test.ts'
import { fewAt } from './what-if-page.ts'

const michigan = (): Buffer => {
  const folder = join(root, 'examples/michigan')
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const files = names.map(({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))] as const
  })
  return Buffer.from(zipSync(Object.fromEntries(files)))
}

appTest('a region of another country has its own currency in every view', { timeout: 240_000 }, async ({ app }) => {
  const page = await app.open({ hash: fewAt('data') })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'michigan.zip', mimeType: 'application/zip', buffer: michigan() })
  await page.getByRole('button', { name: 'Use this region' }).click()
  await settled(page)
  const shown: string[] = []
  for (const language of ['English', '中文']) {
    // The page opens in English and offers the other language.
    if (language !== 'English') await page.getByRole('button', { name: language }).click()
    for (const [at, view] of viewNames.entries()) {
      await page.keyboard.press(String(at + 1))
      await settled(page)
      const text = await page.locator('main').innerText()
      shown.push(text)
      const foreign = text.split('\n').filter(line => /\byuan\b|CNY|China\b|Beijing|[亿万千]元|中国|北京/i.test(line))
      expect(foreign, `${view} ${language}`).toEqual([])
      expect(text, view).not.toContain('¤')
    }
  }
  const all = shown.join('\n')
  expect(all).toMatch(/bn USD a year/)
  expect(all).toMatch(/亿美元/)
})
