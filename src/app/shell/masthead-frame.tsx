/** The masthead as it looks, without anything that it does: the app and what stands before it share it. */

import type { ReactNode, Ref } from 'react'
import type { AppPlace } from '../../questions/index.ts'
import { headOf, viewsOf, placeNames, placeOfView, type ViewName } from '../state/view-names.ts'
import type { Language } from '../../language/messages.ts'
import { wordsIn } from '../words/language.ts'
import { numbersIn } from '../../analysis/words/numbers.ts'
import { shellWords, viewTitle } from '../words/shell.ts'

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

/** Drawn above the names of the places on a phone, in a box of 24. */
const icons: Readonly<Record<AppPlace, string>> = {
  answer: 'M4 19V5M4 19H20M8 15l4-5 3 3 5-7',
  try: 'M4 7H20M4 12H20M4 17H20M9 5v4M15 10v4M7 15v4',
  why: 'M6 5h4v4H6ZM14 15h4v4h-4ZM6 15h4v4H6ZM8 9v6M10 7h6v8',
  who: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3 19c0-6 12-6 12 0M16 11a2.5 2.5 0 1 0-1-5M17 14c3 0 4 2 4 5',
  evidence: 'M6 4h9l3 3v13H6ZM9 10h6M9 13h6M9 16h4',
}

/** A link that the page follows itself, unless the reader wants it elsewhere. */
const ViewLink = ({
  view,
  current,
  links: { addressOf, go },
  children,
}: {
  readonly view: ViewName
  readonly current: 'page' | 'true' | undefined
  readonly links: Links
  readonly children: ReactNode
}) => (
  <a
    href={addressOf(view)}
    aria-current={current}
    onClick={event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      go?.(view)
    }}
  >
    {children}
  </a>
)

interface Links {
  readonly addressOf: (view: ViewName) => string
  readonly go?: (view: ViewName) => void
}

export const MastheadFrame = ({
  language,
  view,
  links,
  parts,
  place,
  head,
  tools,
}: {
  readonly language: Language
  readonly view: ViewName
  readonly links: Links
  readonly parts?: Ref<HTMLElement>
  readonly place: ReactNode
  /** The head, on which the view depends; its room is kept before it is there. */
  readonly head?: ReactNode
  readonly tools: ReactNode
}) => {
  const words = wordsIn(shellWords, language)
  const here = placeOfView(view)
  return (
    <>
      <header className="mast">
        <div className="wrap">
          <a
            className="brand"
            href={links.addressOf('answer')}
            onClick={event => {
              event.preventDefault()
              links.go?.('answer')
            }}
          >
            {words.brand}
          </a>
          {place}
          <nav className="places" aria-label={words.placesLabel}>
            {placeNames.map(name => (
              <ViewLink
                key={name}
                view={viewsOf[name][0]}
                current={name === here ? (viewsOf[name].length === 1 ? 'page' : 'true') : undefined}
                links={links}
              >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d={icons[name]} />
                </svg>
                {words.places[name]}
              </ViewLink>
            ))}
          </nav>
          <div className="tools">{tools}</div>
        </div>
      </header>
      {viewsOf[here].length === 1 ? null : (
        <nav ref={parts} className="parts wrap" aria-label={words.partsLabel(words.places[here])}>
          {viewsOf[here].map(name => (
            <ViewLink key={name} view={name} current={name === view ? 'page' : undefined} links={links}>
              {viewTitle(name, language)}
            </ViewLink>
          ))}
        </nav>
      )}
      {headOf(view).length === 0 ? null : (
        <section className="head-bar" aria-label={words.headLabel}>
          <div className="wrap bar">{head}</div>
        </section>
      )}
    </>
  )
}
