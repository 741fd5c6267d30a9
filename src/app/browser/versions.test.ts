/** Tests capsules in the app: saved, opened, replayed, refused, compared, and in a link. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { appTest, settled } from './app-pages-fixture.ts'
import { axe, violations } from './violations-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'capsules-'))
const past = fileURLToPath(new URL('../../../golden/2026-11.capsule', import.meta.url))
appTest(
  'a capsule of the app replays on the command line, and the other way round',
  { timeout: 300_000, tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.share('/record')
    await settled(page)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the scenario on screen as a capsule' }).click()
    const file = join(folder, 'app.capsule')
    await (await saved).saveAs(file)
    const replayed = await json(`replay ${file}`)
    expect(replayed).toMatchObject({ same: true, region: 'northeast' })
    const written = join(folder, 'line.capsule')
    const { digest } = await json(`capsule northeast --out ${written}`)
    // The same run: nothing differs but the name of the scenario.
    expect(digest).toBe(replayed.digest)
    const part = page.locator('#versions')
    await part.locator('input[type=file]').first().setInputFiles(written)
    await part.getByText('Identical results: all outcomes').waitFor({ timeout: 60_000 })
    expect(await part.innerText()).toContain(digest)
    expect(await part.innerText()).toContain('this program has the same model and data')
    await part.getByRole('button', { name: 'Compare', exact: true }).click()
    await part.getByText('The two versions have the same equations').waitFor({ timeout: 60_000 })
  },
)

appTest(
  'what is no capsule, is damaged or was altered is refused in words',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.share('/record')
    const part = page.locator('#versions')
    const refusal = async (name: string, content: Buffer): Promise<string> => {
      const file = join(folder, name)
      writeFileSync(file, content)
      await part.locator('input[type=file]').first().setInputFiles(file)
      const alert = part.getByRole('alert').filter({ hasText: name })
      await alert.waitFor()
      return alert.innerText()
    }
    const content = readFileSync(join(folder, 'line.capsule'))
    expect(await refusal('text.capsule', Buffer.from('no capsule'))).toContain('is not a capsule, or is damaged')
    expect(await refusal('half.capsule', content.subarray(0, content.length / 2))).toContain(
      'is not a capsule, or is damaged',
    )
    const altered = gunzipSync(content).toString('utf8').replace('"start":2025', '"start":2026')
    expect(await refusal('altered.capsule', gzipSync(altered))).toContain('was altered after it was written')
  },
)

appTest(
  'a capsule of another version is compared as on the command line, and a link asks for it again',
  { timeout: 400_000, tags: ['thorough'] },
  async ({ app }) => {
    const { region } = await json(`replay ${past}`)
    const expected = await json(`versions ${past} .`)
    const page = await app.open({ hash: '/record' })
    await page.evaluate(axe)
    const part = page.locator('#versions')
    await part.locator('input[type=file]').first().setInputFiles(past)
    await part.getByText('The page shows another region').waitFor({ timeout: 60_000 })
    await part.getByRole('button', { name: 'Open its scenario' }).click()
    await part.getByText('this program has another model').waitFor({ timeout: 60_000 })
    expect(page.url()).toContain(`region=${region}`)
    await part.getByRole('button', { name: 'Compare', exact: true }).click()
    await part.getByRole('button', { name: 'Cancel' }).click()
    await part.getByRole('button', { name: 'Compare', exact: true }).click()
    const table = part.getByRole('region', { name: /^The change of the results/ })
    await table.waitFor({ timeout: 200_000 })
    const count = (kind: string): number => expected.changes.filter((one: any) => one.kind === kind).length
    expect(await part.innerText()).toContain(
      `equations and inputs ${count('equation') + count('structure')}, parameters ${count('parameter')},`,
    )
    const outcomes = part.getByRole('region', { name: /^All outcomes/ })
    const sizes = await outcomes.locator('td.heat').allInnerTexts()
    const moved = expected.outcomes.map(({ size }: any) =>
      size >= 0.05 ? 'large' : size >= 0.01 ? 'moderate' : 'small',
    )
    expect(sizes.map(size => size.split(' ')[0])).toEqual(moved.slice(0, 25))
    const parameters = expected.changes.filter(({ kind }: any) => kind === 'parameter').map(({ name }: any) => name)
    await part.getByRole('button', { name: `Show all ${parameters.length} rows` }).click()
    const names = await part
      .getByRole('region', { name: 'Parameters' })
      .locator('tbody tr td:nth-child(2)')
      .allTextContents()
    expect(names).toEqual(parameters)
    expect(await part.innerText()).not.toMatch(/NaN|undefined|null/)
    for (const name of ['中文', 'English']) {
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name, exact: true }).click()
    }
    for (const width of [820, 390]) {
      await page.setViewportSize({ width, height: 844 })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }
    // Somebody else opens the link: it says which file goes with it.
    const other = await app.open({ hash: page.url().split('#')[1]! })
    const theirs = other.locator('#versions')
    await theirs.getByText('Links do not contain files').waitFor()
    await theirs.locator('input[type=file]').first().setInputFiles(past)
    await theirs.getByRole('region', { name: /^The change of the results/ }).waitFor({ timeout: 200_000 })
    expect(await theirs.locator('table').first().innerText()).toBe(await part.locator('table').first().innerText())
  },
)
