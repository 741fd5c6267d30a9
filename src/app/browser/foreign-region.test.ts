/** Tests that a region of another country, Michigan, is shown in its own currency in every view, both languages and on a phone. */

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect } from 'vitest'
import { root } from '../../cli/app-build/places.ts'
import { viewNames } from '../state/view-names.ts'
import { appTest, settled, visit } from './app-pages-fixture.ts'
import { fewAt } from './what-if-page-fixture.ts'

const michigan = (): Buffer => {
  const folder = join(root, 'golden/michigan')
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const files = names.map(({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))] as const
  })
  return Buffer.from(zipSync(Object.fromEntries(files)))
}

appTest(
  'a region of another country has its own currency in every view',
  { timeout: 240_000, tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ hash: fewAt('data') })
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'michigan.zip', mimeType: 'application/zip', buffer: michigan() })
    await page.getByRole('button', { name: 'Use this region' }).click()
    await settled(page)
    const shown: string[] = []
    const phone = { width: 390, height: 844 }
    for (const [language, size] of [
      ['English', page.viewportSize()!],
      ['中文', page.viewportSize()!],
      ['中文', phone],
    ] as const) {
      await page.setViewportSize(size)
      // The page opens in English and offers the other language.
      const offered = page.getByRole('button', { name: language, exact: true })
      if ((await offered.count()) > 0 && language !== 'English' && size !== phone) await offered.click()
      for (const view of viewNames) {
        await visit(page, view)
        const text = await page.locator('main').innerText()
        shown.push(text)
        const foreign = text
          .split('\n')
          .filter(line => /\byuan\b|CNY|China\b|Beijing|Northeast|[亿万千]元|中国|北京|东北/i.test(line))
        expect(foreign, `${view} ${language}`).toEqual([])
        expect(text, view).not.toContain('¤')
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, `${view} is wider than the page`).toBeLessThanOrEqual(size.width)
      }
    }
    const all = shown.join('\n')
    expect(all).toMatch(/bn USD a year/)
    expect(all).toMatch(/亿美元/)
  },
)
