/**
 * axe-core, all rules for WCAG 2.2 A and AA and best practice: no violation in any view, in what opens in it, in either
 * language, in either scheme and on a phone, and no view wider than its window. One page shows all of them in turn, so
 * that the model is opened once, and speaks one language after the other without being loaded again. How each view opens is
 * also looked at in `language.test.ts`.
 */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type ViewName, viewNames } from '../state/view-names.ts'
import { type AppPages, appTest, settled, visit } from './app-pages-fixture.ts'
import { axe, colourRules, everyRule, layoutRules, violations } from './violations-fixture.ts'
import { begin, openAll, fewAt } from './what-if-page-fixture.ts'

const widths = [1440, 820, 390] as const

/** Views whose layout changes most between a phone and a desktop. */
const alsoNarrow: ReadonlySet<ViewName> = new Set(['books'])

/** Opens the first of each kind of what is folded away. */
const unfold = async (page: Page, within: string): Promise<void> => {
  await page.locator(within).evaluate(place => {
    const kinds = new Set<string>()
    for (const folded of place.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
      if (kinds.has(folded.className) || folded.offsetParent === null) continue
      kinds.add(folded.className)
      folded.querySelector('summary')?.click()
    }
  })
  await settled(page)
}

/** Buttons that open a panel: the first of each kind. */
const opening = 'button[aria-haspopup=dialog], .evb'

class Checks {
  readonly page: Page
  readonly found: string[] = []

  constructor(page: Page) {
    this.page = page
  }

  /** In both schemes. */
  async check(where: string, part = 'html'): Promise<void> {
    const { page } = this
    const language = await page.evaluate('document.documentElement.lang')
    // A part under the header that stays in view, or under the edge of a panel that scrolls, is no fault.
    await page.evaluate('scrollTo(0, 0)')
    for (const [colorScheme, rules] of [
      ['light', everyRule],
      ['dark', colourRules],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      const said = await violations(page, part, rules)
      this.found.push(...said.map(text => `${where}, ${language}, ${colorScheme}: ${text}`))
    }
  }

  /** In English, then in Chinese, then back: without another address, and with everything as it stands. */
  async inBoth(act: () => Promise<void>): Promise<void> {
    for (let time = 0; time < 2; time++) {
      await act()
      await this.page.locator('.tools > button[lang]').click()
      await settled(this.page)
    }
  }

  both(where: string, part?: string): Promise<void> {
    return this.inBoth(() => this.check(where, part))
  }

  /** All that opens from buttons within, each closed again. */
  async panels(where: string, within: string): Promise<void> {
    const { page } = this
    const buttons = page.locator(within).locator(opening).filter({ visible: true })
    const kinds = await buttons.evaluateAll(all => all.map(({ className }) => className))
    for (const [at, kind] of kinds.entries()) {
      // Those of the masthead have no kind, and are all different.
      if (kind !== '' && kinds.indexOf(kind) < at) continue
      await buttons.nth(at).click()
      const sheet = page.locator('.sheet')
      await sheet.waitFor()
      await unfold(page, '.sheet')
      await this.check(`${where}: panel of ${kind}`, '.sheet')
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'detached' })
    }
  }

  /** In windows of all widths. */
  async inWindows(view: ViewName): Promise<void> {
    const { page } = this
    const language = await page.evaluate('document.documentElement.lang')
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await settled(page)
      const beyond = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      if (beyond > 0) this.found.push(`${view}, ${language}: ${beyond} pixels wider than a window of ${width}`)
      if (width !== 390 && !(width === 820 && alsoNarrow.has(view))) continue
      await page.evaluate('scrollTo(0, 0)')
      const said = await violations(page, 'html', layoutRules)
      this.found.push(...said.map(text => `${view}, ${language}, ${width} pixels wide: ${text}`))
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await settled(page)
  }
}

/** Actions of a reader that make a view show more. */
const asked: Partial<Readonly<Record<ViewName, (page: Page) => Promise<void>>>> = {
  league: async page => {
    await page.getByRole('combobox').selectOption('share65')
  },
  'what-if': async page => {
    await begin(page, 'C')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await openAll(page)
    await page.locator('.door .lev input[type=range]').first().focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.locator('.lev .then').first().click()
  },
  why: page => page.locator('.why figure').first().waitFor(),
  who: async page => {
    await page.locator('.band').first().waitFor({ timeout: 300_000 })
  },
  books: async page => {
    await page.locator('table .figure-link').first().waitFor()
  },
  debt: async page => {
    await page.getByRole('combobox', { name: 'Place', exact: true }).selectOption('CN-JL')
  },
}

/** Parts of a view that are computed on request or open within it. */
const opened: Partial<Readonly<Record<ViewName, (checks: Checks) => Promise<void>>>> = {
  'what-if': async checks => {
    const { page } = checks
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByRole('button', { name: 'When does it miss the target?' }).click()
    await page.locator('.goal .say').waitFor({ timeout: 120_000 })
    await unfold(page, '.goal')
    await checks.both('changes, with failures of a goal', '.results')
    await page.getByRole('tab').nth(1).click()
    await page.locator('.lev.assume').first().waitFor()
    await checks.both('assumptions', '.levers')
    await page.getByRole('tab').nth(2).click()
    await page.locator('.path-chart').first().waitFor()
    await page.locator('.lev.path .btn').first().click()
    await settled(page)
    await checks.both('external conditions', '.levers')
    await page.getByRole('tab').first().click()
    await page.setViewportSize({ width: 390, height: 844 })
    await openAll(page)
    await settled(page)
    await checks.both('levers on a phone', '.levers')
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.evaluate('location.hash = location.hash.slice(0, location.hash.length * 0.6)')
    await page.getByRole('alert').waitFor()
    await checks.both('a damaged link', '.link-notice')
    await page.getByRole('alert').getByRole('button').first().click()
  },
}

/** The page that all of these tests share, with axe in it. */
const open = async (app: AppPages): Promise<Checks> => {
  const page = await app.share(fewAt('data'))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // Runs in the world of the driver: the page's policy lets no script in.
  if (await page.evaluate<boolean>("typeof axe === 'undefined'")) await page.evaluate(axe)
  return new Checks(page)
}

appTest('nothing violates a rule in the panels of the masthead', { tags: ['thorough'] }, async ({ app }) => {
  const checks = await open(app)
  await checks.inBoth(() => checks.panels('masthead', '.mast'))
  expect(checks.found).toEqual([])
})

for (const view of viewNames) {
  appTest(
    `nothing violates a rule or is too wide: ${view}`,
    { timeout: 600_000, tags: ['thorough'] },
    async ({ app }) => {
      const checks = await open(app)
      const { page } = checks
      await visit(page, view)
      await asked[view]?.(page)
      await settled(page)
      await unfold(page, 'main')
      await checks.inBoth(async () => {
        await checks.check(view)
        await checks.panels(view, 'main')
        await checks.inWindows(view)
      })
      await opened[view]?.(checks)
      expect(checks.found).toEqual([])
    },
  )
}
