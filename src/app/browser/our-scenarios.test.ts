/**
 * Scenarios that a server keeps for a team, used in two browsers at once: each sees what the other saves, neither loses a
 * change of the other, and a server that is gone takes nothing from the page.
 */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { buildApp } from '../../cli/app-build/build.ts'
import { type ApiSettings, standardLimits } from '../../cli/services/api/open-api.ts'
import { openStore } from '../../cli/services/api/store.ts'
import { serveFolder, type Serving } from '../../cli/commands/serve.ts'
import { appTest, type AppPages, settled } from './app-pages-fixture.ts'
import { begin, fewAt, openWhatIf } from './what-if-page-fixture.ts'

const serveWithStore = async (more: Partial<ApiSettings> = {}): Promise<Serving> =>
  serveFolder(await buildApp(() => {}), {
    port: 0,
    api: {
      version: '1',
      token: undefined,
      store: await openStore(':memory:', 'sources'),
      limits: standardLimits(1),
      log: text => console.error(text),
      ...more,
    },
  })

let serving: Serving
beforeAll(async () => {
  if (inject('missing') === undefined) serving = await serveWithStore()
}, 120_000)
afterAll(() => serving?.close())

/** In a browser of their own, each with a package open. */
const colleague = (app: AppPages, policyPackage?: string, address = serving.address): Promise<Page> =>
  // The browser itself logs answers that refuse something, and servers that do not answer.
  openWhatIf(app, policyPackage, { address, expected: /Failed to load resource/ })

const open = (page: Page): Promise<void> => page.getByRole('button', { name: 'Our scenarios', exact: true }).click()
const panel = (page: Page) => page.getByRole('dialog', { name: 'Our scenarios' })
const button = (page: Page, name: string | RegExp) => panel(page).getByRole('button', { name, exact: true })
const toast = (page: Page, text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor()
const title = (page: Page): Promise<string> => page.getByLabel('Scenario name').first().inputValue()

appTest(
  'two people save to one list, open from it, and neither overwrites the other',
  { tags: ['thorough'] },
  async ({ app }) => {
    const [li, wang] = [await colleague(app, 'G'), await colleague(app, 'C')]

    await open(li)
    await panel(li).getByText('Nothing has been saved yet.').waitFor()
    await panel(li).getByLabel('Scenario name').fill('Plan for Monday')
    await panel(li).getByLabel('Your name').fill('Li')
    await panel(li).getByLabel('Notes').fill('First draft')
    await button(li, 'Save as a new scenario').click()
    await toast(li, 'Saved on the server: Plan for Monday, version 1.')
    expect(await panel(li).count()).toBe(0)
    expect(await title(li)).toBe('Plan for Monday')

    await open(wang)
    const entry = panel(wang).getByRole('listitem').filter({ hasText: 'Plan for Monday' })
    expect(await entry.innerText()).toMatch(/Li, \w+ \d+, \d{4}, version 1\s+First draft/)
    await button(wang, 'Open Plan for Monday').click()
    await settled(wang)
    await toast(wang, 'Opened from the server: Plan for Monday, version 1.')
    /** The package it began with is not saved. */
    const addressOf = (page: Page): string => new URL(page.url()).hash.replaceAll(/&(?:package|sum)=[^&]*/g, '')
    expect(addressOf(wang)).toBe(addressOf(li))
    // The browser keeps the scenario that was open.
    await wang.locator('.chips .chip').getByText('Household-led').waitFor()

    await begin(wang, 'E')
    await open(wang)
    await panel(wang).getByLabel('Scenario name').fill('Plan for Tuesday')
    await panel(wang).getByLabel('Your name').fill('Wang')
    await button(wang, 'Save as version 2 of Plan for Monday').click()
    await toast(wang, 'Saved on the server: Plan for Tuesday, version 2.')

    await begin(li, 'D')
    await open(li)
    await button(li, 'Save as version 2 of Plan for Monday').click()
    await panel(li).getByRole('alert').getByText('Somebody else saved another version').waitFor()
    expect(new URL(li.url()).hash).toContain('package=D')
    await button(li, 'Open their version').click()
    await settled(li)
    expect(await title(li)).toBe('Plan for Tuesday')
    expect(addressOf(li)).toBe(addressOf(wang))
    await li.locator('.chips .chip').getByText('Demography').waitFor()

    await open(li)
    await button(li, 'History of Plan for Tuesday').click()
    const versions = panel(li).locator('.versions > li')
    await versions.nth(1).waitFor()
    expect(await versions.allInnerTexts()).toEqual([
      expect.stringMatching(/Plan for Tuesday\s+Wang, .* version 2/),
      expect.stringMatching(/Plan for Monday\s+Li, .* version 1/),
    ])
    await button(li, 'Open version 1').click()
    await settled(li)
    expect(await title(li)).toBe('Plan for Monday')
    // An old version that is saved again follows the one that is there now.
    await open(li)
    await button(li, 'Save as version 3 of Plan for Monday').click()
    await toast(li, 'Saved on the server: Plan for Monday, version 3.')
  },
)

appTest(
  'a server that is gone takes nothing from the page, and one that asks for a token gets it',
  { tags: ['thorough'] },
  async ({ app }) => {
    const token = 'a token of many letters'
    const guarded = await serveWithStore({ token })
    const page = await colleague(app, 'G', guarded.address)
    await open(page)
    await panel(page).getByText('This server requires a token.').waitFor()
    await panel(page).getByLabel('Token').fill('another one')
    await page.keyboard.press('Enter')
    await panel(page).getByLabel('Token').fill(token)
    await page.keyboard.press('Enter')
    await panel(page).getByText('Nothing has been saved yet.').waitFor()

    await guarded.close()
    await panel(page).getByLabel('Notes').fill('Not yet saved')
    await button(page, 'Save as a new scenario').click()
    await panel(page).getByRole('alert').getByText('The server does not answer').waitFor()
    expect(await panel(page).getByLabel('Notes').inputValue()).toBe('Not yet saved')
    await page.keyboard.press('Escape')
    // The page goes on by itself.
    await begin(page, 'C')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('.chips .chip').first().waitFor()
  },
)

appTest('the list can be used with the keyboard alone, in Chinese too', { tags: ['thorough'] }, async ({ app }) => {
  const page = await app.open({ hash: fewAt('what-if', 'zh'), address: serving.address })
  const menu = page.getByRole('button', { name: '共享情景', exact: true })
  await menu.focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: '共享情景' })
  await sheet.getByText('保存在服务器上').waitFor()
  await sheet.getByLabel('情景名称').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('周一方案')
  await page.keyboard.press('Tab')
  await page.keyboard.type('李')
  await page.keyboard.press('Tab')
  await page.keyboard.type('初稿')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('已保存到服务器：周一方案，第1版。').waitFor()
  await menu.focus()
  await page.keyboard.press('Enter')
  await sheet
    .getByRole('listitem')
    .filter({ hasText: '周一方案' })
    .getByText(/^李，\d+年\d+月\d+日，第1版$/)
    .waitFor()
  await page.keyboard.press('Escape')
  // The panel gives the focus back once it is gone.
  await page.waitForFunction(() => document.activeElement?.textContent === '共享情景')
})

appTest(
  'a page without a store shows no list, also where another server on this machine had one',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.share(fewAt('what-if'))
    expect(await page.getByRole('button', { name: 'Our scenarios' }).count()).toBe(0)
    // Cookies know no port.
    await page.context().addCookies([{ name: 'heartland-store', value: 'kept', url: page.url() }])
    await page.reload()
    await settled(page)
    expect(await page.context().cookies()).toEqual([])
    expect(await page.getByRole('button', { name: 'Our scenarios' }).count()).toBe(0)
  },
)
