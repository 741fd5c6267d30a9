/** Tests what an analyst of an office does: figures since the start, a judgement, and the report, in at most twelve steps. */

import { buffer } from 'node:stream/consumers'
import { expect } from 'vitest'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { appTest } from './app-pages-fixture.ts'

const hold = 'growth(output[CN-JL])=4@2027'

appTest('three figures, one judgement and the report take twelve steps', { timeout: 180_000 }, async ({ app }) => {
  const { holds } = await json(['judgement', 'CN-JL', '--hold', hold])
  const page = await app.open({ hash: '/answer?region=CN-JL' })
  const main = page.locator('main')
  let steps = 0
  const press = async (
    name: string,
    role: 'link' | 'button' = 'link',
    within = page.locator('body'),
  ): Promise<void> => {
    steps++
    await within.getByRole(role, { name, exact: true }).first().click()
  }
  const type = async (label: string, text: string): Promise<void> => {
    steps++
    const field = main.getByLabel(label, { exact: true })
    await field.waitFor({ timeout: 60_000 })
    await field.fill(text)
    await field.press('Enter')
  }
  await press('Evidence')
  await press('New figures')
  steps++
  await main.locator('input[type=file]').setInputFiles({
    name: 'figures.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [
        'series,area,year,value,unit,source',
        'nominalOutput,CN-JL,2025,1497.39,CNY bn/year,communique',
        'outputGrowth,CN-JL,2025,0.05,1/year,communique',
        'outputGrowth,CN-JL,2026H1,0.045,1/year,communique',
        'births,CN-JL,2025,0.071,person m/year,communique',
        'deaths,CN-JL,2025,0.217,person m/year,communique',
      ].join('\n'),
    ),
  })
  await main.getByRole('region', { name: 'Parts of a year', exact: true }).waitFor({ timeout: 60_000 })
  await press('Judgement')
  await type('Held outcomes', hold)
  await type('Author', 'Li')
  await type('Reason', 'orders')
  await main.getByText('orders', { exact: true }).waitFor({ timeout: 60_000 })
  const row = await main.getByRole('region', { name: 'Outcomes that are held' }).locator('tbody tr').first().innerText()
  expect(row).toContain('4.00 % a year')
  expect(row).toContain(`${(100 * holds[0].plain).toFixed(2)} % a year`)
  expect(row).toContain('Li')
  await press('Keep in my scenario', 'button', main)
  await press('Share', 'button')
  const download = page.waitForEvent('download')
  await press('Excel', 'button')
  expect((await buffer(await (await download).createReadStream())).length).toBeGreaterThan(10_000)
  expect(steps).toBeLessThanOrEqual(12)
  expect(decodeURIComponent(page.url())).toContain('path=growth(output[CN-JL])=4@2027;by=Li;why=orders')
})

appTest('a judgement that cannot be held says why and changes nothing', { timeout: 120_000 }, async ({ app }) => {
  const page = await app.open({ hash: '/judgement?region=CN-JL' })
  const main = page.locator('main')
  await main.getByText('Nothing is held').waitFor({ timeout: 60_000 })
  const field = main.getByLabel('Held outcomes', { exact: true })
  for (const [words, message] of [
    ['growth(output[CN-JL])=30@2027', /standard deviations from the forecast, more than the 4/],
    ['growth(output[CN-JL])=4@2024', /2024 cannot be held; give a year or quarter from 2026 to 2040/],
    ['output=4@2027', /has a value for each area: name one, such as output\[CN-JL\]/],
    ['nonsense', /does not set an external path/],
    [`${hold}; output[CN-JL]*=1.01@2027`, /follows from what else is held/],
  ] as const) {
    await field.fill(words)
    await field.press('Enter')
    await main.getByRole('alert').getByText(message).waitFor({ timeout: 60_000 })
  }
  expect(page.url()).not.toMatch(/[&?]path=/)
})
