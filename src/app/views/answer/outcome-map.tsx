/** Map of the areas under the policy in hand, coloured by the chosen outcome. */

import { useState } from 'react'
import type { Policy } from '../../../engine/scenario.ts'
import { hasMap, type MapArea, ProvinceMap } from '../../charts/province-map.tsx'
import { numbersTable } from '../../charts/table.tsx'
import { ChartFigure, HeldUnder } from '../../charts/figure.tsx'
import { indicatorOf, type OutcomeId, mappedIds, indicatorWords } from '../../../outcomes/catalogue.ts'
import { windowTo } from '../../../model/measures.ts'
import { Button, Select } from '../../controls/button.tsx'
import { PackageChoice, useInHand } from '../../controls/package-choice.tsx'
import { askWhy } from '../../shell/router.ts'
import { shownYears } from '../../charts/path-points.ts'
import { useAbout } from '../../state/about.ts'
import { shownValues } from '../../state/indicators.ts'
import { useAnswer } from '../../state/question.ts'
import { useStore } from '../../state/store.ts'
import type { About } from '../../worker/answers/about.ts'
import { lastQuarter } from '../../state/quarters.ts'
import { useLanguage, useWords, useTexts } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import { nameIn, sentences } from '../../../language/typeset.ts'

/** Values of the areas by year in the central projection, in the unit that is shown; undefined until the run is done. */
const useAreaYears = (id: OutcomeId, policy: Policy, about: About | undefined) => {
  const language = useLanguage()
  const { region, assumptions } = useStore(state => state.draft)
  const one = about?.areas.length === 1
  const name = indicatorOf(id).variables[one ? 0 : 1]
  const { data } = useAnswer(
    'lines',
    region,
    about === undefined ? undefined : { runs: [{ policy, assumptions }], record: [name] },
  )
  const values = data?.runs[0]![name]
  if (values === undefined || about === undefined) return undefined
  const count = about.areas.length
  return new Map(
    about.areas.map((area, at) => {
      const path = Float64Array.from({ length: values.length / count }, (_, step) => values[step * count + at])
      const indicator = indicatorOf(id)
      return [area.id, shownYears(indicator, shownValues(indicator, path, about.stepsPerYear), about, language)]
    }),
  )
}

export default function OutcomeMap() {
  const { words, language, numbers } = useTexts(answerWords)
  const indicators = useWords(indicatorWords)
  const about = useAbout()
  const inHand = useInHand()
  const draft = useStore(state => state.draft)
  const [shown, setShown] = useState<OutcomeId>(mappedIds[0]!)
  const [year, setYear] = useState(windowTo)
  const byArea = useAreaYears(shown, inHand?.policy ?? {}, about)
  if (about === undefined || inHand === undefined) return null
  const ids = about.areas.map(({ id }) => id)
  const indicator = indicatorOf(shown)
  const every = [...(byArea?.values() ?? [])].flatMap(years => [...years.values()])
  const [least, most] = [Math.min(...every), Math.max(...every)]
  const show = (value: number | undefined): string =>
    value === undefined ? '…' : numbers.plain(value, indicator.shown[language].digits)
  const areas = about.areas.map(({ id, names }): MapArea => {
    const value = byArea?.get(id)?.get(year)
    const ink = value === undefined || most <= least ? 0 : (value - least) / (most - least)
    return { id, names, value: show(value), fill: { ink } }
  })
  const title = words.mapTitleNumber(indicators[shown]!.title, year, inHand.name)
  const said = areas.map(area => `${nameIn(area.names, language)} ${area.value}`).join(', ')
  const why = (id: string): void =>
    askWhy({ indicator: shown, ...(ids.length > 1 ? { area: id } : {}), time: lastQuarter(year) })
  const table = () => {
    const unit = indicators[shown]!.unit.split(/[;；:：]/)[0]!
    const values = ids.map(id => byArea?.get(id)?.get(year))
    const head = `${indicators[shown]!.title} ${year}, ${unit}`
    return numbersTable(
      words.area,
      areas.map(({ names }) => nameIn(names, language)),
      [{ head, unit, values, show }],
    )
  }
  const choices = (
    <>
      <PackageChoice label={words.shownPackage} />
      <label className="colour-by">
        <span className="note">{words.colourBy}</span>
        <Select
          options={mappedIds.map(id => [id, indicators[id]!.title] as const)}
          value={shown}
          choose={chosen => setShown(chosen)}
        />
      </label>
      <label className="colour-by">
        <span className="note">{words.mapYear}</span>
        <input
          type="range"
          min={about.start + 1}
          max={about.end - 1}
          value={year}
          onChange={event => setYear(Number(event.target.value))}
        />
        <output>{String(year)}</output>
      </label>
    </>
  )
  return (
    <HeldUnder value={{ scenario: { ...draft, policy: inHand.policy, name: inHand.name }, central: true }}>
      <ChartFigure
        title={title}
        level={2}
        className="mapfig sec"
        above={choices}
        source={sentences([words.mapCentral(indicators[shown]!.unit), hasMap(ids) ? words.mapCredit : ''], language)}
        table={table}
      >
        {hasMap(ids) ? <ProvinceMap areas={areas} sentence={`${title}: ${said}`} pick={why} /> : null}
        {byArea === undefined ? null : (
          <p className="scale">
            {show(least)} <i /> {show(most)}
          </p>
        )}
        <p className="btns">
          {areas.map(({ id, names }) => (
            <Button
              key={id}
              className="btn area"
              title={words.whyArea(indicators[shown]!.title)}
              onClick={() => why(id)}
            >
              {nameIn(names, language)}
            </Button>
          ))}
        </p>
      </ChartFigure>
    </HeldUnder>
  )
}
