/** Labels whose terms of the glossary say what they mean when they are pressed; the meanings load with the first one. */

import { terms } from 'virtual:heartland/glossary-terms'
import { lazy, Suspense } from 'react'
import { termFinder } from '../words/glossary.ts'
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
export const Terms = ({ text }: { readonly text: string }) => {
  const found = termIn(text, useLanguage())
  if (found === undefined) return text
  const { term, from, to } = found
  return (
    <>
      {text.slice(0, from)}
      <OwnMenu className="term within" align="start" label={text.slice(from, to)}>
        <Panel term={term} />
      </OwnMenu>
      {text.slice(to)}
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
