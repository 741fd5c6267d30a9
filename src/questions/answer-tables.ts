/** Columns and names that the tables of an answer share. */

import type { Verdict } from '../analysis/answer/standing.ts'
import type { Band } from '../analysis/words/numbers.ts'
import type { Answer, PackageAnswer } from '../analysis/answer/verdict.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import { type ClaimId, claims } from '../model/standing.ts'
import { windowFrom, windowTo } from '../model/measures.ts'
import { changeIndicators, indicatorOf } from '../outcomes/catalogue.ts'
import answerTexts from '../texts/answer.ts'
import texts from '../texts/standing-report.ts'
import { billionsIn, percentSign, points } from './core/names.ts'
import { type Block, type Cell, type Column, section, type Show, spread } from './core/report.ts'

const say = bothTexts(texts)
const words = bothTexts(answerTexts)

export const wholePercent = { unit: percentSign, scale: 100, digits: 0 } as const

export const textColumn = (id: string, head: Both<string>): Column => ({ id, head, as: 'text' })
export const figureColumn = (id: string, head: Both<string>, show: object = {}): Column => ({
  id,
  head,
  as: 'number',
  ...show,
})

/** A column for each package, by its name. */
export const acrossPackages = (packages: readonly PackageAnswer[], show: object = {}): Column[] =>
  packages.map(({ id, names }) => ({ id, head: names, as: 'number', ...show }))

/** The settings in which each claim holds. */
export const claimsSection = ({ settings, claims: held }: Verdict): Block =>
  section(say.claims, {
    kind: 'table',
    id: 'claims',
    columns: [textColumn('claim', say.claim), figureColumn('held', say.held({ settings }), { digits: 0 })],
    rows: (Object.keys(claims) as ClaimId[]).map(id => [say.meanings[id], held[id]]),
  })

export const packageColumn = textColumn('package', words.package)

export const money = { scale: { en: 1, zh: 10 }, digits: { en: 1, zh: 0 } }

export const changeUnit = (as: string): Both<string> => (as === 'percent' ? percentSign : points)

export const changeTitle = (indicator: string, as: string): Both<string> => {
  const { names: name } = indicatorOf(indicator)
  return as === 'percent' ? words.inPercent({ name }) : words.inPoints({ name })
}

/** Changes of the weight in the nation and of debt, in points. */
export const weightShow: Show = { unit: points, scale: 100, digits: 2, signed: true }
export const debtShow: Show = { ...weightShow, digits: 1 }

/** The median alone; its range says whether it is marked. */
export const medianOf = ({ low, median, high }: Band) => ({ value: median, within: { low, high } })

/** Medians of these changes; nothing for a package that was not simulated. */
export const weightCell = (one: PackageAnswer | undefined, answer: Answer): Cell =>
  one === undefined ? null : { ...medianOf(one.weight), ...weightShow, of: ofWeight(one, answer) }
export const debtCell = (one: PackageAnswer | undefined): Cell =>
  one === undefined ? null : { ...medianOf(one.changes['debtToGdp']!), ...debtShow, of: changeOf(one, 'debtToGdp') }

/** The change of an outcome over the years of the verdict. */
export const changeOf = ({ id }: PackageAnswer, outcome: string, as: 'percent' | 'difference' = 'difference') => ({
  outcome,
  when: `${windowFrom}–${windowTo}`,
  scenario: id,
  change: as,
})

/** The change of the weight, which is growth up to the end. */
const ofWeight = (one: PackageAnswer, { end }: Answer) => ({ ...changeOf(one, 'weight'), when: `–${end}` })

export const changesTable = (answer: Answer, packages: readonly PackageAnswer[], id: string): Block => ({
  kind: 'table',
  id,
  columns: [
    packageColumn,
    { id: 'weight', head: words.weightChange, as: 'band' },
    ...changeIndicators.map(
      ({ indicator, as }): Column => ({ id: indicator, head: changeTitle(indicator, as), as: 'band' }),
    ),
    figureColumn('pensions', words.pensionsPaid({ money: billionsIn(answer) }), {
      unit: billionsIn(answer),
      ...money,
      signed: true,
    }),
  ],
  rows: packages.map((one): Cell[] => [
    one.names,
    { ...spread(one.weight, weightShow), of: ofWeight(one, answer) },
    ...changeIndicators.map(({ indicator, as, digits, scale }) => ({
      ...spread(one.changes[indicator]!, { unit: changeUnit(as), digits, scale, signed: true }),
      of: changeOf(one, indicator, as),
    })),
    answer.reforms.pensions[one.id] ?? null,
  ]),
})
