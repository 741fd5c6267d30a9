/** One indicator under the current scenario: lines, bands, saved scenarios and historical data. */

import { memo, useEffect, useMemo, useRef } from 'react'
import { Button } from '../../controls/button.tsx'
import type { OfOutcome } from '../../../questions/core/report.ts'
import type { OutcomeId } from '../../../outcomes/catalogue.ts'
import type { FanHandle } from '../../charts/fan-chart.tsx'
import type { FanBand, FanLine } from '../../charts/fan-lines.ts'
import { numbersTable } from '../../charts/table.tsx'
import { ChartFigure } from '../../charts/figure.tsx'
import { domainOf, type Point, roundYears } from '../../charts/geometry.ts'
import { lineStart } from '../../worker/measured.ts'
import { Skeleton } from '../../shell/skeleton.tsx'
import { askWhy } from '../../shell/router.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { type BandState, type LinePaths, registerMover } from '../../state/live.ts'
import type { Kept } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import type { About } from '../../worker/answers/about.ts'
import type { PathBand } from '../../worker/answers/summary.ts'
import { TermMark } from '../../shell/terms.tsx'
import { nameIn } from '../../../language/typeset.ts'
import { shellWords } from '../../words/shell.ts'
import { whatIfWords } from '../../words/what-if.ts'
import { SettledFan } from './settled-fan.tsx'
import { useShownLine } from './shown-line.ts'

export interface ChartProps {
  readonly id: OutcomeId
  readonly about: About
  /** Undefined until the model has run: the figure keeps its place. */
  readonly lines: LinePaths | undefined
  readonly bands: BandState | undefined
  readonly overlays: readonly Kept[]
  readonly shows: { readonly base: boolean; readonly pol: boolean }
  /** Bands are older than the lines. */
  readonly stale: boolean
  /** Differences to current policy instead of levels. */
  readonly difference?: boolean
  readonly name: string
  /** The one above the others. */
  readonly large: boolean
  readonly narrow: boolean
  readonly enlarge?: (id: OutcomeId) => void
  /** The area of the region that it shows. */
  readonly area?: string | undefined
}

const ids = ['base-std', 'pol-std', 'base', 'pol'] as const

export const Chart = memo((props: ChartProps) => {
  const { id, about, lines: known, bands, overlays, shows, stale, difference = false, name } = props
  const { large, narrow, enlarge, area } = props
  const lines = known ?? {}
  const { words, language, numbers } = useTexts(whatIfWords)
  const shell = useWords(shellWords)
  const handle = useRef<FanHandle>(null)
  const { start, end } = about
  const begin = difference ? start : lineStart(id, start)
  const { indicator, title, unit, levelUnit, of: reading, changeUnit, ...drawing } = useShownLine(id, about, difference)
  const { changed, tell, tellChange, show, valuesOf, points, tint, tints: tintsOf, yearly } = drawing
  useEffect(
    () =>
      registerMover(moved =>
        handle.current?.move(() =>
          Object.keys(moved).map(line => {
            const values = valuesOf(moved, line)
            return { id: line, points: points(values), last: yearly(values).get(end - 1) }
          }),
        ),
      ),
    [points, yearly, end, valuesOf],
  )
  const mine = lines['base-std'] !== undefined
  const short = narrow || !large
  const label = (line: (typeof ids)[number]): string | undefined => {
    if (line === 'base') return large ? (narrow ? shell.current : shell.doNothing) : ''
    if (line === 'pol') return large ? (narrow ? words.mine : name) : ''
    return large ? words.standardShort : undefined
  }
  const nameOf = (line: string): string => {
    if (line.startsWith('over-')) return overlays.find(one => line === `over-${one.id}`)?.name ?? ''
    const said = line.startsWith('base') ? shell.doNothing : name
    return line.endsWith('-std') ? `${said}, ${words.standardShort}` : said
  }
  const history = useMemo((): Point[] => {
    // Measured figures are known of the region as a whole.
    if (area !== undefined) return []
    const scale = indicator.shown[language].scale
    return (about.measured[id] ?? []).map(([time, value]) => [time, value * scale])
  }, [id, indicator, about, area, language])
  // A figure of a year stands in its middle, or at its end.
  const past = new Map(history.map(([time, value]) => [Math.ceil(time) - 1, value]))
  const drawn: FanLine[] = [
    ...(history.length === 0 || difference || (narrow && !large)
      ? []
      : [{ id: 'hist', kind: 'hist', points: history, name: words.measured } as const]),
    ...ids.flatMap((line): FanLine[] => {
      const paths = lines[line]
      const kind = line.startsWith('base') ? 'base' : 'pol'
      if (paths === undefined || !(difference ? kind === 'pol' : shows[kind])) return []
      const values = valuesOf(lines, line)
      const standard = line.endsWith('-std')
      return [
        {
          id: line,
          kind,
          standard,
          points: points(values),
          last: yearly(values).get(end - 1),
          label: label(line),
          name: nameOf(line),
          mine: mine && !standard,
        },
      ]
    }),
    ...overlays.flatMap((one): FanLine[] => {
      const line = `over-${one.id}`
      const values = lines[line] === undefined ? undefined : valuesOf(lines, line)
      return values === undefined
        ? []
        : [
            {
              id: line,
              kind: 'over',
              points: points(values),
              last: yearly(values).get(end - 1),
              label: large && !narrow ? one.name : undefined,
              name: one.name,
              colour: one.colour,
            },
          ]
    }),
  ]
  const own: PathBand | undefined = bands?.policy.bands[id]
  const change: PathBand | undefined = shows.pol || difference ? bands?.policy.changes[id] : undefined
  const nothing: PathBand | undefined = bands?.nothing.bands[id]
  const levels: FanBand[] = [
    ...(shows.base ? tint('base', nothing?.p10, nothing?.p90) : []),
    ...(shows.pol && own !== nothing ? tintsOf(own) : []),
  ]
  const tints = difference ? tintsOf(change) : levels
  const from =
    !difference && history.length > 0 && (large || !narrow) ? Math.max(2005, Math.floor(history[0][0])) : begin
  const values = [
    ...(difference ? [0] : []),
    ...drawn.flatMap(({ points: path }) => path.filter(([time]) => time >= from).map(([, value]) => value)),
    ...tints.flatMap(({ low, high }) => [...low, ...high].map(([, value]) => value)),
  ]
  const last = (line: string): string => {
    const value = drawn.find(one => one.id === line)?.last
    return difference ? tellChange(value) : tell(value)
  }
  /** Its value in the last year with the middle 80 % of the simulations. */
  const withRange = (line: 'base' | 'pol', by: PathBand | undefined): string => {
    const [low, high] = by === undefined ? [] : [by.p10, by.p90].map(path => yearly(path).get(end - 1))
    const value = `${nameOf(line)} ${last(line)}`
    return low === undefined || high === undefined ? value : words.withRange(value, show(low), show(high))
  }
  const sentence = [
    `${title}, ${unit}, ${from}–${end - 1}: `,
    difference ? withRange('pol', change) : withRange('base', nothing),
    ...(difference || lines['pol'] === undefined || !shows.pol ? [] : ['; ', withRange('pol', own)]),
  ].join('')
  /** Distance of the policy from current policy by year, in the central projection. */
  const apart = new Map<number, number>()
  if (lines['pol'] !== undefined && own !== nothing && (shows.pol || difference))
    for (const [year, value] of yearly(lines['pol'][id])) apart.set(year, value - yearly(lines['base'][id]).get(year)!)
  const inLastYear = (path: ArrayLike<number>): string => changed(yearly(path).get(end - 1) ?? 0)
  const moved = apart.get(end - 1)
  const delta =
    difference || change === undefined || moved === undefined
      ? ''
      : words.delta(end - 1, changed(moved), changeUnit, inLastYear(change.p10), inLastYear(change.p90))
  const place = area === undefined ? about.names : about.areas.find(one => one.id === area)!.names
  /** The finding of the chart as a sentence: the change, or where current policy leads. */
  const finding =
    known === undefined
      ? `${nameIn(place, language)}: ${title}`
      : words.finding(
          nameIn(place, language),
          title,
          end - 1,
          moved === undefined ? '' : changed(moved),
          changeUnit,
          `${last(shows.pol && lines['pol'] !== undefined ? 'pol' : 'base')}${levelUnit === '%' || (language === 'zh' && levelUnit.includes('%')) ? '%' : ''}`,
        )
  const pick = (time: number): void => askWhy(id, time, area)
  const years = roundYears(from, end - 1, large && !narrow ? 9 : 4)
  const height = large ? (narrow ? 226 : 350) : 172
  const quantiles = (head: string, by: PathBand | undefined, tellIt: typeof tell) =>
    by === undefined
      ? []
      : ([by.p10, by.p90] as const).map((quantile, at) => ({
          head: `${head} ${numbers.percent(at === 0 ? 0.1 : 0.9, 0)}`,
          years: yearly(quantile),
          tell: tellIt,
        }))
  const of = { outcome: id, area }
  const columns: Array<{
    readonly head: string
    readonly years: ReadonlyMap<number, number | undefined>
    readonly tell: typeof tell
    readonly of?: Omit<OfOutcome, 'when'> | undefined
  }> = [
    ...(history.length === 0 ? [] : [{ head: words.measured, years: past, tell }]),
    ...[...ids, ...overlays.map(one => `over-${one.id}`)].flatMap(line =>
      lines[line] === undefined || (line === 'pol' && !shows.pol && !difference)
        ? []
        : [
            {
              head: nameOf(line),
              years: yearly(lines[line][id]),
              tell,
              of: line === 'base' ? { ...of, scenario: 'A' } : line === 'pol' ? of : undefined,
            },
          ],
    ),
    ...(shows.pol || difference ? quantiles(name, own, tell) : []),
    ...quantiles(shell.doNothing, nothing, tell),
    ...(change === undefined || own === nothing
      ? []
      : [
          {
            head: words.changeHead(name),
            years: apart,
            tell: tellChange,
            of: { ...of, change: 'difference' as const },
          },
          ...quantiles(words.changeHead(name), change, tellChange),
        ]),
  ]
  const tableYears = [...new Set(columns.flatMap(one => [...one.years.keys()]))].sort((a, b) => a - b)
  return (
    <ChartFigure
      level={large ? 2 : 3}
      title={
        enlarge === undefined ? (
          finding
        ) : (
          <>
            <Button className="enlarge" title={words.enlarge(title)} onClick={() => enlarge(id)}>
              {title}
            </Button>
            <TermMark text={title} />
          </>
        )
      }
      unit={
        large && !narrow ? (
          <>
            {unit}
            <span className="hint">
              {language === 'zh' ? '。' : '. '}
              {words.pickHint}
            </span>
          </>
        ) : (
          unit
        )
      }
      above={
        large ? (
          <>
            {difference ? null : <p className="delta">{delta}</p>}
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
              <span>{shows.pol || difference ? words.tint : words.tintOne}</span>
            </div>
          </>
        ) : undefined
      }
      source={
        large ? <Source id={id} start={start} pick={pick} history={history.length > 0 && !difference} /> : undefined
      }
      table={() =>
        numbersTable(
          shell.yearHead(reading),
          tableYears.map(String),
          columns.map(({ head, years: by, tell: tellIt, of: what }) => ({
            head,
            of: what,
            unit: tellIt === tellChange ? changeUnit : levelUnit,
            values: tableYears.map(year => by.get(year)),
            // A series that does not go back so far, or so far ahead, misses no figure.
            show: value => (value === undefined ? '–' : tellIt(value)),
          })),
        )
      }
    >
      {known === undefined ? (
        <Skeleton height={height} />
      ) : (
        <SettledFan
          ref={handle}
          sentence={sentence}
          lines={drawn}
          bands={tints}
          stale={stale}
          times={[from, end]}
          domain={domainOf(values, large ? 4 : 3)}
          years={years}
          now={begin}
          height={height}
          room={large ? (narrow ? 96 : 176) : short && mine ? 62 : 52}
          firstWidth={large ? 780 : 280}
          show={show}
          cursor={large}
          pick={pick}
        />
      )}
    </ChartFigure>
  )
})

const Source = ({
  id,
  start,
  pick,
  history,
}: {
  readonly id: OutcomeId
  readonly start: number
  readonly pick: (time: number) => void
  readonly history: boolean
}) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const members = useStore(state => state.draft.members)
  const space = language === 'zh' ? '' : ' '
  const measured: Readonly<Record<string, string>> = words.measuredLine
  // Keys may have gone back to what was measured.
  const cursor = Math.max(
    lineStart(id, start),
    useStore(state => state.cursor),
  )
  return (
    <>
      {history ? `${measured[id] ?? measured['any']}${space}` : ''}
      {words.source(start, numbers.plain(members, 0))}
      {space}
      <button type="button" onClick={() => pick(cursor)}>
        {words.whyHere(numbers.quarter(cursor))}
      </button>
    </>
  )
}
