/**
 * Tests that no stored state and no link blanks the page: what can be used is, what cannot is shown with the reason and
 * stays stored, and two tabs do not lose each other's scenarios.
 */

import { text } from 'node:stream/consumers'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { linkOf, readLink } from '../../scenario/link.ts'
import { appTest, settled } from './app-pages-fixture.ts'

const storing = (state: unknown): BrowserContextOptions => ({
  storageState: {
    cookies: [],
    origins: [
      {
        origin: new URL(inject('address')!).origin,
        localStorage: [{ name: 'heartland', value: typeof state === 'string' ? state : JSON.stringify(state) }],
      },
    ],
  },
})

const scenario = { region: 'northeast', name: '', package: '', policy: {}, assumptions: {}, seed: 1, members: 64 }
const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'set aside' })

appTest(
  'a stored state that cannot be read is set aside, stays through a reload, and is saved or discarded',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ ...storing('{"draft": {"region"'), hash: '/record' })
    await notice(page).getByText('could not be read').waitFor()
    await page.reload()
    await settled(page)
    expect(await notice(page).locator('li').count()).toBe(1)
    const saved = page.waitForEvent('download')
    await notice(page).getByRole('button', { name: 'Save as file' }).click()
    const file = await text(await (await saved).createReadStream())
    expect(JSON.parse(file)).toMatchObject([{ text: '{"draft": {"region"' }])
    await notice(page).getByRole('button', { name: 'Discard' }).click()
    await page.reload()
    await settled(page)
    expect(await notice(page).count()).toBe(0)
  },
)

appTest('what of a stored scenario no model can run is set aside, and the rest is in use', async ({ app }) => {
  const policy = {
    publicInvestment: { value: 1, start: 2027 },
    lastYearsLever: { value: 1 },
    childAllowance: { value: 1e9 },
  }
  const draft = { ...scenario, policy, assumptions: { bondMaturity: 0 }, members: 1e9 }
  const kept = [{ ...draft, id: 'a', name: 'Old plan', shown: true }, 'nonsense']
  const page = await app.open({ ...storing({ draft, kept, language: 'en' }), hash: '/what-if', ready: false })
  const words = await notice(page).innerText()
  expect(words).toContain("unknown lever 'lastYearsLever'")
  expect(words).toContain("'bondMaturity' cannot be 0")
  expect(words).toContain("damaged at 'kept.1'")
  const { link } = readLink(new URL(page.url()).hash)!
  expect(link.scenario).toMatchObject({ policy: { publicInvestment: { value: 1, start: 2027 } }, assumptions: {} })
  expect(link.scenario.members).toBe(400)
  await page.locator('.chips .chip').getByText('Old plan').waitFor()
})

appTest('stored states of any form leave a page that works', { tags: ['thorough'] }, async ({ app }) => {
  const page = await app.open({ hash: '/record' })
  const states: unknown[] = [
    null,
    [],
    'text',
    { draft: 5, kept: {}, language: 'xx', scheme: [] },
    { draft: { ...scenario, region: 'nowhere' } },
    { draft: { ...scenario, region: '__proto__' } },
    { draft: { ...scenario, policy: { constructor: { value: 1 } }, assumptions: { toString: 1, '': 2 } } },
    { draft: { ...scenario, name: 'x'.repeat(100_000), seed: -1, members: 0.5 } },
    { kept: Array.from({ length: 200 }, (_, at) => ({ ...scenario, id: `${at % 3}`, shown: true })) },
  ]
  for (const state of states) {
    await page.evaluate(
      stored => {
        localStorage.setItem('heartland', stored)
        // The address would take the place of the stored scenario.
        history.replaceState(null, '', '#/record')
      },
      typeof state === 'string' ? state : JSON.stringify(state),
    )
    await page.reload()
    await page.locator('#main h1, #main h2').first().waitFor()
    expect(await page.locator('.mast').count(), JSON.stringify(state).slice(0, 80)).toBe(1)
    expect(await page.getByText('The page could not be shown').count()).toBe(0)
  }
})

appTest(
  'a link beyond all bounds is opened as far as it can be run, and says what it left out',
  { tags: ['thorough'] },
  async ({ app }) => {
    const policy = {
      publicInvestment: { value: 1, start: 2027, ramp: -5 },
      financedByBonds: { value: 1, start: 2025, ramp: 0 },
      financedByCuts: { value: 1, start: 2025, ramp: 0 },
      robotSubsidy: { value: 0.1 },
    }
    const correlations = [{ a: 'catchUp', b: 'wageFromSlack', value: 0.5 }]
    const link = {
      scenario: { name: '', region: 'northeast', policy, assumptions: { catchUp: 1e300 }, correlations, members: 1e9 },
      view: 'what-if',
      language: 'en' as const,
      overlays: [{ name: 'Other', region: 'northeast', policy: { nobody: { value: 1 } }, assumptions: {} }],
    }
    const page = await app.open({ hash: linkOf(link).text.slice(1), ready: false })
    const words = await notice(page).innerText()
    for (const part of ['members', 'ramp', 'financedByCuts', 'catchUp', "unknown lever 'nobody'", 'correlations'])
      expect(words).toContain(part)
    const opened = readLink(new URL(page.url()).hash)!.link
    expect(Object.keys(opened.scenario.policy)).toEqual(['robotSubsidy'])
    expect(opened.scenario.members).toBe(400)
  },
)

appTest('two tabs that save at once keep both scenarios', { tags: ['thorough'] }, async ({ app }) => {
  const first = await app.open({ ...storing({ draft: scenario, kept: [] }), hash: '/what-if' })
  const second = await first.context().newPage()
  // As if each had saved before it heard of the other.
  await second.addInitScript(() =>
    addEventListener('storage', event => event.stopImmediatePropagation(), { capture: true }),
  )
  await second.goto(first.url())
  await settled(second)
  for (const page of [first, second]) await page.getByRole('button', { name: 'Save', exact: true }).click()
  await first.locator('.chips .chip').nth(1).waitFor()
  const stored = await second.evaluate(() => localStorage.getItem('heartland'))
  expect((JSON.parse(stored!) as { kept: unknown[] }).kept).toHaveLength(2)
})

appTest(
  'a data base that never answers, or holds nonsense, does not hold the page back',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ hash: '/record' })
    await page.evaluate(async () => {
      localStorage.setItem('heartland-regions', 'kept')
      const request = indexedDB.open('heartland', 1)
      await new Promise<void>(done => {
        request.onupgradeneeded = () => request.result.createObjectStore('regions', { keyPath: 'id' })
        request.onsuccess = () => {
          const writing = request.result.transaction('regions', 'readwrite')
          writing.objectStore('regions').put({ id: 'MY-X', names: null, files: 7 })
          writing.oncomplete = () => {
            request.result.close()
            done()
          }
        }
      })
    })
    await page.reload()
    await settled(page)
    await page.addInitScript(() => {
      indexedDB.open = () => new EventTarget() as IDBOpenDBRequest
    })
    await page.reload()
    await page.locator('#main h1, #main h2').first().waitFor()
    expect(await page.locator('.mast').count()).toBe(1)
  },
)
