/** Tests the head: what it chooses holds on all places, is kept in the link, and is not offered where a page cannot use it. */

import { expect } from 'vitest'
import { linkOf } from '../../scenario/link.ts'
import { headOf, viewNames } from '../state/view-names.ts'
import { appTest, settled, visit } from './app-pages-fixture.ts'
import { fewAt } from './what-if-page-fixture.ts'

appTest('place, scenario and year hold on all places and in the link, in Chinese on a phone', async ({ app }) => {
  const phone = { locale: 'zh-CN', viewport: { width: 390, height: 844 } }
  const page = await app.open({ hash: fewAt('what-if', 'zh'), ...phone })
  const head = page.locator('.head-bar')
  const choose = (name: string, label: string): Promise<unknown> =>
    head.getByRole('combobox', { name, exact: true }).selectOption({ label })
  await choose('地区', '辽宁')
  await choose('方案', '居民优先')
  await choose('年份', '2031')
  await settled(page)
  expect(await page.locator('.mainfig h2').first().innerText()).toMatch(/^辽宁：/)
  const chosen = (): Promise<string[]> => head.locator('option:checked').allInnerTexts()
  await visit(page, 'why')
  expect(await page.locator('.over').innerText()).toMatch(/^居民优先.*辽宁.*2031年/)
  expect(await chosen()).toEqual(['辽宁', '居民优先', '2031'])
  await visit(page, 'who')
  expect(await chosen()).toEqual(['居民优先', '2031'])
  await visit(page, 'league')
  expect(await chosen()).toEqual(['2031'])
  await visit(page, 'claims')
  expect(await head.count()).toBe(0)
  await visit(page, 'answer')
  expect(await head.count()).toBe(0)
  const elsewhere = await app.open({ hash: new URL(page.url()).hash.slice(1), ...phone })
  await visit(elsewhere, 'why')
  expect(await elsewhere.locator('.head-bar option:checked').allInnerTexts()).toEqual(['辽宁', '居民优先', '2031'])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
})

appTest(
  'every page opens with the scenario of the head, which is current policy until one is chosen',
  async ({ app }) => {
    const page = await app.open({ hash: fewAt('what-if') })
    const scenario = (): Promise<string> =>
      page.locator('.head-bar').getByRole('combobox', { name: 'Scenario', exact: true }).inputValue()
    for (const view of viewNames.filter(one => headOf(one).includes('scenario'))) {
      await visit(page, view)
      expect([view, await scenario()]).toEqual([view, 'A'])
    }
    await visit(page, 'why')
    expect(await page.locator('.over').innerText()).toMatch(/^Current policy/)
    await visit(page, 'who')
    await page.getByText('current policy changes nothing').waitFor()
    await page.locator('main').getByRole('button', { name: 'Reform', exact: true }).click()
    await settled(page)
    expect(await scenario()).toBe('E')
    await page.locator('main .fig').first().waitFor()
    await visit(page, 'what-if')
    expect(await scenario()).toBe('E')
    await page.getByRole('button', { name: 'Undo' }).click()
    await visit(page, 'who')
    await page.getByText('current policy changes nothing').waitFor()
    expect(await page.locator('main .fig').count()).toBe(0)
  },
)

appTest('links of before open with their place', { tags: ['thorough'] }, async ({ app }) => {
  const scenario = { name: '', region: 'northeast', policy: {}, assumptions: {} }
  const link = linkOf({ scenario, view: 'debt', language: 'en', overlays: [], asks: { 'debt.area': 'CN-JL' } })
  const page = await app.open({ hash: link.text.slice(1) })
  await settled(page)
  expect(await page.locator('.head-bar option:checked').first().innerText()).toBe('Jilin')
})
