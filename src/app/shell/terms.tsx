/** Labels whose terms of the glossary say what they mean when they are pressed; the meanings load with the first one. */

import { terms } from 'virtual:heartland/glossary-terms'
import { lazy, Suspense } from 'react'
import { termFinder } from '../words/glossary.ts'
import { typeset } from '../../language/typeset.ts'
import { shellWords } from '../words/shell.ts'
import { OwnMenu } from './menu.tsx'
import { useLanguage, useTexts } from './use.ts'

const termIn = termFinder(terms)

const Meaning = lazy(async () => {
  const { meanings } = await import('virtual:heartland/glossary')
  const Found = ({ term }: { readonly term: number }) => <p>{meanings[term]?.[useLanguage()]}</p>
  return { default: Found }
})

const Panel = ({ term }: { readonly term: number }) => {
  const names = terms[term]!
  const language = useLanguage()
  return (
    <>
      <b>{names[language]}</b> <span className="note">{names[language === 'zh' ? 'en' : 'zh']}</span>
      <Suspense fallback={null}>
        <Meaning term={term} />
      </Suspense>
    </>
  )
}

/** A label in a heading or a table. */
export const Terms = ({ text: given }: { readonly text: string }) => {
  const language = useLanguage()
  const text = typeset(given, language)
  const found = termIn(text, language)
  if (found === undefined) return text
  const { term, from, to } = found
  const rest = text.slice(to)
  const mark = /^[，。：；、）,.:;)]/.exec(rest)?.[0] ?? ''
  return (
    <>
      {text.slice(0, from)}
      <span className="with-mark">
        <OwnMenu className="term within" align="start" label={text.slice(from, to)}>
          <Panel term={term} />
        </OwnMenu>
        {mark}
      </span>
      {rest.slice(mark.length)}
    </>
  )
}

/** Beside a label that does something else when it is pressed: a mark that says what its term means. */
export const TermMark = ({ text }: { readonly text: string }) => {
  const { words, language } = useTexts(shellWords)
  const found = termIn(text, language)
  if (found === undefined) return null
  return (
    <OwnMenu className="term-mark" align="start" label="?" name={words.meaningOf(text.slice(found.from, found.to))}>
      <Panel term={found.term} />
    </OwnMenu>
  )
}
