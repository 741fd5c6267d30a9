/** The report of an external event: direct, indirect and induced effects by industry, and beside them the full model. */

import { reasonMessages } from '../analysis/explain/messages.ts'
import type { Division } from '../analysis/explain/reasons.ts'
import { reasonSentences } from '../analysis/explain/reasons-in-words.ts'
import type { Impact, SectorImpact } from '../analysis/industries/impact.ts'
import { messages as say } from '../texts/industry.ts'
import type { Band } from '../analysis/words/numbers.ts'
import { signed } from '../analysis/words/numbers.ts'
import type { Both } from '../language/messages.ts'
import { variableName } from '../model/names/variables.ts'
import type { RegionData } from '../regions/types.ts'
import { industryColumn, industryName, moneyShow, peopleShow } from './core/events.ts'
import { currencyIn, placeName } from './core/names.ts'
import { type Block, both, type Cell, type Column, expert, note, type Report, section, text } from './core/report.ts'

const percentOf = (share: number): Both<string> =>
  both(language => `${signed(100 * share, 2)}${language === 'zh' ? '%' : ' %'}`)

const sectorsBlock = ({ sectors, total, years }: Impact, currency: Both<string>): Block => {
  // The first year of the event, when little has answered, and the year asked for.
  const places = years.slice(0, 2).map((year, at) => ({ at, head: say.byModel({ year }).text }))
  const cells = ({ valueAdded, employed, model }: Omit<SectorImpact, 'sector'>): Cell[] => [
    valueAdded.direct,
    valueAdded.indirect,
    valueAdded.induced,
    valueAdded.total,
    ...places.map(({ at }) => model?.[at]!.valueAdded ?? null),
    employed.total,
    ...places.map(({ at }) => model?.[at]!.employed ?? null),
  ]
  const money = { as: 'number', ...moneyShow } as const
  const people = { as: 'number', ...peopleShow } as const
  return section(
    say.impactHead({ currency }),
    {
      kind: 'table',
      id: 'sectors',
      columns: [
        industryColumn,
        { id: 'direct', head: say.direct().text, ...money },
        { id: 'indirect', head: say.indirect().text, ...money },
        { id: 'induced', head: say.induced().text, ...money },
        { id: 'total', head: say.sum().text, ...money },
        ...places.map(({ at, head }): Column => ({ id: `model${years[at]}`, head, ...money })),
        { id: 'jobs', head: say.jobsSum().text, ...people },
        ...places.map(({ at, head }): Column => ({ id: `jobs${years[at]}`, head, ...people })),
      ],
      rows: [...sectors.map(one => [industryName(one.sector), ...cells(one)]), [say.all().text, ...cells(total)]],
      total: true,
      bars: [
        {
          title: say.valueAdded().text,
          unit: say.moneyUnit({ currency }).text,
          columns: ['direct', 'indirect', 'induced'],
        },
        { title: say.employed().text, unit: say.peopleUnit().text, columns: ['jobs'] },
      ],
    },
    note(say.partsSaid()),
  )
}

const rangesBlock = ({ sectors, bands, years, year }: Impact, currency: Both<string>): Block | undefined => {
  if (bands === undefined) return undefined
  const asked = years.indexOf(year)
  const shown = [...new Set([0, asked])]
  const cell = ({ low, median, high }: Band): Cell => ({ low, mean: median, high })
  const cells = ({ table, model }: typeof bands.total): Cell[] => [
    cell(table),
    ...shown.map(at => (model === undefined ? null : cell(model[at]!.valueAdded))),
    model === undefined ? null : cell(model[asked]!.employed),
  ]
  const money = { as: 'range', ...moneyShow } as const
  return expert(
    section(say.bandsHead({ simulations: bands.members, currency }), {
      kind: 'table',
      id: 'ranges',
      columns: [
        industryColumn,
        { id: 'table', head: say.byTable().text, ...money },
        ...shown.map(
          (at): Column => ({ id: `model${years[at]}`, head: say.byModel({ year: years[at]! }).text, ...money }),
        ),
        { id: 'jobs', head: say.jobsByModel({ year }).text, as: 'range', ...peopleShow },
      ],
      rows: [
        ...sectors.map(({ sector }, at) => [industryName(sector), ...cells(bands.sectors[at]!)]),
        [say.all().text, ...cells(bands.total)],
      ],
    }),
  )
}

const modelBlock = ({ changes, years, bands, shocks }: Impact, currency: Both<string>): Block =>
  section(
    say.modelHead(),
    {
      kind: 'table',
      id: 'model',
      columns: [
        { id: 'outcome', head: say.outcome().text, as: 'text' },
        ...years.map((year): Column => ({ id: String(year), head: both(() => String(year)), as: 'band' })),
      ],
      rows: changes.map(({ variable, doc, unit, relative, at }, row) => {
        const isShare = relative || unit === 'share' || unit === 'year'
        const show = { scale: isShare ? 100 : moneyShow.scale, digits: 2, signed: true }
        return [
          both(language => variableName(variable, doc, language)),
          ...at.map((mean, place): Cell => {
            const { low, high } = bands === undefined ? { low: null, high: null } : bands.changes[row]![place]!
            return { mean, low, high, ...show }
          }),
        ]
      }),
    },
    note(say.modelSaid({ start: Math.min(...shocks.map(({ from }) => from)), currency })),
  )

const reasonsBlock = (reasons: readonly Division[], year: number): Block | undefined => {
  if (reasons.length === 0) return undefined
  const [en, zh] = [reasonSentences(reasons, 'en'), reasonSentences(reasons, 'zh')]
  return expert(section(reasonMessages.head({ year }), ...en.map((one, at): Block => text({ en: one, zh: zh[at]! }))))
}

export interface EventFound {
  readonly impact: Impact
  readonly reasons: readonly Division[]
}

export const eventReport = (region: RegionData, events: readonly string[], { impact, reasons }: EventFound): Report => {
  const currency = currencyIn(region)
  const { sales, total, output, changes, years, year } = impact
  const model = changes.find(({ variable }) => variable === 'regionOutput')!.at[years.indexOf(year)]!
  return {
    title: say.impactTitle({ place: placeName(region), events }),
    blocks: [
      text(
        say.impactSaid({
          sales: both(language => signed(sales * moneyShow.scale[language], 1)),
          share: percentOf(total.valueAdded.total / output),
          model: percentOf(model),
          currency,
          year,
        }),
      ),
      sectorsBlock(impact, currency),
      rangesBlock(impact, currency),
      modelBlock(impact, currency),
      reasonsBlock(reasons, year),
    ].filter(block => block !== undefined),
  }
}
