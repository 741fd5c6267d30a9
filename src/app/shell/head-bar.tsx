/** The head above a page: place, scenario and year, so far as the page depends on them; they hold on all pages. */

import { firstLeagueYear } from '../../analysis/evidence/league-places.ts'
import { nameIn } from '../../language/typeset.ts'
import { Select } from '../controls/button.tsx'
import { ScenarioChoice } from '../controls/package-choice.tsx'
import { useAbout } from '../state/about.ts'
import { placeAsked, useShownPlace, useShownYear, yearAsked, yearsShown } from '../state/head.ts'
import { lastQuarter } from '../state/quarters.ts'
import { ask, useStore } from '../state/store.ts'
import { headOf } from '../state/view-names.ts'
import { shellWords } from '../words/shell.ts'
import { useNarrow, useTexts } from './use.ts'

/** Pages that follow at once, so that the year can be drawn along. */
const drawn: ReadonlySet<string> = new Set(['what-if', 'league'])

export const HeadBar = () => {
  const { words, language } = useTexts(shellWords)
  const view = useStore(state => state.view)
  const about = useAbout()
  const narrow = useNarrow(700)
  const area = useShownPlace() ?? ''
  const from = view === 'league' ? firstLeagueYear : undefined
  const year = useShownYear(about, from)
  if (about === undefined) return null
  const parts = headOf(view)
  const [first, last] = yearsShown(about, from)
  const places = new Map([['', about.names], ...about.areas.map(({ id, names }) => [id, names] as const)])
  const { announce, set } = useStore.getState()
  const say = (place: string, when: number | string): void =>
    announce(`${nameIn(places.get(place)!, language)}, ${when}`)
  const takePlace = (id: string): void => {
    ask(placeAsked, id || undefined)
    say(id, year)
  }
  const takeYear = (to: string): void => {
    ask(yearAsked, to)
    set({ cursor: lastQuarter(Number(to)) })
    say(area, to)
  }
  return (
    <>
      {parts.includes('place') && about.areas.length > 1 ? (
        <label>
          <span>{words.headPlace}</span>
          <Select
            options={[...places].map(([id, names]) => [id, nameIn(names, language)])}
            value={area}
            choose={takePlace}
          />
        </label>
      ) : null}
      {parts.includes('scenario') ? <ScenarioChoice about={about} label={words.headScenario} /> : null}
      {parts.includes('year') ? (
        <label>
          <span>{words.headYear}</span>
          {drawn.has(view) && !narrow ? (
            <>
              <input
                type="range"
                min={first}
                max={last}
                value={year}
                onChange={({ target }) => takeYear(target.value)}
              />
              <output>{String(year)}</output>
            </>
          ) : (
            <Select
              options={Array.from({ length: last - first + 1 }, (_, at) => [String(last - at), last - at] as const)}
              value={String(year)}
              choose={takeYear}
            />
          )}
        </label>
      ) : null}
    </>
  )
}
