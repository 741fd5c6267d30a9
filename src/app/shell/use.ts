/** Hooks used by most components: texts and numbers in the user's language, and the measured width. */

import { type RefCallback, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from '../state/store.ts'
import { useOwnRegions } from '../state/own-regions.ts'
import type { Both, Language } from '../../language/messages.ts'
import { modelPlace, type NationWords, wordsIn } from '../words/language.ts'
import { typeset } from '../../language/typeset.ts'
import { type Numbers, numbersIn } from '../../analysis/words/numbers.ts'

export const useLanguage = (): Language => useStore(state => state.language)

/** The nation of the open region, as texts name it. */
const usePlace = (): NationWords => {
  const region = useStore(state => state.draft.region)
  return useOwnRegions(state => state.regions.find(one => one.id === region)?.place) ?? modelPlace
}

export const useWords = <Words extends object>(texts: Both<Words>): Words => wordsIn(texts, useLanguage(), usePlace())

export const useNumbers = (): Numbers => numbersIn(useLanguage(), usePlace().currency)

/** Texts of a component, with the language they are in and its way to write numbers. */
export const useTexts = <Words extends object>(
  texts: Both<Words>,
): { readonly words: Words; readonly language: Language; readonly numbers: Numbers } => {
  const language = useLanguage()
  const place = usePlace()
  return { words: wordsIn(texts, language, place), language, numbers: numbersIn(language, place.currency) }
}

/** A sentence made of parts, for a screen reader. */
export const useSaid = (text: string): string => typeset(text, useLanguage())

/** Between the margins of A4 (styles/print.css), in CSS pixels. */
const paperWidth = 686

/**
 * Width of an element in CSS pixels, whole; `first` until it is measured. Charts are drawn for it. The element may be
 * another one later, as that of a chart that gets a target line: whichever stands is measured. A browser lays
 * out its paper without asking again: before that, what is wider than paper is drawn for it.
 */
export const useWidth = (first: number): readonly [RefCallback<HTMLDivElement>, number] => {
  const [width, setWidth] = useState(first)
  const ref = useCallback((element: HTMLDivElement | null) => {
    if (element === null) return undefined
    const measure = (): void => {
      const found = Math.floor(element.getBoundingClientRect().width)
      if (found > 0) setWidth(found)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    const fit = (): void => {
      // A page that is opened for paper has its width already.
      if (!globalThis.matchMedia('print').matches) flushSync(() => setWidth(own => Math.min(own, paperWidth)))
    }
    globalThis.addEventListener('beforeprint', fit)
    globalThis.addEventListener('afterprint', measure)
    return () => {
      observer.disconnect()
      globalThis.removeEventListener('beforeprint', fit)
      globalThis.removeEventListener('afterprint', measure)
    }
  }, [])
  return [ref, width]
}

/** True if an element is in view, read when it is wanted; `shown` is called when it comes into view. */
export const useInView = (shown: () => void): readonly [RefCallback<Element>, RefObject<boolean>] => {
  const inView = useRef(true)
  const latest = useRef(shown)
  latest.current = shown
  const ref = useCallback((element: Element | null) => {
    if (element === null) return undefined
    const observer = new IntersectionObserver(entries => {
      inView.current = entries.at(-1)!.isIntersecting
      if (inView.current) latest.current()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, inView]
}

/** True if the page is at most this wide. */
export const useNarrow = (width: number): boolean => {
  const query = `(max-width: ${width}px)`
  const [narrow, setNarrow] = useState(() => globalThis.matchMedia(query).matches)
  useEffect(() => {
    const list = globalThis.matchMedia(query)
    const changed = (): void => setNarrow(list.matches)
    changed()
    list.addEventListener('change', changed)
    return () => list.removeEventListener('change', changed)
  }, [query])
  return narrow
}
