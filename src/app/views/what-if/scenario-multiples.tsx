/**
 * The open scenario and the saved ones beside each other: a small chart each, on one scale, with the band of its
 * simulations and its change against current policy, simulation by simulation.
 */

import { useEffect, useMemo, useRef } from 'react'
import type { FanHandle } from '../../charts/fan-chart.tsx'
import type { FanLine } from '../../charts/fan-lines.ts'
import { numbersTable } from '../../charts/table.tsx'
import { ChartFigure, HeldUnder } from '../../charts/figure.tsx'
import { domainOf, roundYears } from '../../charts/geometry.ts'
import { askWhy } from '../../shell/router.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import type { OutcomeId } from '../../../outcomes/catalogue.ts'
import { useKeptBands } from '../../state/kept-bands.ts'
import { type BandState, currentPolicyOf, type LinePaths, registerMover } from '../../state/live.ts'
import { type Draft, draftOf, type Kept, sameDraft } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import type { About } from '../../worker/answers/about.ts'
import type { PolicySummary } from '../../worker/answers/summary.ts'
import { typeset } from '../../../language/typeset.ts'
import { shellWords } from '../../words/shell.ts'
import { whatIfWords } from '../../words/what-if.ts'
import { SettledFan } from './settled-fan.tsx'
import { useShownLine } from './shown-line.ts'

interface Shown {
  /** Of its line. */
  readonly line: string
  readonly name: string
  readonly colour?: number | undefined
  /** The simulations behind it; undefined until they are there. */
  readonly summary: PolicySummary | undefined
  /** A saved scenario that is the one in hand. */
  readonly isSame?: boolean
  /** The saved scenario, as it would be in hand. */
  readonly scenario?: Draft
}

interface MultiplesProps {
  readonly id: OutcomeId
  readonly about: About
  readonly lines: LinePaths
  readonly bands: BandState | undefined
  readonly overlays: readonly Kept[]
  readonly difference: boolean
  /** Of the open scenario; undefined where it is current policy itself. */
  readonly name: string | undefined
}

const One = ({
  shown: { line, name, colour, summary, isSame = false },
  domain,
  ...props
}: Omit<MultiplesProps, 'overlays' | 'name' | 'bands'> & {
  readonly shown: Shown
  readonly domain: readonly [number, number]
}) => {
  const { id, about, lines, difference } = props
  const { words, language, numbers } = useTexts(whatIfWords)
  const shell = useWords(shellWords)
  const handle = useRef<FanHandle>(null)
  const last = about.end - 1
  const { title, unit: own, levelUnit, of, changeUnit, ...drawing } = useShownLine(id, about, difference)
  const { tell: tellLevel, tellChange, changed, show, valuesOf, points, tints, yearly } = drawing
  const unit = typeset(`${title}, ${own}`, language)
  const tell = difference ? tellChange : tellLevel
  const drawnOf = useMemo(
    () => (values: ArrayLike<number>) => ({ points: points(values), last: yearly(values).get(last) }),
    [points, yearly, last],
  )
  useEffect(
    () =>
      registerMover(moved =>
        handle.current?.move(() => [
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
  const change = summary?.changes[id]
  const band = difference ? change : summary?.bands[id]
  const inLastYear = (path: ArrayLike<number>): string => changed(yearly(path).get(last) ?? 0)
  const delta =
    change === undefined
      ? ''
      : words.delta(last, inLastYear(change.p50), changeUnit, inLastYear(change.p10), inLastYear(change.p90))
  const columns = drawn.map(({ id: of_, name: head = '' }) => ({
    head: difference ? words.changeHead(head) : head,
    years: yearly(of_ === 'base' ? base : values),
  }))
  if (band !== undefined)
    columns.push(
      ...([band.p10, band.p90] as const).map((path, at) => ({
        head: `${difference ? words.changeHead(name) : name} ${numbers.percent(at === 0 ? 0.1 : 0.9, 0)}`,
        years: yearly(path),
      })),
    )
  const sentence = `${name}. ${unit}, ${about.start}–${last}: ${drawn.map(one => `${one.name} ${tell(one.last)}`).join('; ')}${delta === '' ? '' : `. ${delta}`}`
  return (
    <ChartFigure
      title={name}
      unit={unit}
      {...(colour === undefined ? {} : { className: `kept-${colour}` })}
      above={<p className="delta">{isSame ? words.sameAsScreen : delta}</p>}
      table={() => {
        const years = [...columns[0].years.keys()]
        return numbersTable(
          shell.yearHead(of),
          years.map(String),
          columns.map(({ head, years: by }) => ({
            head,
            unit: difference ? changeUnit : levelUnit,
            values: years.map(year => by.get(year)),
            show: tell,
          })),
        )
      }}
    >
      <SettledFan
        ref={handle}
        sentence={sentence}
        lines={drawn}
        bands={tints(band)}
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

export const ScenarioMultiples = ({ overlays, name, bands, ...props }: MultiplesProps) => {
  const { id, about, lines, difference } = props
  const words = useWords(whatIfWords)
  const { valuesOf, points } = useShownLine(id, about, difference)
  const simulations = useKeptBands(overlays)
  const draft = useStore(state => state.draft)
  const all: Shown[] = [
    ...(name === undefined ? [] : [{ line: 'pol', name, summary: bands?.policy }]),
    ...overlays.map(one => ({
      line: `over-${one.id}`,
      name: one.name,
      colour: one.colour,
      scenario: draftOf(one),
      summary: simulations[one.id],
      isSame: name !== undefined && sameDraft({ ...draftOf(one), name: draft.name }, draft),
    })),
  ].filter(({ line }) => lines[line] !== undefined)
  const values = all.flatMap(({ line, summary }) => {
    const band = difference ? summary?.changes[id] : summary?.bands[id]
    return [
      valuesOf(lines, line),
      ...(difference ? [] : [lines[currentPolicyOf(lines, line)][id]]),
      ...(band === undefined ? [] : [band.p10, band.p90]),
    ].flatMap(one => points(one).map(([, value]) => value))
  })
  const domain = domainOf(difference ? [0, ...values] : values, 3)
  return (
    <section className="multi beside" aria-label={words.besideTitle}>
      {all.map(shown => (
        <HeldUnder key={shown.line} value={shown.scenario && shown}>
          <One {...props} shown={shown} domain={domain} />
        </HeldUnder>
      ))}
    </section>
  )
}
