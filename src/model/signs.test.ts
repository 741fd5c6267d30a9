/**
 * Signs and sizes that theory and studies expect, on the shipped region: each that differs is known, and the page of
 * them (docs/theory/signs.md) shows the effects as measured.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { csvParse } from 'd3-dsv'
import { beforeAll, describe, expect, it } from 'vitest'
import { signCauses, type SignEffect, signEffects, signWords } from '../analysis/evidence/signs.ts'
import { stressTestsOf } from '../analysis/debt/stress.ts'
import { signed, stated } from '../analysis/words/numbers.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { defaultStart, leversOf, standardAt } from '../engine/scenario.ts'
import { readRun } from '../engine/run/reader.ts'
import { PackError } from '../regions/problems.ts'
import { tables } from '../texts/tables.ts'
import { levers } from './levers.ts'

const page = new URL('../../docs/theory/signs.md', import.meta.url)
const open = openRegion('northeast')
const table = signCauses(open)
const outcomeIds = table.outcomes.map(one => one['outcome'])

let effects: readonly SignEffect[] = []
let residual = Number.NaN
beforeAll(async () => {
  const found = await signEffects(open, table)
  effects = found.effects
  residual = found.audit.largestResidual
})

const keyOf = ({ cause, outcome, after }: SignEffect): string => `${cause.id} ${outcome['outcome']} ${after}`
const isSize = ({ expected }: SignEffect): boolean => typeof expected === 'object'

describe('the table of signs', () => {
  it('has every lever at every bound that is not in force, and every stress test', () => {
    const bounds = [...leversOf(open.linked)].flatMap(([address, { bounds: of, standard }]) =>
      ['low', 'high']
        .filter((_, at) => of[at] !== standardAt(standard, defaultStart))
        .map(bound => `${address} ${bound}`),
    )
    const stress = stressTestsOf(open).map(({ id }) => `stress${id[0]!.toUpperCase()}${id.slice(1)}`)
    const ids = table.causes.map(({ id }) => id)
    expect(Object.keys(levers.declarations).length).toBeGreaterThan(40)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...bounds, ...stress].filter(id => !ids.includes(id))).toEqual([])
    expect(table.left).toEqual([])
  })

  it('has an event or parameter for every size', () => {
    const ids = new Set(table.causes.map(({ id }) => id))
    for (const { cause, outcome } of csvParse(tables.sizes)) {
      expect(ids, cause).toContain(cause)
      expect(outcomeIds).toContain(outcome)
    }
  })

  it('of a reader is read with its own words, and its faults are named', async () => {
    const head = `cause,change,${outcomeIds.join(',')},note`
    const row = (change: string, output: string): string =>
      `mine,${change},${[output, ...Array.from({ length: 11 }, () => 'either')].join(',')},mine\n`
    const verdicts = async (output: string) => {
      const own = signCauses(open, `${head}\n${row('publicInvestment=1@2026; financedByCentre=1@2026', output)}`)
      return (await signEffects(open, own)).effects
        .filter(({ outcome }) => outcome['outcome'] === 'output')
        .map(({ verdict }) => verdict)
    }
    expect(await verdicts('up')).toEqual(['expected', 'expected', 'expected'])
    expect(await verdicts('down up none')).toEqual(['differs', 'expected', 'differs'])
    expect(signCauses(open, `${head}\n${row('publicInvestmint=1', 'up')}`).left).toEqual(['mine'])
    const faulty = (): unknown => signCauses(open, `${head}\n${row('publicInvestment=1', 'upp')}`)
    expect(faulty).toThrow(PackError)
    expect(faulty).toThrow(/signs\.csv, row 2, output: .*upp.*up, down, none, either/)
    expect(() => signCauses(open, `${head}\n${row('publicInvestment=40', 'up')}`)).toThrow(/publicInvestment/)
  })
})

describe('the shipped region', () => {
  it('does what is expected, but for what is known and explained', () => {
    const known = csvParse(tables['sign-findings']).flatMap(({ cause, outcome, after }) =>
      outcome.split(' ').flatMap(one => after.split(' ').map(years => `${cause} ${one} ${years}`)),
    )
    const differs = new Set(effects.filter(({ verdict }) => verdict === 'differs').map(keyOf))
    const unknown = effects.filter(one => one.verdict === 'differs' && !known.includes(keyOf(one)))
    expect(unknown.map(one => `${keyOf(one)}: ${one.effect}`)).toEqual([])
    expect(
      known.filter(key => !differs.has(key)),
      'as expected now: take them out of regions/sign-findings.csv',
    ).toEqual([])
  })

  it('has accounts that close in every run', () => expect(residual).toBeLessThan(1e-9))

  it('saves as much of its income in 2040 as today', () => {
    const run = readRun(open.simulator.run({ record: ['savingRate', 'residentsTotal'] }))
    const [now = 0, later = 0] = [2025, 2040].map(year => {
      const people = open.region.areas.map(area => run.mean('residentsTotal', year, area))
      const saved = open.region.areas.map((area, at) => run.mean('savingRate', year, area) * people[at]!)
      return saved.reduce((a, b) => a + b) / people.reduce((a, b) => a + b)
    })
    expect(100 * Math.abs(later - now)).toBeLessThan(3)
  })
})

const unitOf = ({ outcome }: SignEffect): string => (outcome['unit'] === 'points' ? ' points' : ' %')
const expectedText = (one: SignEffect): string =>
  typeof one.expected === 'object'
    ? `${one.expected.map(stated).join(' to ')}${unitOf(one)}`
    : signWords[one.expected as keyof typeof signWords]
/** In brackets where the effect is too small to be seen, struck out where it differs. */
const signText = (one: SignEffect): string => {
  const text = expectedText(one)
  return one.verdict === 'unseen' ? `(${text})` : one.verdict === 'differs' ? `~~${text}~~` : text
}
/** With the sign of typography before numbers. */
const rowsOf = (rows: ReadonlyArray<ReadonlyArray<string | undefined>>): string =>
  rows
    .flatMap((row, at) => [
      `| ${row.join(' | ').replaceAll(/(?<![\w#])-(?=[\d.])/g, '−')} |`,
      ...(at === 0 ? [`|${row.map(() => '---').join('|')}|`] : []),
    ])
    .join('\n')

const differingTable = (): string =>
  rowsOf([
    ['cause', 'outcome', 'year: expected, measured', 'why'],
    ...[
      ...Map.groupBy(
        effects.filter(one => one.verdict === 'differs' && !isSize(one)),
        ({ cause, outcome }) => `${cause.id} ${outcome['outcome']}`,
      ).values(),
    ].map(list => [
      list[0]!.cause.names.en,
      list[0]!.outcome['name'],
      list.map(one => `${one.year}: ${expectedText(one)}, ${signed(one.effect, 2)}${unitOf(one)}`).join('; '),
      list[0]!.known?.en,
    ]),
  ])

const sizeTable = (): string => {
  const sources = csvParse(tables.sizes)
  return rowsOf([
    ['cause', 'outcome', 'year', 'range', 'measured', 'why'],
    ...effects.filter(isSize).map(one => {
      const { note, source } = sources.find(
        ({ cause, outcome, after }) =>
          cause === one.cause.id && outcome === one.outcome['outcome'] && Number(after) === one.after,
      )!
      const measured = `${signed(one.effect, 2)}${one.verdict === 'expected' ? '' : ` (outside: ${one.known?.en})`}`
      const why = `[${note}](${source.replace('docs/theory/', '')})`
      return [one.cause.names.en, one.outcome['name'], String(one.year), expectedText(one), measured, why]
    }),
  ])
}

const matrix = (): string =>
  rowsOf([
    ['cause', ...table.outcomes.map(({ name }) => name)],
    ...table.causes
      .filter(({ expected }) =>
        expected.some(one => one.outcome['outcome'] !== 'pensioners' && one.expected !== 'either'),
      )
      .map(({ id, names }) => {
        const own = effects.filter(one => one.cause.id === id && !isSize(one))
        return [
          names.en,
          ...table.outcomes.map(of =>
            own
              .filter(one => one.outcome === of)
              .map(signText)
              .join(' '),
          ),
        ]
      }),
  ])

it('is shown on the page as measured', () => {
  const text = readFileSync(page, 'utf8')
  const count = (verdict: SignEffect['verdict']): string =>
    effects.filter(one => one.verdict === verdict && !isSize(one)).length.toLocaleString('en')
  const sentence =
    `Theory states the sign of most effects: ${count('expected')} have it, ${count('unseen')} are too small to be ` +
    `seen and ${count('differs')} differ; ${count('either')} more may have either sign.`
  const tablesOfPage = { 'Signs that differ': differingTable(), Sizes: sizeTable(), 'All signs': matrix() }
  const renewed = Object.entries(tablesOfPage).reduce(
    (all, [head, made]) =>
      all.replace(
        new RegExp(`(## ${head}\\n[^]*?\\n)\\| cause [^]*?\\n(?=\\n|$)`),
        (_, before: string) => `${before}${made}\n`,
      ),
    text.replace(/^(?:Of|Theory states the sign of) .*$/m, sentence),
  )
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(page, renewed)
  expect(
    text,
    'If the model changed on purpose: UPDATE_GOLDEN=1 npx vitest run --project code src/model/signs.test.ts',
  ).toBe(renewed)
  for (const part of [sentence, ...Object.values(tablesOfPage)]) expect(renewed).toContain(part)
})
