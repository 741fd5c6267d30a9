/** The judgement in a forecast: outcomes that somebody holds, the equations that carry them, and what follows. */

import * as z from 'zod'
import { judgementIn, type JudgedLine, reopened, withoutEntry } from '../analysis/runs/judged.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { outsideOf } from '../analysis/region/outside.ts'
import { number } from '../analysis/words/numbers.ts'
import type { Run } from '../engine/run.ts'
import { readRun } from '../engine/run/reader.ts'
import type { Both } from '../language/messages.ts'
import { addressedLabels } from '../language/address.ts'
import { namesOf } from '../language/typeset.ts'
import { type AddFactor, addFactors, channels } from '../model/add-factors.ts'
import { variableName } from '../model/names/variables.ts'
import { catalogued, indicatorOf } from '../outcomes/catalogue.ts'
import { holdColumns, holdsFrom } from '../scenario/holds.ts'
import { checkOutside } from '../scenario/problems.ts'
import { rulesOf } from '../scenario/rules.ts'
import texts from '../texts/judgement.ts'
import { bothTexts } from '../language/messages.ts'
import { conditionsOf } from './core/conditions.ts'
import { areaName, changeUnitOf, percentIn, placeName, shownOf, showOf, valueIn } from './core/names.ts'
import { question } from './core/question.ts'
import {
  both,
  type Cell,
  type Column,
  joined,
  marks,
  note,
  type Report,
  section,
  type Table,
  text,
} from './core/report.ts'

const say = bothTexts(texts)

const factorName = ({ id }: AddFactor): Both<string> => say.factors[id as keyof typeof say.factors]

/** Outcomes by which an entry is weighed. */
const headlines = ['output', 'debtToGdp'].map(id => indicatorOf(id))

const headlineNames = headlines.map(({ variables }) => variables[0])

/** Years after the last that is held in which they are read. */
const weighedAfter = 3

const unitIn = ({ linked }: OpenRegion, { variable, growth }: JudgedLine) =>
  shownOf({ variable, unit: growth ? '1/year' : linked.variables.get(variable)!.unitText, growth })

const nameIn = ({ linked, region }: OpenRegion, { outcome, variable, growth }: JudgedLine): Both<string> => {
  const [label] = addressedLabels(outcome.replace(/^growth\(|\)$/g, ''))
  const name =
    catalogued(variable)?.names ??
    both(language => variableName(variable, linked.variables.get(variable)!.doc, language))
  const own = growth ? say.growth({ name }) : name
  return label === undefined ? own : joined([own, areaName(region, label)], marks.title)
}

const throughIn = ({ carried }: JudgedLine): Both<string> =>
  joined(
    carried.map(({ factor, share }) => say.part({ name: factorName(factor), share: percentIn(share, 0) })),
    marks.list,
  )

const told = (given: string | undefined): Cell => given ?? null

const tables = (open: OpenRegion, { lines, held, plain }: NonNullable<ReturnType<typeof judgementIn>>): Table[] => {
  const shown = (line: JudgedLine, value: number): Cell => valueIn(unitIn(open, line), value)
  const columns = (...ids: ReadonlyArray<keyof typeof say.heads>): Column[] =>
    ids.map(id => ({ id, head: say.heads[id], as: 'text' }))
  const entries = [...new Set(lines.map(({ outcome }) => outcome))]
  const year = Math.min(Math.floor(held.times.at(-1)!), Math.max(...lines.map(line => line.year)) + weighedAfter)
  const read = (run: Run, at: number): number =>
    readRun(run)[headlines[at]!.reading === 'end' ? 'last' : 'mean'](headlineNames[at]!, year)
  const weighed = entries.flatMap((outcome): Cell[][] => {
    const run = withoutEntry(open, outcome, headlineNames)
    const name = nameIn(open, lines.find(line => line.outcome === outcome)!)
    return run === undefined
      ? [[name, ...headlines.map(() => null)]]
      : [[name, ...headlines.map((_, at) => read(held, at) - read(run, at))]]
  })
  const all: Cell[] = [say.together, ...headlines.map((_, at) => read(held, at) - read(plain, at))]
  return [
    {
      kind: 'table',
      id: 'held',
      title: say.heldTitle,
      wide: true,
      columns: [
        ...columns('what', 'year', 'plain', 'held'),
        { id: 'size', head: say.heads.size, as: 'number', digits: 1 },
        ...columns('through', 'by', 'on', 'why'),
      ],
      rows: lines.map(line => [
        nameIn(open, line),
        line.period,
        shown(line, line.plain),
        shown(line, line.value),
        line.size,
        throughIn(line),
        told(line.setting.by),
        told(line.setting.on),
        told(line.setting.why),
      ]),
    },
    {
      kind: 'table',
      id: 'after',
      columns: columns('what', 'year', 'plain', 'held'),
      rows: lines.flatMap(line =>
        line.after.map(({ year: later, plain: before, held: now }): Cell[] => [
          nameIn(open, line),
          line.period.replace(String(line.year), String(later)),
          shown(line, before),
          shown(line, now),
        ]),
      ),
    },
    {
      kind: 'table',
      id: 'weighed',
      title: say.weighedTitle({ year }),
      columns: [
        ...columns('what'),
        ...headlines.map(({ id, names, unit, variables: [variable] }): Column => {
          const of = shownOf({ variable, unit })
          return { id, head: joined([names, changeUnitOf(of)], marks.parts), as: 'number', signed: true, ...showOf(of) }
        }),
      ],
      rows: [...weighed, ...(entries.length > 1 ? [all] : [])],
      ...(entries.length > 1 ? { total: true } : {}),
    },
  ]
}

const remarks = ({ region, judged }: OpenRegion, lines: readonly JudgedLine[]): Both<string>[] => {
  const assumed = [
    ...new Map(
      lines.flatMap(({ carried }) =>
        carried.flatMap(({ factor }) => (factor.assumed ? [[factor.id, factorName(factor)] as const] : [])),
      ),
    ).values(),
  ]
  return [
    ...(judged?.judgement.warnings ?? []).map(warning => warning.text),
    say.meaning({ region: placeName(region) }),
    ...(assumed.length === 0 ? [] : [say.assumed({ list: joined(assumed, marks.list) })]),
  ]
}

/** Tables of the outcomes that are held in an open region, and of the years after. */
export const heldBlocks = (open: OpenRegion): Table[] => {
  const found = judgementIn(open, headlineNames)
  return found === undefined ? [] : tables(open, found).slice(0, 2)
}

/** Only a page asks for a judgement in parts: everywhere else it stands among the external conditions. */
const own = { type: z.string().default(''), page: '', pageOnly: true as const }

export const judgement = question({
  inputs: {
    holds: {
      ...own,
      help: {
        en: 'outcomes that are held, separated by semicolons, such as growth(regionOutput)=4.5@2027',
        zh: '设定的结果，用分号隔开，如 growth(regionOutput)=4.5@2027',
      },
      label: { en: 'Held outcomes', zh: '设定的结果' },
      typed: true as const,
      options: ({ region: { areas } }: OpenRegion) =>
        [
          'growth(regionOutput)=4.5@2027',
          `growth(output[${areas[0]}])=4.5@2027`,
          `debtToGdp[${areas[0]}]+=0.005@2027`,
          `residentsTotal[${areas[0]}]*=0.998@2027`,
        ].map(example => [example, both(() => example)] as const),
    },
    file: {
      ...own,
      help: {
        en: `a table of held outcomes as CSV, with the columns ${holdColumns.join(', ')}`,
        zh: `设定结果的 CSV 表，各列为 ${holdColumns.join('、')}`,
      },
      label: { en: 'Table (CSV)', zh: '表格（CSV）' },
      file: true as const,
    },
    through: {
      ...own,
      help: { en: 'equations or channels through which they are held', zh: '实现设定所用的方程或渠道' },
      label: { en: 'Through', zh: '通过' },
      options: () => [
        ['', say.ownChannel] as const,
        ...channels.map(id => [id, say.channels[id]] as const),
        ...addFactors.map(one => [one.id, factorName(one)] as const),
      ],
    },
    author: { ...own, help: say.heads.by, label: say.heads.by },
    date: { ...own, help: say.heads.on, label: say.heads.on },
    reason: { ...own, help: say.heads.why, label: say.heads.why },
    far: {
      type: z.enum(['refuse', 'hold']).default('refuse'),
      help: {
        en: 'values that are far from the forecast are refused, or held too',
        zh: '远离预测的数值：拒绝或照此设定',
      },
      label: { en: 'Far from the forecast', zh: '远离预测的数值' },
      options: () => [['refuse', say.refuse] as const, ['hold', say.holdFar] as const],
      pageOnly: true as const,
    },
  },
  find: ({ open, inputs: { holds, file, through, author, date, reason, far } }) => {
    const given = holdsFrom(
      holds.split(/[;；\n]/).filter(one => one.trim() !== ''),
      file === '' ? undefined : file,
      {
        ...(through === '' ? {} : { through: [through] }),
        ...(author === '' ? {} : { by: author }),
        ...(date === '' ? {} : { on: date }),
        ...(reason === '' ? {} : { why: reason }),
        ...(far === 'hold' ? { accepted: true as const } : {}),
      },
    )
    const outside = { ...outsideOf(open), ...given }
    checkOutside(rulesOf(open), outside)
    const judged = Object.keys(given).length === 0 ? open : reopened(open, outside)
    return {
      open: judged,
      outside,
      ledger: judgementIn(
        judged,
        headlines.map(({ variables }) => variables[0]),
      ),
    }
  },
  audits: ({ ledger }) => (ledger === undefined ? undefined : [ledger.held.audit!, ledger.plain.audit!]),
  scenario: ({ scenario }, { outside }) => ({ ...scenario, outside }),
  conditions: (asked, { open }) => conditionsOf({ ...asked, open }),
  record: ({ open: { region } }, { open: { judged }, ledger }) => ({
    region: region.id,
    size: judged?.judgement.size ?? 0,
    holds: (ledger?.lines ?? []).map(({ outcome, year, period, value, plain, size, carried, after, setting }) => ({
      outcome,
      year,
      period,
      value,
      plain,
      size,
      through: carried.map(({ factor, share }) => ({ equation: factor.of, share, assumed: factor.assumed })),
      after,
      author: setting.by ?? null,
      date: setting.on ?? null,
      reason: setting.why ?? null,
    })),
    factors: (judged?.judgement.factors ?? []).map(({ factor, area, size, value }) => ({
      equation: factor.of,
      area,
      size,
      value,
    })),
  }),
  report: ({ open: { region } }, { open, ledger }): Report => {
    const title = say.title({ region: namesOf(region.names) })
    if (ledger === undefined) return { title, blocks: [text(say.nothing)] }
    const { lines } = ledger
    const [first] = lines
    const [later] = first!.after
    const shown = (value: number): Both<string> => valueIn(unitIn(open, first!), value)
    const [held, after, { title: weighedTitle, ...weighed }] = tables(open, ledger) as [Table, Table, Table]
    return {
      title,
      blocks: [
        text(
          first!.carried.length === 0
            ? say.asForecast({ what: nameIn(open, first!), year: first!.period, held: shown(first!.value) })
            : say.lead({
                what: nameIn(open, first!),
                year: first!.period,
                held: shown(first!.value),
                plain: shown(first!.plain),
                size: number(first!.size, 1),
                through: throughIn(first!),
              }),
        ),
        ...(later === undefined
          ? []
          : [
              text(
                say.later({
                  year: first!.period.replace(String(first!.year), String(later.year)),
                  held: shown(later.held),
                  plain: shown(later.plain),
                }),
              ),
            ]),
        held,
        section(say.afterTitle, after),
        section(weighedTitle!, weighed),
        ...remarks(open, lines).map(note),
      ],
    }
  },
})
