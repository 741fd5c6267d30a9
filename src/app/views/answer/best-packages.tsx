/** The search for packages that no other beats: the question, and the report of the declared one. */

import { useState } from 'react'
import { Button } from '../../controls/button.tsx'
import { TakeButton } from '../../controls/take-button.tsx'
import { Section } from '../../shell/head.tsx'
import { useWords, useTexts } from '../../shell/use.ts'
import { ask, useAsked, useStore } from '../../state/store.ts'
import {
  leastMeasures,
  type MeasureName,
  measureNames,
  measuresFrom,
  mostMeasures,
  movesAll,
  packageMembers,
  packagesTried,
  searchInput,
  searchMeasures,
  searchText,
} from '../../state/packages.ts'
import type { About } from '../../worker/answers/about.ts'
import { packagesWords } from '../../words/packages.ts'
import { shellWords } from '../../words/shell.ts'
import { QuestionView } from '../question.tsx'

const Choice = ({
  names,
  all,
  busy,
}: {
  readonly names: readonly MeasureName[]
  readonly all: boolean
  readonly busy: boolean
}) => {
  const words = useWords(packagesWords)
  return (
    <fieldset className="measures" disabled={busy}>
      <legend>{words.choose}</legend>
      {measureNames.map(name => (
        <label key={name} className="check">
          <input
            type="checkbox"
            checked={names.includes(name)}
            onChange={({ target }) => {
              const next = measureNames.filter(one => (one === name ? target.checked : names.includes(one)))
              if (next.length > 0) ask('answer.search', searchText(next, all))
            }}
          />
          {words.measures[name]} <span className="note">{searchMeasures[name].maximise ? words.more : words.less}</span>
        </label>
      ))}
      <label className="check">
        <input
          type="checkbox"
          checked={all}
          onChange={({ target }) => ask('answer.search', searchText(names, target.checked))}
        />
        {words.allLevers} <span className="note">{words.allLeversNote}</span>
      </label>
    </fieldset>
  )
}

export default function BestPackages({ about }: { readonly about: About }) {
  const { words, numbers } = useTexts(packagesWords)
  const shell = useWords(shellWords)
  const draft = useStore(state => state.draft)
  const text = useAsked('answer.search')
  const [names, all] = [measuresFrom(text), movesAll(text)]
  const [asked, setAsked] = useState<Readonly<Record<string, unknown>> | undefined>(undefined)
  const wrong = names.length < leastMeasures || names.length > mostMeasures
  return (
    <Section
      id="best"
      title={words.title}
      note={words.note(
        numbers.money(about.envelope),
        numbers.plain(packageMembers(draft), 0),
        numbers.plain(packagesTried, 0),
        all,
      )}
    >
      <Choice names={names} all={all} busy={asked !== undefined} />
      <p className="note">{words.regret}</p>
      <p className="btns">
        {asked === undefined ? (
          <Button
            main
            disabled={wrong}
            onClick={() => {
              ask('answer.search', searchText(names, all))
              setAsked(searchInput(draft, names, all))
            }}
          >
            {words.search}
          </Button>
        ) : (
          <Button onClick={() => setAsked(undefined)}>{shell.clear}</Button>
        )}
        {wrong ? <span className="note">{words.needTwo}</span> : null}
      </p>
      {asked === undefined ? null : (
        <QuestionView
          question="search"
          within={asked}
          policy={{}}
          take={(policy, given) => <TakeButton policy={policy} name={words.chosen(String(given['package']))} />}
        />
      )}
    </Section>
  )
}
