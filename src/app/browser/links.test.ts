/**
 * Tests links: identical results elsewhere and on the command line, clear messages for faulty links, and no loss of
 * work.
 */

import { text } from 'node:stream/consumers'
import { expect } from 'vitest'
import { linkOf, readLink } from '../../scenario/link.ts'
import { heartland } from '../../cli/testing/command-line-fixture.ts'
import { appTest, settled } from './app-pages-fixture.ts'
import { shareWhatIf, shown } from './what-if-page-fixture.ts'

appTest(
  'a link opens to the same numbers in another browser, and on the command line to the same bits',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await shareWhatIf(app, 'H')
    await page.locator('.lev input[type=range]').first().focus()
    await page.keyboard.press('ArrowRight')
    await settled(page)
    const link = new URL(page.url()).hash
    const here = await shown(page)
    const elsewhere = await app.open({ hash: link.slice(1) })
    expect(await shown(elsewhere)).toEqual(here)

    await page.getByRole('button', { name: 'Share', exact: true }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV', exact: true }).click()
    const table = await text(await (await saved).createReadStream())
    expect(table.length).toBeGreaterThan(10_000)
    const { out, code, err } = await heartland(['export', link])
    expect(code, err).toBe(0)
    // The app names the scenario; on the command line it is the link.
    const unnamed = (rows: string): string => rows.replaceAll(/,(?:"[^"]*"|[^",]*),(?="baseline external)/g, ',')
    expect(unnamed(table)).toBe(unnamed(out))
  },
)

appTest(
  'an address that somebody wrote by hand opens, in the language of the reader',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ hash: '/what-if?region=CN-HL', locale: 'zh-CN' })
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await page.locator('.place').innerText()).toContain('黑龙江')
    expect(await page.locator('.five dd').count()).toBe(5)
  },
)

appTest(
  'a damaged link says what could be read, and the open scenario stays',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await shareWhatIf(app, 'E')
    const before = await shown(page)
    const { hash } = new URL(page.url())
    await page.evaluate(
      damaged => {
        location.hash = damaged
      },
      hash.slice(0, Math.floor(hash.length * 0.6)),
    )
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toMatch(/This link is damaged[^]*were read[^]*not been changed/)
    await alert.getByRole('button').last().click()
    await settled(page)
    expect(await shown(page)).toEqual(before)
    // Of an address that somebody wrote the rest is opened, and what cannot be used is named.
    await page.evaluate(() => {
      location.hash = '/what-if?region=黑龙江&package=household-led&sede=2'
    })
    await alert.getByText("There is no key 'sede'; did you mean 'seed'?").waitFor()
    await settled(page)
    const { scenario } = readLink(new URL(page.url()).hash)!.link
    expect(scenario).toMatchObject({ region: 'CN-HL', package: 'C' })
    expect(Object.keys(scenario.policy)).toContain('benefitCoverage')
    await page.evaluate(() => {
      location.hash = '/whatif?region=CN-HL'
    })
    await alert.getByText("There is no view 'whatif' (views: answer, what-if,").waitFor()
    await alert.getByRole('button').last().click()
  },
)

appTest(
  'a link made with another model is opened, and says what has changed',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await shareWhatIf(app, 'E')
    const { hash } = new URL(page.url())
    const { link } = readLink(hash)!
    expect(link.scenario.model).not.toBe('')
    await page.locator('.begin select').selectOption('C')
    await settled(page)
    await page.evaluate(
      foreign => {
        location.hash = foreign
      },
      linkOf({ ...link, scenario: { ...link.scenario, model: '0123456789abcdef' } }).text,
    )
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toMatch(/The model has changed since this link was created[^]*012345/)
    await settled(page)
    expect(readLink(new URL(page.url()).hash)!.link.scenario.policy).toEqual(link.scenario.policy)
    // The scenario that was open is among the kept ones.
    expect(await page.locator('.chips .chip').count()).toBeGreaterThan(0)
  },
)
