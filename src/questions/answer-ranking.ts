/** The parts of the answer's report that the app shows as well: the criteria, and the conditions of the ranking. */

import texts from '../texts/answer.ts'
import { shareError } from '../analysis/runs/quantiles.ts'
import { number, numbersIn } from '../analysis/words/numbers.ts'
import { type Axis, axes, conditionAt, type Robustness } from '../analysis/answer/robustness.ts'
import type { Answer, PackageAnswer } from '../analysis/answer/verdict.ts'
import { bestWithTies, debtReliefText, sideMark, whoPaysNote } from '../analysis/answer/who-pays-text.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import { inText } from '../language/typeset.ts'
import { criteria } from '../model/criteria.ts'
import { windowTo } from '../model/measures.ts'
import { packageWords } from '../model/names/packages.ts'
import { packageStart } from '../model/packages.ts'
import { type Block, both, type Cell, type Column, joined, marks, note, section } from './core/report.ts'

const say = bothTexts(texts)

type Named = Pick<PackageAnswer, 'id' | 'name'>

/** 'E Reform', 'E 改革' */
export const packageNamed = ({ id, name }: Named): Both<string> =>
  both(language => `${id} ${packageWords[language][id]?.name ?? name}`)

/** As it stands in a sentence: 'current policy', '“Reform” (E)'. */
export const packageInSentence = ({ id, name }: Named): Both<string> => ({
  en: id === 'A' ? packageWords.en['A']!.inText : `“${name}” (${id})`,
  zh: id === 'A' ? packageWords.zh['A']!.inText : `“${packageWords.zh[id]?.name ?? name}”（${id}）`,
})

export const wholePercent = { scale: 100, digits: 0 } as const

export const textColumn = (id: string, head: Both<string>): Column => ({ id, head, as: 'text' })
export const figureColumn = (id: string, head: Both<string>, show: object = {}): Column => ({
  id,
  head,
  as: 'number',
  ...show,
})

export const packageColumn = textColumn('package', say.package)

/** A column for each package, by its letter. */
export const acrossPackages = (packages: readonly PackageAnswer[], show: object = {}): Column[] =>
  packages.map(one => ({
    id: one.id,
    head: { en: one.id, zh: one.id },
    full: packageNamed(one),
    as: 'number',
    ...show,
  }))

const listedIds = (ids: readonly string[]): Both<string> =>
  ids.length === 0 ? { en: '–', zh: '–' } : { en: ids.join(', '), zh: ids.join('、') }

/** The conditions of the ranking: how often each package is best, the best ones under each condition, and who pays. */
export const rankingSection = ({ packages, robustness, currency }: Answer): Block[] => {
  if (robustness === null) return []
  const named = (id: string): Both<string> => packageNamed(packages.find(one => one.id === id)!)
  const { combinations, members, whoPays } = robustness
  const { ways } = whoPays
  const relief = both(
    language =>
      debtReliefText(
        whoPays,
        language,
        id => packageInSentence(packages.find(one => one.id === id)!)[language],
        perYear => numbersIn(language, currency).money(perYear),
      ) ?? '',
  )
  const payers = ways.map(({ id, names }) => ({ id, head: names }))
  return [
    section(
      say.ranking,
      {
        kind: 'table',
        id: 'ranking',
        columns: [
          packageColumn,
          figureColumn('best', say.bestIn, wholePercent),
          figureColumn('tied', say.tiedIn, wholePercent),
          figureColumn('regret', say.regret, wholePercent),
          textColumn('where', say.where),
        ],
        rows: robustness.packages
          .toSorted((a, b) => b.amongBest - a.amongBest || a.largestRegret - b.largestRegret)
          .map(one => [named(one.id), one.best, one.amongBest, one.largestRegret, whereOf(robustness, one)]),
      },
      note(say.rankingNote({ count: combinations.length, members })),
    ),
    section(say.conditions, {
      kind: 'table',
      id: 'conditions',
      columns: [textColumn('condition', say.condition), textColumn('best', say.best), textColumn('tied', say.tied)],
      rows: axes.flatMap(axis =>
        robustness.axes[axis].map(({ id, names }): Cell[] => {
          const { best, group } = conditionAt(robustness, axis, id)
          return [
            say.conditionOf({ axis: say.axes[axis], name: names }),
            named(best),
            listedIds(group.filter(one => one !== best)),
          ]
        }),
      ),
    }),
    section(
      say.paidBy,
      {
        kind: 'table',
        id: 'payers',
        columns: [packageColumn, ...payers.map(({ id, head }) => figureColumn(id, head, { scale: 100, digits: 1 }))],
        rows: packages.map((one): Cell[] => [
          packageNamed(one),
          ...ways.map(({ rankings: [first] }): Cell => {
            const mark = sideMark(first!, one.id)
            const value = first!.scores[one.id]!
            const level = mark === '▲' ? 'low' : 'high'
            return mark === '' ? value : { level, word: { en: mark, zh: mark }, value, scale: 100, digits: 1 }
          }),
        ]),
      },
      {
        kind: 'table',
        id: 'bestPaid',
        columns: [textColumn('definition', say.bestPaid), ...payers.map(({ id, head }) => textColumn(id, head))],
        rows: robustness.axes.definition.map(({ names }, at): Cell[] => [
          names,
          ...ways.map(({ rankings }) => bestWithTies(rankings[at]!)),
        ]),
      },
      note(both(language => whoPaysNote(whoPays, language))),
      ...(relief.en === '' ? [] : [note(relief)]),
    ),
  ]
}

/** The conditions under which a package falls most behind the best, as far as they are not standard. */
const whereOf = (
  { axes: values, standard }: Robustness,
  { regretWhere }: Robustness['packages'][number],
): Both<string> => {
  const changed = axes.filter(axis => regretWhere[axis] !== standard[axis])
  if (changed.length === 0) return say.standard
  const valueIn = (axis: Axis): Both<string> => values[axis].find(({ id }) => id === regretWhere[axis])!.names
  return joined(
    changed.map(axis => both(language => inText(valueIn(axis)[language], language))),
    marks.clauses,
  )
}

/** The criteria that each package meets, and its risks. */
export const criteriaSection = ({ packages, members, end }: Answer): Block => {
  const row = (name: Both<string>, read: (one: PackageAnswer) => number, show: object = wholePercent): Cell[] => [
    name,
    ...packages.map((one): Cell => ({ value: read(one), ...show })),
  ]
  return section(
    say.criteria,
    {
      kind: 'table',
      id: 'criteria',
      columns: [textColumn('criterion', say.criterion), ...acrossPackages(packages)],
      rows: [
        ...criteria.map(({ id, names }) =>
          row(
            both(language => `${id} ${names[language]}`),
            one => one.criteria[id]!,
          ),
        ),
        row(say.average({ all: criteria.length }), one => one.meanScore, { digits: 1 }),
        row(say.falls({ from: windowTo - 1, to: windowTo % 100 }), one => one.recessionShare),
        row(
          say.recession({ from: packageStart, to: (packageStart + 4) % 100 }),
          one => one.risks.recession.within20Quarters,
        ),
        row(say.pensionGap({ end }), one => one.outcomes['pensionSolvencyYear']!.share ?? 0),
        row(say.rising({ end, before: end - 5 }), one => one.risks.debt.rising.share),
        row(say.stress, one => one.risks.debt.paymentStress.share),
      ],
    },
    note(say.criteriaNote({ points: number(shareError(0.5, members) * 100, 1) })),
  )
}
