/** Map of the areas under the selected package, coloured by the chosen outcome, with their class bars. */

import { Fragment, useState } from 'react'
import { classOrder } from '../../../model/criteria.ts'
import type { PackageAnswer, Probabilities } from '../../../analysis/answer/verdict.ts'
import type { Policy } from '../../../engine/scenario.ts'
import { ClassBar } from '../../charts/class-bar.tsx'
import { hasMap, type MapArea, ProvinceMap } from '../../charts/province-map.tsx'
import { ChartMenu, DataTable, Folded } from '../../charts/figure.tsx'
import { indicatorOf, type OutcomeId, chartIds, indicatorWords } from '../../../outcomes/catalogue.ts'
import { windowTo } from '../../../model/measures.ts'
import { Scrolled } from '../../charts/table.tsx'
import { Button, Select } from '../../controls/button.tsx'
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
import { classTitles, classStyles } from '../../words/classes.ts'
import { packageWords } from '../../../model/names/packages.ts'
import { shellWords } from '../../words/shell.ts'

interface Part extends Pick<Probabilities, 'probability'> {
  readonly id: string
}

/** Charted outcomes that areas have too. */
const mapped = chartIds.filter(id => indicatorOf(id).variables[1] !== undefined)

/** Values of the areas by year in the central projection, in the unit that is shown; undefined until the run is done. */
const useAreaYears = (id: OutcomeId | undefined, policy: Policy, about: About | undefined) => {
  const language = useLanguage()
  const { region, assumptions } = useStore(state => state.draft)
  const one = about?.areas.length === 1
  const name = id === undefined ? undefined : indicatorOf(id).variables[one ? 0 : 1]
  const { data } = useAnswer(
    'lines',
    region,
    name === undefined || about === undefined ? undefined : { runs: [{ policy, assumptions }], record: [name] },
  )
  const values = name === undefined ? undefined : data?.runs[0][name]
  if (values === undefined || id === undefined || about === undefined) return undefined
  const count = about.areas.length
  return new Map(
    about.areas.map((area, at) => {
      const path = Float64Array.from({ length: values.length / count }, (_, step) => values[step * count + at])
      const indicator = indicatorOf(id)
      return [area.id, shownYears(indicator, shownValues(indicator, path, about.stepsPerYear), about, language)]
    }),
  )
}

export const OutcomeMap = ({ selected }: { readonly selected: PackageAnswer }) => {
  const { words, language, numbers } = useTexts(answerWords)
  const shell = useWords(shellWords)
  const indicators = useWords(indicatorWords)
  const about = useAbout()
  const [colour, setColour] = useState<OutcomeId | undefined>(undefined)
  const [year, setYear] = useState(windowTo)
  const policy = about?.packages.find(({ id }) => id === selected.id)?.policy ?? {}
  const byArea = useAreaYears(colour, policy, about)
  if (about === undefined) return null
  const parts: Part[] = selected.areas.length > 0 ? [...selected.areas] : [{ ...selected, id: about.areas[0].id }]
  const packageName = packageWords[language][selected.id].name
  const names = new Map(about.areas.map(area => [area.id, area.names]))
  const indicator = colour === undefined ? undefined : indicatorOf(colour)
  const every = [...(byArea?.values() ?? [])].flatMap(years => [...years.values()])
  const [least, most] = [Math.min(...every), Math.max(...every)]
  const show = (value: number | undefined): string =>
    value === undefined || indicator === undefined ? '…' : numbers.plain(value, indicator.shown[language].digits)
  const areas: MapArea[] = parts.map(part => {
    const own = names.get(part.id) ?? { en: part.id }
    if (colour === undefined) {
      const likeliest = classOrder.reduce((top, one) => (part.probability[one] > part.probability[top] ? one : top))
      const name = classTitles[language][likeliest]
      return {
        id: part.id,
        names: own,
        value: language === 'en' ? name.toLowerCase() : name,
        fill: { style: classStyles[likeliest] },
      }
    }
    const value = byArea?.get(part.id)?.get(year)
    return {
      id: part.id,
      names: own,
      value: show(value),
      fill: { ink: value === undefined || most <= least ? 0 : (value - least) / (most - least) },
    }
  })
  const title =
    colour === undefined
      ? words.mapTitle(packageName)
      : words.mapTitleNumber(indicators[colour].title, year, packageName)
  const said = areas.map(area => `${nameIn(area.names, language)} ${area.value}`).join(', ')
  // The classes stand on growth before all else.
  const askedOf = colour ?? 'growth'
  const why = (id: string): void =>
    askWhy({
      indicator: askedOf,
      ...(parts.length > 1 ? { area: id } : {}),
      time: lastQuarter(colour === undefined ? windowTo : year),
    })
  const table = () => ({
    head: [
      words.area,
      ...classOrder.map(one => `${classTitles[language][one]}, %`),
      ...(colour === undefined
        ? []
        : [`${indicators[colour].title} ${year}, ${indicators[colour].unit.split(/[;；:：]/)[0]}`]),
    ],
    rows: parts.map(part => [
      nameIn(names.get(part.id) ?? { en: part.id }, language),
      ...classOrder.map(one => numbers.chanceNumber(part.probability[one])),
      ...(colour === undefined ? [] : [show(byArea?.get(part.id)?.get(year))]),
    ]),
  })
  return (
    <figure className="fig mapfig">
      <figcaption>
        <h2 className="mapname">{title}</h2>
        <label className="colour-by">
          <span className="note">{words.colourBy}</span>
          <Select
            options={[['', words.outcomeClass], ...mapped.map(id => [id, indicators[id].title] as const)]}
            value={colour ?? ''}
            choose={chosen => setColour(chosen === '' ? undefined : chosen)}
          />
        </label>
        {colour === undefined ? null : (
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
        )}
      </figcaption>
      {hasMap(parts.map(({ id }) => id)) ? (
        <ProvinceMap areas={areas} sentence={`${title}: ${said}`} pick={why} />
      ) : null}
      {colour === undefined || byArea === undefined ? null : (
        <p className="scale">
          {show(least)} <i /> {show(most)}
        </p>
      )}
      <div>
        <div className="provs">
          {parts.map(part => (
            <Fragment key={part.id}>
              <Button className="area" title={words.whyArea(indicators[askedOf].title)} onClick={() => why(part.id)}>
                {nameIn(names.get(part.id) ?? { en: part.id }, language)}
              </Button>
              <ClassBar
                slim
                shares={part.probability}
                label={nameIn(names.get(part.id) ?? { en: part.id }, language)}
              />
              <span className="num">{numbers.chance(part.probability.revived)}</span>
            </Fragment>
          ))}
        </div>
        <p className="src">
          {sentences(
            [
              colour === undefined ? '' : words.mapCentral(indicators[colour].unit),
              words.mapSource,
              hasMap(parts.map(({ id }) => id)) ? words.mapCredit : '',
            ],
            language,
          )}
        </p>
      </div>
      <div className="below">
        <Folded summary={shell.table}>
          <Scrolled label={title}>
            <DataTable table={table} />
          </Scrolled>
        </Folded>
        <ChartMenu table={table} />
      </div>
    </figure>
  )
}
