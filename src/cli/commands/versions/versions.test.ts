/** Tests `heartland capsule`, `replay` of a capsule and `versions`. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { csvParse } from 'd3-dsv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Parameter } from '../../../language/declare.ts'
import { packageStart } from '../../../model/packages.ts'
import { packCapsule } from '../../../analysis/files/versions/capsule-file.ts'
import { sheetsOfXlsx } from '../../../regions/own/read-spreadsheet.ts'
import { heartland, json } from '../../testing/command-line-fixture.ts'
import { capsuleIn } from './version-source.ts'
import { openRegion } from '../../testing/open-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'versions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

const golden = fileURLToPath(new URL('../../../../golden', import.meta.url))
const capsules = readdirSync(golden).filter(name => name.endsWith('.capsule'))

const [plain, more] = [at('plain.capsule'), at('more.capsule')]
beforeAll(async () => {
  await json(`capsule CN-JL --out ${plain}`)
  await json(`capsule CN-JL --set publicInvestment=1 --assume wageFromSlack=0.5 --out ${more}`)
}, 60_000)

/** Half by the central government and half by bonds, as every policy that says nothing else. */
const financed = {
  publicInvestment: { value: 1 },
  financedByCentre: { value: 0.5, ramp: 0 },
  financedByBonds: { value: 0.5, ramp: 0 },
}

describe('a capsule', { timeout: 60_000 }, () => {
  it('repeats all outcomes with the bits of an ordinary run', async () => {
    const found = await json(`replay ${more}`)
    expect(found).toMatchObject({ same: true, region: 'CN-JL' })
    const { simulator } = openRegion('CN-JL')
    const policy = financed
    const run = simulator.run({ policy, assumptions: { wageFromSlack: 0.5 }, record: ['regionOutput'] })
    const { values } = run.series.get('regionOutput')!
    const years = found.years.regionOutput.map((_: number, year: number) => {
      const steps = values.subarray(4 * year, 4 * year + 4)
      return steps.reduce((sum: number, value: number) => sum + value, 0) / 4
    })
    expect(found.years.regionOutput).toEqual(years)
  })

  // That of November 2026 and of each release since.
  it.each(capsules)('of %s replays with identical results in this version', async name => {
    const { same, digest, expected } = await json(`replay ${join(golden, name)}`)
    expect([same, digest]).toEqual([true, expected])
  })

  it('says so where its results are others, or where it is damaged', async () => {
    const file = at('changed.capsule')
    const capsule = await capsuleIn(plain)
    const first = capsule.run.first.map((value, place) => (place === 40 ? value * 1.01 : value))
    writeFileSync(file, await packCapsule({ ...capsule, digest: 'other', run: { ...capsule.run, first } }))
    const changed = await heartland(`replay ${file}`)
    expect([changed.code, changed.out]).toEqual([1, expect.stringContaining('Different results')])
    writeFileSync(file, 'no capsule')
    const none = await heartland(`replay ${file} --lang zh`)
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('不是封装文件或已损坏')])
  })

  it('is refused where any part of it was changed, left out or is of another kind', {
    tags: ['thorough'],
  }, async () => {
    const file = at('altered.capsule')
    const text = gunzipSync(readFileSync(plain)).toString('utf8')
    const refusal = async (changed: string): Promise<string> => {
      // Quickly, since dozens are written.
      writeFileSync(file, gzipSync(changed, { level: 1 }))
      const { code, err } = await heartland(`replay ${file}`)
      expect(code).toBe(2)
      return err
    }
    const parts = JSON.parse(text) as Record<string, unknown>
    for (const part of Object.keys(parts)) {
      for (const value of [undefined, null, {}, [1]])
        expect(await refusal(JSON.stringify({ ...parts, [part]: value })), part).toMatch(
          /is not a capsule|altered|format/,
        )
    }
    // The run is as it was; what the capsule says of it is not.
    const renamed = { ...(parts['scenario'] as object), name: 'another', policy: { publicInvestment: { value: 4 } } }
    expect(await refusal(JSON.stringify({ ...parts, scenario: renamed }))).toContain('was altered after it was written')
    expect(await refusal(text.replace('"start":2025', '"start":2026'))).toContain('was altered')
    expect(await refusal(text.replace('"capsule":2', '"capsule":99'))).toContain('is a capsule of format 99')
    expect(await refusal(' '.repeat(101_000_000))).toContain('is not a capsule')
  })

  it('of format 1 without a part is refused in words', async () => {
    const parts = JSON.parse(gunzipSync(readFileSync(join(golden, '2026-11.capsule'))).toString('utf8')) as object
    const file = at('part.capsule')
    for (const part of ['region', 'made', 'scenario', 'run', 'digest']) {
      writeFileSync(file, gzipSync(JSON.stringify({ ...parts, [part]: null })))
      expect((await heartland(`replay ${file}`)).err, part).toContain('is not a capsule')
    }
  })
})

describe('two versions', { timeout: 60_000 }, () => {
  /** The shares of a result by part, after a check that they sum to its change. */
  const sharesOf = ({ shares, before, after, apart }: any): Record<string, number> => {
    const sum = shares.reduce((all: number, [, value]: [string, number]) => all + value, apart)
    expect(Math.abs(sum - (after - before))).toBeLessThan(1e-9)
    return Object.fromEntries(shares)
  }

  it('are the same where nothing differs', async () => {
    const { changes, outcomes, headlines } = await json(`versions ${plain} .`)
    expect(changes).toEqual([])
    expect(outcomes.length).toBeGreaterThan(20)
    for (const { before, after, size } of outcomes) expect([after, size]).toEqual([before, 0])
    for (const { before, after, shares } of headlines) expect([after, shares]).toEqual([before, []])
  })

  it('differ by the scenario', async () => {
    const { changes, headlines } = await json(`versions ${plain} ${more} --outcome regionOutput@2030`)
    expect(changes.map(({ name }: any) => name).toSorted()).toEqual([
      'financedByBonds',
      'financedByCentre',
      'publicInvestment',
      'wageFromSlack',
    ])
    const { region, simulator } = openRegion('CN-JL')
    const mean = (input: object): number => {
      const { values } = simulator.run({ ...input, record: ['regionOutput'] }).series.get('regionOutput')!
      const from = (2030 - region.start) * 4
      return values.subarray(from, from + 4).reduce((sum, value) => sum + value, 0) / 4
    }
    const change = mean({ policy: financed, assumptions: { wageFromSlack: 0.5 } }) - mean({})
    expect(sharesOf(headlines[0]).scenario).toBeCloseTo(change, 9)
  })

  it('differ by an equation with its new parameter, and by the value of another parameter', async () => {
    const capsule = await capsuleIn(plain)
    const sectors = capsule.model.sectors.map(sector => {
      const declarations = { ...sector.declarations }
      const { landRevenue, wageFromSlack } = declarations
      if (landRevenue !== undefined && 'text' in landRevenue) {
        declarations['landRevenue'] = {
          ...landRevenue,
          text: `landTest*(${String(landRevenue.text)})`,
        } as typeof landRevenue
        declarations['landTest'] = { kind: 'parameter', unit: 'share', value: 0.9, doc: 'Test' } as Parameter
      }
      if (wageFromSlack?.kind === 'parameter') declarations['wageFromSlack'] = { ...wageFromSlack, value: 0.6 }
      return { ...sector, declarations }
    })
    const file = at('equation.capsule')
    writeFileSync(file, await packCapsule({ ...capsule, model: { ...capsule.model, sectors } }))
    const { changes, parts, headlines } = await json(`versions ${plain} ${file} --outcome regionOutput@${packageStart}`)
    expect(changes.map(({ name }: any) => name).toSorted()).toEqual(['landRevenue', 'landTest', 'wageFromSlack'])
    expect(changes.find(({ name }: any) => name === 'landTest')).toMatchObject({ after: '0.9 share' })
    expect(parts).toEqual([
      { part: 'fit', changes: 1 },
      { part: 'equations', changes: 2 },
    ])
    const [{ after }] = headlines
    for (const value of Object.values(sharesOf(headlines[0]))) expect(Math.abs(value)).toBeGreaterThan(0)
    const workbook = at('versions.xlsx')
    const { out } = await heartland(
      `versions ${plain} ${file} --outcome regionOutput@${packageStart} --csv --xlsx ${workbook}`,
    )
    const rows = csvParse(out)
    const last = rows.find(({ table, row }) => table === 'split' && row === 'second')!
    expect([Number(last.value), last.unit]).toEqual([Number(after.toPrecision(4)), 'bn yuan a year'])
    const sheets = await sheetsOfXlsx(readFileSync(workbook))
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['split', 'outcomes']))
    const chinese = await heartland(`versions ${plain} ${file} --lang zh`)
    expect(chinese.out).toContain('拟合：参数取值')
  })

  it.each([
    [`versions ${plain} no-such-revision`, /neither a capsule nor a git revision/],
    [`versions ${plain} . --year 1990`, /--year 1990/],
    [`versions ${plain} . --outcome regionOutptu@2030`, /regionOutput/],
    [`replay ${plain} 3`, /holds one run/],
    [`replay ${folder}`, /number of the member/],
    ['replay nowhere', /there is no capsule and no folder 'nowhere'/],
    ['capsule CN-JL', /--out/],
    [`versions ${plain} ${more} --csv --json`, /--csv/],
    [`versions ${plain} ${more} --xlsx ${plain}`, /already/],
  ])('refuses %s', async (words, message) => {
    const { code, err } = await heartland(words)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})
