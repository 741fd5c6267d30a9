/** Quoted text, marked with its language if it differs from that of the page. */

import { Fragment } from 'react'
import { citedIn } from '../../language/citation.ts'
import { languageOf, tagOf } from '../../language/typeset.ts'
import { firstAddress, quotedSource } from '../../model/names/sources.ts'
import { useSources } from '../state/about.ts'
import { useLanguage } from './use.ts'

export const Quoted = ({ text }: { readonly text: string }) => {
  const language = useLanguage()
  const own = languageOf(text)
  return own === language || text === '' ? text : <span lang={tagOf(own)}>{text}</span>
}

/** The parts of the source of a number, each in its own language, and a link where it has an address. */
export const Sourced = ({ source, region }: { readonly source: string; readonly region: string }) => {
  const language = useLanguage()
  const sources = useSources(region)
  return citedIn(source).map((part, at) => {
    const address = firstAddress(sources[part]?.url ?? '')
    const text = <Quoted text={quotedSource(part, sources, language).join('')} />
    return (
      <Fragment key={part}>
        {at === 0 ? null : language === 'zh' ? '；' : '; '}
        {address === undefined ? (
          text
        ) : (
          <a href={address} target="_blank" rel="noreferrer noopener">
            {text}
          </a>
        )}
      </Fragment>
    )
  })
}
