/** Draws lines over years as a report asks: a fan with its levels, lines side by side, or parts on top of each other. */

import { type Drawing, type Series, type Show } from '../../questions/core/report.ts'
import { FanChart } from '../charts/fan-chart.tsx'
import { ChartFigure } from '../charts/figure.tsx'
import { domainOf, type Point } from '../charts/geometry.ts'
import { endRoom } from '../charts/labels.tsx'
import { numbersTable, type TableData } from '../charts/table.tsx'
import { Wedges } from '../charts/wedges.tsx'
import { everyYears } from '../state/quarters.ts'
import { useNarrow } from '../shell/use.ts'
import { useWriting } from './writing.ts'

/** Values of years stand in their middle. */
const middle = 0.5

const Lines = ({
  drawing,
  years,
}: {
  readonly drawing: Exclude<Drawing, { as: 'stack' }>
  readonly years: readonly number[]
}) => {
  const { said, written } = useWriting()
  const narrow = useNarrow(700)
  const show = (value: number): string => written(value, { digits: drawing.digits ?? 1 })
  const path = (values: readonly number[]): Point[] =>
    values.flatMap((value, at): Point[] => (Number.isFinite(value) ? [[years[at] + middle, value]] : []))
  const [first, last] = [years[0], years.at(-1)!]
  const isFan = drawing.as === 'fan'
  const parts = isFan ? [drawing.middle] : drawing.parts
  const { bands, levels } = isFan ? drawing : { bands: [], levels: [] }
  const { beside = [] } = drawing
  const isRanged = parts.some(({ range }) => range !== undefined)
  const all = [
    ...[...parts, ...beside].map(({ values }) => values),
    ...bands.flat(),
    levels.map(({ value }) => value),
  ].flat()
  return (
    <FanChart
      sentence={parts
        .map(({ names, values }) => `${said(names)}: ${show(values.find(Number.isFinite)!)} → ${show(values.at(-1)!)}`)
        .join('; ')}
      lines={[
        ...parts.map(({ id, names, values, range }, at) => ({
          id,
          kind: (['base', 'pol', 'naive'] as const)[at] ?? 'pol',
          points: path(values),
          last: values.at(-1)!,
          label: said(names),
          ...(range === undefined ? {} : { range: [range.low!, range.high!] as const }),
        })),
        ...beside.map(({ id, names, values }, at) => ({
          id,
          kind: at === 0 ? ('hist' as const) : ('naive' as const),
          points: path(values),
          last: values.findLast(Number.isFinite) ?? Number.NaN,
          ...(isRanged ? { marked: true, name: said(names) } : { label: said(names) }),
        })),
        ...levels.map(({ value, name }, at) => ({
          id: `level-${at}`,
          kind: 'naive' as const,
          points: path(years.map(() => value)),
          last: value,
          label: said(name),
        })),
      ]}
      bands={bands.map(([low, high]) => ({ kind: 'base' as const, low: path(low), high: path(high) }))}
      times={[first, last + 1]}
      domain={domainOf([...(isRanged ? [0] : []), ...all.filter(Number.isFinite)])}
      years={
        isRanged && narrow
          ? [first, ...beside.map(({ values }) => years[values.findLastIndex(Number.isFinite)]), last]
          : [first, ...everyYears(last - first > 40 ? 20 : 5, first + 2, last + 1)]
      }
      height={isFan ? 230 : narrow ? (isRanged ? 200 : 340) : 300}
      levels={narrow ? 3 : undefined}
      room={
        isFan
          ? 112
          : endRoom(
              parts.map(({ names, values, range }) =>
                [said(names), ...(range === undefined ? [values.at(-1)!] : [range.low!, range.high!]).map(show)].join(
                  ' ',
                ),
              ),
            )
      }
      firstWidth={560}
      show={show}
    />
  )
}

/** A drawing; its table has years down and the lines of its series across. */
export const DrawingFigure = ({
  drawing: given,
  years,
  lines,
}: {
  readonly drawing: Drawing
  readonly years: readonly number[]
  readonly lines?: Series['lines']
}) => {
  const { said, written, own, yearWord } = useWriting()
  const scale = own(given.scale) ?? 1
  // A year without a value is nothing in JSON, in which the first report comes.
  const times = (values: readonly number[], by = scale): number[] =>
    values.map(value => (Number.isFinite(value) ? value * by : Number.NaN))
  const scaled = <Of extends Pick<Series['lines'][number], 'values' | 'range'>>(part: Of): Of => ({
    ...part,
    values: times(part.values),
    ...(part.range === undefined ? {} : { range: { low: scale * part.range.low!, high: scale * part.range.high! } }),
  })
  const drawing =
    given.as === 'fan'
      ? {
          ...given,
          middle: scaled(given.middle),
          bands: given.bands.map(([low, high]) => [times(low), times(high)] as const),
          ...(given.beside === undefined ? {} : { beside: given.beside.map(scaled) }),
        }
      : { ...given, parts: given.parts.map(scaled), beside: given.beside?.map(scaled) ?? [] }
  const show: Show = { digits: drawing.digits ?? 1 }
  const parts = drawing.as === 'fan' ? [drawing.middle] : drawing.parts
  const table = (): TableData =>
    numbersTable(
      drawing.across === undefined ? yearWord : said(drawing.across),
      years.map(String),
      (lines ?? parts.map(part => ({ ...part, ...show, unit: drawing.unit }))).map(line => ({
        head: said(line.names),
        of: line.of,
        unit: line.unit === undefined ? '' : said(line.unit).split(/[;；]/)[0],
        values: times(line.values, own(line.scale) ?? 1),
        show: value => written(value ?? Number.NaN, { ...line, scale: 1 }),
      })),
    )
  const title = said(drawing.title)
  return (
    <ChartFigure
      title={title}
      level={2}
      unit={said(drawing.unit)}
      source={drawing.note && said(drawing.note)}
      table={table}
    >
      {drawing.as === 'stack' ? (
        <Wedges
          wedges={drawing.parts.map(({ id, names, values }, at) => ({
            id,
            name: said(names),
            values,
            shade: ([1, 3, 5, 6, 4, 2] as const)[at % 6],
          }))}
          times={years}
          sentence={`${title}: ${drawing.parts.map(({ names, values }) => `${said(names)} ${written(values.at(-1)!, show)}`).join(', ')}`}
          show={value => written(value, show)}
          firstWidth={640}
        />
      ) : (
        <Lines drawing={drawing} years={years} />
      )}
    </ChartFigure>
  )
}
