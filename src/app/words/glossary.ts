/** Finds the terms of GLOSSARY.md in labels; the build reads the file and hands out its terms and meanings. */

import type { Both, Language } from '../../language/messages.ts'

/** A term as the glossary has it: 'births, deaths', 'local government financing vehicles (LGFVs)'. */
export type TermNames = Both<string>

/** The position of a term in a label, and its place in the glossary. */
export interface FoundTerm {
  readonly term: number
  readonly from: number
  readonly to: number
}

/** 'local government financing vehicles (LGFVs)' -> both; 'births, deaths' -> both. */
const variantsOf = (names: string): string[] => {
  const [, inside = ''] = /[（(]([^）)]*)[）)]/.exec(names) ?? []
  const plain = names.replace(/\s*[（(][^）)]*[）)]/, '')
  const parts = plain.split(/, |、/)
  // Several words in brackets say something of the term; one is its other name.
  const others = inside === '' || /[、,. ]/.test(inside) ? [] : [inside]
  return [...parts, ...others, ...others.filter(one => /^[A-Z]{2,}s$/.test(one)).map(one => one.slice(0, -1))]
}

/** Common words mean the term only where they are the whole label: 'Package', 'Region', '情景'. */
const isCommon = (variant: string): boolean =>
  /[\u4e00-\u9fff]/.test(variant) ? variant.length < 3 : !variant.includes(' ') && !/^[A-Z]{2}/.test(variant)

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The part of a label before its unit or what it is of: 'Births, thousand' -> 'Births'. */
const headOf = (label: string): string => (/^[^,，:：（(·]*/.exec(label)?.[0] ?? '').trim()

const lookUp = (glossary: readonly TermNames[], language: Language) => {
  const all = glossary.flatMap((names, term) => variantsOf(names[language]).map(variant => ({ variant, term })))
  const places = new Map(all.map(({ variant, term }) => [variant.toLowerCase(), term]))
  const contained = all
    .map(({ variant }) => variant)
    .filter(variant => !isCommon(variant))
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
  const pattern = new RegExp(language === 'zh' ? `(${contained})` : `(?<![\\w-])(${contained})s?(?![\\w-])`, 'i')
  const placeOf = (text: string): number | undefined =>
    places.get(text) ?? places.get(text.replace(/s$/, '')) ?? places.get(text.replace(/ies$/, 'y'))
  return (label: string): FoundTerm | undefined => {
    const head = headOf(label)
    const whole = placeOf(head.toLowerCase())
    if (whole !== undefined) return { term: whole, from: label.indexOf(head), to: label.indexOf(head) + head.length }
    const match = pattern.exec(label)
    const term = match === null ? undefined : placeOf(match[1]!.toLowerCase())
    return match === null || term === undefined
      ? undefined
      : { term, from: match.index, to: match.index + match[0].length }
  }
}

/** The longest term in a label, or none. */
export const termFinder = (
  glossary: readonly TermNames[],
): ((label: string, language: Language) => FoundTerm | undefined) => {
  const finders = { en: lookUp(glossary, 'en'), zh: lookUp(glossary, 'zh') }
  const known = new Map<string, FoundTerm | undefined>()
  return (label, language) => {
    const key = `${language} ${label}`
    if (!known.has(key)) known.set(key, finders[language](label))
    return known.get(key)
  }
}
