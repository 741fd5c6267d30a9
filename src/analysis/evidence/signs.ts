/**
 * Signs and sizes that theory and studies expect of levers, stress tests and external events, measured on any region. The
 * tables are regions/signs.csv, sizes.csv and sign-findings.csv; readers may bring a table of signs of their own.
 */

import type { OutsidePaths } from '../../engine/outside.ts'
import { type Reader, readRun } from '../../engine/run/reader.ts'
import { type Assumptions, defaultStart, leversOf, type Policy, standardAt } from '../../engine/scenario.ts'
import type { Both } from '../../language/messages.ts'
import { leverName, leverUnit } from '../../model/names/levers.ts'
import { noteText } from '../../model/names/notes.ts'
import { PackError, type PackProblem } from '../../regions/problems.ts'
import { readRows, type Row } from '../../regions/rows.ts'
import { checkScenario } from '../../scenario/problems.ts'
import { rulesOf } from '../../scenario/rules.ts'
import { parseAssumption, parsePath, parseSetting } from '../../scenario/words.ts'
import { messages as fix } from '../../texts/fix.ts'
import { signTables } from '../../texts/sign-tables.ts'
import { stressTestsOf } from '../debt/stress.ts'
import { simulatorOver } from '../region/open-under.ts'
import { baselineCalled, baselinesOf } from '../region/outside.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { type WorstAudit, worstAudit } from '../runs/accounts-hold.ts'
import { stated } from '../words/numbers.ts'

/** A sum over the areas, relative to another (`over`), or a mean by people; effects below `visible` are none. */
interface Outcome {
  readonly of: string
  readonly over?: string
  readonly mean?: true
  readonly unit: '%' | 'points'
  readonly visible: number
}

export const signOutcomes = {
  output: { of: 'output', unit: '%', visible: 0.05 },
  consumptionPerHead: { of: 'realConsumptionPerHead', mean: true, unit: '%', visible: 0.05 },
  savingRate: { of: 'savingRate', mean: true, unit: 'points', visible: 0.05 },
  // `productivity` of the model leaves redundant workers out, so that it falls where they are released.
  productivity: { of: 'capacity', over: 'marketLaborForce', unit: '%', visible: 0.05 },
  unemployment: { of: 'unemploymentRate', mean: true, unit: 'points', visible: 0.02 },
  housePrice: { of: 'housePrice', mean: true, unit: '%', visible: 0.1 },
  homeSales: { of: 'homeSales', unit: '%', visible: 0.2 },
  homeStarts: { of: 'homeStarts', unit: '%', visible: 0.2 },
  landRevenue: { of: 'landRevenue', unit: '%', visible: 0.2 },
  pensioners: { of: 'pensioners', unit: '%', visible: 0.1 },
  pensionGap: { of: 'pensionGap', over: 'nominalOutput', unit: 'points', visible: 0.02 },
  debt: { of: 'augmentedDebt', over: 'nominalOutput', unit: 'points', visible: 0.1 },
} as const satisfies Record<string, Outcome>

export type SignOutcome = keyof typeof signOutcomes
const outcomeIds = Object.keys(signOutcomes) as SignOutcome[]

/** Years after the start of a cause in which a sign is expected. */
export const signHorizons = [1, 5, 12] as const

/** Up, down, no visible effect; undefined where theory says either. */
type Sign = 1 | -1 | 0 | undefined
const signWords = new Map<string, Sign>(Object.entries({ up: 1, down: -1, none: 0, either: undefined }))

interface Expected {
  readonly outcome: SignOutcome
  readonly after: number
  readonly expected: Sign | readonly [low: number, high: number]
  /** The region whose figures a range is of; empty where it holds anywhere. */
  readonly measured?: string | undefined
  readonly note: Both<string>
  /** Why the model is known to differ. */
  readonly known?: Both<string> | undefined
}

interface Change {
  readonly policy: Policy
  readonly assumptions: Assumptions
  readonly outside: OutsidePaths
}

interface Cause {
  readonly id: string
  readonly names: Both<string>
  readonly start: number
  /** What holds without the cause; what holds with it. */
  readonly before: Change
  readonly change: Change
  readonly expected: readonly Expected[]
}

export interface SignEffect extends Expected {
  readonly cause: Pick<Cause, 'id' | 'names'>
  readonly year: number
  /** In per cent or points. */
  readonly effect: number
  readonly verdict: 'expected' | 'either' | 'unseen' | 'differs'
}

const nothing: Change = { policy: {}, assumptions: {}, outside: {} }
const merged = (one: Change, other: Change): Change => ({
  policy: { ...one.policy, ...other.policy },
  assumptions: { ...one.assumptions, ...other.assumptions },
  outside: { ...one.outside, ...other.outside },
})

/** One part of a change, as commands write it; undefined where the region has no such test, baseline or name. */
const partIn = (open: OpenRegion, word: string): Change | undefined => {
  const [name = '', called = ''] = word.split(/[\s=+*[]+/)
  if (name === 'stress') return stressTestsOf(open).find(({ id }) => id === called)
  if (name === 'outside' && baselinesOf(open.region).includes(called))
    return { ...nothing, outside: baselineCalled(open.region, called) }
  const kind = open.linked.variables.get(name)?.declaration?.kind
  if (kind === 'lever') return { ...nothing, policy: Object.fromEntries([parseSetting(word)]) }
  if (kind === 'parameter') return { ...nothing, assumptions: Object.fromEntries([parseAssumption(word)]) }
  return kind === 'exogenous' ? { ...nothing, outside: Object.fromEntries([parsePath(word)]) } : undefined
}

const changeIn = (open: OpenRegion, text = ''): Change | undefined =>
  (text.match(/[^;\s][^;]*/g) ?? [])
    .map(word => partIn(open, word.trim()))
    .reduce<Change | undefined>((all, one) => all && one && merged(all, one), nothing)

const noteOf = (note = ''): Both<string> => ({ en: note, zh: noteText(note, 'zh') })

/** `mirror` is -1 for the lower bound of a lever, whose signs are the opposite ones. */
const signsIn = (row: Row, mirror: 1 | -1): Expected[] =>
  outcomeIds.flatMap(outcome => {
    const words = (row.fields[outcome] ?? '').split(/\s+/)
    const known = [1, signHorizons.length].includes(words.length) && words.every(word => signWords.has(word))
    if (!known)
      row.unknownName(outcome, words.join(' '), [], fix.knownNames({ names: [...signWords.keys()].join(', ') }))
    return signHorizons.map((after, at) => {
      const sign = signWords.get(words[words.length === 1 ? 0 : at]!)
      return { outcome, after, expected: sign && ((sign * mirror) as Sign), note: noteOf(row.fields['note']) }
    })
  })

/** The causes of a row: of levers every bound that is not in force, and measures that cost something paid by the centre. */
const causesIn = (open: OpenRegion, row: Row): Cause[] => {
  const { cause: id = '', change: text = '', beside, name = '', nameInChinese = '' } = row.fields
  const before = changeIn(open, beside)
  const start = row.numberIfAny('start') ?? defaultStart
  if (before === undefined) return []
  if (text !== 'bounds') {
    const change = changeIn(open, text)
    if (change === undefined) return []
    checkScenario(rulesOf(open), change, id)
    const names = stressTestsOf(open).find(test => text === `stress ${test.id}`)?.names
    const own = { en: name, zh: nameInChinese === '' ? name : nameInChinese }
    return [{ id, names: names ?? own, start, before, change: merged(before, change), expected: signsIn(row, 1) }]
  }
  return [...leversOf(open.linked)].flatMap(([address, { bounds, standard, doc, unit, cost }]) =>
    (address.split('[')[0] === id ? bounds : []).flatMap((value, at): Cause[] => {
      if (value === standardAt(standard, start)) return []
      const named = (language: 'en' | 'zh'): string => {
        const { scale, text: words } = leverUnit(address, unit, language)
        return `${leverName(address, doc, language)}${language === 'en' ? ' ' : ''}→ ${stated(value * scale)}${words}`
      }
      const policy = {
        [address]: { value, start },
        ...(cost === undefined ? {} : { financedByCentre: { value: 1, start } }),
      }
      return [
        {
          id: `${address} ${at === 0 ? 'low' : 'high'}`,
          names: { en: named('en'), zh: named('zh') },
          start,
          before,
          change: merged(before, { ...nothing, policy }),
          expected: signsIn(row, at === 0 ? -1 : 1),
        },
      ]
    }),
  )
}

export interface SignTable {
  readonly causes: readonly Cause[]
  /** Causes that the region does not have. */
  readonly left: readonly string[]
}

/** The causes of the tables, or of a reader's table of signs, for a region; throws with every fault of the tables. */
export const signTableOf = (open: OpenRegion, own?: string): SignTable => {
  const problems: PackProblem[] = []
  const rows = (file: string, text: string, columns: readonly string[]): Row[] =>
    readRows({ file, text, sources: {}, problems }, [...columns, 'note'], {
      optional: ['start', 'beside', 'name', 'nameInChinese', 'evidence', 'source'],
    })
  const each = ({ fields: { cause, outcome = '', after = '' } }: Row): string[] =>
    outcome.split(' ').flatMap(one => after.split(' ').map(year => `${cause} ${one} ${year}`))
  const known = new Map(
    rows('sign-findings.csv', signTables.findings, ['cause', 'outcome', 'after']).flatMap(row =>
      each(row).map(key => [key, noteOf(row.fields['note'])] as const),
    ),
  )
  const sizes = rows('sizes.csv', signTables.sizes, ['cause', 'outcome', 'after', 'low', 'high', 'measured'])
  const signs = rows('signs.csv', own ?? signTables.signs, ['cause', 'change', ...outcomeIds])
  const found = signs.map(row => causesIn(open, row))
  const causes = found.flat().map(cause => {
    const sized = sizes
      .filter(({ fields }) => fields['cause'] === cause.id)
      .map((row): Expected => {
        const { outcome, measured, note } = row.fields
        const expected = [row.number('low'), row.number('high')] as const
        return { outcome: outcome as SignOutcome, after: row.number('after'), expected, measured, note: noteOf(note) }
      })
    const expected = [...cause.expected, ...sized].map(one => ({
      ...one,
      known: known.get(`${cause.id} ${one.outcome} ${one.after}`),
    }))
    return { ...cause, expected }
  })
  if (problems.length > 0) throw new PackError(open.region.id, problems)
  return { causes, left: signs.flatMap(({ fields }, at) => (found[at]!.length === 0 ? [fields['cause'] ?? ''] : [])) }
}

const levelIn = (run: Reader, areas: readonly string[], { of, over, mean }: Outcome, year: number): number => {
  const sum = (name: string, by?: string): number =>
    areas.reduce((all, area) => all + run.mean(name, year, area) * (by === undefined ? 1 : run.mean(by, year, area)), 0)
  if (mean === true) return sum(of, 'residentsTotal') / sum('residentsTotal')
  return over === undefined ? sum(of) : sum(of) / sum(over)
}

const verdictOn = (expected: Expected['expected'], effect: number, visible: number): SignEffect['verdict'] => {
  if (expected === undefined) return 'either'
  if (typeof expected === 'object') return effect >= expected[0] && effect <= expected[1] ? 'expected' : 'differs'
  const seen = Math.abs(effect) < visible ? 0 : Math.sign(effect)
  return seen === expected ? 'expected' : seen === 0 ? 'unseen' : 'differs'
}

/** What each cause does to the outcomes, with the worst residual of the accounts of all runs. */
export const signEffects = async (
  open: OpenRegion,
  { causes }: SignTable,
  advance: (runs: number) => Promise<void> | void = () => {},
): Promise<{ readonly effects: readonly SignEffect[]; readonly audit: WorstAudit }> => {
  const { areas, start } = open.region
  const record = Object.values<Outcome>(signOutcomes).flatMap(({ of, over }) => [of, over ?? 'residentsTotal'])
  let audit: WorstAudit = { largestResidual: 0, where: '' }
  const run = ({ outside, policy, assumptions }: Change): Reader => {
    const made = simulatorOver(open, outside).run({ policy, assumptions, record: [...new Set(record)], audit: true })
    audit = worstAudit([audit, made.audit])!
    return readRun(made)
  }
  const without = new Map<string, Reader>()
  const effects: SignEffect[] = []
  for (const { id, names, start: from, before, change, expected: all } of causes) {
    const key = JSON.stringify(before)
    const runs = [without.get(key) ?? run(before), run(change)] as const
    without.set(key, runs[0])
    for (const one of all) {
      const year = from + one.after
      if (year < start || year >= open.simulator.horizon.end) continue
      const read: Outcome = signOutcomes[one.outcome]
      const [level, moved] = [levelIn(runs[0], areas, read, year), levelIn(runs[1], areas, read, year)]
      const effect = 100 * (read.unit === 'points' ? moved - level : moved / level - 1)
      effects.push({
        ...one,
        cause: { id, names },
        year,
        effect,
        verdict: verdictOn(one.expected, effect, read.visible),
      })
    }
    await advance(1)
  }
  return { effects, audit }
}
