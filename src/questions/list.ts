/** The contents of a region and its model: packages, levers, parameters, external conditions, outcomes, figures, sources. */

import * as z from 'zod'
import texts from '../texts/list-report.ts'
import { costingOf } from '../analysis/policies/costs.ts'
import { type LeverEffect, leverEffects } from '../analysis/policies/lever-effects.ts'
import { signed } from '../analysis/words/numbers.ts'
import { shocksOf } from '../analysis/region/outside.ts'
import { concerning, type DataPoint, dataPoints } from '../analysis/region/pack.ts'
import { packagesOf } from '../analysis/policies/packages.ts'
import { type PathEffect, pathEffects } from '../analysis/region/path-effects.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { valueOnPath } from '../engine/path-value.ts'
import type { RunMany } from '../engine/run/many.ts'
import { leversOf, standardAt } from '../engine/scenario.ts'
import { unitIn } from '../language/currency.ts'
import { type Declaration, isPrior, type Prior } from '../language/declare.ts'
import type { LinkedModel, Variable } from '../language/linked.ts'
import { type Both, messageTable } from '../language/messages.ts'
import { isEvent, payerOf } from '../language/payer.ts'
import { leverName, payerName, themeNames } from '../model/names/levers.ts'
import { noteText } from '../model/names/notes.ts'
import { packageWords } from '../model/names/packages.ts'
import { labelName, parameterName } from '../model/names/parameters.ts'
import { figureName } from '../model/names/series.ts'
import { sourceName } from '../model/names/sources.ts'
import { gradeName } from '../model/names/evidence.ts'
import { variableName } from '../model/names/variables.ts'
import { catalogued } from '../outcomes/catalogue.ts'
import { pathScale } from '../language/path-bounds.ts'
import { pathUnit } from '../scenario/paths.ts'
import { type ListName, listNames } from './core/list-names.ts'
import { unitOf, areaName, moneyIn, percentIn, placeName } from './core/names.ts'
import { question } from './core/question.ts'
import { both, type Cell, note, type Said } from './core/report.ts'

const say = messageTable('list-report', texts)

type Row = Readonly<Record<string, string | number | Both<string>>>

export interface Listing {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly remark: Said
}

const ofKind = <Kind extends Declaration['kind']>(model: LinkedModel, kind: Kind) =>
  [...model.present.values()].flatMap(variable =>
    variable.declaration?.kind === kind
      ? [{ variable, declaration: variable.declaration as Extract<Declaration, { kind: Kind }> }]
      : [],
  )

const inWords = ({ name, doc }: Pick<Variable, 'name' | 'doc'>): Both<string> =>
  both(language => (language === 'en' ? doc : variableName(name, doc, 'zh')))

const packages = (open: OpenRegion): Listing => {
  const costing = costingOf(open)
  const settings = (levers: ReturnType<typeof packagesOf>[number]['levers']): Both<string> =>
    both(language =>
      levers
        .map(({ name, value, free }) => {
          const shown = language === 'en' ? name : leverName(name, name, 'zh')
          return `${shown} ${Number(value.toPrecision(3))}${free ? say.noCost().text[language] : ''}`
        })
        .join(language === 'en' ? ', ' : '，'),
    )
  return {
    columns: ['id', 'name', 'description', 'levers'],
    rows: packagesOf(open, costing).map(({ id, name, doc, levers }) => ({
      id,
      name: both(language => (language === 'en' ? name : packageWords.zh[id]!.name)),
      description: both(language => (language === 'en' ? doc : packageWords.zh[id]!.gloss)),
      levers: settings(levers),
    })),
    remark: say.packagesNote({
      amount: moneyIn(open.region, costing.envelope),
      place: placeName(open.region),
      id: open.region.id,
    }),
  }
}

/** A remark on the effect of a lever at its bounds, where it has hardly any. */
const littleEffect = (effect: LeverEffect | undefined): string | Both<string> =>
  effect === undefined || effect.acts ? '' : say.hardlyAny({ points: signed(100 * effect.debt, 2) }).text

const levers = (open: OpenRegion, runMany: RunMany): Listing => {
  const { linked } = open
  const all = leversOf(linked)
  const effects = new Map(leverEffects(open, runMany, {}))
  // Levers that divide the investment of others among industries come after the levers themselves.
  const own = ofKind(linked, 'lever')
    .filter(({ declaration }) => !isEvent(declaration))
    .toSorted((a, b) => Number(a.declaration.partOf !== undefined) - Number(b.declaration.partOf !== undefined))
  const rows = own.map(({ variable, declaration: { theme, standard, bounds, free } }): Row => {
    const { name, doc, dimensions, unitText: unit } = variable
    const payer = payerOf(all, name)
    return {
      theme: both(language => (language === 'en' ? theme : (themeNames.zh[theme] ?? theme))),
      name: [name, ...dimensions.map(one => `[${one.name}]`)].join(''),
      unit,
      // At the start of packages.
      now: standardAt(standard, 2026),
      from: bounds[0],
      to: bounds[1],
      effect: littleEffect(effects.get(name)),
      payer: both(
        language =>
          `${payerName(payer === '' ? 'none' : payer, language)}${free === undefined ? '' : say.noCost().text[language]}`,
      ),
      description: both(language =>
        [
          language === 'en' ? doc : leverName(name, doc, 'zh'),
          ...dimensions.map(one => `${one.name}: ${one.labels.join(', ')}`),
        ].join('; '),
      ),
    }
  })
  return {
    columns: ['theme', 'name', 'unit', 'now', 'from', 'to', 'effect', 'payer', 'description'],
    rows,
    remark: say.leversNote({ year: open.simulator.horizon.end - 1 }),
  }
}

/** '0.5 (0.2 to 0.9)', '0.5（0.2 至 0.9）', to six digits. */
const priorText = (value: number | Prior): string | Both<string> => {
  if (typeof value === 'number') return String(value)
  const [central, low, high] = [value.central, value.low, value.high].map(one => Number(one.toPrecision(6)))
  return { en: `${central} (${low} to ${high})`, zh: `${central}（${low} 至 ${high}）` }
}

const parameters = ({ linked }: OpenRegion): Listing => ({
  columns: ['name', 'unit', 'value', 'evidence', 'source', 'description'],
  rows: ofKind(linked, 'parameter').flatMap(({ variable, declaration: { value } }) => {
    const { name: own, unitText: unit, evidence = '', source = '', doc } = variable
    const entries: Array<[string, number | Prior]> =
      typeof value === 'number' || isPrior(value)
        ? [[own, value]]
        : Object.entries(value).map(([label, entry]) => [`${own}[${label}]`, entry])
    return entries.map(([name, entry]): Row => {
      const description = both(language => (language === 'en' ? doc : parameterName(name, doc, 'zh')))
      return { name, unit, value: priorText(entry), evidence: gradeName(evidence), source, description }
    })
  }),
  remark: say.parametersNote(),
})

const outcomes = ({ linked, region }: OpenRegion): Listing => ({
  columns: ['name', 'unit', 'over', 'description'],
  rows: [...linked.present.values()]
    .filter(({ outcome }) => outcome)
    .map(variable => ({
      name: variable.name,
      unit: unitIn(catalogued(variable.name)?.unit ?? variable.unitText, region.currency),
      over: variable.dimensions.map(({ name }) => name).join(' '),
      description: inWords(variable),
    })),
  remark: say.outcomesNote(),
})

const effectInWords = (effect: PathEffect | undefined): string | Both<string> => {
  if (effect?.kind === 'switched')
    return say.onlyWith({ names: { en: effect.by.join(' or '), zh: effect.by.join('或') } }).text
  return effect?.kind === 'reported' ? say.onlyOn({ names: effect.in.join(', ') }).text : ''
}

const pathYears = [2026, 2030, 2040] as const

const byYear = (of: (time: number) => number): Row =>
  Object.fromEntries(pathYears.map(year => [String(year), Number(of(year + 0.5).toPrecision(3))]))

const paths = ({ region, linked }: OpenRegion): Listing => {
  const rows = concerning(region, linked).paths.map(([name, { unit, points: own, ofAreas, origins }]): Row => {
    const doc = linked.variables.get(name)?.doc ?? ''
    const points = own.length > 0 ? own : Object.values(ofAreas!)[0]!
    return {
      name,
      unit: pathUnit(unit),
      ...byYear(time => valueOnPath(points, time) / pathScale(unit)),
      effect: effectInWords(pathEffects(linked).get(name)),
      uncertainty: shocksOf(linked, name).join(' '),
      sources: [...new Set(origins.map(({ source }) => source))].join(' '),
      description: both(language => figureName(name, doc, language)),
    }
  })
  const events = ofKind(linked, 'lever').flatMap(({ variable, declaration }): Row[] => {
    if (!isEvent(declaration)) return []
    const { name, unitText: unit, doc } = variable
    const [least, most] = declaration.bounds
    const own = both(language => (language === 'en' ? doc : leverName(name, doc, 'zh')))
    return [
      {
        name,
        unit,
        ...byYear(time => standardAt(declaration.standard, time)),
        effect: '',
        uncertainty: '',
        sources: '',
        description: say.event({ doc: own, least, most, name }).text,
      },
    ]
  })
  return {
    columns: ['name', 'unit', ...pathYears.map(String), 'effect', 'uncertainty', 'sources', 'description'],
    rows: [...rows, ...events],
    remark: say.pathsNote(),
  }
}

const baselines = ({ region }: OpenRegion): Listing => {
  const rows = (region.outside ?? []).map(({ from, to, evidence, note: own = '', ...rest }): Row => {
    const { baseline, path, change, value, unit, source } = rest
    const years = (to === undefined ? say.since({ from }) : say.period({ from, to })).text
    const remark = both(language => noteText(own, language))
    return { baseline, path, change, years, value, unit, evidence: gradeName(evidence), source, note: remark }
  })
  return {
    columns: ['baseline', 'path', 'change', 'years', 'value', 'unit', 'evidence', 'source', 'note'],
    rows,
    remark: say.baselinesNote({ id: region.id, baseline: region.outside?.[0]?.baseline ?? '' }),
  }
}

const sources = ({ region, linked }: OpenRegion): Listing => {
  const { figures: known, paths: outside } = concerning(region, linked)
  const origins = [...known, ...outside.flatMap(([, path]) => path.origins), ...region.series]
  const used = Map.groupBy(origins, ({ source }) => source)
  return {
    columns: ['id', 'figures', 'description', 'url'],
    rows: [...used]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { length: figures }]) => {
        const { what = '', url = '' } = region.sources[id] ?? {}
        const [first, ...more] = url.split(' ; ')
        return {
          id,
          figures,
          description: both(language => sourceName(id, what, language)),
          url: more.length === 0 ? first! : say.more({ address: first!, count: String(more.length) }).text,
        }
      }),
    remark: say.sourcesNote({ place: placeName(region) }),
  }
}

/** Years and calendar times: without separators. */
const timeText = (time: number): string => String(Number(time.toFixed(2)))

/** As the folder holds them, under whatever external conditions the question is asked: a row a number. */
const data = ({ region: given, under, linked }: OpenRegion, kinds: readonly DataPoint['kind'][]): Listing => {
  const region = under?.own ?? given
  const rows = dataPoints(region, linked)
    .filter(({ kind }) => kinds.includes(kind))
    .map(
      ({ name, doc, area, labels, unit, time, value = '', evidence, source, note: own = '' }): Row => ({
        description: both(language =>
          [figureName(name, doc, language), ...Object.values(labels).map(one => labelName(one, language))].join(
            language === 'en' ? ', ' : '，',
          ),
        ),
        area: areaName(region, area),
        year: timeText(time),
        value,
        unit,
        evidence: gradeName(evidence),
        source,
        note: both(language => noteText(own, language)),
        name,
      }),
    )
  const share = (grade: string): Both<string> =>
    percentIn(
      rows.filter(({ evidence }) => (evidence as Both<string>).en === grade).length / Math.max(1, rows.length),
      0,
    )
  return {
    columns: ['description', 'area', 'year', 'value', 'unit', 'evidence', 'source', 'note', 'name'],
    rows,
    remark: kinds.includes('series')
      ? say.seriesNote({ count: rows.length })
      : say.figuresNote({ count: rows.length, official: share('official'), assumed: share('assumed') }),
  }
}

const listings: Readonly<Record<ListName, (open: OpenRegion, runMany: () => RunMany) => Listing>> = {
  packages,
  levers: (open, runMany) => levers(open, runMany()),
  parameters,
  paths,
  baselines,
  outcomes,
  sources,
  figures: open => data(open, ['figure', 'path']),
  series: open => data(open, ['series']),
}

/** Numbers with all of their digits, as they are set. */
const cellOf = (row: Row, column: string): Cell => {
  const cell = row[column] ?? ''
  return typeof cell === 'number' ? { value: cell, digits: (/\.(\d+)$/.exec(String(cell))?.[1] ?? '').length } : cell
}

/** A number of the data in the unit of the language; shares and rates in per cent, but for factors, which go beyond 1. */
const shownCell = (row: Row, column: string, factors: ReadonlySet<unknown>): Cell => {
  const { value, unit } = row
  if ((column !== 'value' && column !== 'unit') || typeof unit !== 'string') return cellOf(row, column)
  const { scale, words } = unitOf(unit)
  const isPart = (unit === 'share' && !factors.has(row['name'])) || unit === '1/year'
  if (column === 'unit') return isPart ? { en: `% ${words.en}`.trim(), zh: `%${words.zh}` } : words
  return typeof value === 'number' ? { value, scale: isPart ? 100 : scale } : null
}

const english = (row: Row): Record<string, string | number> =>
  Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, typeof cell === 'object' ? cell.en : cell]))

export const list = question({
  inputs: {
    list: {
      type: z.enum(listNames),
      help: {
        en: `the list to show: regions, ${listNames.join(', ')}`,
        zh: `要显示的列表：regions、${listNames.join('、')}`,
      },
      label: { en: 'List', zh: '列表' },
      page: 'figures',
      options: () => listNames.map(one => [one, say.names({ list: one }).text] as const),
    },
    find: {
      type: z.string().default(''),
      help: { en: 'only rows with these words', zh: '仅显示含有这些词的行' },
      placeholder: 'words',
      label: { en: 'With the words', zh: '查找' },
      typed: true,
      options: () => ['debt', '债务', 'assumed', '2024'].map(word => [word, both(() => word)] as const),
      shows: true,
    },
  },
  // Each lever is run at its bounds.
  simulates: ({ inputs }) => inputs.list === 'levers',
  audits: () => [],
  find: ({ open, inputs }, runs) => listings[inputs.list](open, () => runs.many),
  csv: ({ inputs }, { rows, columns }) => [
    columns,
    ...matching(rows, inputs.find).map(row => {
      const own = english(row)
      return columns.map(id => String(own[id] ?? ''))
    }),
  ],
  record: ({ inputs }, { rows }) => matching(rows, inputs.find).map(english),
  report: ({ open, inputs }, { columns, rows, remark }) => {
    const found = matching(rows, inputs.find)
    const factors = new Set(rows.flatMap(({ name, value }) => (Math.abs(Number(value)) > 1 ? [name] : [])))
    const isData = inputs.list === 'figures' || inputs.list === 'series'
    return {
      title: say.title({ list: say.names({ list: inputs.list }), place: placeName(open.region) }),
      conditions: undefined,
      blocks: [
        ...(found.length === 0 ? [note(inputs.find === '' ? say.nothing() : say.none({ text: inputs.find }))] : []),
        {
          kind: 'table',
          id: inputs.list,
          columns: columns.map(id => ({
            id,
            head: id in texts.en ? (say[id as 'id']().text as Both<string>) : both(() => id),
            as: rows.some(row => typeof row[id] === 'number') ? 'number' : 'text',
          })),
          rows: found.map(row => columns.map(id => (isData ? shownCell(row, id, factors) : cellOf(row, id)))),
          wide: true,
        },
        note(remark),
      ],
    }
  },
})

/** All words have to be found, in any order and in either language. */
const matching = (rows: readonly Row[], text: string): readonly Row[] => {
  const words = text.toLowerCase().split(/\s+/)
  return rows.filter(row => {
    const own = Object.values(row)
      .map(cell => (typeof cell === 'object' ? `${cell.en} ${cell.zh}` : cell))
      .join(' ')
      .toLowerCase()
    return words.every(word => own.includes(word))
  })
}
