/** The scenario in hand and the saved ones beside each other: a small chart each, on one scale, above current policy. */

import { useEffect, useMemo, useRef } from 'react'
import { FanChart, type FanHandle } from '../../charts/fan-chart.tsx'
import type { FanLine } from '../../charts/fan-lines.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { domainOf, roundYears } from '../../charts/geometry.ts'
import { useSettled } from '../../charts/settled.ts'
import { askWhy } from '../../shell/router.ts'
import { useWords } from '../../shell/use.ts'
import type { ChartId } from '../../state/indicators.ts'
import { currentPolicyOf, type LinePaths, registerMover } from '../../state/live.ts'
import type { Kept } from '../../state/scenario.ts'
import type { About } from '../../worker/answers/about.ts'
import { shellWords } from '../../words/shell.ts'
import { whatIfWords } from '../../words/what-if.ts'
import { useShownLine } from './shown-line.ts'

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
  const handle = useRef<FanHandle>(null)
  const last = about.end - 1
  const { title, unit: own, of, ...drawing } = useShownLine(id, about, difference)
  const { tell: tellLevel, tellChange, show, valuesOf, points, yearly } = drawing
  const unit = `${title}, ${own}`
  const tell = difference ? tellChange : tellLevel
  const drawnOf = useMemo(
    () => (values: ArrayLike<number>) => ({ points: points(values), last: yearly(values).get(last) }),
    [points, yearly, last],
  )
  useEffect(
    () =>
      registerMover(moved =>
        handle.current?.move([
          { id: line, ...drawnOf(valuesOf(moved, line)) },
          { id: 'base', ...drawnOf(moved[currentPolicyOf(moved, line)][id]) },
        ]),
      ),
    [line, id, valuesOf, drawnOf],
  )
  const base = lines[currentPolicyOf(lines, line)][id]
  const values = valuesOf(lines, line)
  const drawn: FanLine[] = [
    ...(difference ? [] : [{ id: 'base', kind: 'base', name: shell.doNothing, label: '', ...drawnOf(base) } as const]),
    { id: line, kind: line === 'pol' ? 'pol' : 'over', name, label: '', colour, ...drawnOf(values) },
  ]
  const columns = drawn.map(({ id: of_, name: head = '' }) => ({
    head: difference ? words.changeHead(head) : head,
    years: yearly(of_ === 'base' ? base : values),
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
  const { valuesOf, points } = useShownLine(id, about, difference)
  const all: Shown[] = [
    ...(name === undefined ? [] : [{ line: 'pol', name }]),
    ...overlays.map(one => ({ line: `over-${one.id}`, name: one.name, colour: one.colour })),
  ].filter(({ line }) => lines[line] !== undefined)
  const values = all.flatMap(({ line }) =>
    [valuesOf(lines, line), ...(difference ? [] : [lines[currentPolicyOf(lines, line)][id]])].flatMap(one =>
      points(one).map(([, value]) => value),
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
