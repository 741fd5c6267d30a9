/**
 * The page before any script of the app runs: for each view and language the masthead, the title and the place of the
 * results. The build writes it into the page; one of them is seen.
 */

import { renderToStaticMarkup } from 'react-dom/server'
import { Button } from '../controls/button.tsx'
import { type ViewName, viewNames } from '../state/view-names.ts'
import type { Language } from '../../language/messages.ts'
import { nameIn, tagOf } from '../../language/typeset.ts'
import { wordsIn } from '../words/language.ts'
import { shellWords } from '../words/shell.ts'
import { MastheadFrame, PlaceLabel } from './masthead-frame.tsx'
import { type OpeningHead, type OpeningHeads, openingId, type OpeningPlace } from './opening-head.ts'
import { Opening } from './opening.tsx'

const languages: readonly Language[] = ['en', 'zh']

const otherOf = (language: Language): Language => (language === 'en' ? 'zh' : 'en')

const Page = ({
  view,
  language,
  head,
  place,
}: {
  readonly view: ViewName
  readonly language: Language
  readonly head: OpeningHead
  readonly place: OpeningPlace
}) => {
  const words = wordsIn(shellWords, language)
  return (
    <div className="opening" id={openingId(view, language)} lang={tagOf(language)}>
      <MastheadFrame
        language={language}
        view={view}
        links={{ addressOf: name => `#/${name}` }}
        place={
          <span className="menu">
            <Button className="place">
              <PlaceLabel name={nameIn(place.names, language)} people={place.people} language={language} />
            </Button>
          </span>
        }
        tools={
          <>
            <button type="button" lang={tagOf(otherOf(language))}>
              {words.otherLanguage}
            </button>
            {[words.keys, words.share].map(label => (
              <span key={label} className="menu">
                <button type="button">{label}</button>
              </span>
            ))}
          </>
        }
      />
      <main className="wrap">
        <Opening head={head} language={language} />
      </main>
    </div>
  )
}

/** The first one is seen where no script runs. */
export const openingPages = (heads: OpeningHeads, place: OpeningPlace): string =>
  languages
    .flatMap(language => viewNames.map(view => <Page {...{ view, language, place }} head={heads[view]} />))
    .map(page => renderToStaticMarkup(page))
    .join('\n')
