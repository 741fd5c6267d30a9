/** Three main indicators with their bands, and the way to the inputs that move the result most. */

import { indicatorOf, answerCharts, type OutcomeId, indicatorWords } from '../../../outcomes/catalogue.ts'
import { readingNames } from '../../../outcomes/year-values.ts'
import { Button } from '../../controls/button.tsx'
import { FanChart } from '../../charts/fan-chart.tsx'
import type { FanBand, FanLine } from '../../charts/fan-lines.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { domainOf, type Point } from '../../charts/geometry.ts'
import { pointsOf, shownYears } from '../../charts/path-points.ts'
import { textWidth } from '../../charts/labels.tsx'
import type { PackageAnswer } from '../../../analysis/answer/verdict.ts'
import type { About } from '../../worker/answers/about.ts'
import type { PathBand } from '../../worker/answers/summary.ts'
import type { Verdicts } from '../../worker/answers/verdicts.ts'
import { askWhy, goTo } from '../../shell/router.ts'
import { useWords, useTexts } from '../../shell/use.ts'
import { everyYears } from '../../state/quarters.ts'
import { answerWords } from '../../words/answer.ts'
import { packageWords } from '../../../model/names/packages.ts'
import { shellWords } from '../../words/shell.ts'

interface Props {
  readonly verdicts: Verdicts
  readonly selected: PackageAnswer
  readonly about: About
}

const PathFigure = ({ id, verdicts, selected, about }: Props & { readonly id: OutcomeId }) => {
  const { words, language, numbers } = useTexts(answerWords)
  const shell = useWords(shellWords)
  const indicators = useWords(indicatorWords)
  const indicator = indicatorOf(id)
  const title = indicators[id]
  const { start, end } = about
  const years = everyYears(5, start, end)
  const points = (values: ArrayLike<number>): Point[] => pointsOf(indicator, values, about, language)
  const yearly = (values: ArrayLike<number>): ReadonlyMap<number, number> =>
    shownYears(indicator, values, about, language)
  const of = readingNames[language][indicator.reading]
  const unit = shell.endsOfLines(title.unit, end - 1, of)
  const show = (value: number): string => numbers.plain(value, indicator.shown[language].digits)
  const nothing = verdicts.bands['A'][id]
  const chosen = verdicts.bands[selected.id]?.[id]
  const bandOf = (kind: FanBand['kind'], { p10, p90 }: PathBand): FanBand => ({
    kind,
    low: points(p10),
    high: points(p90),
  })
  const same = selected.id === 'A' || chosen === undefined
  const lines: FanLine[] = [
    {
      id: 'base',
      kind: 'base',
      points: points(nothing.p50),
      last: yearly(nothing.p50).get(end - 1),
      label: shell.current,
      name: shell.doNothing,
    },
    ...(same
      ? []
      : [
          {
            id: 'pol',
            kind: 'pol',
            points: points(chosen.p50),
            last: yearly(chosen.p50).get(end - 1),
            label: words.package,
            name: packageWords[language][selected.id].name,
          } as const,
        ]),
  ]
  const bands = [bandOf('base', nothing), ...(same ? [] : [bandOf('pol', chosen)])]
  const domain = domainOf(
    bands.flatMap(({ low, high }) => [...low, ...high].map(([, value]) => value)),
    3,
  )
  const told = (value: number | undefined): string => (value === undefined ? numbers.noFigure : show(value))
  const ends = lines.map(({ label, last }) => `${label} ${told(last)}`)
  const columns = (same ? [nothing] : [nothing, chosen]).map(({ p50, p10, p90 }) => [p50, p10, p90].map(yearly))
  return (
    <ChartFigure
      title={title.title}
      unit={unit}
      source={words.chartSource(same ? shell.doNothing : packageWords[language][selected.id].name)}
      table={() => ({
        head: [
          shell.yearHead(of),
          ...lines.flatMap(({ label }) => [0.5, 0.1, 0.9].map(share => `${label} ${numbers.percent(share, 0)}`)),
        ],
        unit: title.unit.split(/[;；:：]/)[0]!,
        rows: years.map(year => [
          String(year),
          ...columns.flatMap(quantiles => quantiles.map(by => told(by.get(year)))),
        ]),
      })}
    >
      <FanChart
        sentence={`${title.title}, ${unit}, ${start}–${end - 1}: ${ends.join(', ')}`}
        lines={lines}
        bands={bands}
        times={[start, end]}
        domain={domain}
        years={years}
        height={190}
        room={20 + Math.max(...lines.map(({ label = '', last }) => textWidth(`${label} ${told(last)}`)))}
        firstWidth={270}
        show={show}
        now={start}
        pick={time => askWhy({ indicator: id, time })}
      />
    </ChartFigure>
  )
}

export default function RestsOn(props: Props) {
  const words = useWords(answerWords)
  return (
    <div className="rest">
      <div className="multi">
        {answerCharts.map(id => (
          <PathFigure key={id} id={id} {...props} />
        ))}
      </div>
      <p>
        <Button className="link" onClick={() => goTo('evidence')}>
          {words.uncertain}
        </Button>
      </p>
    </div>
  )
}
