/** The calculation of a value: its causes, level by level, down to data, assumptions and levers. */

import * as z from 'zod'
import texts from '../texts/trace-report.ts'
import { areaCalled } from '../analysis/runs/central-run.ts'
import { originOf } from '../analysis/evidence/evidence.ts'
import { kindWords } from '../analysis/explain/messages.ts'
import { type RunValues, valuesOfRun } from '../analysis/explain/tree.ts'
import { number, quantity } from '../analysis/words/numbers.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { addsUp } from '../language/causes.ts'
import { citation, citedIn, specificationFile } from '../language/citation.ts'
import { type Language, messageTable, UsageError } from '../language/messages.ts'
import { tidy } from '../language/notation.ts'
import { ofRegion } from '../language/regional.ts'
import { type Cause, trace as causeOf } from '../language/trace.ts'
import { unknownWord, wholeNumber } from '../language/usage.ts'
import { gradeName } from '../model/names/evidence.ts'
import { leverName } from '../model/names/levers.ts'
import { parameterName } from '../model/names/parameters.ts'
import { unitWords } from '../model/names/units.ts'
import { equationInWords, variableName } from '../model/names/variables.ts'
import { readingOf } from '../outcomes/catalogue.ts'
import { readingNames, yearValues } from '../outcomes/year-values.ts'
import type { RegionData } from '../regions/types.ts'
import * as take from './core/inputs.ts'
import { placeName, policyName } from './core/names.ts'
import { question } from './core/question.ts'
import { both, type Cell, type Column, note, text } from './core/report.ts'

const say = messageTable('trace-report', texts)

/** The largest tree of the model then has 170 thousand causes; at 12 levels its text is longer than a string can be. */
const mostDepth = 8

const addressOf = ({ name, closing, labels }: Cause): string => {
  const places = Object.values(labels)
  const address = places.length === 0 ? name : `${name}[${places.join(', ')}]`
  return closing ? `closing(${address})` : address
}

/** With more digits than a page of outcomes shows: causes are often near 0 or 1. */
const shown = (value: number, { unit, kind, name }: Cause, language: Language): string => {
  if (!Number.isFinite(value)) return String(value)
  const isPlain = unit === 'share' || unit === 'index'
  const { scale, text: behind } = unitWords(unit, 'zh')
  // A parameter as it is declared and assumed, not as a growth rate.
  if (kind === 'parameter') return `${Number(value.toPrecision(6))} ${isPlain ? '' : unit}`.trimEnd()
  if (unit === 'year' && name.endsWith('ToGdp'))
    return `${number(value * 100, 1)}${language === 'en' ? ' % of yearly output' : '%（占全年产出）'}`
  if (unit === '1/year') return `${number(value * 100, 2)}${language === 'en' ? ' % a year' : '%/年'}`
  if (isPlain) return number(value, 4)
  if (Math.abs(value) < 5e-4 && value !== 0) return `${value.toExponential(2)} ${unit}`
  return language === 'en'
    ? quantity(value, unit)
    : `${number(value * scale, Math.abs(value * scale) < 100 ? 2 : 0)}${behind}`
}

const nameOf = ({ kind, name, doc }: Cause): string =>
  kind === 'lever'
    ? leverName(name, doc, 'zh')
    : kind === 'parameter'
      ? parameterName(name, doc, 'zh')
      : variableName(name, doc, 'zh')

/** The description of a cause, and the kind of its source. */
const meaningOf = (cause: Cause, region: RegionData, language: Language): string => {
  const found = originOf(region, cause.kind, cause.name, cause.labels)
  const [comma, sourceWord] = language === 'en' ? [', ', 'source '] : ['，', '来源 ']
  const source =
    found === undefined
      ? cause.source === undefined
        ? undefined
        : language === 'en'
          ? citation(cause.source)
          : `依据 ${citedIn(cause.source).join('、')}`
      : `${sourceWord}${found.source}`
  const grade = found?.evidence ?? cause.evidence
  const from = [
    kindWords[language][cause.kind],
    grade === undefined ? undefined : gradeName(grade)[language],
    found?.year,
    source,
  ].filter(part => part !== undefined)
  const what = language === 'en' ? cause.doc : nameOf(cause)
  return from.length === 0 ? what : `${what} · ${from.join(comma)}`
}

const equationOf = ({ texts: own }: Cause, language: Language): string =>
  language === 'zh'
    ? equationInWords(own, language)
    : own.map(({ role, text: one }) => `${role === '' ? '' : `${role}: `}${tidy(one)}`).join('; ')

/** The same cause in the other run, found by its address: orders may differ where a condition chose another branch. */
const counterpart = (cause: Cause, other: Cause | undefined): Cause | undefined =>
  other?.inputs.find(one => addressOf(one) === addressOf(cause))

/** A line a cause, each below what it leads to and indented by its level. */
const rowsOf = (
  cause: Cause,
  other: Cause | undefined,
  region: RegionData,
  isCompared: boolean,
  level = 0,
): Cell[][] => [
  [
    `${'  '.repeat(level)}${addressOf(cause)}${cause.together === undefined ? '' : ` (${cause.together})`}`,
    both(language => shown(cause.value, cause, language)),
    ...(isCompared ? [other === undefined ? null : both(language => shown(other.value, cause, language))] : []),
    both(language => meaningOf(cause, region, language)),
    cause.texts.length === 0 ? '' : both(language => equationOf(cause, language)),
  ],
  ...cause.inputs.flatMap(input => rowsOf(input, counterpart(input, other), region, isCompared, level + 1)),
]

/** Figures and paths with their grade and source; parameters have them already. */
const asJson = (cause: Cause, other: Cause | undefined, region: RegionData): object => ({
  ...cause,
  ...originOf(region, cause.kind, cause.name, cause.labels),
  ...(other === undefined ? {} : { currentPolicy: other.value }),
  inputs: cause.inputs.map(input => asJson(input, counterpart(input, other), region)),
})

interface Named {
  readonly variable: string
  readonly area: string | undefined
  readonly label: readonly string[]
}

/** Labels by dimension from the area and from dimension=label, all of them known to the variable. */
const labelsFrom = (open: OpenRegion, { variable: name, area, label: given }: Named): Record<string, string> => {
  const { linked, region } = open
  const variable = linked.variables.get(name)
  if (variable === undefined || variable.kind === 'clock') {
    const known = [...linked.variables.values()].filter(({ kind }) => kind !== 'clock').map(one => one.name)
    throw unknownWord('variable', name, known, { command: 'heartland list outcomes' })
  }
  const labels: Record<string, string> = {}
  const dimensions = variable.dimensions.map(dimension => dimension.name)
  if (area !== undefined) {
    const { element } = areaCalled(open, area)
    if (!dimensions.includes('area')) {
      const own = name.replace(/^region(.)/, (_, letter: string) => letter.toLowerCase())
      const isWhole = linked.variables.has(own) && ofRegion(name) !== name
      throw new UsageError(say.ofWholeRegion({ name, area: isWhole ? own : '' }))
    }
    labels['area'] = region.areas[element]!
  }
  for (const one of given) {
    const [dimension = '', label] = one.split('=')
    if (label === undefined) throw new UsageError(say.labelForm({ text: one }))
    const declared = variable.dimensions.find(own => own.name === dimension)
    if (declared === undefined) throw unknownWord('dimension', dimension, dimensions, { of: name })
    if (!declared.positions.has(label)) {
      const { labels: known } = declared
      const some = known.length > 12 ? [`${known[0]} … ${known.at(-1)}`] : known
      throw unknownWord('label', label, known, { of: `${name}, ${dimension}`, shown: some })
    }
    if (Object.hasOwn(labels, dimension)) throw new UsageError(say.labelTwice({ name: dimension }))
    labels[dimension] = label
  }
  // A mean over areas, each counting alike, is no figure of the region.
  if (dimensions.includes('area') && labels['area'] === undefined && region.areas.length > 1 && !addsUp(variable)) {
    const whole = ofRegion(name)
    const known = linked.variables.has(whole) ? whole : ''
    throw new UsageError(say.ofEachArea({ name, whole: known, areas: region.areas.join(', ') }))
  }
  return labels
}

/** The figure that tables by year show of the same variable; a state is kept as it opens, so that its year has no end among the values. */
const inTables = ({ linked, region, simulator }: OpenRegion, values: RunValues, cause: Cause, year: number) => {
  const variable = linked.variables.get(cause.name)!
  const reading = readingOf(variable)
  if (reading === 'end' && variable.state) return undefined
  const element = variable.dimensions.reduce(
    (at, { name, labels, positions }) => at * labels.length + (positions.get(cause.labels[name] ?? '') ?? 0),
    0,
  )
  const path = values.map(step => step[variable.offset + element]!)
  const value = yearValues(reading, path, simulator.horizon.stepsPerYear)[year - region.start]
  return value === undefined ? undefined : { value, reading }
}

export const trace = question({
  inputs: {
    variable: {
      type: z.string(),
      help: {
        en: 'a variable of the model, such as regionDebtToGdp (`heartland list outcomes`)',
        zh: '模型变量，如 regionDebtToGdp（见 `heartland list outcomes`）',
      },
    },
    year: {
      type: z.union([z.int(), z.string()]),
      help: { en: 'calendar year', zh: '年份' },
      short: 'y',
      placeholder: 'year',
      read: ({ region, simulator }: OpenRegion, given: number | string, called: string) =>
        wholeNumber(called, String(given), Math.floor(region.start), simulator.horizon.end - 1),
    },
    quarter: {
      type: z.int().min(1).max(4).default(4),
      help: { en: 'quarter of the year', zh: '季度' },
      short: 'q',
      placeholder: '1-4',
      read: ({ simulator }: OpenRegion, given: number, called: string) =>
        wholeNumber(called, String(given), 1, simulator.horizon.stepsPerYear),
    },
    area: take.area(
      {
        en: 'one area, such as CN-LN (default: the sum of all areas, where they add up)',
        zh: '一个省，如 CN-LN（默认可加总的取各省之和）',
      },
      (_, given) => given,
    ),
    label: {
      ...take.names(
        { en: 'a label of another dimension, such as group=young', zh: '其他维度的标签，如 group=young' },
        'dimension=label',
      ),
      short: 'l',
    },
    depth: {
      type: z.int().min(0).max(mostDepth).default(3),
      help: { en: `number of levels to show, at most ${mostDepth}`, zh: `显示的层数，最多 ${mostDepth} 层` },
      short: 'd',
      placeholder: 'number',
    },
  },
  find: ({ open, inputs, scenario }) => {
    const { variable, year, quarter, depth } = inputs
    const labels = labelsFrom(open, inputs)
    const { region, simulator, program } = open
    const step = Math.round((year - region.start) * simulator.horizon.stepsPerYear) + quarter - 1
    const explained = (values: RunValues): Cause => causeOf(program, at => values[at]!, variable, labels, step, depth)
    const values = valuesOfRun(open, scenario)
    const cause = explained(values)
    const isCompared = Object.keys(scenario.policy).length > 0
    return {
      cause,
      other: isCompared ? explained(valuesOfRun(open, { ...scenario, policy: {} })) : undefined,
      table: inTables(open, values, cause, year),
    }
  },
  record: ({ open: { region }, scenario, inputs: { year, quarter } }, { cause, other }) => ({
    region: region.id,
    scenario,
    year,
    quarter,
    cause: asJson(cause, other, region),
  }),
  report: ({ open: { region }, scenario, inputs: { year, quarter, depth } }, { cause, other, table }) => {
    const column = (id: 'cause' | 'value' | 'current' | 'meaning' | 'equation'): Column => ({
      id,
      head: say[id]().text,
      as: 'text',
    })
    const isCompared = other !== undefined
    return {
      title: say.title({
        place: placeName(region),
        year,
        quarter,
        policy: policyName(scenario),
      }),
      blocks: [
        text(
          say.finding({
            name: addressOf(cause),
            value: both(language => shown(cause.value, cause, language)),
            current: both(language =>
              isCompared ? say.against({ value: shown(other.value, cause, language) }).text[language] : '',
            ),
            table: both(language =>
              table === undefined
                ? ''
                : say.tables({
                    value: shown(table.value, cause, language),
                    reading: readingNames[language][table.reading],
                  }).text[language],
            ),
          }),
        ),
        {
          kind: 'table',
          id: 'causes',
          columns: [
            ...(['cause', 'value'] as const).map(column),
            ...(isCompared ? [column('current')] : []),
            ...(['meaning', 'equation'] as const).map(column),
          ],
          rows: rowsOf(cause, other, region, isCompared),
        },
        ...(cause.inputs.length === 0
          ? []
          : [
              note(
                say.more({ depth: depth < mostDepth ? Math.min(depth + 2, mostDepth) : '', file: specificationFile }),
              ),
            ]),
      ],
    }
  },
})
