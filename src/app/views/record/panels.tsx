/** Panels of the back-test: one series of one province each, at a chosen forecast horizon. */

import { useState } from 'react'
import type { Panel } from '../../../analysis/hindcast/panels.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { Button } from '../../controls/button.tsx'
import { Segments } from '../../controls/segments.tsx'
import { Section } from '../../shell/head.tsx'
import { useTexts } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import type { AppRecord } from '../../state/record.ts'
import { nameIn } from '../../../language/typeset.ts'
import recordWords from '../../../texts/app/record.ts'
import { unitWords } from '../../../model/names/units.ts'
import { PanelChart } from './panel-chart.tsx'
import { askForecast, heldOutScore, lostTo, mainSeries, useSeriesName } from './series.ts'

/** What a number is multiplied by, and the unit under the title. */
const useUnit = (): ((panel: Panel) => { readonly scale: number; readonly text: string }) => {
  const { words, language } = useTexts(recordWords)
  return ({ unit, scale }) => {
    if (scale === 'growth') return { scale: 100, text: words.perYear }
    if (unit === 'share') return { scale: 100, text: words.percentUnit }
    if (unit === 'index') return { scale: 1, text: words.indexUnit }
    const shown = unitWords(unit, language)
    return { scale: shown.scale, text: shown.text.trim() }
  }
}

const Score = ({ record, panel }: { readonly record: AppRecord; readonly panel: Panel }) => {
  const { words, language, numbers } = useTexts(recordWords)
  const score = heldOutScore(record, panel.series, panel.area, panel.horizon)
  if (score === undefined) return <p className="score">{words.noScore}</p>
  const unit = words.errorUnits[panel.scale]
  const error = (value: number): string => numbers.plain(value * 100, value * 100 < 9.95 ? 1 : 0)
  const lost = lostTo(score)
  const names = lost.map(naive => words.naiveNames[naive]).join(language === 'zh' ? '、' : ', ')
  return (
    <p className="score">
      <span>
        {words.model} <b>{error(score.rmse)}</b>
        {language === 'zh' ? '' : ' '}
        {unit}
      </span>
      {score.naive === null ? null : (
        <span>
          {words.naive} {error(score.naive)}
        </span>
      )}
      <span>
        <b>{lost.length === 0 ? words.won : words.lostTo(names)}</b>
      </span>
    </p>
  )
}

const One = ({
  record,
  panel,
  first,
}: {
  readonly record: AppRecord
  readonly panel: Panel
  readonly first: boolean
}) => {
  const { words, language, numbers } = useTexts(recordWords)
  const about = useAbout()
  const nameOf = useSeriesName()
  const unit = useUnit()(panel)
  const area = nameIn(about?.areas.find(({ id }) => id === panel.area)?.names ?? { en: panel.area }, language)
  const years = words.years(panel.horizon)
  const show = (value: number | null): string => (value === null ? numbers.noFigure : numbers.plain(value * unit.scale))
  const [start, end] = [panel.points[0]?.year ?? 0, panel.points.at(-1)?.year ?? 0]
  const name = nameOf(panel.series)
  const ask = askForecast(record, panel)
  return (
    <ChartFigure
      title={name}
      unit={unit.text}
      source={
        ask === undefined ? undefined : (
          <button type="button" aria-label={words.forecastOf(name, area)} onClick={ask}>
            {words.forecast}
          </button>
        )
      }
      table={() => ({
        head: [words.yearHead, words.measured, words.model, words.low, words.high, words.naive],
        unit: unit.text,
        rows: panel.points.map(({ year, observed, model, low, high, lastValue }) => [
          String(year),
          show(observed),
          show(model),
          show(low),
          show(high),
          show(lastValue),
        ]),
      })}
    >
      <PanelChart
        panel={panel}
        scale={unit.scale}
        {...(ask === undefined ? {} : { ask })}
        show={show}
        {...(ask === undefined ? {} : { ask })}
        heldOutFrom={record.hindcast.lastTrainingYear + 1}
        named={first}
        sentence={words.panelSentence(name, area, years, start, end)}
      />
      <Score record={record} panel={panel} />
    </ChartFigure>
  )
}

export const Panels = ({ record, areas }: { readonly record: AppRecord; readonly areas: readonly string[] }) => {
  const { words, language } = useTexts(recordWords)
  const about = useAbout()
  const [area, setArea] = useState(areas[0] ?? '')
  const [horizon, setHorizon] = useState(2)
  const [all, setAll] = useState(false)
  const horizons = [...new Set(record.panels.map(panel => panel.horizon))].toSorted((a, b) => a - b)
  const own = record.panels.filter(panel => panel.area === area && panel.horizon === horizon)
  const main = mainSeries.flatMap(series => own.filter(panel => panel.series === series))
  const others = own.filter(({ series }) => !mainSeries.includes(series))
  const shown = all ? [...main, ...others] : main
  return (
    <Section id="hindcast" title={words.panelsTitle} note={words.panelsNote}>
      <div className="record-choice">
        {areas.length < 2 ? null : (
          <Segments
            legend={words.area}
            options={areas.map(id => [
              id,
              nameIn(about?.areas.find(one => one.id === id)?.names ?? { en: id }, language),
            ])}
            chosen={area}
            choose={setArea}
          />
        )}
        <Segments
          legend={words.ahead}
          options={horizons.map(years => [years, words.aheadOption(years)])}
          chosen={horizon}
          choose={setHorizon}
        />
      </div>
      {shown.length === 0 ? <p className="note">{words.noSeries}</p> : null}
      <div className="multi four">
        {shown.map((panel, at) => (
          <One key={`${panel.series} ${panel.area} ${panel.horizon}`} record={record} panel={panel} first={at === 0} />
        ))}
      </div>
      <p className="src">{words.scoresNote(record.hindcast.lastTrainingYear + 1)}</p>
      {others.length === 0 ? null : (
        <Button aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? words.mainSeries : words.allSeries(own.length)}
        </Button>
      )}
    </Section>
  )
}
