/** Opens the What if view with a package, for tests. */

import type { Page } from 'playwright-core'
import { linkOf } from '../../scenario/link.ts'
import type { ScenarioLink } from '../../scenario/segments.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { type AppPages, type PageOptions, settled } from './app-pages-fixture.ts'

export const begin = async (page: Page, policyPackage: string): Promise<void> => {
  await page.locator('.begin select').selectOption(policyPackage)
  await page.locator('.mainfig [data-line="pol"]').waitFor({ state: 'attached' })
  await settled(page)
}

/** An address of the Northeast, under current policy where none is given, with few simulations: a test waits for them after every move. */
export const addressWith = ({
  view = 'what-if',
  language = 'en',
  ...given
}: Partial<Pick<ScenarioLink, 'view' | 'language'> & Pick<Scenario, 'seed' | 'members' | 'policy'>>): string =>
  linkOf({
    scenario: { name: '', region: 'northeast', policy: {}, assumptions: {}, members: 24, ...given },
    view,
    language,
    overlays: [],
  }).text.slice(1)

export const fewAt = (view: ScenarioLink['view'], language: ScenarioLink['language'] = 'en'): string =>
  addressWith({ view, language })

/** In a page of its own. */
export const openWhatIf = async (app: AppPages, policyPackage?: string, options: PageOptions = {}): Promise<Page> => {
  const page = await app.open({ hash: fewAt('what-if'), ...options })
  if (policyPackage !== undefined) await begin(page, policyPackage)
  return page
}

/** In the page that the tests of a file share: whatever the one before it did, a package stands there with its results. */
export const shareWhatIf = async (app: AppPages, policyPackage: string): Promise<Page> => {
  const page = await app.share(fewAt('what-if'))
  // A field that has the focus would take the key.
  await page.evaluate('document.activeElement?.blur()')
  await page.keyboard.press('2')
  await settled(page)
  await begin(page, policyPackage)
  return page
}

/** All levers, assumptions and external conditions, which stand behind a door. */
export const openAll = async (page: Page): Promise<void> => {
  if ((await page.locator('.door[open]').count()) === 0) await page.locator('.door > summary').click()
  await page.locator('.door [role=tab]').first().waitFor()
}

/** The open scenario on the page: its line as drawn, and its figures. */
export const shown = async (page: Page): Promise<{ readonly line: string | null; readonly figures: string }> => ({
  line: await page.locator('.mainfig [data-line="pol"]').getAttribute('d'),
  figures: await page.locator('.five dl').innerText(),
})
