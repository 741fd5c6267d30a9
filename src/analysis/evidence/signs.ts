/**
 * Signs and sizes that theory and studies expect of levers, stress tests and external events, measured on any region. All
 * of it is data: signs.csv, sizes.csv, sign-outcomes.csv and sign-findings.csv in regions.
 */

import type { OutsidePaths } from '../../engine/outside.ts'
import { type Reader, readRun } from '../../engine/run/reader.ts'
import { type SetInputs, defaultStart, leversOf, standardAt } from '../../engine/scenario.ts'
import type { Both } from '../../language/messages.ts'
import { leverName, leverUnit } from '../../model/names/levers.ts'
import { noteText } from '../../model/names/notes.ts'
import { PackError, type PackProblem } from '../../regions/problems.ts'
import { readRows, type Row } from '../../regions/rows.ts'
import { checkScenario } from '../../scenario/problems.ts'
import { rulesOf } from '../../scenario/rules.ts'
import { parseAssumption, parsePath, parseSetting } from '../../scenario/words.ts'
import { messages as fix } from '../../texts/fix.ts'
import { tables } from '../../texts/tables.ts'
import { stressTestsOf } from '../debt/stress.ts'
import { simulatorOver } from '../region/open-under.ts'
import { baselineCalled, baselinesOf } from '../region/outside.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { type WorstAudit, worstAudit } from '../runs/accounts-hold.ts'
import { stated } from '../words/numbers.ts'

type Fields = Row['fields']
type Change = SetInputs & { readonly outside: OutsidePaths }

interface Cause {
  readonly id: string
  readonly names: Both<string>
  readonly start: number
  /** Settings of the run without the cause, and of the one with it. */
  readonly runs: readonly [before: Change, after: Change]
  readonly expected: ReadonlyArray<Omit<SignEffect, 'cause' | 'year' | 'effect' | 'verdict' | 'known'>>
}

export interface SignEffect {
  readonly cause: Pick<Cause, 'id' | 'names'>
  /** A row of sign-outcomes.csv. */
  readonly outcome: Fields
  /** Years after the start of the cause. */
  readonly after: number
  readonly year: number
  /** A word of signs.csv, or a range in the unit of the outcome. */
  readonly expected: string | readonly [low: number, high: number]
  readonly effect: number
  readonly verdict: 'expected' | 'either' | 'unseen' | 'differs'
  /** The reason to expect it, and where the model is known to differ the reason for that. */
  readonly why: Both<string>
  readonly known: Both<string> | undefined
  /** The region whose figures a range is of; empty where it holds anywhere. */
  readonly rangeOf: string
}

/** Years after the start of a cause in which a sign is expected. */
export const signHorizons = [1, 5, 12] as const

export const signWords = { up: '+', down: '−', none: '0', either: '?' } as const
const mirrored: Readonly<Record<string, string>> = { up: 'down', down: 'up', none: 'none', either: 'either' }

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
  const { declaration } = open.linked.present.get(name) ?? {}
  const kind = declaration?.kind
  if (kind === 'lever') return { ...nothing, policy: Object.fromEntries([parseSetting(word)]) }
  if (kind === 'parameter') return { ...nothing, assumptions: Object.fromEntries([parseAssumption(word)]) }
  return kind === 'exogenous' ? { ...nothing, outside: Object.fromEntries([parsePath(word)]) } : undefined
}

const changeIn = (open: OpenRegion, text = ''): Change | undefined =>
  (text.match(/[^;\s][^;]*/g) ?? [])
    .map(word => partIn(open, word.trim()))
    .reduce<Change | undefined>((all, one) => all && one && merged(all, one), nothing)

/** A sheet has its texts in English; those of the program have a Chinese text in texts/notes.csv. */
const bothOf = (en = '', zh = noteText(en, 'zh')): Both<string> => ({ en, zh: zh === '' ? en : zh })

/** Settings that a row changes: of a lever every bound not in force; the centre pays for measures that cost something. */
const changesIn = (open: OpenRegion, { cause = '', change = '', name, nameInChinese }: Fields, start: number) => {
  if (change !== 'bounds') {
    const found = changeIn(open, change)
    if (found !== undefined) checkScenario(rulesOf(open), found, cause)
    const names = stressTestsOf(open).find(({ id }) => change === `stress ${id}`)?.names ?? bothOf(name, nameInChinese)
    return found === undefined ? [] : [{ id: cause, names, change: found, mirror: false }]
  }
  return [...leversOf(open.linked)].flatMap(([address, { bounds, standard, doc, unit, cost }]) =>
    (address.split('[')[0] === cause ? bounds : []).flatMap((value, at) => {
      const named = (language: 'en' | 'zh'): string => {
        const { scale, text } = leverUnit(address, unit, language)
        return `${leverName(address, doc, language)}${language === 'en' ? ' ' : ''}→ ${stated(value * scale)}${text}`
      }
      // From the first day: a share that grows with the measure would leave the rest of its first years to the budget.
      const paid = cost === undefined ? [] : [['financedByCentre', { value: 1, start, ramp: 0 }] as const]
      const policy = Object.fromEntries([[address, { value, start }], ...paid])
      const [id, names] = [`${address} ${at === 0 ? 'low' : 'high'}`, { en: named('en'), zh: named('zh') }]
      return value === standardAt(standard, start)
        ? []
        : [{ id, names, change: { ...nothing, policy }, mirror: at === 0 }]
    }),
  )
}

/** The causes of the tables, or of a reader's own signs, for a region, and those that it lacks; throws with every fault. */
export const signCauses = (open: OpenRegion, own?: string) => {
  const problems: PackProblem[] = []
  const rows = (name: keyof typeof tables, columns: string, text = tables[name]): Row[] =>
    readRows({ file: `${name}.csv`, text, sources: {}, problems }, columns.split(' '), {
      optional: ['start', 'beside', 'name', 'nameInChinese', 'evidence', 'source', 'over', 'note'],
    })
  const outcomes = rows('sign-outcomes', 'outcome variable together unit visible').map(({ fields }) => fields)
  const sizes = rows('sizes', 'cause outcome after low high measured')
  const left: string[] = []
  const causes = rows('signs', `cause change ${outcomes.map(one => one['outcome']).join(' ')}`, own).flatMap(
    (row): Cause[] => {
      const { cause = '', beside, note } = row.fields
      const start = row.numberIfAny('start') ?? defaultStart
      const before = changeIn(open, beside)
      const changes = before === undefined ? [] : changesIn(open, row.fields, start)
      if (changes.length === 0) left.push(cause)
      const common = { why: bothOf(note), rangeOf: '' }
      const signs = outcomes.flatMap(outcome => {
        const words = row.fields[outcome['outcome']!]!.split(/\s+/)
        if ((words.length !== 1 && words.length !== 3) || !words.every(word => word in signWords))
          row.unknownName(
            outcome['outcome']!,
            words.join(' '),
            [],
            fix.knownNames({ names: Object.keys(signWords).join(', ') }),
          )
        return signHorizons.map((after, at) => ({ ...common, outcome, after, expected: words[at] ?? words[0]! }))
      })
      return changes.map(({ id, names, change, mirror }) => {
        const sized = sizes
          .filter(({ fields }) => fields['cause'] === id)
          .map(size => ({
            outcome: outcomes.find(one => one['outcome'] === size.fields['outcome'])!,
            after: size.number('after'),
            expected: [size.number('low'), size.number('high')] as const,
            why: bothOf(size.fields['note']),
            rangeOf: size.fields['measured'] ?? '',
          }))
        const signed = signs.map(one => (mirror ? { ...one, expected: mirrored[one.expected] ?? '' } : one))
        return { id, names, start, runs: [before!, merged(before!, change)], expected: [...signed, ...sized] }
      })
    },
  )
  const known = new Map(
    rows('sign-findings', 'cause outcome after').flatMap(({ fields: { cause, outcome = '', after = '', note } }) =>
      outcome.split(' ').flatMap(one => after.split(' ').map(at => [`${cause} ${one} ${at}`, bothOf(note)] as const)),
    ),
  )
  if (problems.length > 0) throw new PackError(open.region.id, problems)
  return { causes, outcomes, known, left }
}

const verdictOn = (expected: SignEffect['expected'], effect: number, visible: number): SignEffect['verdict'] => {
  if (typeof expected === 'object') return effect >= expected[0] && effect <= expected[1] ? 'expected' : 'differs'
  const seen = Math.abs(effect) < visible ? 'none' : effect > 0 ? 'up' : 'down'
  return expected === 'either' ? 'either' : seen === expected ? 'expected' : seen === 'none' ? 'unseen' : 'differs'
}

/** Effects of each cause on the outcomes, with the worst residual of the accounts of all runs. */
export const signEffects = async (
  open: OpenRegion,
  { causes, outcomes, known }: ReturnType<typeof signCauses>,
  advance: (runs: number) => Promise<void> | void = () => {},
): Promise<{ readonly effects: readonly SignEffect[]; readonly audit: WorstAudit }> => {
  const { areas, start: first } = open.region
  const record = [
    ...new Set(['residentsTotal', ...outcomes.flatMap(({ variable, over }) => [variable!, over || variable!])]),
  ]
  let audit: WorstAudit = { largestResidual: 0, where: '' }
  const run = ({ outside, policy, assumptions }: Change): Reader => {
    const made = simulatorOver(open, outside).run({ policy, assumptions, record, audit: true })
    audit = worstAudit([audit, made.audit])!
    return readRun(made)
  }
  /** A sum over the areas, relative to another, or a mean by people. */
  const level = (reader: Reader, { variable = '', over = '', together }: Fields, year: number): number => {
    const by = together === 'mean' ? 'residentsTotal' : over
    const sum = (of: (area: string) => number): number => areas.reduce((all, area) => all + of(area), 0)
    const weight = (area: string): number => (by === '' ? 1 / areas.length : reader.mean(by, year, area))
    return sum(area => reader.mean(variable, year, area) * (together === 'mean' ? weight(area) : 1)) / sum(weight)
  }
  const kept = new Map<string, Reader>()
  const effects: SignEffect[] = []
  for (const { id, names, start, runs, expected: all } of causes) {
    const key = JSON.stringify(runs[0])
    const before = kept.get(key) ?? run(runs[0])
    kept.set(key, before)
    const after = run(runs[1])
    for (const one of all) {
      const year = start + one.after
      if (year < first || year >= open.simulator.horizon.end) continue
      const [from, to] = [level(before, one.outcome, year), level(after, one.outcome, year)]
      const effect = 100 * (one.outcome['unit'] === 'points' || from === to ? to - from : to / from - 1)
      // A region without land sales, say, has no change of them in per cent.
      if (!Number.isFinite(effect)) continue
      const verdict = verdictOn(one.expected, effect, Number(one.outcome['visible']))
      const found = known.get(`${id} ${one.outcome['outcome']} ${one.after}`)
      effects.push({ ...one, cause: { id, names }, year, effect, verdict, known: found })
    }
    await advance(1)
  }
  return { effects, audit }
}
