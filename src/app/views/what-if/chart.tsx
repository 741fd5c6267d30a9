/** One indicator under the current scenario: lines, bands, saved scenarios and historical data. */

import { useEffect, useMemo, useRef } from 'react'
import { indicatorOf } from '../../../analysis/outcomes.ts'
import { readingNames } from '../../../analysis/year-values.ts'
import type { ChartId } from '../../state/indicators.ts'
import { FanChart, type FanHandle } from '../../charts/fan-chart.tsx'
import type { FanBand, FanLine } from '../../charts/fan-lines.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { domainOf, type Point } from '../../charts/geometry.ts'
import { lineStart } from '../../worker/measured.ts'
import { digitsOf, pointsOf, scaleOf, shownYears } from '../../charts/path-points.ts'
import { useSettled } from '../../charts/settled.ts'
import { askWhy } from '../../shell/router.ts'
import { useLanguage, useNumbers, useTerms, useWords } from '../../shell/use.ts'
import { type BandState, type LinePaths, registerMover } from '../../state/live.ts'
import type { Kept } from '../../state/scenario.ts'
import { everyYears } from '../../state/quarters.ts'
import { useStore } from '../../state/store.ts'
import type { About } from '../../worker/answers/about.ts'
import type { PathBand } from '../../worker/answers/summary.ts'
import { indicatorWords } from '../../words/terms/outcomes.ts'
import { shellWords } from '../../words/shell.ts'
import { whatIfWords } from '../../words/what-if.ts'

export interface ChartProps {
  readonly id: ChartId
  readonly about: About
  readonly lines: LinePaths
  readonly bands: BandState | undefined
  readonly overlays: readonly Kept[]
  readonly shows: { readonly base: boolean; readonly pol: boolean }
  readonly dragging: boolean
  /** Bands are older than the lines. */
  readonly stale: boolean
  readonly name: string
  /** The one above the others. */
  readonly large: boolean
  readonly narrow: boolean
  readonly enlarge?: (id: ChartId) => void
}

/** Rows of a table for what was measured. */
const measuredYears = [2005, 2010, 2015, 2020, 2023]

const ids = ['base-std', 'pol-std', 'base', 'pol'] as const

export const Chart = (props: ChartProps) => {
  const { id, about, lines, bands, overlays, shows, dragging, stale, name, large, narrow, enlarge } = props
  const words = useWords(whatIfWords)
  const shell = useWords(shellWords)
  const language = useLanguage()
  const indicators = useTerms(indicatorWords)
  const numbers = useNumbers()
  const handle = useRef<FanHandle>(null)
  const indicator = indicatorOf(id)
  const title = indicators[id]
  const { start, end } = about
  const of = readingNames[language][indicator.reading]
  const unit = shell.endsOfLines(title.unit, end - 1, of)
  const digits = digitsOf(indicator, language)
  const show = useMemo(
    () =>
      (value: number): string =>
        numbers.plain(value, digits),
    [numbers, digits],
  )
  const points = useMemo(
    () =>
      (values: ArrayLike<number>): Point[] =>
        pointsOf(indicator, values, about, language),
    [indicator, about, language],
  )
  const yearly = useMemo(
    () =>
      (values: ArrayLike<number>): ReadonlyMap<number, number> =>
        shownYears(indicator, values, about, language),
    [indicator, about, language],
  )
  useEffect(
    () =>
      registerMover(moved =>
        handle.current?.move(
          Object.entries(moved).map(([line, paths]) => ({
            id: line,
            points: points(paths[id]),
            last: yearly(paths[id]).get(end - 1),
          })),
        ),
      ),
    [id, points, yearly, end],
  )
  const mine = lines['base-std'] !== undefined
  const short = narrow || !large
  const label = (line: (typeof ids)[number]): string | undefined => {
    if (line === 'base') return large ? (narrow ? words.nothing : shell.doNothing) : ''
    if (line === 'pol') return large ? (narrow ? words.mine : name) : ''
    return large ? words.standardShort : undefined
  }
  const history = useMemo((): Point[] => {
    const scale = scaleOf(indicator, language)
    return (about.measured[id] ?? []).map(([time, value]) => [time, value * scale])
  }, [id, indicator, about, language])
  // A figure of a year stands in its middle, or at its end.
  const past = new Map(history.map(([time, value]) => [Math.ceil(time) - 1, value]))
  const drawn: FanLine[] = [
    ...(history.length === 0 ? [] : [{ id: 'hist', kind: 'hist', points: history, name: words.measured } as const]),
    ...ids.flatMap((line): FanLine[] => {
      const paths = lines[line]
      const kind = line.startsWith('base') ? 'base' : 'pol'
      if (paths === undefined || !shows[kind]) return []
      const standard = line.endsWith('-std')
      const said = kind === 'base' ? shell.doNothing : name
      return [
        {
          id: line,
          kind,
          standard,
          points: points(paths[id]),
          last: yearly(paths[id]).get(end - 1),
          label: label(line),
          name: standard ? `${said}, ${words.standardShort}` : said,
          mine: mine && !standard,
        },
      ]
    }),
    ...overlays.flatMap((one): FanLine[] => {
      const paths = lines[`over-${one.id}`]
      return paths === undefined
        ? []
        : [
            {
              id: `over-${one.id}`,
              kind: 'over',
              points: points(paths[id]),
              last: yearly(paths[id]).get(end - 1),
              label: large && !narrow ? one.name : undefined,
              name: one.name,
            },
          ]
    }),
  ]
  const band = (
    kind: FanBand['kind'],
    low: ArrayLike<number> | undefined,
    high: ArrayLike<number> | undefined,
  ): FanBand[] => (low === undefined || high === undefined ? [] : [{ kind, low: points(low), high: points(high) }])
  const own: PathBand | undefined = bands?.policy.bands[id]
  const nothing: PathBand | undefined = bands?.nothing.bands[id]
  const tints: FanBand[] = [
    ...(shows.base ? band('base', nothing?.p10, nothing?.p90) : []),
    ...(shows.pol && own !== nothing ? [...band('pol', own?.p10, own?.p90), ...band('pol2', own?.p25, own?.p75)] : []),
  ]
  const from = history.length > 0 && (large || !narrow) ? Math.max(2005, Math.floor(history[0][0])) : start
  const values = [
    ...drawn.flatMap(({ points: path }) => path.filter(([time]) => time >= from).map(([, value]) => value)),
    ...tints.flatMap(({ low, high }) => [...low, ...high].map(([, value]) => value)),
  ]
  const domain = useSettled(domainOf(values, large ? 4 : 3), dragging)
  const told = (value: number | undefined): string => (value === undefined ? numbers.noFigure : show(value))
  const last = (line: string): string => told(drawn.find(one => one.id === line)?.last)
  const pick = (time: number): void => askWhy({ indicator: id, time })
  const years =
    large && !narrow
      ? [from, from + 1, 2010, 2015, 2020, 2025, 2030, 2035, end - 1].filter(
          year => year >= from + 3 || year === (from < start ? from : start + 1),
        )
      : [from === start ? start + 1 : from, 2032, end - 1]
  const columns = [
    ...(history.length === 0 ? [] : [{ head: words.measured, years: past }]),
    ...drawn
      .filter(({ kind }) => kind !== 'hist')
      .map(line => ({
        head: line.name ?? '',
        years: yearly(lines[line.id][id]),
      })),
    ...(shows.pol && own !== undefined
      ? [
          { head: `${name} 10 %`, years: yearly(own.p10) },
          { head: `${name} 90 %`, years: yearly(own.p90) },
        ]
      : []),
    ...(shows.base && nothing !== undefined
      ? [
          { head: `${shell.doNothing} 10 %`, years: yearly(nothing.p10) },
          { head: `${shell.doNothing} 90 %`, years: yearly(nothing.p90) },
        ]
      : []),
  ]
  return (
    <ChartFigure
      level={large ? 2 : 3}
      title={
        enlarge === undefined ? (
          title.title
        ) : (
          <button type="button" className="enlarge" title={words.enlarge(title.title)} onClick={() => enlarge(id)}>
            {title.title}
          </button>
        )
      }
      unit={large && !narrow ? words.unitAndPick(unit) : unit}
      above={
        large ? (
          <div className="keys4">
            {mine ? (
              <>
                <span>
                  <svg viewBox="0 0 26 8" aria-hidden="true">
                    <path className="l pol" d="M0 4H26" />
                    <path className="dm" d="M13 0l4 4l-4 4l-4-4z" />
                  </svg>
                  {words.solid}
                </span>
                <span>
                  <svg viewBox="0 0 26 8" aria-hidden="true">
                    <path className="l pol std" d="M0 4H26" />
                  </svg>
                  {words.dashed}
                </span>
              </>
            ) : null}
            <span>{words.tint}</span>
          </div>
        ) : undefined
      }
      source={
        large ? <Source id={id} start={start} bands={bands} pick={pick} history={history.length > 0} /> : undefined
      }
      table={() => ({
        head: [shell.yearHead(of), ...columns.map(({ head }) => head)],
        rows: [...measuredYears.filter(year => year >= from && history.length > 0), ...everyYears(5, start, end)].map(
          year => [String(year), ...columns.map(({ years: by }) => told(by.get(year)))],
        ),
      })}
    >
      <FanChart
        ref={handle}
        sentence={`${title.title}, ${unit}, ${from}–${end - 1}: ${shell.doNothing} ${last('base')}, ${name} ${last('pol')}`}
        lines={drawn}
        bands={tints}
        stale={stale}
        times={[from, end]}
        domain={domain}
        years={years}
        now={lineStart(id, start)}
        height={large ? (narrow ? 226 : 350) : 172}
        room={large ? (narrow ? 96 : 176) : short && mine ? 62 : 52}
        firstWidth={large ? 780 : 280}
        show={show}
        cursor={large}
        pick={pick}
        {...(large && history.length > 0 ? { words: { measured: '', model: '' } } : {})}
      />
    </ChartFigure>
  )
}

const Source = ({
  id,
  start,
  bands,
  pick,
  history,
}: {
  readonly id: ChartId
  readonly start: number
  readonly bands: BandState | undefined
  readonly pick: (time: number) => void
  readonly history: boolean
}) => {
  const words = useWords(whatIfWords)
  const numbers = useNumbers()
  // Keys may have gone back to what was measured.
  const cursor = Math.max(
    lineStart(id, start),
    useStore(state => state.cursor),
  )
  return (
    <>
      {history ? `${words.measuredLine[id] ?? words.measuredLine['any']} ` : ''}
      {bands === undefined ? words.sourceLine : words.source(numbers.plain(bands.members, 0))}{' '}
      <button type="button" onClick={() => pick(cursor)}>
        {words.whyHere(numbers.quarter(cursor))}
      </button>
    </>
  )
}
