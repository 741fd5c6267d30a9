/** Changes by industry against current policy, with bands: a chart of one figure, and a table of all that can be sorted. */

import type { IndustryFigures, IndustryTable } from '../../../analysis/industries/industry-table.ts'
import { industryMessages as said } from '../../../analysis/industries/messages.ts'
import type { Band } from '../../../analysis/numbers.ts'
import { ChartFigure, ChartMenu } from '../../charts/figure.tsx'
import { GainRows } from '../../charts/gain-rows.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { HeadedTable } from '../../charts/table.tsx'
import { Button } from '../../controls/button.tsx'
import { Section } from '../../shell/head.tsx'
import { askWhy } from '../../shell/router.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { ask, useAsked } from '../../state/asks.ts'
import { typeset } from '../../../language/typeset.ts'
import { figureDigits } from '../../../analysis/readable-numbers.ts'
import { sectorsWords } from '../../words/sectors.ts'
import { labelName } from '../../../model/names/parameters.ts'
import { type Choices, type ShownFigure, shownFigures, useScales } from './choices.ts'

/** Of an area, and of the region. */
const variables: Readonly<Record<ShownFigure, readonly [string, string]>> = {
  output: ['outputOfIndustry', 'regionOutputOfIndustry'],
  employed: ['employmentOfIndustry', 'regionEmploymentOfIndustry'],
  exports: ['exportsOfIndustry', 'regionExportsOfIndustry'],
}

type Figures = Omit<IndustryFigures, 'industry'>

export interface IndustryChange {
  readonly now: number
  readonly before: number
  readonly change: number
  /** Undefined before the simulations are done. */
  readonly band: Pick<Band, 'low' | 'high'> | undefined
  /** The middle 80 % of the simulations lie on one side of zero. */
  readonly isClear: boolean
}

/** A figure in the units of the language. */
const industryChange = (figures: Figures, measure: ShownFigure, scale: number): IndustryChange => {
  const [now, before] = [figures[measure] * scale, figures.before[measure] * scale]
  const drawn = figures.changes?.[measure]
  const band = drawn === undefined ? undefined : { low: drawn.low * scale, high: drawn.high * scale }
  return { now, before, change: now - before, band, isClear: band !== undefined && (band.low > 0 || band.high < 0) }
}

export const industryChanges = ({ figures }: IndustryTable, measure: ShownFigure, scale: number) =>
  figures.map(one => ({ ...industryChange(one, measure, scale), industry: one.industry }))

/** The range of a change in words, or that it is not clear. */
const useRange = () => {
  const words = useWords(sectorsWords)
  return ({ band, isClear }: IndustryChange, show: (value: number) => string): string => {
    if (band === undefined) return words.noneYet
    return isClear ? words.band(show(band.low), show(band.high)) : words.tie
  }
}

interface Shown {
  readonly choices: Choices
  readonly table: IndustryTable
}

export const IndustryChangesFigure = ({ choices: { area, measure, isEvent }, table }: Shown) => {
  const { year } = table
  const { words, language, numbers } = useTexts(sectorsWords)
  const scale = useScales()[measure]
  const rangeOf = useRange()
  const all = industryChanges(table, measure, scale)
  const digits = figureDigits(all.map(({ change }) => change))
  const show = (value: number): string => numbers.signed(value, digits)
  const nameOf = (industry: string): string => labelName(industry, language)
  const title = words.change(words.measures[measure])
  const [ofArea, ofRegion] = variables[measure]
  const why = (industry: string) => ({
    label: words.why(nameOf(industry)),
    run: () =>
      askWhy({
        variable: { name: area === undefined ? ofRegion : ofArea, closing: false, labels: { industry } },
        time: year,
        ...(area === undefined ? {} : { area }),
      }),
  })
  const rows = all
    .toSorted((a, b) => b.change - a.change)
    .map(one => ({
      id: one.industry,
      name: nameOf(one.industry),
      note: rangeOf(one, show),
      value: one.change,
      low: one.band?.low ?? null,
      high: one.band?.high ?? null,
      ...(isEvent ? {} : { ask: why(one.industry) }),
    }))
  return (
    <ChartFigure
      level={2}
      title={title}
      unit={words.changeUnit(year, words.units[measure])}
      source={words.source}
      table={() => ({
        head: [said.industry().text[language], words.current, words.changeOf, words.low, words.high],
        unit: words.units[measure],
        rows: all.map(({ industry, before, change, band }) => [
          nameOf(industry),
          numbers.plain(before, digits),
          show(change),
          band === undefined ? '–' : show(band.low),
          band === undefined ? '–' : show(band.high),
        ]),
      })}
    >
      <GainRows
        rows={rows}
        marks="dots"
        show={show}
        sentence={`${title}, ${year}: ${rows.map(({ name, value, note }) => `${name} ${show(value)} (${note})`).join('; ')}`}
        firstWidth={640}
        widest={1100}
      />
    </ChartFigure>
  )
}

/** The column that the table is sorted by: 'output' or 'outputChange', followed by '.up' in ascending order. */
const sortKey = 'sectors.sort'

export const IndustryTableSection = ({ choices: { name }, table }: Shown) => {
  const { year } = table
  const { words, language, numbers } = useTexts(sectorsWords)
  const scales = useScales()
  const rangeOf = useRange()
  const [sorted = '', up] = (useAsked(sortKey) ?? '').split('.')
  const rows = table.figures.map(figures => ({
    name: labelName(figures.industry, language),
    of: shownFigures.map(measure => industryChange(figures, measure, scales[measure])),
  }))
  const total = {
    name: said.total().text[language],
    of: shownFigures.map(measure => industryChange(table.total, measure, scales[measure])),
  }
  const columns = shownFigures.flatMap((measure, at) => [
    { id: measure, head: words.measures[measure], of: (row: typeof total) => row.of[at]!.now },
    {
      id: `${measure}Change`,
      head: typeset(`${words.measures[measure]}, ${words.changeOf}`, language),
      of: (row: typeof total) => row.of[at]!.change,
    },
  ])
  const column = columns.find(({ id }) => id === sorted)
  const inOrder =
    column === undefined ? rows : rows.toSorted((a, b) => (up === 'up' ? 1 : -1) * (column.of(a) - column.of(b)))
  const digits = shownFigures.map((_, at) => figureDigits(rows.map(({ of }) => of[at]!.change)))
  const sort = (id: string): void => ask(sortKey, sorted !== id ? id : up === undefined ? `${id}.up` : undefined)
  const level = (value: number): string => numbers.plain(value, 1)
  const data = (): TableData => ({
    head: [
      said.industry().text[language],
      ...shownFigures.flatMap(measure =>
        [words.current, name, words.changeOf, words.low, words.high].map(one => `${words.measures[measure]}: ${one}`),
      ),
    ],
    unit: shownFigures.flatMap(measure => Array.from({ length: 5 }, () => words.units[measure])),
    rows: [...inOrder, total].map(row => [
      row.name,
      ...row.of.flatMap(({ before, now, change, band }, at) => [
        level(before),
        level(now),
        numbers.signed(change, digits[at]),
        band === undefined ? '–' : numbers.signed(band.low, digits[at]),
        band === undefined ? '–' : numbers.signed(band.high, digits[at]),
      ]),
    ]),
  })
  const cells = (row: typeof total) =>
    row.of.flatMap((one, at) => {
      const show = (value: number): string => numbers.signed(value, digits[at])
      return [
        <td key={shownFigures[at]}>{level(one.now)}</td>,
        <td key={`${shownFigures[at]}Change`}>
          {show(one.change)}
          <small>{rangeOf(one, show)}</small>
        </td>,
      ]
    })
  const title = typeset(`${words.table}, ${words.inYear(year)}`, language)
  return (
    <Section title={title} note={words.tableNote(name)}>
      <HeadedTable
        scrolled={title}
        className="score-t effects sectors-t"
        head={
          <>
            <th scope="col">{said.industry().text[language]}</th>
            {columns.map(({ id, head }) => (
              <th
                key={id}
                scope="col"
                aria-sort={sorted !== id ? undefined : up === undefined ? 'descending' : 'ascending'}
              >
                <Button className="figure-link" title={words.sortBy(head)} onClick={() => sort(id)}>
                  {head}
                  {sorted !== id ? '' : up === undefined ? ' ↓' : ' ↑'}
                </Button>
              </th>
            ))}
          </>
        }
        foot={
          <>
            <tr>
              <th scope="row">{total.name}</th>
              {cells(total)}
            </tr>
          </>
        }
      >
        {inOrder.map(row => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            {cells(row)}
          </tr>
        ))}
      </HeadedTable>
      <p className="src">
        {shownFigures
          .map(measure => typeset(`${words.measures[measure]}: ${words.units[measure]}`, language))
          .join(language === 'zh' ? '；' : '; ')}
      </p>
      <div className="below">
        <ChartMenu title={title} table={data} />
      </div>
    </Section>
  )
}
