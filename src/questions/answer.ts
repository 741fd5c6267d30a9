/** The answer: whether a region can be revived, under which package of equal cost, and with what probability. */

import * as z from 'zod'
import { answerReasons, type AnswerReason } from '../analysis/answer/answer-reasons.ts'
import { answerFor } from '../analysis/answer/answer-runs.ts'
import { parameterVariants } from '../analysis/region/parameter-variants.ts'
import { standardMembers } from '../scenario/scenario.ts'
import { thresholdsFrom } from '../scenario/thresholds.ts'
import * as take from './core/inputs.ts'
import { question } from './core/question.ts'
import texts from '../texts/answer.ts'
import { reasonYear } from '../analysis/policies/changes.ts'
import { conclusionText } from '../analysis/answer/conclusion.ts'
import { reasonSentences } from '../analysis/explain/reasons-in-words.ts'
import { fitText } from '../analysis/region/fitted-model.ts'
import { number, people, stated, tiny, numbersIn } from '../analysis/words/numbers.ts'
import { shownOutcomes } from '../analysis/words/outcomes.ts'
import type { LeverUse } from '../analysis/policies/packages.ts'
import type { Answer, OutcomeBand, PackageAnswer, Probabilities } from '../analysis/answer/verdict.ts'
import { evidenceGrades } from '../language/declare.ts'
import { lowered, sentences } from '../language/typeset.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import { classOrder, classWords, criteria, criterionText, type Thresholds } from '../model/criteria.ts'
import { windowFrom, windowTo } from '../model/measures.ts'
import { gradeName } from '../model/names/evidence.ts'
import { leverName } from '../model/names/levers.ts'
import { variableName } from '../model/names/variables.ts'
import { packageStart, standardFinancing } from '../model/packages.ts'
import { changeIndicators, indicatorOf, inRegion, titleOf } from '../outcomes/catalogue.ts'
import type { RegionData } from '../regions/types.ts'
import {
  acrossPackages,
  criteriaSection,
  figureColumn,
  packageColumn,
  packageInSentence,
  packageNamed,
  rankingSection,
  textColumn,
  wholePercent,
} from './answer-ranking.ts'
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
import { leverIn, leverAmount } from '../analysis/policies/goal/levers.ts'

const say = bothTexts(texts)

/** Most often revived first; among equals, by the criteria met on average. */
const ranked = <One extends Pick<Probabilities, 'probability' | 'meanScore'>>(list: readonly One[]): One[] =>
  list.toSorted((a, b) => b.probability.revived - a.probability.revived || b.meanScore - a.meanScore)

const classColumns = classOrder.flatMap((one): Column[] => [
  figureColumn(one, say.heads[one], wholePercent),
  ...(one === 'revived' ? [figureColumn('error', say.error, wholePercent)] : []),
])

const classCells = ({ probability, probabilityError }: Probabilities): Cell[] =>
  classOrder.flatMap(one => [probability[one], ...(one === 'revived' ? [probabilityError.revived] : [])])

/** The chance of revival under the best package without its reforms that have no direct cost. */
const restsOn = ({ packages, best: { id } }: Answer): Both<string> => {
  const best = packages.find(one => one.id === id)!
  const bare = best.withoutFreeLevers
  if (bare === null) return { en: '', zh: '' }
  const of = { name: packageInSentence(best), revived: number(100 * bare.probability.revived, 0) }
  return bare.probability.revived > best.probability.revived - 0.01 ? say.restsNot(of) : say.restsOn(of)
}

const conclusion = (answer: Answer): Both<string> => {
  const rests = restsOn(answer)
  return both(language => {
    const named = (id: string): string => packageInSentence(answer.packages.find(one => one.id === id)!)[language]
    return sentences([conclusionText(answer.conclusion, answer.robustness, language, named), rests[language]], language)
  })
}

const outcomesSection = ({ packages, members }: Answer): Block =>
  section(
    say.outcomes({ count: packages.length - 1, members: number(members, 0) }),
    {
      kind: 'table',
      id: 'packages',
      columns: [packageColumn, ...classColumns, figureColumn('criteria', say.met, { digits: 1 })],
      rows: ranked(packages).map(one => [packageNamed(one), ...classCells(one), one.meanScore]),
    },
    note(say.outcomesNote({ all: criteria.length })),
  )

const classesSection = (thresholds: Thresholds): Block =>
  section(
    say.classes,
    {
      kind: 'table',
      id: 'classes',
      columns: [textColumn('class', say.class), textColumn('meaning', say.meaning)],
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
        textColumn('indicator', say.indicator),
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
      columns: [textColumn('indicator', say.better), ...acrossPackages(changed, wholePercent)],
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
        columns: [packageColumn, textColumn('reason', say.reason)],
        rows: reasons.map(({ package: own, divisions }): Cell[] => [
          packageNamed(packages.find(one => one.id === own)!),
          both(language => reasonSentences(divisions, language).join(marks.sentences[language])),
        ]),
      },
      note(say.reasonsNote({ command, year })),
    ),
  ]
}

/** The packages that do not spend the common budget, and what they spend. */
const shortfalls = ({ packages, cost, currency }: Answer): Block[] =>
  packages
    .filter(({ shortfall }) => shortfall !== 0)
    .map(one => {
      const of = {
        name: packageNamed(one),
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
        figureColumn('gross', say.gross, show),
        figureColumn('net', say.net, change),
        figureColumn('province', say.province, change),
        figureColumn('centre', say.centre, change),
        textColumn('items', say.items),
      ],
      rows: packages.map(({ grossCost, costAfterFeedback: { total, province, centre }, ...one }): Cell[] => [
        packageNamed(one),
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
        textColumn('outcome', say.outcome),
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
          figureColumn('revived', say.heads.revived, wholePercent),
          figureColumn('rank', say.rank),
          figureColumn('bare', say.bare, wholePercent),
          figureColumn('bareRank', say.bareRank),
          figureColumn('distress', say.heads.distress, wholePercent),
          figureColumn('bareDistress', say.bareDistress, wholePercent),
        ],
        rows: ranked(packages).map((one, at): Cell[] => {
          const { withoutFreeLevers: without } = one
          return [
            packageNamed(one),
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
      textColumn('lever', say.reforms),
      textColumn('now', say.now),
      textColumn('setTo', say.setTo),
      textColumn('actsOn', say.actsOn),
    ],
    rows: [...uses.values()].map(({ of, settings }): Cell[] => [
      leverIn(of),
      leverAmount(of, of.standard),
      joined([...settings].map(([given, ids]) => say.valueIn({ value: leverAmount(of, given), ids: ids.join(' ') }))),
      joined(of.actsOn.map(one => both(language => variableName(one, one, language)))),
    ]),
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
      columns: [textColumn('area', say.area), packageColumn, ...classColumns],
      rows: current!.areas.flatMap(({ id }, at) =>
        [...new Set([current!, best!])].map((one): Cell[] => [
          areaName({ areaNames }, id),
          packageNamed(one),
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
      textColumn('input', say.input),
      figureColumn('number', say.number, { digits: 0 }),
      ...evidenceGrades.map(grade => figureColumn(grade, gradeName(grade), wholePercent)),
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

export const answer = question({
  inputs: {
    simulations: take.simulations(standardMembers, { least: 2 }),
    seed: take.seed,
    threshold: {
      type: z.array(z.string()).default([]),
      help: {
        en: 'move a threshold of a criterion, such as unemployment=0.06',
        zh: '调整某项标准的阈值，如 unemployment=0.06',
      },
      placeholder: 'measure=value',
      read: (_, given: string[]) => thresholdsFrom(given),
    },
  },
  find: async ({ open, inputs, scenario: { assumptions } }, runs) => {
    const { seed, simulations: members, threshold: thresholds } = inputs
    const task = { seed, members, assumptions, thresholds, variants: parameterVariants(open) }
    const found = await answerFor(open, task, runs.many, runs.members)
    return { ...found, reasons: answerReasons(open, found, runs.values) }
  },
  audits: ({ audit }) => [audit],
  record: (_, found) => found,
  report: ({ open: { region } }, found) => answerReport(found, region),
})
