/** Uncertain inputs by their effect on the verdict or on outcomes, to show which data to improve first. */

import * as z from 'zod'
import texts from '../texts/evidence-report.ts'
import { type InputEffect, rankEvidence, type RankedInput } from '../analysis/evidence/evidence-ranking.ts'
import { meansRemark } from '../analysis/runs/mean-of-year.ts'
import type { Shown } from '../analysis/explain/shown.ts'
import { number, figureDigits } from '../analysis/words/numbers.ts'
import { scalarReading, scalarShown, scalarTitle } from '../analysis/runs/scalars.ts'
import { type FactorInfo, type OutcomeSensitivity, rankFactors } from '../analysis/evidence/sensitivity.ts'
import { ranges, type UncertainInput } from '../analysis/evidence/uncertain-inputs.ts'
import { runsOnModule } from '../analysis/region/wasm-region.ts'
import type { RegionData } from '../regions/types.ts'
import type { Estimate } from '../engine/sensitivity.ts'
import { rowsOf, type SaltelliDesign } from '../engine/sensitivity-design.ts'
import { uncertainParameters } from '../engine/ensemble.ts'
import { type Both, type Language, messageTable, UsageError } from '../language/messages.ts'
import { gradeName } from '../model/names/evidence.ts'
import { noteText } from '../model/names/notes.ts'
import { parameterName } from '../model/names/parameters.ts'
import { variableName } from '../model/names/variables.ts'
import { unitWords } from '../model/names/units.ts'
import { uncertaintyOf } from '../scenario/scenario.ts'
import * as take from './core/inputs.ts'
import { question } from './core/question.ts'
import {
  type Block,
  both,
  type Cell,
  type Column,
  expert,
  joined,
  marks,
  note,
  section,
  type Show,
  type Spread,
  type Table,
  text,
} from './core/report.ts'
import { changeUnitOf, sizeIn, showOf, valueIn, areaName, placeName, policyName } from './core/names.ts'

const say = messageTable('evidence-report', texts)

type Input = Pick<RankedInput, 'name' | 'doc' | 'unit'> & { readonly evidence: string }

const nameOf = ({ name, doc }: Pick<Input, 'name' | 'doc'>): Both<string> =>
  name === 'shocks' ? say.series().text : both(language => (language === 'en' ? doc : parameterName(name, doc, 'zh')))

const spread = ({ value: mean, low, high }: Estimate): Spread => ({ low, mean, high })

const signOf = (direction: number, least: number): string =>
  direction === 0 || Math.abs(direction) < least ? '' : direction > 0 ? '+' : '−'

const column = (id: 'input' | 'kind' | 'evidence' | 'sign' | 'name' | 'values' | 'remark'): Column => ({
  id,
  head: say[id]().text,
  as: 'text',
})

const figure = (
  id: 'criteria' | 'class' | 'effect' | 'spread' | 'total' | 'alone',
  as: Column['as'],
  show: Show,
): Column => ({
  id,
  head: say[id]().text,
  as,
  ...show,
})

const kindIn = ({ kind }: Pick<UncertainInput, 'kind'>): Both<string> => say.kinds({ kind }).text
const gradeIn = ({ evidence: grade }: Pick<Input, 'evidence'>): Both<string> => gradeName(grade)

type Ranged = Pick<UncertainInput, 'name' | 'doc' | 'unit' | 'cells' | 'kind'>

/** 'Liaoning 3,300 (2,640 to 3,960)', for each area. A parameter that is no rate may be an elasticity, and stands as it is set. */
const valuesIn = ({ cells, unit, kind }: Ranged, region: RegionData, language: Language): string => {
  const isShare = (unit === 'share' && kind !== 'parameter') || unit === '1/year'
  const words = unitWords(unit, language)
  const scale = isShare ? 100 : words.scale
  const [to, join, percent] = language === 'en' ? (['to', ', ', '%'] as const) : (['至', '、', '%'] as const)
  const own = cells.map(({ address, value, low, high }) => {
    const [, area] = /\[([A-Z]+-[A-Z]+)[,\]]/.exec(address) ?? []
    const [, time] = / at ([\d.]+)$/.exec(address) ?? []
    const [middle, from, until] = [value, low, high].map(one => number(one * scale))
    return `${area === undefined ? '' : `${areaName(region, area)[language]} `}${time === undefined ? '' : `${time}: `}${middle} (${from} ${to} ${until})`
  })
  const parts = [isShare ? percent : '', unit === 'share' ? '' : words.text.trim()].filter(part => part !== '')
  return [own.join(join), parts.join(language === 'en' ? ' ' : '')].join(' ').trim()
}

/** The values that are used of the first inputs, with their ranges. */
const valuesTable = (id: string, inputs: readonly Ranged[], region: RegionData): Table => ({
  kind: 'table',
  id,
  columns: (['input', 'name', 'values', 'remark'] as const).map(column),
  rows: inputs.map(input => [
    nameOf(input),
    input.name,
    both(language => valuesIn(input, region, language)),
    both(language =>
      [...new Set(input.cells.flatMap(cell => (cell.note === undefined ? [] : noteText(cell.note, language))))].join(
        marks.clauses[language],
      ),
    ),
  ]),
})

const listed = (inputs: readonly Input[]): Both<string> => joined(inputs.map(nameOf), marks.clauses)

const sobolTable = (id: string, factors: OutcomeSensitivity['sobol']): Table => ({
  kind: 'table',
  id,
  columns: [
    column('input'),
    column('evidence'),
    figure('total', 'band', { scale: 100, digits: 0 }),
    figure('alone', 'band', { scale: 100, digits: 0 }),
    column('sign'),
  ],
  rows: factors.map((one): Cell[] => [
    nameOf(one),
    gradeIn(one),
    spread(one.total),
    spread(one.first),
    signOf(one.direction, 0.05),
  ]),
})

/** The share of the variance due to parameters of each evidence grade, as far as they act alone. */
const varianceIn = ({ sobol }: OutcomeSensitivity): Both<string> => {
  const groups = [...Map.groupBy(sobol, ({ evidence }) => evidence)]
    .map(([grade, own]) => ({ grade, part: own.reduce((sum, { first }) => sum + Math.max(0, first.value), 0) }))
    .toSorted((a, b) => b.part - a.part)
  const rest = Math.max(0, 1 - groups.reduce((sum, { part }) => sum + part, 0))
  const shown = (part: number): string => number(part * 100, 0)
  const list = groups.map(({ grade, part }) =>
    grade === ''
      ? say.shocks({ part: shown(part) }).text
      : say.varianceOf({ grade: gradeName(grade), part: shown(part) }).text,
  )
  return say.variance({ list: joined(list, marks.parts), rest: shown(rest) }).text
}

const withPrior = (one: FactorInfo): Ranged[] => {
  if (one.prior === undefined) return []
  const { low, high, central: value } = one.prior
  const cells = [{ address: one.name, evidence: 'assumed' as const, source: one.source, low, high, value }]
  return [{ ...one, kind: 'parameter', cells }]
}

/** Changes in the unit of the outcome, which stands at their heads. */
const effectsTable = (id: string, inputs: readonly InputEffect[], shown: Both<Shown>): Table => {
  const { scale } = showOf(shown)
  const size = inputs[0]?.size.value ?? 1
  const show = { scale, digits: { en: figureDigits([size * scale.en]), zh: figureDigits([size * scale.zh]) } }
  const unit = changeUnitOf(shown)
  const inUnit = (one: Column): Column =>
    unit.en === '' ? one : { ...one, head: joined([one.head, unit], marks.parts) }
  return {
    kind: 'table',
    id,
    columns: [
      column('input'),
      column('kind'),
      column('evidence'),
      inUnit(figure('effect', 'band', show)),
      inUnit(figure('spread', 'number', show)),
      column('sign'),
    ],
    rows: inputs.map((one): Cell[] => [
      nameOf(one),
      kindIn(one),
      gradeIn(one),
      spread(one.size),
      one.spread,
      signOf(one.mean, one.size.value / 2),
    ]),
  }
}

const verdictTable = (inputs: readonly RankedInput[]): Table => ({
  kind: 'table',
  id: 'inputs',
  columns: [
    column('input'),
    column('kind'),
    column('evidence'),
    figure('criteria', 'band', { digits: 2 }),
    column('sign'),
    figure('class', 'number', { scale: 100, digits: 0 }),
  ],
  rows: inputs.map((one): Cell[] => [
    nameOf(one),
    kindIn(one),
    gradeIn(one),
    spread(one.criteriaChanged),
    signOf(one.direction, one.criteriaChanged.value / 2),
    one.classChanged,
  ]),
})

/** The whole result, and outcomes at the end of the window. */
const pageOutcomes = ['', 'regionOutputPerHead@2037', 'regionDebtToGdp@2037Q4', 'regionResidents@2037Q4']

export const evidence = question({
  inputs: {
    outcome: {
      ...take.names(
        {
          en: 'outcome@time, score, revived, C1 … instead of the whole result',
          zh: '以“指标@时间”、score、revived、C1等代替总体结果',
        },
        'outcome',
      ),
      label: { en: 'Effect on', zh: '影响对象' },
      options: ({ linked }) =>
        pageOutcomes.map(address => {
          const doc = linked.variables.get(address.replace(/@.*$/, ''))?.doc ?? address
          const [name] = address.split('@')
          return [
            address,
            address === '' ? say.result().text : both(language => variableName(name!, doc, language)),
          ] as const
        }),
    },
    method: {
      type: z.enum(['morris', 'sobol']).optional(),
      help: {
        en: 'morris (walks through all inputs; the standard for the whole result) or sobol (shares of the variance that is due to parameters; the standard for outcomes)',
        zh: 'morris（遍历全部输入，总体结果的默认方法）或sobol（各参数占方差的比重，结果指标的默认方法）',
      },
      placeholder: 'method',
    },
    walks: {
      type: z.int().min(2).max(100_000).default(40),
      page: 4,
      help: {
        en: 'walks through all inputs; the number of runs is this times the number of inputs plus one',
        zh: '遍历全部输入的次数；模拟次数为该数乘以（输入个数加一）',
      },
      placeholder: 'number',
    },
    base: {
      type: z
        .int()
        .min(64)
        .max(2 ** 22)
        .default(512),
      help: {
        en: 'size of the Sobol sample, a power of 2; the number of runs is this times the number of parameters plus three',
        zh: 'Sobol样本规模，须为2的幂；模拟次数为该数乘以（参数个数加三）',
      },
      placeholder: 'number',
      page: 64,
      read: (_, given: number, called: string) => {
        const near = 2 ** Math.round(Math.log2(given))
        if (near !== given) throw new UsageError(say.powerOfTwo({ option: called, text: given, near }))
        return given
      },
    },
    shocks: {
      type: z.boolean().default(true),
      help: { en: 'run Sobol samples without random shocks', zh: 'Sobol样本不含随机冲击' },
    },
    seed: take.seed,
    top: {
      type: z.int().min(1).max(1000).default(10),
      help: { en: 'number of inputs to show', zh: '显示的输入个数' },
      placeholder: 'number',
      shows: true,
    },
  },
  find: async ({ open, inputs, scenario }, runs) => {
    const { policy, assumptions } = scenario
    const { outcome: outcomes, walks, base, shocks, seed } = inputs
    const method = inputs.method ?? (outcomes.length === 0 ? 'morris' : 'sobol')
    const uncertainty = uncertaintyOf(scenario)
    // Both methods move one input while the others stay, which correlated ones do not.
    if ((uncertainty.correlations ?? []).length > 0) throw new UsageError(say.correlated())
    const asked = method === 'sobol' && outcomes.length === 0 ? ['score'] : outcomes
    const readings = asked.map(one => scalarReading(open, one))
    const heads = asked.map(outcome => ({ outcome, title: scalarTitle(open, outcome) }))
    if (method === 'morris') {
      const runsOn = runsOnModule(open, runs)
      let before = 0
      const ranking = await rankEvidence(open, runsOn, { policy, assumptions, walks, seed, readings }, (done, all) => {
        if (before === 0) runs.begin(all)
        const more = done - before
        before = done
        return runs.advance(more)
      })
      return { ...ranking, walks, heads, readings }
    }
    const design: SaltelliDesign = { kind: 'saltelli', base, shocks }
    const members = rowsOf(design, uncertainParameters(open.linked).length)
    runs.begin(members)
    const run = await runs.trials({ readings, members, seed, assumptions, uncertainty, design })
    const [values] = await run([policy])
    return {
      design,
      runs: members,
      readings,
      outcomes: heads.map((head, at) => ({ ...head, ...rankFactors(open, { design, seed }, values![at]!) })),
    }
  },
  warnings: ({ open }, { readings }) =>
    meansRemark(
      open,
      readings.flatMap(one => ('outcome' in one ? [one.outcome] : [])),
    ),
  record: ({ open: { region }, scenario, inputs: { seed } }, found) => {
    const head = { region: region.id, scenario: scenario.name, seed }
    if (found.design !== undefined) {
      const { design, runs, outcomes } = found
      return { ...head, design, runs, outcomes: outcomes.map(one => ({ ...one, title: one.title.en })) }
    }
    const { walks, runs, failed, inputs, parts, effects, heads } = found
    return {
      ...head,
      walks,
      runs,
      failed,
      inputs,
      parts,
      ...(heads.length === 0
        ? {}
        : { outcomes: heads.map(({ outcome, title }, at) => ({ outcome, title: title.en, inputs: effects[at] })) }),
    }
  },
  report: ({ open, scenario, inputs: { seed, top } }, found) => {
    const { region } = open
    const title = say.title({
      place: placeName(region),
      policy: policyName(scenario),
    })
    const runs = number(found.runs, 0)
    if (found.design !== undefined) {
      const blocks = found.outcomes.flatMap((one): Block[] => [
        text(
          say.outcome({
            name: one.outcome,
            title: one.title,
            mean: valueIn(scalarShown(open, one.outcome), one.mean),
            deviation: sizeIn(scalarShown(open, one.outcome), one.deviation),
          }),
        ),
        note(varianceIn(one)),
        sobolTable(one.outcome, one.sobol.slice(0, top)),
        expert(
          section(
            say.ranges(),
            valuesTable(`values of ${one.outcome}`, one.sobol.slice(0, top).flatMap(withPrior), region),
          ),
        ),
      ])
      return {
        title,
        drawn: say.sampled({ runs, seed }),
        blocks: [...blocks, expert(note(say.aboutSobol())), note(say.grades())],
      }
    }
    const { inputs, effects, heads, walks, parts, failed } = found
    const drawn = say.walked({ walks, runs, seed })
    const sizes = { assumed: 100 * ranges.assumed, derived: 100 * ranges.derived }
    if (heads.length > 0) {
      const blocks = heads.flatMap(({ outcome, title: own }, at): Block[] => [
        text(say.outcomeOnly({ name: outcome, title: own })),
        effectsTable(outcome, effects[at]!.slice(0, top), scalarShown(open, outcome)),
        expert(section(say.ranges(), valuesTable(`values of ${outcome}`, effects[at]!.slice(0, top), region))),
      ])
      return { title, drawn, blocks: [...blocks, expert(note(say.aboutEffects(sizes))), note(say.grades())] }
    }
    const moving = inputs.filter(({ criteriaChanged }) => criteriaChanged.value > 0)
    const figures = moving.filter(({ kind }) => kind !== 'parameter')
    const list = parts
      .filter(({ part }) => part >= 0.005)
      .map(
        ({ kind, evidence: grade, count, part }) =>
          say.share({ count, kind: say.kinds({ kind }), grade: gradeName(grade), part: number(100 * part, 0) }).text,
      )
    return {
      title,
      drawn,
      blocks: [
        text(say.finding({ first: listed(moving.slice(0, 2)) })),
        text(say.better({ first: listed(figures.slice(0, 3)) })),
        verdictTable(inputs.slice(0, top)),
        note(
          say.shares({
            list: joined(list, marks.parts),
            idle: inputs.length - moving.length,
            all: inputs.length,
            failed: failed === 0 ? '' : failed,
          }),
        ),
        expert(section(say.data(), valuesTable('data', figures.slice(0, top), region))),
        expert(note(say.aboutWalks(sizes))),
      ],
    }
  },
})
