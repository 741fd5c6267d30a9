/** Tests external conditions in What if: by keyboard, as a baseline, as a stress test, in a link, and on every view. */

import { expect } from 'vitest'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { appTest, settled, visit } from './app-pages-fixture.ts'
import { openAll, shareWhatIf, shown } from './what-if-page-fixture.ts'

appTest(
  'conditions move both lines, stand in the link, and come back with it',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await shareWhatIf(app, 'G')
    const base = page.locator('.mainfig [data-line="base"]')
    const [before, current] = [await shown(page), await base.getAttribute('d')]
    await openAll(page)
    await page.getByRole('tab', { name: /External conditions/ }).click()
    await page.getByRole('combobox', { name: 'Baseline' }).selectOption('low')
    await settled(page)
    const low = await shown(page)
    expect(low.line).not.toBe(before.line)
    expect(low.figures).not.toBe(before.figures)
    expect(await base.getAttribute('d')).not.toBe(current)
    // The line without the conditions stays in view.
    expect(await page.locator('.mainfig [data-line="base-std"]').count()).toBe(1)
    expect(page.url()).toContain('pathadd=nationalGrowth=')
    // A value that is typed is one step for undo.
    const field = page.locator('.lev.path .path-fields input').last()
    const told = await field.inputValue()
    await field.fill(String(Number(told) - 1))
    await field.press('Enter')
    await settled(page)
    expect((await shown(page)).line).not.toBe(low.line)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await settled(page)
    expect(await field.inputValue()).toBe(told)
    expect(await shown(page)).toEqual(low)
    // Elsewhere the page says that they are in force, and how to go back.
    await visit(page, 'data')
    const note = page.getByRole('note')
    await note.waitFor()
    expect(await note.innerText()).toMatch(/^External conditions: Low\. 12 external paths/)
    await page.reload()
    await note.waitFor()
    await page.keyboard.press('2')
    await settled(page)
    expect(await shown(page)).toEqual(low)
    await page.getByRole('button', { name: 'Back to the central baseline' }).click()
    await settled(page)
    expect(await shown(page)).toEqual(before)
  },
)

appTest(
  'a stress test is one press, and what cannot be is refused in words',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await shareWhatIf(app, 'G')
    await openAll(page)
    await page.getByRole('tab', { name: /External conditions/ }).click()
    const before = await shown(page)
    const test = page.getByRole('button', { name: 'Interest', exact: true })
    await test.click()
    await settled(page)
    expect(await test.getAttribute('aria-pressed')).toBe('true')
    expect((await shown(page)).line).not.toBe(before.line)
    await test.click()
    await settled(page)
    expect(await shown(page)).toEqual(before)
    await page.getByRole('button', { name: 'Change this path: National real growth, central path' }).click()
    await settled(page)
    const year = page.getByLabel('National real growth, central path: year').first()
    await year.fill('2099')
    await year.press('Enter')
    await page.getByRole('alert').getByText('2099').waitFor()
    await page.getByRole('button', { name: 'Reset to the baseline path' }).click()
    await settled(page)
    expect(await shown(page)).toEqual(before)
  },
)

appTest(
  'a path by area is set for one area, stands in the link, and is what the command line runs',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await shareWhatIf(app, 'G')
    await openAll(page)
    await page.getByRole('tab', { name: /External conditions/ }).click()
    await page.getByLabel('Search', { exact: true }).fill('bondQuotaByArea')
    const area = page.getByLabel(/^Area: Bonds that the province may issue/)
    await area.selectOption('Heilongjiang')
    await page.getByRole('button', { name: /^Change this path: .*, Heilongjiang$/ }).click()
    await page.getByLabel('Type of change').selectOption('times')
    const value = page.getByLabel(/, Heilongjiang: value$/)
    for (const at of [0, 1, 2]) {
      await value.nth(at).fill('0.5')
      await value.nth(at).press('Enter')
    }
    await settled(page)
    const [, hash = ''] = page.url().split('#')
    expect(decodeURIComponent(hash)).toContain('bondQuotaByArea[CN-HL]=0.5@2027,0.5@2030,0.5@2035')
    const { scenario } = await json(['run', page.url()])
    expect(scenario.outside['bondQuotaByArea[CN-HL]'].change).toBe('times')
    const other = await app.open({ hash })
    expect(await shown(other)).toEqual(await shown(page))
    await openAll(other)
    await other.getByRole('tab', { name: /External conditions/ }).click()
    // The area that is set opens first.
    await other.getByLabel('Search', { exact: true }).fill('bondQuotaByArea')
    expect(await other.getByLabel(/^Area: Bonds that the province/).inputValue()).toBe('CN-HL')
    await page.getByRole('button', { name: 'Back to the central baseline' }).click()
    await settled(page)
  },
)
