/** Both languages: switched in place, remembered by the link, with Chinese units. */

import { expect } from 'vitest'
import { viewNames } from '../shell/views.ts'
import { appTest, settled } from './app-test.ts'

appTest('speaks both languages, and its link remembers which', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: '中文' }).click()
  expect(await page.locator('h1').innerText()).toContain('振兴')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans')
  const { hash } = new URL(page.url())
  const elsewhere = await app.open({ hash: hash.slice(1) })
  expect(await elsewhere.locator('h1').innerText()).toContain('振兴')
  await page.getByRole('button', { name: 'English' }).click()
  expect(await page.locator('h1').innerText()).toContain('revived')
})

appTest('no view mixes the languages, and none shows a number that is none', async ({ app }) => {
  const page = await app.open({ locale: 'zh-CN' })
  for (const [at, view] of viewNames.entries()) {
    await page.keyboard.press(String(at + 1))
    await settled(page)
    const text = await page.locator('main').innerText()
    expect(text, view).toMatch(/[\u4e00-\u9fff]/)
    expect(text, view).not.toMatch(/\bNaN\b|undefined|Infinity|\[object/)
    expect(text, view).not.toMatch(/\b(?:the|and|with|of)\b [a-z]+ [a-z]+ /)
  }
})
