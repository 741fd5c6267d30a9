/** Tests the Track record view: forecasts beside actual values, and claims that can be filtered. */

import { expect } from 'vitest'
import { json } from '../../cli/fixture.ts'
import { appTest, settled } from './app-test.ts'

appTest('the claims are those of the command line, and are filtered by verdict', async ({ app }) => {
  const page = await app.share('/record')
  await page.locator('.claims li').first().waitFor()
  const claims = (await json('claims')) as Array<{ id: string; verdict: string }>
  const shown = await page.locator('.claims .id').allTextContents()
  expect(shown).toEqual(claims.map(({ id }) => id))
  await page.locator('.tally .chip').filter({ hasText: 'contradicted' }).click()
  const contradicted = claims.filter(({ verdict }) => verdict === 'contradicted').map(({ id }) => id)
  expect(await page.locator('.claims .id').allTextContents()).toEqual(contradicted)
  await page.locator('.claims summary').first().press('Enter')
  await page.locator('.claim-detail').waitFor()
  expect(await page.locator('.claim-detail').innerText()).toMatch(/Test[^]*Evidence/)
})

appTest('every panel has its score beside the naive forecast, and a table', async ({ app }) => {
  const page = await app.share('/record')
  const panels = page.locator('#hindcast figure')
  await panels.first().waitFor()
  const few = await panels.count()
  expect(few).toBeGreaterThan(5)
  for (const score of await page.locator('#hindcast .score').allInnerTexts()) {
    expect(score).toMatch(/model[^]*(best|worse)|no year to test on/)
    expect(score).not.toMatch(/NaN|undefined|null/)
  }
  await panels.first().locator('summary').click()
  expect(await panels.first().locator('tbody tr').count()).toBeGreaterThan(3)
  await page.getByRole('button', { name: /^All \d+ series$/ }).click()
  expect(await panels.count()).toBeGreaterThan(few)
  await page.getByRole('button', { name: '5 years ahead' }).click()
  await settled(page)
  expect(await panels.count()).toBeGreaterThan(5)
})

appTest('a province shows its part of the record, whose it is, and the way to the whole', async ({ app }) => {
  const page = await app.share('/record')
  for (const name of ['Liaoning', 'Jilin', 'Heilongjiang']) {
    await page.locator('button.place').click()
    await page.locator('.choices button', { hasText: new RegExp(`^${name}$`) }).click()
    await settled(page)
    expect(await page.locator('#hindcast figure').count(), name).toBeGreaterThan(3)
    // No other province's.
    expect(await page.locator('#hindcast .record-choice fieldset').count(), name).toBe(1)
    expect(await page.locator('main').innerText()).toMatch(
      new RegExp(`Taken from the back-test of Northeast China[^]*${name} alone: heartland hindcast CN-(LN|JL|HL)`),
    )
  }
  await page.getByRole('button', { name: 'Open Northeast China' }).click()
  await settled(page)
  await page.locator('.claims li').first().waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Taken from the back-test')
})
