/** The scenario in hand and the saved ones beside each other: a small chart each, on one scale, above current policy. */

import { useEffect, useMemo, useRef } from 'react'
import { indicatorOf } from '../../../analysis/outcomes.ts'
import { readingNames } from '../../../analysis/year-values.ts'
import { FanChart, type FanHandle } from '../../charts/fan-chart.tsx'
import type { FanLine } from '../../charts/fan-lines.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { domainOf, roundYears } from '../../charts/geometry.ts'
import { changeDigitsOf, digitsOf, pointsOf, shownYears } from '../../charts/path-points.ts'
import { useSettled } from '../../charts/settled.ts'
import { askWhy } from '../../shell/router.ts'
import { useLanguage, useNumbers, useTerms, useWords } from '../../shell/use.ts'
import type { ChartId } from '../../state/indicators.ts'
import { currentPolicyOf, type LinePaths, registerMover } from '../../state/live.ts'
import type { Kept } from '../../state/scenario.ts'
import type { About } from '../../worker/answers/about.ts'
import { indicatorWords } from '../../words/terms/outcomes.ts'
import { shellWords } from '../../words/shell.ts'
import { whatIfWords } from '../../words/what-if.ts'
import { useShownOutcome } from '../why/outcome.ts'

interface Shown {
  /** Of its line. */
  readonly line: string
  readonly name: string
  readonly colour?: number | undefined
}

interface MultiplesProps {
  readonly id: ChartId
  readonly about: About
  readonly lines: LinePaths
  readonly overlays: readonly Kept[]
  readonly dragging: boolean
  readonly difference: boolean
  /** Of the scenario in hand; undefined where it is current policy itself. */
  readonly name: string | undefined
}

type Values = ArrayLike<number>

/** The values of a scenario, or by how much they differ from current policy under the same assumptions. */
const valuesOf = (lines: LinePaths, line: string, id: ChartId, difference: boolean): Values => {
  const own = lines[line][id]
  const base = lines[currentPolicyOf(lines, line)][id]
  return difference ? Float64Array.from(own, (value, at) => value - base[at]) : own
}

const One = ({
  shown: { line, name, colour },
  domain,
  ...props
}: Omit<MultiplesProps, 'overlays' | 'name' | 'dragging'> & {
  readonly shown: Shown
  readonly domain: readonly [number, number]
}) => {
  const { id, about, lines, difference } = props
  const words = useWords(whatIfWords)
  const shell = useWords(shellWords)
  const language = useLanguage()
  const numbers = useNumbers()
  const title = useTerms(indicatorWords)[id]
  const { changeUnit } = useShownOutcome(id)
  const handle = useRef<FanHandle>(null)
  const indicator = indicatorOf(id)
  const last = about.end - 1
  const of = readingNames[language][indicator.reading]
  const unit = `${title.title}, ${shell.endsOfLines(difference ? words.changeUnit(changeUnit) : title.unit, last, of)}`
  const show = useMemo(
    () =>
      (value: number): string =>
        difference
          ? numbers.signed(value, changeDigitsOf(indicator, language))
          : numbers.plain(value, digitsOf(indicator, language)),
    [numbers, difference, indicator, language],
  )
  const drawnOf = useMemo(
    () => (values: Values) => ({
      points: pointsOf(indicator, values, about, language),
      last: shownYears(indicator, values, about, language).get(last),
    }),
    [indicator, about, language, last],
  )
  useEffect(
    () =>
      registerMover(moved =>
        handle.current?.move([
          { id: line, ...drawnOf(valuesOf(moved, line, id, difference)) },
          { id: 'base', ...drawnOf(moved[currentPolicyOf(moved, line)][id]) },
        ]),
      ),
    [line, id, difference, drawnOf],
  )
  const base = lines[currentPolicyOf(lines, line)][id]
  const own = drawnOf(valuesOf(lines, line, id, difference))
  const drawn: FanLine[] = [
    ...(difference ? [] : [{ id: 'base', kind: 'base', name: shell.doNothing, label: '', ...drawnOf(base) } as const]),
    { id: line, kind: line === 'pol' ? 'pol' : 'over', name, label: '', colour, ...own },
  ]
  const tell = (value: number | undefined): string => (value === undefined ? numbers.noFigure : show(value))
  const columns = drawn.map(({ id: of_, name: head = '' }) => ({
    head: difference ? words.changeHead(head) : head,
    years: shownYears(indicator, of_ === 'base' ? base : valuesOf(lines, line, id, difference), about, language),
  }))
  const sentence = `${name}. ${unit}, ${about.start}–${last}: ${drawn.map(one => `${one.name} ${tell(one.last)}`).join('; ')}`
  return (
    <ChartFigure
      title={name}
      unit={unit}
      table={() => ({
        head: [shell.yearHead(of), ...columns.map(({ head }) => head)],
        rows: [...columns[0].years.keys()].map(year => [
          String(year),
          ...columns.map(({ years }) => tell(years.get(year))),
        ]),
      })}
    >
      <FanChart
        ref={handle}
        sentence={sentence}
        lines={drawn}
        bands={[]}
        times={[about.start, about.end]}
        domain={domain}
        years={roundYears(about.start, last, 4)}
        now={about.start}
        height={172}
        room={52}
        firstWidth={280}
        show={show}
        {...(line === 'pol' ? { pick: (time: number) => askWhy({ indicator: id, time }) } : {})}
      />
    </ChartFigure>
  )
}

export const ScenarioMultiples = ({ overlays, name, dragging, ...props }: MultiplesProps) => {
  const { id, about, lines, difference } = props
  const words = useWords(whatIfWords)
  const language = useLanguage()
  const indicator = indicatorOf(id)
  const all: Shown[] = [
    ...(name === undefined ? [] : [{ line: 'pol', name }]),
    ...overlays.map(one => ({ line: `over-${one.id}`, name: one.name, colour: one.colour })),
  ].filter(({ line }) => lines[line] !== undefined)
  const values = all.flatMap(({ line }) =>
    [valuesOf(lines, line, id, difference), ...(difference ? [] : [lines[currentPolicyOf(lines, line)][id]])].flatMap(
      one => pointsOf(indicator, one, about, language).map(([, value]) => value),
    ),
  )
  const domain = useSettled(domainOf(difference ? [0, ...values] : values, 3), dragging)
  return (
    <section className="multi beside" aria-label={words.besideTitle}>
      {all.map(shown => (
        <One key={shown.line} {...props} shown={shown} domain={domain} />
      ))}
    </section>
  )
}
