/** Divides the effect of a policy on an outcome among its levers, or among policy and assumptions, without residual. */

import * as z from 'zod'
import texts from '../texts/explain-report.ts'
import {
  type ExplainedChange,
  explainPolicy,
  explainSource,
  explainTheme,
  outcomeAt,
  type PartShare,
  changeRange,
} from '../analysis/explain/change.ts'
import { reasonMessages } from '../analysis/explain/messages.ts'
import { reasonSentences } from '../analysis/explain/reasons-in-words.ts'
import { reasonsOf } from '../analysis/explain/reasons.ts'
import { valuesOfRun } from '../analysis/explain/tree.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { meansRemark } from '../analysis/runs/mean-of-year.ts'
import { tiny } from '../analysis/words/numbers.ts'
import { lowered } from '../language/typeset.ts'
import { type Both, messageTable, UsageError } from '../language/messages.ts'
import { packageStart } from '../model/packages.ts'
import { variableName } from '../model/names/variables.ts'
import * as take from './core/inputs.ts'
import { messages as questionMessages } from '../texts/question.ts'
import { question } from './core/question.ts'
import { changeIn, changeUnitOf, shownOf, showOf, valueIn, placeName, policyName, partName } from './core/names.ts'
import {
  both,
  type Cell,
  type Column,
  type Drawing,
  joined,
  marks,
  note,
  section,
  type Table,
  text,
} from './core/report.ts'

const say = messageTable('explain-report', texts)

type Outcome = ExplainedChange['outcome']

const nameOf = ({ variable, doc, growth }: Outcome): Both<string> => {
  const chinese = variableName(variable, doc, 'zh')
  return { en: doc, zh: growth ? say.growth({ name: chinese }).text.zh : chinese }
}

const splitTable = (
  id: string,
  { outcome, change, together, parts }: ExplainedChange,
  within: ReadonlyMap<string, readonly PartShare[]>,
): Table => {
  const shown = shownOf(outcome)
  const show = { ...showOf(shown), signed: true }
  const column = (of: 'contribution' | 'alone' | 'joint'): Column => ({
    id: of,
    head: say[of]().text,
    as: 'number',
    ...show,
  })
  const rowOf = (part: PartShare, indent = ''): Cell[] => [
    both(language => `${indent}${partName(part)[language]}`),
    part.value,
    part.alone,
    part.together,
  ]
  return {
    kind: 'table',
    id,
    columns: [
      {
        id: 'measure',
        head: say.measure({ unit: changeUnitOf(shown) }).text,
        as: 'text',
      },
      { ...column('contribution'), drawn: true },
      ...(['alone', 'joint'] as const).map(column),
    ],
    rows: [
      ...parts.flatMap(part => [rowOf(part), ...(within.get(part.id) ?? []).map(one => rowOf(one, '  '))]),
      [say.total().text, change, change - together, together],
    ],
  }
}

/** More parts than this are drawn as one. */
const mostDrawn = 6

/** The contributions as each year ends. */
const overTime = ({ outcome, parts, times }: ExplainedChange): Drawing & { readonly years: readonly number[] } => {
  const shown = shownOf(outcome)
  const years = [...new Set(times.map(Math.floor))].filter(year => year >= packageStart - 1)
  const closes = years.map(year => times.findLastIndex(time => Math.floor(time) === year))
  const size = ({ path }: PartShare): number => Math.max(...path.map(Math.abs))
  const sorted = parts.toSorted((a, b) => size(b) - size(a))
  const first = sorted.slice(0, sorted.length > mostDrawn ? mostDrawn - 1 : mostDrawn)
  const rest = sorted.slice(first.length)
  return {
    as: 'stack',
    title: say.overTime().text,
    unit: changeUnitOf(shown),
    ...showOf(shown),
    years,
    parts: [
      ...first.map(part => ({
        id: part.id,
        names: partName(part),
        values: closes.map(step => part.path[step]!),
      })),
      ...(rest.length === 0
        ? []
        : [
            {
              id: 'others',
              names: say.others().text,
              values: closes.map(step => rest.reduce((sum, { path }) => sum + path[step]!, 0)),
            },
          ]),
    ],
  }
}

/** The largest joint effects of two parts that show with the digits of the table. */
const pairsOf = ({ outcome, parts, pairs }: ExplainedChange): Both<string> | undefined => {
  const shown = shownOf(outcome)
  const { scale, digits } = shown.en
  const name = (id: string): Both<string> =>
    both(language => {
      const own = parts.find(part => part.id === id)
      const said = own === undefined ? id : partName(own)[language]
      return language === 'en' ? lowered(said) : said
    })
  const told = pairs
    .filter(({ value }) => Math.abs(value * scale) >= 0.5 * 10 ** -digits)
    .slice(0, 3)
    .map(({ first, second, value }) =>
      say.pair({
        first: name(first),
        second: name(second),
        change: changeIn(shown, value, false),
      }),
    )
  return told.length === 0 ? undefined : joined(told, marks.clauses)
}

const headOf = ({ outcome, before, after }: ExplainedChange) => {
  const shown = shownOf(outcome)
  return say.head({
    name: nameOf(outcome),
    after: valueIn(shown, after),
    before: valueIn(shown, before),
    change: changeIn(shown, after - before),
  })
}

export const explain = question({
  inputs: {
    outcome: {
      type: z.string(),
      help: {
        en: 'outcome to explain, such as regionDebtToGdp@2035, regionOutput@2033-2037 or output[CN-LN]@2040Q4',
        zh: '要解释的结果，如 regionDebtToGdp@2035、regionOutput@2033-2037 或 output[CN-LN]@2040Q4',
      },
      short: 'o',
      placeholder: 'name@time',
      label: { en: 'Outcome', zh: '结果' },
      page: 'regionDebtToGdp@2035',
      read: outcomeAt,
    },
    theme: {
      type: z.string().optional(),
      help: {
        en: 'also show the levers of one theme, or of all (more than ten levers are grouped by theme)',
        zh: '同时显示某一主题或全部主题（all）下的各项政策（超过十项时按主题归并）',
      },
      placeholder: 'theme',
      label: { en: 'Levers of themes', zh: '主题内各项政策' },
      options: () => [['', { en: 'not shown', zh: '不显示' }] as const, ['all', { en: 'all', zh: '全部' }] as const],
      read: (_: OpenRegion, given: string | undefined) => (given === '' ? undefined : given),
    },
    simulations: take.bandSimulations(0, 100),
    seed: take.seed,
  },
  find: async ({ open, inputs, scenario: { policy, assumptions } }, { many, begin, advance }) => {
    const { outcome, theme, simulations: members, seed } = inputs
    const isAssumed = Object.keys(assumptions).length > 0
    const isPolicy = Object.keys(policy).length > 0
    if (!isPolicy && !isAssumed) throw new UsageError(questionMessages.nothingDiffers())
    const split = explainPolicy(open, policy, outcome, { assumptions, many })
    const source = isAssumed ? explainSource(open, policy, assumptions, outcome, { many }) : undefined
    const all = split.parts.filter(({ kind }) => kind === 'theme').map(({ id }) => id)
    const themes = theme === undefined ? [] : theme === 'all' ? all : [theme]
    const within = new Map(
      themes.map(one => [one, explainTheme(open, policy, one, outcome, { assumptions, many })] as const),
    )
    // By which equations the change comes about, in the last year of an outcome that is a variable as it stands.
    const { growth, series, variable, recorded, to } = outcome
    const year = Math.ceil(to) - 1
    const reasons =
      growth || series !== variable || recorded !== undefined || !isPolicy
        ? []
        : reasonsOf(
            open,
            variable,
            year,
            valuesOfRun(open, { assumptions }),
            valuesOfRun(open, { policy, assumptions }),
          )
    begin(members)
    const range =
      members === 0 || !isPolicy
        ? undefined
        : await changeRange(open, { policy, assumptions }, outcome, { members, seed }, { many, advance })
    return { split, source, within, reasons, year, range }
  },
  record: ({ open, scenario }, { split, source, within, reasons, range }) => ({
    region: open.region.id,
    ...madeWith(open),
    scenario,
    policy: split,
    within: Object.fromEntries(within),
    source: source ?? null,
    reasons,
    ...(range === undefined ? {} : { range }),
    calibrated: open.region.parameters !== undefined,
  }),
  report: ({ open, scenario, inputs: { outcome, simulations } }, found) => {
    const { split, source, within, reasons, year, range } = found
    const pairs = pairsOf(split)
    const remarks = outcome.growth ? [] : meansRemark(open, [{ ...outcome, window: [outcome.from, outcome.to] }])
    const isGrouped = split.parts.some(({ kind }) => kind === 'theme')
    return {
      title: say.title({
        place: placeName(open.region),
        policy: policyName(scenario),
        outcome: outcome.text,
      }),
      drawings: split.parts.length === 0 ? [] : [overTime(split)],
      blocks: [
        ...(split.parts.length === 0
          ? []
          : [
              text(headOf(split)),
              ...(range === undefined
                ? []
                : [
                    text(
                      say.range({
                        simulations,
                        low: changeIn(shownOf(outcome), range.low),
                        high: changeIn(shownOf(outcome), range.high),
                      }),
                    ),
                  ]),
              ...remarks.map(one => note(joined([one, { en: '.', zh: '。' }], { en: '', zh: '' }))),
              splitTable('contributions', split, within),
              ...(pairs === undefined ? [] : [text(say.pairs({ list: pairs }))]),
              note(
                say.method({
                  runs: split.runs,
                  residual: tiny(split.relativeLeftOver),
                  themes: isGrouped && within.size === 0 ? 'some' : '',
                }),
              ),
            ]),
        ...(source === undefined
          ? []
          : [
              text(joined([say.against(), headOf(source)], marks.sentences)),
              splitTable('assumptions', source, new Map()),
            ]),
        ...(reasons.length === 0
          ? []
          : [
              section(
                reasonMessages.head({ year }),
                ...reasonSentences(reasons, 'en').map((en, at) =>
                  text({ en, zh: reasonSentences(reasons, 'zh')[at]! }),
                ),
              ),
            ]),
      ],
    }
  },
})
