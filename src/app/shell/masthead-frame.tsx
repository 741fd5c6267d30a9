/** The masthead as it looks, without anything that it does: the app and what stands before it share it. */

import type { ReactNode, Ref } from 'react'
import { type ViewName, viewNames } from '../state/view-names.ts'
import type { Language } from '../../language/messages.ts'
import { wordsIn } from '../words/language.ts'
import { numbersIn } from '../../analysis/readable-numbers.ts'
import { shellWords } from '../words/shell.ts'

/** Name of a region, and how many people live there where that is known. */
export const PlaceLabel = ({
  name,
  people,
  language,
}: {
  readonly name: string
  /** Million. */
  readonly people: number | undefined
  readonly language: Language
}) => {
  const shown = (millions: number): string =>
    `· ${wordsIn(shellWords, language).residents(numbersIn(language).people(millions))}`
  return (
    <>
      <b>{name}</b> <span>{people === undefined ? null : shown(people)}</span>
    </>
  )
}

export const MastheadFrame = ({
  language,
  view,
  addressOf,
  go,
  nav,
  place,
  tools,
}: {
  readonly language: Language
  readonly view: ViewName
  readonly addressOf: (view: ViewName) => string
  readonly go?: (view: ViewName) => void
  readonly nav?: Ref<HTMLElement>
  readonly place: ReactNode
  readonly tools: ReactNode
}) => {
  const words = wordsIn(shellWords, language)
  return (
    <header className="mast">
      <div className="wrap">
        <a
          className="brand"
          href={addressOf('answer')}
          onClick={event => {
            event.preventDefault()
            go?.('answer')
          }}
        >
          {words.brand}
        </a>
        {place}
        <nav ref={nav} className="views" aria-label={words.viewsLabel}>
          {viewNames.map(name => (
            <a
              key={name}
              href={addressOf(name)}
              aria-current={view === name ? 'page' : undefined}
              onClick={event => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                go?.(name)
              }}
            >
              {words.views[name]}
            </a>
          ))}
        </nav>
        <div className="tools">{tools}</div>
      </div>
    </header>
  )
}
