/** The rules of WCAG 2.2 A and AA and best practice that a page violates, by axe-core. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** To be evaluated in a page before the first question: it runs in the world of the driver, because the page's policy lets no script in. */
export const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** Rules of which the result depends on the scheme. */
const ofColours = ['color-contrast', 'link-in-text-block']
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export const everyRule = { runOnly: tags }
export const colourRules = { runOnly: ofColours }
/** All but those of colours, which take the most time. */
export const layoutRules = {
  runOnly: tags,
  rules: Object.fromEntries(ofColours.map(rule => [rule, { enabled: false }])),
}

/** Faults in a part of the page, in words that lead to the place. */
export const violations = async (page: Page, part = 'html', rules: object = everyRule): Promise<string[]> => {
  // The head stays in place when a page scrolls: what it covers just then can be scrolled to.
  await page.evaluate('scrollTo(0, 0)')
  const found = await page.evaluate(
    ([within, options]) =>
      (globalThis as unknown as { axe: { run(within: string, options: unknown): Promise<AxeResults> } }).axe.run(
        within,
        { ...options, resultTypes: ['violations'] },
      ),
    [part, rules] as const,
  )
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}\n${failureSummary}`),
  )
}
