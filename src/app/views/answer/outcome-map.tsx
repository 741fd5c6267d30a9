/** Map of the areas under the selected package, coloured by the chosen outcome, with their class bars. */

import { Fragment, useState } from 'react'
import { classOrder } from '../../../model/criteria.ts'
import type { PlaybookAnswer, Probabilities } from '../../../analysis/verdict.ts'
import type { OutcomeBand } from '../../../analysis/verdict.ts'
import { ClassBar } from '../../charts/class-bar.tsx'
import { hasMap, type MapArea, ProvinceMap } from '../../charts/province-map.tsx'
import { DataTable } from '../../charts/figure.tsx'
import { indicatorOf } from '../../../analysis/outcomes.ts'
import { windowTo } from '../../../model/measures.ts'
import { askWhy } from '../../shell/router.ts'
import { useAbout } from '../../state/about.ts'
import { lastQuarter } from '../../state/quarters.ts'
import { useLanguage, useNumbers, useTerms, useWords } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import { nameIn } from '../../words/language.ts'
import { classTitles, classStyles } from '../../words/terms/classes.ts'
import { indicatorWords } from '../../words/terms/outcomes.ts'
import { playbookWords } from '../../words/terms/playbooks.ts'
import { shellWords } from '../../words/shell.ts'

type Colour = 'outcome' | 'growth' | 'young' | 'debt'

/** The outcome of the answer behind each colouring, and its indicator. */
const numbersOf: Readonly<Record<Exclude<Colour, 'outcome'>, readonly [outcome: string, indicator: string]>> = {
  growth: ['growth2033to2037', 'growth'],
  young: ['youthMigration2033to2037', 'youthMigration'],
  debt: ['debtToGdpEnd2037', 'debtToGdp'],
}

interface Part extends Pick<Probabilities, 'probability'> {
  readonly id: string
  readonly outcomes: Readonly<Record<string, OutcomeBand>>
}

export const OutcomeMap = ({ selected }: { readonly selected: PlaybookAnswer }) => {
  const words = useWords(answerWords)
  const shell = useWords(shellWords)
  const language = useLanguage()
  const indicators = useTerms(indicatorWords)
  const numbers = useNumbers()
  const about = useAbout()
  const [colour, setColour] = useState<Colour>('outcome')
  if (about === undefined) return null
  const parts: Part[] = selected.areas.length > 0 ? [...selected.areas] : [{ ...selected, id: about.areas[0].id }]
  const packageName = playbookWords[language][selected.id].name
  const names = new Map(about.areas.map(area => [area.id, area.names]))
  const median = (part: Part, outcome: string): number => part.outcomes[outcome]?.median ?? 0
  const areas: MapArea[] = parts.map(part => {
    const own = names.get(part.id) ?? { en: part.id }
    if (colour === 'outcome') {
      const likeliest = classOrder.reduce((most, one) => (part.probability[one] > part.probability[most] ? one : most))
      const name = classTitles[language][likeliest]
      return {
        id: part.id,
        names: own,
        value: language === 'en' ? name.toLowerCase() : name,
        fill: { style: classStyles[likeliest] },
      }
    }
    const [outcome, indicator] = numbersOf[colour]
    const { shown } = indicatorOf(indicator)
    const values = parts.map(one => median(one, outcome))
    const [least, most] = [Math.min(...values), Math.max(...values)]
    const value = median(part, outcome)
    return {
      id: part.id,
      names: own,
      value: numbers.percent(value, shown.digits),
      fill: { ink: most > least ? (value - least) / (most - least) : 0.5 },
    }
  })
  const title =
    colour === 'outcome'
      ? words.mapTitle(packageName)
      : words.mapTitleNumber(
          `${indicators[numbersOf[colour][1]].title} ${colour === 'debt' ? '2037' : '2033–37'}`,
          packageName,
        )
  const said = areas.map(area => `${nameIn(area.names, language)} ${area.value}`).join(', ')
  // The classes stand on growth before all else.
  const askedOf = colour === 'outcome' ? 'growth' : numbersOf[colour][1]
  const why = (id: string): void =>
    askWhy({ indicator: askedOf, ...(parts.length > 1 ? { area: id } : {}), time: lastQuarter(windowTo) })
  return (
    <figure className="fig mapfig">
      <figcaption>
        <h2 className="mapname">{title}</h2>
        <fieldset className="seg">
          <legend className="vh">{words.colourBy}</legend>
          {(['outcome', 'growth', 'young', 'debt'] satisfies Colour[]).map(one => (
            <button key={one} type="button" aria-pressed={colour === one} onClick={() => setColour(one)}>
              {words.colours[one]}
            </button>
          ))}
        </fieldset>
      </figcaption>
      {hasMap(parts.map(({ id }) => id)) ? (
        <ProvinceMap areas={areas} sentence={`${title}: ${said}`} pick={why} />
      ) : null}
      <div>
        <div className="provs">
          {parts.map(part => (
            <Fragment key={part.id}>
              <button
                type="button"
                className="area"
                title={words.whyArea(indicators[askedOf].short)}
                onClick={() => why(part.id)}
              >
                {nameIn(names.get(part.id) ?? { en: part.id }, language)}
              </button>
              <ClassBar
                slim
                shares={part.probability}
                label={nameIn(names.get(part.id) ?? { en: part.id }, language)}
              />
              <span className="num">{numbers.chance(part.probability.revived)}</span>
            </Fragment>
          ))}
        </div>
        <p className="src">{words.mapSource}</p>
      </div>
      <details className="tbl">
        <summary>{shell.table}</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label={title}>
          <DataTable
            table={{
              head: [
                words.area,
                ...classOrder.map(one => `${classTitles[language][one]}, %`),
                ...(['growth', 'young', 'debt'] as const).map(one => words.colours[one]),
              ],
              rows: parts.map(part => [
                nameIn(names.get(part.id) ?? { en: part.id }, language),
                ...classOrder.map(one => numbers.chanceNumber(part.probability[one])),
                ...(['growth', 'young', 'debt'] as const).map(one =>
                  numbers.percent(median(part, numbersOf[one][0]), indicatorOf(numbersOf[one][1]).shown.digits),
                ),
              ]),
            }}
          />
        </div>
      </details>
    </figure>
  )
}
