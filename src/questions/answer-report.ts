/** The report of the answer: the conclusion and the outcomes first, then the tables behind them. */

import texts from '../texts/answer.ts'
import type { AnswerReason } from '../analysis/answer/answer-reasons.ts'
import { reasonYear } from '../analysis/policies/changes.ts'
import { conclusionText } from '../analysis/answer/conclusion.ts'
import { reasonSentences } from '../analysis/explain/reasons-in-words.ts'
import { fitText } from '../analysis/region/fitted-model.ts'
import { number, people, stated, tiny } from '../analysis/words/numbers.ts'
import { shownOutcomes } from '../analysis/words/outcomes.ts'
import type { LeverUse } from '../analysis/policies/packages.ts'
import { shareError } from '../analysis/runs/quantiles.ts'
import { numbersIn } from '../analysis/words/readable-numbers.ts'
import { type Axis, axes, conditionAt, type Robustness } from '../analysis/answer/robustness.ts'
import type { Answer, OutcomeBand, PackageAnswer, Probabilities } from '../analysis/answer/verdict.ts'
import { bestWithTies, debtReliefText, sideMark, whoPaysNote } from '../analysis/answer/who-pays-text.ts'
import { evidenceGrades } from '../language/declare.ts'
import { lowered } from '../language/lowered.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import { inText } from '../language/typeset.ts'
import { classOrder, classWords, criteria, criterionText, type Thresholds } from '../model/criteria.ts'
import { windowFrom, windowTo } from '../model/measures.ts'
import { gradeName } from '../model/names/evidence.ts'
import { leverName, leverUnit } from '../model/names/levers.ts'
import { packageWords } from '../model/names/packages.ts'
import { variableName } from '../model/names/variables.ts'
import { packageStart, standardFinancing } from '../model/packages.ts'
import { changeIndicators, indicatorOf, inRegion, titleOf } from '../outcomes/catalogue.ts'
import type { RegionData } from '../regions/types.ts'
import { areaName, billionsIn, moneyIn, placeName, quarterIn } from './core/names.ts'
import {
  both,
  type Block,
  type Cell,
  type Column,
  expert,
  joined,
  marks,
  note,
  type Report,
  section,
  text,
} from './core/report.ts'

const say = bothTexts(texts)

type Named = Pick<PackageAnswer, 'id' | 'name'>

/** 'E Reform', 'E 改革' */
const nameOf = ({ id, name }: Named): Both<string> =>
  both(language => `${id} ${packageWords[language][id]?.name ?? name}`)

/** As it stands in a sentence: 'current policy', '“Reform” (E)'. */
const inSentence = ({ id, name }: Named): Both<string> => ({
  en: id === 'A' ? packageWords.en['A']!.inText : `“${name}” (${id})`,
  zh: id === 'A' ? packageWords.zh['A']!.inText : `“${packageWords.zh[id]?.name ?? name}”（${id}）`,
})

/** Most often revived first; among equals, by the criteria met on average. */
const ranked = <One extends Pick<Probabilities, 'probability' | 'meanScore'>>(list: readonly One[]): One[] =>
  list.toSorted((a, b) => b.probability.revived - a.probability.revived || b.meanScore - a.meanScore)

const percent = { scale: 100, digits: 0 } as const

const words = (id: string, head: Both<string>): Column => ({ id, head, as: 'text' })
const figures = (id: string, head: Both<string>, show: object = {}): Column => ({ id, head, as: 'number', ...show })
const packageColumn = words('package', say.package)

const classColumns = classOrder.flatMap((one): Column[] => [
  figures(one, say.heads[one], percent),
  ...(one === 'revived' ? [figures('error', say.error, percent)] : []),
])

const classCells = ({ probability, probabilityError }: Probabilities): Cell[] =>
  classOrder.flatMap(one => [probability[one], ...(one === 'revived' ? [probabilityError.revived] : [])])

/** A column for each package, by its letter. */
const acrossPackages = (packages: readonly PackageAnswer[], show: object = {}): Column[] =>
  packages.map(one => ({ id: one.id, head: { en: one.id, zh: one.id }, full: nameOf(one), as: 'number', ...show }))

/** The chance of revival under the best package without its reforms that have no direct cost. */
const restsOn = ({ packages, best: { id } }: Answer): Both<string> => {
  const best = packages.find(one => one.id === id)!
  const bare = best.withoutFreeLevers
  if (bare === null) return { en: '', zh: '' }
  const of = { name: inSentence(best), revived: number(100 * bare.probability.revived, 0) }
  return bare.probability.revived > best.probability.revived - 0.01 ? say.restsNot(of) : say.restsOn(of)
}

const conclusion = (answer: Answer): Both<string> => {
  const rests = restsOn(answer)
  return both(language => {
    const named = (id: string): string => inSentence(answer.packages.find(one => one.id === id)!)[language]
    const sentences = conclusionText(answer.conclusion, answer.robustness, language, named)
    return [sentences, rests[language]].join(language === 'en' ? ' ' : '').trimEnd()
  })
}

const outcomesSection = ({ packages, members }: Answer): Block =>
  section(
    say.outcomes({ count: packages.length - 1, members: number(members, 0) }),
    {
      kind: 'table',
      id: 'packages',
      columns: [packageColumn, ...classColumns, figures('criteria', say.met, { digits: 1 })],
      rows: ranked(packages).map(one => [nameOf(one), ...classCells(one), one.meanScore]),
    },
    note(say.outcomesNote({ all: criteria.length })),
  )

const classesSection = (thresholds: Thresholds): Block =>
  section(
    say.classes,
    {
      kind: 'table',
      id: 'classes',
      columns: [words('class', say.class), words('meaning', say.meaning)],
      rows: [
        ...classOrder.map(one => [classWords[one].names, classWords[one].meaning]),
        ...criteria.map((one): Cell[] => [
          both(language => `${one.id} ${one.names[language]}`),
          both(language => criterionText(one, language, thresholds)),
        ]),
      ],
    },
    note(say.degree),
  )

const changesSection = ({ packages: [, ...changed] }: Answer): Block =>
  section(
    say.changes({ from: windowFrom, to: windowTo % 100 }),
    {
      kind: 'table',
      id: 'changes',
      columns: [
        words('indicator', say.indicator),
        ...acrossPackages(changed).map((column): Column => ({ ...column, as: 'band' })),
      ],
      rows: changeIndicators.map(({ indicator, as, digits, scale }): Cell[] => [
        changeTitle(indicator, as),
        ...changed.map(({ changes }) => {
          const { low, median: mean, high } = changes[indicator]!
          return { low, mean, high, scale, digits, signed: true }
        }),
      ]),
    },
    note(say.changesNote),
    {
      kind: 'table',
      id: 'better',
      columns: [words('indicator', say.better), ...acrossPackages(changed, percent)],
      rows: changeIndicators.map(({ indicator }): Cell[] => [
        indicatorOf(indicator).names,
        ...changed.map(({ changes }) => changes[indicator]!.chanceBetter),
      ]),
    },
  )

const changeTitle = (indicator: string, as: string): Both<string> => {
  const { names: name, better } = indicatorOf(indicator)
  if (as === 'percent') return better === 'lower' ? say.percentLower({ name }) : say.percentHigher({ name })
  return better === 'lower' ? say.pointsLower({ name }) : say.pointsHigher({ name })
}

const reasonsSection = ({ region, packages }: Answer, reasons: readonly AnswerReason[]): Block[] => {
  const [first] = reasons
  if (first === undefined) return []
  const { package: id, variable, year } = first
  const command = `heartland explain ${region} --policy ${id} --outcome ${variable}@${year}`
  return [
    section(
      say.reasons({ year: reasonYear }),
      {
        kind: 'table',
        id: 'reasons',
        columns: [packageColumn, words('reason', say.reason)],
        rows: reasons.map(({ package: own, divisions }): Cell[] => [
          nameOf(packages.find(one => one.id === own)!),
          both(language => reasonSentences(divisions, language).join(marks.sentences[language])),
        ]),
      },
      note(say.reasonsNote({ command, year })),
    ),
  ]
}

const listedIds = (ids: readonly string[]): Both<string> =>
  ids.length === 0 ? { en: '–', zh: '–' } : { en: ids.join(', '), zh: ids.join('、') }

/** The conditions of the ranking: how often each package is best, the best ones under each condition, and who pays. */
export const rankingSection = ({ packages, robustness, currency }: Answer): Block[] => {
  if (robustness === null) return []
  const named = (id: string): Both<string> => nameOf(packages.find(one => one.id === id)!)
  const { combinations, members, whoPays } = robustness
  const { ways } = whoPays
  const relief = both(
    language =>
      debtReliefText(
        whoPays,
        language,
        id => inSentence(packages.find(one => one.id === id)!)[language],
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
          figures('best', say.bestIn, percent),
          figures('tied', say.tiedIn, percent),
          figures('regret', say.regret, percent),
          words('where', say.where),
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
      columns: [words('condition', say.condition), words('best', say.best), words('tied', say.tied)],
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
        columns: [packageColumn, ...payers.map(({ id, head }) => figures(id, head, { scale: 100, digits: 1 }))],
        rows: packages.map((one): Cell[] => [
          nameOf(one),
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
        columns: [words('definition', say.bestPaid), ...payers.map(({ id, head }) => words(id, head))],
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

/** The packages that do not spend the common budget, and what they spend. */
const shortfalls = ({ packages, cost, currency }: Answer): Block[] =>
  packages
    .filter(({ shortfall }) => shortfall !== 0)
    .map(one => {
      const of = {
        name: nameOf(one),
        spent: moneyIn({ currency }, one.grossCost.presentValue),
        wanted: moneyIn({ currency }, cost.presentValue),
      }
      return note(one.shortfall > 0 ? say.less(of) : say.more(of))
    })

const mostItems = 3

const costSection = (answer: Answer): Block => {
  const { packages, cost, end } = answer
  const show = { scale: { en: 1, zh: 10 }, digits: { en: 1, zh: 0 } }
  const change = { ...show, signed: true }
  const items = ({ items: all }: PackageAnswer['grossCost']): Both<string> => {
    const largest = all.filter(({ perYear }) => perYear > 0).slice(0, mostItems)
    const parts = largest.map(({ what, levers: [lever], perYear }) =>
      say.item({
        what: { en: lowered(what.split('; ')[0]!), zh: lever === undefined ? what : leverName(lever, what, 'zh') },
        amount: { en: number(perYear, 0), zh: number(10 * perYear, 0) },
      }),
    )
    return joined(parts)
  }
  return section(
    say.cost({ money: billionsIn(answer) }),
    {
      kind: 'table',
      id: 'cost',
      columns: [
        packageColumn,
        figures('gross', say.gross, show),
        figures('net', say.net, change),
        figures('province', say.province, change),
        figures('centre', say.centre, change),
        words('items', say.items),
      ],
      rows: packages.map(({ grossCost, costAfterFeedback: { total, province, centre }, ...one }): Cell[] => [
        nameOf(one),
        grossCost.perYear,
        ...[total, province, centre].map(({ perYear }) => (grossCost.items.length === 0 ? null : perYear)),
        items(grossCost),
      ]),
    },
    text(
      say.costNote({
        total: moneyIn(answer, cost.presentValue),
        perYear: moneyIn(answer, cost.perYear),
        rate: number(cost.discountRate * 100, 0),
        share: stated(cost.shareOfOutput * 100),
        before: cost.from - 1,
        from: cost.from,
        end,
      }),
    ),
    ...shortfalls(answer),
    note(
      say.financing({
        condition: { en: standardFinancing.condition.en, zh: standardFinancing.condition.zh.replace(/时$/, '') },
      }),
    ),
  )
}

const othersSection = ({ packages, end, currency }: Answer, compared: RegionData['compared']): Block => {
  const year = (value: number | null): Both<string> =>
    value === null ? say.never({ end }) : { en: String(value), zh: String(value) }
  const cellOf = ({ low, median, high }: OutcomeBand, declared: (typeof shownOutcomes)[number]): Cell => {
    if (declared.year === true) return say.yearBand({ median: year(median), low: year(low), high: year(high) })
    const { en, zh } = declared.shown
    const show = { scale: { en: en.scale, zh: zh.scale }, digits: { en: en.digits, zh: zh.digits } }
    return { low, mean: median ?? 0, high, ...show }
  }
  return section(
    say.others,
    {
      kind: 'table',
      id: 'outcomes',
      columns: [
        words('outcome', say.outcome),
        ...acrossPackages(packages).map((column): Column => ({ ...column, as: 'band' })),
      ],
      rows: shownOutcomes.map((declared): Cell[] => [
        both(language => titleOf(inRegion(declared, { currency, compared }), language)),
        ...packages.map(({ outcomes }) => cellOf(outcomes[declared.id]!, declared)),
      ]),
    },
    note(say.pensions({ from: packageStart, before: packageStart - 1 })),
  )
}

export const criteriaSection = ({ packages, members, end }: Answer): Block => {
  const row = (name: Both<string>, read: (one: PackageAnswer) => number, show: object = percent): Cell[] => [
    name,
    ...packages.map((one): Cell => ({ value: read(one), ...show })),
  ]
  return section(
    say.criteria,
    {
      kind: 'table',
      id: 'criteria',
      columns: [words('criterion', say.criterion), ...acrossPackages(packages)],
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

const freeSection = ({ packages }: Answer): Block[] => {
  if (packages.every(({ withoutFreeLevers }) => withoutFreeLevers === null)) return []
  const bare = ranked(packages.map(one => ({ ...one, ...one.withoutFreeLevers })))
  return [
    section(
      say.free,
      {
        kind: 'table',
        id: 'free',
        columns: [
          packageColumn,
          figures('revived', say.heads.revived, percent),
          figures('rank', say.rank),
          figures('bare', say.bare, percent),
          figures('bareRank', say.bareRank),
          figures('distress', say.heads.distress, percent),
          figures('bareDistress', say.bareDistress, percent),
        ],
        rows: ranked(packages).map((one, at): Cell[] => {
          const { withoutFreeLevers: without } = one
          return [
            nameOf(one),
            one.probability.revived,
            { value: at + 1, digits: 0 },
            without === null ? null : without.probability.revived,
            { value: bare.findIndex(({ id }) => id === one.id) + 1, digits: 0 },
            one.probability.distress,
            without === null ? null : without.probability.distress,
          ]
        }),
      },
      note(say.freeNote),
      reformsTable(packages),
    ),
  ]
}

/** The reforms, with the packages that use them. */
const reformsTable = (packages: readonly PackageAnswer[]): Block => {
  const uses = new Map<string, { readonly of: LeverUse; readonly settings: Map<number, string[]> }>()
  for (const { id, levers } of packages)
    for (const of of levers.filter(({ free }) => free)) {
      const use = uses.get(of.name) ?? { of, settings: new Map<number, string[]>() }
      use.settings.set(of.value, [...(use.settings.get(of.value) ?? []), id])
      uses.set(of.name, use)
    }
  return {
    kind: 'table',
    id: 'reforms',
    columns: [
      words('lever', say.reforms),
      words('now', say.now),
      words('setTo', say.setTo),
      words('actsOn', say.actsOn),
    ],
    rows: [...uses].map(([name, { of, settings }]): Cell[] => {
      const value = (given: number): Both<string> =>
        both(language => {
          const { scale, text: unit } = leverUnit(name, of.unit, language)
          return `${stated(given * scale)}${unit}`
        })
      return [
        both(language => leverName(name, of.doc, language)),
        value(of.standard),
        joined([...settings].map(([given, ids]) => say.valueIn({ value: value(given), ids: ids.join(' ') }))),
        joined(of.actsOn.map(one => both(language => variableName(one, one, language)))),
      ]
    }),
  }
}

const areasSection = ({ packages }: Answer, areaNames: RegionData['areaNames']): Block[] => {
  const [best] = ranked(packages)
  const [current] = packages
  if (current!.areas.length === 0) return []
  return [
    section(say.areas, {
      kind: 'table',
      id: 'areas',
      columns: [words('area', say.area), packageColumn, ...classColumns],
      rows: current!.areas.flatMap(({ id }, at) =>
        [...new Set([current!, best!])].map((one): Cell[] => [
          areaName({ areaNames }, id),
          nameOf(one),
          ...classCells(one.areas[at]!),
        ]),
      ),
    }),
  ]
}

const evidenceSection = ({ evidence }: Answer): Block =>
  section(say.evidence, {
    kind: 'table',
    id: 'evidence',
    columns: [
      words('input', say.input),
      figures('number', say.number, { digits: 0 }),
      ...evidenceGrades.map(grade => figures(grade, gradeName(grade), percent)),
    ],
    rows: (['figures', 'paths', 'parameters'] as const).map((one): Cell[] => {
      const counts = evidence[one]
      const all = evidenceGrades.reduce((sum, grade) => sum + counts[grade], 0)
      return [say[one], all, ...evidenceGrades.map(grade => counts[grade] / Math.max(1, all))]
    }),
  })

const reliability = ({ audit, model, data, seed, members, region }: Answer): Block[] => [
  note(
    say.audit({
      ...audit,
      runs: number(audit.runs, 0),
      residual: tiny(audit.largestResidual),
      tolerance: tiny(audit.tolerance),
      when: quarterIn(audit.when),
    }),
  ),
  note(say.reproduce({ model, data, seed, members })),
  note(say.next({ region })),
]

export const answerReport = (
  answer: Answer & { readonly reasons: readonly AnswerReason[] },
  region: RegionData,
): Report => {
  const residents = region.values['startPopulation']!.values.reduce((sum, value) => sum + value, 0)
  const thresholds = Object.fromEntries(answer.measures.map(({ id, threshold }) => [id, threshold]))
  return {
    title: say.title({ region: placeName(region) }),
    subtitle: say.subtitle({
      people: { en: people(residents), zh: numbersIn('zh').people(residents) },
      start: answer.start,
      end: answer.end,
    }),
    blocks: [
      text(conclusion(answer)),
      ...(answer.calibrated ? [] : [text(say.uncalibrated)]),
      outcomesSection(answer),
      note(say.caution({ fit: fitText(region) })),
      ...[
        classesSection(thresholds),
        changesSection(answer),
        ...reasonsSection(answer, answer.reasons),
        ...rankingSection(answer),
        costSection(answer),
        othersSection(answer, region.compared),
        criteriaSection(answer),
        ...freeSection(answer),
        ...areasSection(answer, region.areaNames),
        evidenceSection(answer),
        ...reliability(answer),
      ].map(expert),
    ],
  }
}
