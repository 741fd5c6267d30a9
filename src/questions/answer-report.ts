/** The report of the answer: the conclusion and the outcomes first, then the tables behind them. */

import texts from '../texts/answer.ts'
import type { AnswerReason } from '../analysis/answer/answer-reasons.ts'
import { reasonYear, weightOutcome } from '../analysis/policies/changes.ts'
import { rangeText, votesText } from '../analysis/answer/lead.ts'
import { shareError } from '../analysis/runs/quantiles.ts'
import { reasonSentences } from '../analysis/explain/reasons-in-words.ts'
import { fitText } from '../analysis/region/fitted-model.ts'
import { number, numbersIn, people, stated, tiny } from '../analysis/words/numbers.ts'
import { shownOutcomes } from '../analysis/words/outcomes.ts'
import type { Answer, OutcomeBand, PackageAnswer, Probabilities } from '../analysis/answer/verdict.ts'
import { evidenceGrades } from '../language/declare.ts'
import { lowered } from '../language/typeset.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import { classOrder, classWords, criteria, criterionText, type Thresholds } from '../model/criteria.ts'
import { windowFrom, windowTo, yearCompared } from '../model/measures.ts'
import { gradeName } from '../model/names/evidence.ts'
import { leverName } from '../model/names/levers.ts'
import {
  aimOf,
  design,
  designedId,
  designNames,
  type DirectionId,
  directionIds,
  type Dose,
  isReformAlone,
} from '../model/design.ts'
import { risksFrom } from '../model/risks.ts'
import { packageStart, standardFinancing } from '../model/packages.ts'
import {
  type ChangeIndicator,
  changeIndicators,
  indicatorOf,
  inRegion,
  type OutcomeId,
  titleOf,
  writtenAs,
} from '../outcomes/catalogue.ts'
import type { RegionData } from '../regions/types.ts'
import { factsOf, shareByYear } from './answer-facts.ts'
import {
  acrossPackages,
  changeOf,
  changesTable,
  changeTitle,
  changeUnit,
  claimsSection,
  debtCell,
  debtShow,
  figureColumn,
  medianOf,
  money,
  packageColumn,
  textColumn,
  weightCell,
  weightShow,
  wholePercent,
} from './answer-tables.ts'
import { areaName, billionsIn, moneyIn, percentIn, percentSign, placeName, quarterIn } from './core/names.ts'
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

const classColumns = classOrder.flatMap((one): Column[] => [
  figureColumn(one, say.heads[one], wholePercent),
  ...(one === 'revived' ? [figureColumn('error', say.error, wholePercent)] : []),
])

const classCells = ({ probability, probabilityError }: Probabilities): Cell[] =>
  classOrder.flatMap(one => [probability[one], ...(one === 'revived' ? [probabilityError.revived] : [])])

/** The verdict of earlier answers, with its range over the settings: for method, never for the lead. */
const outcomesSection = ({ packages, members, verdict: { settings, earlier } }: Answer): Block =>
  section(
    say.outcomes({ members: number(members, 0) }),
    {
      kind: 'table',
      id: 'packages',
      columns: [packageColumn, ...classColumns, figureColumn('criteria', say.met, { digits: 1 })],
      rows: packages.map(one => [one.names, ...classCells(one), one.meanScore]),
    },
    note(
      say.outcomesNote({
        all: criteria.length,
        settings,
        revivedNow: rangeText(earlier.revived.current, 100, 0),
        revivedBest: rangeText(earlier.revived.best, 100, 0),
        metNow: rangeText(earlier.criteria.current, 1, 1),
        metBest: rangeText(earlier.criteria.best, 1, 1),
      }),
    ),
  )

const dosesShown = [undefined, 'half', 'full'] as const

/** The package of a direction at a dose, undefined where it was not simulated; of no direction and no dose current policy. */
const packageIn = ({ packages }: Answer, direction: DirectionId | undefined, dose: Dose | undefined) =>
  packages.find(({ id }) => id === ((direction ?? dose) ? designedId(direction, dose) : 'A'))

const packageAt = (...of: Parameters<typeof packageIn>): PackageAnswer => packageIn(...of)!

const isDesigned = ({ id }: PackageAnswer): boolean => id === 'A' || design.some(one => one.id === id)

const indicatorNamed = (id: string | undefined) => changeIndicators.find(({ indicator }) => indicator === id)

/** The change of an outcome with its sign, without its unit. */
const changeIn = ({ changes }: PackageAnswer, { indicator, digits, scale }: ChangeIndicator): string =>
  numbersIn('en').signed(changes[indicator]!.median * scale, digits)

/** The two main effects: of each direction of spending alone, and of reform by dose, with what they cost. */
const effectsSection = (answer: Answer): Block => {
  const { packages } = answer
  const rows: ReadonlyArray<readonly [PackageAnswer, OutcomeId | undefined]> = [
    ...directionIds.map(direction => [packageAt(answer, direction, undefined), aimOf(direction)] as const),
    ...(['half', 'full'] as const).map(dose => [packageAt(answer, undefined, dose), 'outputPerHead'] as const),
    ...packages.filter(one => !isDesigned(one)).map(one => [one, 'outputPerHead'] as const),
  ]
  const aimed = (one: PackageAnswer, aim: OutcomeId | undefined): Both<string> => {
    const found = indicatorNamed(aim)
    if (found === undefined) return { en: '–', zh: '–' }
    const { indicator, as } = found
    const value = changeIn(one, found)
    return (as === 'percent' ? say.aimPercent : say.aimPoints)({ name: indicatorOf(indicator).names, value })
  }
  const unit = { money: billionsIn(answer) }
  return section(
    say.effects({ budget: percentIn(answer.cost.shareOfOutput), money: moneyIn(answer, answer.cost.perYear) }),
    {
      kind: 'table',
      id: 'effects',
      columns: [
        packageColumn,
        figureColumn('weight', say.weight, { full: say.weightFull, ...weightShow }),
        textColumn('aim', say.aim),
        figureColumn('debt', say.debt, { full: say.debtFull, ...debtShow }),
        figureColumn('gross', say.gross, { full: say.grossFull(unit), unit: unit.money, ...money }),
        figureColumn('province', say.province, {
          full: say.provinceFull(unit),
          unit: unit.money,
          ...money,
          signed: true,
        }),
        figureColumn('centre', say.centre, { full: say.centreFull(unit), unit: unit.money, ...money, signed: true }),
      ],
      rows: rows.map(([one, aim]): Cell[] => [
        one.names,
        weightCell(one, answer),
        aimed(one, aim),
        debtCell(one),
        one.grossCost.perYear,
        one.costAfterFeedback.province.perYear,
        one.costAfterFeedback.centre.perYear,
      ]),
    },
    note(say.effectsNote({ from: windowFrom, to: windowTo, end: answer.end, ...unit })),
  )
}

/** Reforms take as well as give: the sentences on both. */
const reformsText = (answer: Answer): Block => {
  const full = packageAt(answer, undefined, 'full')
  const shown = (id: OutcomeId): Both<string> => {
    const found = indicatorNamed(id)!
    const value = changeIn(full, found)
    return found.as === 'percent' ? { en: `${value} %`, zh: `${value}%` } : say.points({ value })
  }
  return text(
    say.reformsTake({
      output: shown('outputPerHead'),
      employment: shown('employmentRate'),
      consumption: shown('consumptionPerHead'),
      births: shown('births'),
      pensions: moneyIn(answer, -answer.reforms.pensions[designedId(undefined, 'labour')]!),
    }),
  )
}

/** Share of national output and debt by direction and dose, then what each direction does for its own aim. */
const gridSection = (answer: Answer): Block => {
  const rows = [...directionIds, undefined]
  const nameOf = (direction: DirectionId | undefined): Both<string> => designNames(direction, undefined)
  const each = (read: (dose: Dose | undefined, name: Both<string>) => Column): Column[] =>
    dosesShown.map(dose => read(dose, say.doses[dose ?? 'none']))
  const aimed = directionIds.flatMap(direction => {
    const aim = indicatorNamed(aimOf(direction))
    return aim === undefined ? [] : [{ direction, aim }]
  })
  return section(
    say.grid,
    {
      kind: 'table',
      id: 'grid',
      columns: [
        textColumn('spending', say.spendingOn),
        ...each((dose, name) => figureColumn(`weight-${dose ?? 'none'}`, say.weightAt({ dose: name }), weightShow)),
        ...each((dose, name) => figureColumn(`debt-${dose ?? 'none'}`, say.debtAt({ dose: name }), debtShow)),
      ],
      rows: rows.map((direction): Cell[] => {
        const own = dosesShown.map(dose => packageIn(answer, direction, dose))
        return [nameOf(direction), ...own.map(one => weightCell(one, answer)), ...own.map(debtCell)]
      }),
    },
    {
      kind: 'table',
      id: 'aims',
      columns: [
        textColumn('spending', say.spendingOn),
        textColumn('aim', say.aim),
        ...each((dose, name) => figureColumn(`aim-${dose ?? 'none'}`, say.aimAt({ dose: name }))),
      ],
      rows: aimed.map(({ direction, aim: { indicator, as, digits, scale } }): Cell[] => [
        nameOf(direction),
        changeTitle(indicator, as),
        ...dosesShown.map((dose): Cell => {
          const one = packageIn(answer, direction, dose)
          if (one === undefined) return null
          const of = changeOf(one, indicator, as)
          return { ...medianOf(one.changes[indicator]!), unit: changeUnit(as), scale, digits, signed: true, of }
        }),
      ]),
    },
  )
}

const changesSection = (answer: Answer): Block =>
  section(
    say.changes({ from: windowFrom, to: windowTo % 100 }),
    changesTable(
      answer,
      answer.packages.filter(one => isReformAlone(one.id) || !isDesigned(one)),
      'changes',
    ),
    note(say.changesNote),
  )

const allChangesSection = (answer: Answer): Block =>
  section(
    say.allChanges({ from: windowFrom, to: windowTo % 100 }),
    changesTable(answer, answer.packages.slice(1), 'allChanges'),
  )

/** Reforms take as well as give, and the finding turns where their assumed gains are small enough. */
const reformsSection = (answer: Answer): Block => {
  const { breakpoint } = answer.reforms
  if (breakpoint === null) return section(say.aboutReforms, reformsText(answer))
  const { at, share } = breakpoint
  const where =
    share === null
      ? say.breakpointAlways
      : share === 0
        ? say.breakpointNever
        : say.breakpointWhere({ share: number(100 * share, 0) })
  const each = (read: (one: (typeof at)[number]) => number): string[] => at.map(one => number(100 * read(one), 0))
  const spending = at.map(one => one.spending)
  const found = say.breakpoint({
    gains: each(one => one.gains),
    reform: each(one => one.reform),
    spending: rangeText({ low: Math.min(...spending), high: Math.max(...spending) }, 100, 0),
    where,
  })
  return section(say.aboutReforms, reformsText(answer), text(found))
}

const classesSection = (thresholds: Thresholds, start: number): Block => {
  const [year, before] = [yearCompared({ firstYear: start }), packageStart - 1]
  return section(
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
    ...(year === before ? [] : [note(say.compares({ year, before }))]),
  )
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
          packages.find(one => one.id === own)!.names,
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
        name: one.names,
        spent: moneyIn({ currency }, one.grossCost.presentValue),
        wanted: moneyIn({ currency }, cost.presentValue),
      }
      return note(one.shortfall > 0 ? say.less(of) : say.more(of))
    })

const mostItems = 3

const costSection = (answer: Answer): Block => {
  const { packages, cost, end } = answer
  const gross = { ...money, unit: billionsIn(answer) }
  const change = { ...gross, signed: true }
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
        figureColumn('gross', say.gross, gross),
        figureColumn('net', say.net, change),
        figureColumn('province', say.province, change),
        figureColumn('centre', say.centre, change),
        textColumn('items', say.items),
      ],
      rows: packages
        .slice(1)
        .map(({ grossCost, costAfterFeedback: { total, province, centre }, names }): Cell[] => [
          names,
          grossCost.perYear,
          ...[total, province, centre].map(({ perYear }) => perYear),
          items(grossCost),
        ]),
    },
    text(
      say.costNote({
        total: moneyIn(answer, cost.presentValue),
        perYear: moneyIn(answer, cost.perYear),
        rate: number(cost.discountRate * 100, 0),
        share: stated(cost.shareOfOutput * 100),
        before: yearCompared({ firstYear: answer.start }),
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

const othersSection = ({ packages: all, start, end, currency }: Answer, compared: RegionData['compared']): Block => {
  const packages = all.filter(one => one.id === 'A' || one.id === designedId(undefined, 'full') || !isDesigned(one))
  const year = (value: number | null): Both<string> =>
    value === null ? say.never({ end }) : { en: String(value), zh: String(value) }
  const cellOf = ({ low, median, high }: OutcomeBand, declared: (typeof shownOutcomes)[number]): Cell => {
    if (declared.year === true) return say.yearBand({ median: year(median), low: year(low), high: year(high) })
    return { low, mean: median ?? 0, high, ...writtenAs(declared) }
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
      rows: shownOutcomes
        .map(one => inRegion(one, { currency, compared }))
        .map((declared): Cell[] => [
          both(language => titleOf(declared, language)),
          ...packages.map(({ outcomes }) => cellOf(outcomes[declared.id]!, declared)),
        ]),
    },
    note(say.pensions({ from: packageStart, before: yearCompared({ firstYear: start }) })),
  )
}

const areasSection = (answer: Answer, areaNames: RegionData['areaNames']): Block[] => {
  const shown = [packageAt(answer, undefined, undefined), packageAt(answer, undefined, 'full')]
  if (shown[0]!.areas.length === 0) return []
  return [
    section(say.areas, {
      kind: 'table',
      id: 'areas',
      columns: [
        textColumn('area', say.area),
        packageColumn,
        { id: 'weight', head: say.weightGrowth, as: 'band', unit: percentSign },
        figureColumn('revived', say.heads.revived, wholePercent),
        figureColumn('distress', say.heads.distress, wholePercent),
      ],
      rows: shown[0]!.areas.flatMap(({ id }, at) =>
        shown.map(({ names, areas }): Cell[] => {
          const { outcomes, probability } = areas[at]!
          const { low, median, high } = outcomes[weightOutcome]!
          return [
            areaName({ areaNames }, id),
            names,
            { low, mean: median ?? 0, high, scale: 100, digits: 1, signed: true },
            probability.revived,
            probability.distress,
          ]
        }),
      ),
    }),
  ]
}

/** The criteria that each package meets, and its risks. */
const criteriaSections = ({ packages, members, start, end }: Answer): Block[] => {
  const risks: ReadonlyArray<readonly [id: string, head: Both<string>, read: (one: PackageAnswer) => number]> = [
    ['falls', say.falls({ from: windowTo - 1, to: windowTo % 100 }), one => one.recessionShare],
    [
      'recession',
      say.recession({ from: risksFrom(start), to: (risksFrom(start) + 4) % 100 }),
      one => one.risks.recession.within20Quarters,
    ],
    ['pensionGap', say.pensionGap({ end }), one => one.outcomes['pensionSolvencyYear']!.share ?? 0],
    ['rising', say.rising({ end, before: end - 5 }), one => one.risks.debt.rising.share],
    ['stress', say.stress, one => one.risks.debt.paymentStress.share],
  ]
  return [
    section(say.criteria, {
      kind: 'table',
      id: 'criteria',
      columns: [
        packageColumn,
        ...criteria.map(({ id, names }) =>
          figureColumn(
            id,
            both(language => `${id} ${names[language]}`),
            wholePercent,
          ),
        ),
      ],
      rows: packages.map((one): Cell[] => [one.names, ...criteria.map(({ id }) => one.criteria[id]!)]),
    }),
    section(
      say.risks,
      {
        kind: 'table',
        id: 'risks',
        columns: [packageColumn, ...risks.map(([id, head]) => figureColumn(id, head, wholePercent))],
        rows: packages.map((one): Cell[] => [one.names, ...risks.map(([, , read]) => read(one))]),
      },
      note(say.criteriaNote({ points: number(shareError(0.5, members) * 100, 1) })),
    ),
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

const reliability = ({ audit, model, data, seed, members, region }: Answer): Block =>
  section(
    say.reliability,
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
  )

export const answerReport = (
  answer: Answer & { readonly reasons: readonly AnswerReason[] },
  region: RegionData,
): Report => {
  const residents = region.values['startPopulation']!.values.reduce((sum, value) => sum + value, 0)
  const thresholds = Object.fromEntries(answer.measures.map(({ id, threshold }) => [id, threshold]))
  return {
    title: say.title({ region: placeName(region) }),
    brief: answer.phone,
    subtitle: say.subtitle({
      people: { en: people(residents), zh: numbersIn('zh').people(residents) },
      start: answer.start,
      end: answer.end,
    }),
    blocks: [
      text(answer.lead),
      text(answer.parts),
      ...shareByYear(answer).map(expert),
      factsOf(answer),
      effectsSection(answer),
      note(say.caution({ fit: fitText(region) })),
      reformsSection(answer),
      ...[
        claimsSection(answer.verdict),
        note(votesText(answer.verdict)),
        gridSection(answer),
        changesSection(answer),
        costSection(answer),
        allChangesSection(answer),
        ...reasonsSection(answer, answer.reasons),
        othersSection(answer, region.compared),
        outcomesSection(answer),
        classesSection(thresholds, answer.start),
        ...criteriaSections(answer),
        ...areasSection(answer, region.areaNames),
        evidenceSection(answer),
        reliability(answer),
      ].map(expert),
    ],
  }
}
