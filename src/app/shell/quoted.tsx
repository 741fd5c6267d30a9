/** Quoted text, marked with its language if it differs from that of the page. */

import { Fragment } from 'react'
import { languageOf, tagOf } from '../../language/typeset.ts'
import { useLanguage } from './use.ts'

export const Quoted = ({ text }: { readonly text: string }) => {
  const language = useLanguage()
  const own = languageOf(text)
  return own === language || text === '' ? text : <span lang={tagOf(own)}>{text}</span>
}

/** Several of them, each in its own language. */
export const QuotedParts = ({ texts }: { readonly texts: readonly string[] }) => {
  const language = useLanguage()
  return texts.map((text, at) => (
    <Fragment key={text}>
      {at === 0 ? null : language === 'zh' ? '；' : '; '}
      <Quoted text={text} />
    </Fragment>
  ))
}
