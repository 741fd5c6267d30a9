/**
 * The figures of pages and files by what they are: outcome, place, time and scenario, as the page marks them. Two that are
 * the same have the same value beyond rounding, whatever page, table, file or language they stand in.
 */

import type { Page } from 'playwright-core'
import type { Language } from '../../language/messages.ts'
import { catalogue } from '../../outcomes/catalogue.ts'

export interface Found {
  /** 'difference|debtToGdp|CN-LN|2035|H' */
  readonly key: string
  readonly text: string
  /** The page or file, with its language. */
  readonly where: string
  /** As the model keeps it, and how far it may be rounded. */
  readonly value: number
  readonly within: number
}

/** The number at the beginning of a text; undefined where none is shown. */
const numberAt = (text: string): { readonly value: number; readonly digits: number } | undefined => {
  const [whole, fraction = ''] = /^[+−-]?[\d,]+(?:\.(\d+))?/.exec(text.trim()) ?? []
  if (whole === undefined) return undefined
  return { value: Number(whole.replaceAll(',', '').replace('−', '-').replace('+', '')), digits: fraction.length }
}

/** Without one in the catalogue: a share. */
const scaleOf = (key: string, language: Language): number => {
  const [change, outcome] = key.split('|')
  if (change === 'percent') return 100
  return catalogue.find(({ id }) => id === outcome)?.shown[language].scale ?? 100
}

/** A file has four digits, a page as many as it shows. */
export const foundIn = (key: string, text: string, language: Language, where: string, precision = 0): Found[] => {
  const read = numberAt(text)
  if (read === undefined) return []
  const scale = scaleOf(key, language)
  const inFile = 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(read.value) || 1)) + 1 - precision)
  const within = precision > 0 ? inFile : 0.5 * 10 ** -read.digits
  return [{ key, text, where: `${where}, ${language}`, value: read.value / scale, within: within / scale }]
}

/** Folded tables are opened and long ones unfolded until there is nothing more to open. */
export const unfold = async (page: Page, ready: () => Promise<unknown>): Promise<void> => {
  for (let round = 0; round < 4; round++) {
    const opened = await page.evaluate(() => {
      const closed = [...document.querySelectorAll<HTMLElement>('main details:not([open]) > summary')]
      const rest = [...document.querySelectorAll<HTMLElement>('main .below > button')]
      for (const one of [...closed, ...rest]) one.click()
      return closed.length + rest.length
    })
    await ready()
    if (opened === 0) return
  }
}

/** The marked figures of a page. A figure without a scenario is that of the scenario in the head. */
export const figuresOn = async (page: Page, language: Language, where: string, scenario: string): Promise<Found[]> => {
  const marked = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-figure]')].map(
      one => [one.dataset['figure']!, one.textContent!] as const,
    ),
  )
  return marked.flatMap(([key, text]) => foundIn(keyUnder(key, scenario), text, language, where))
}

export const keyUnder = (key: string, scenario: string): string => (key.endsWith('|') ? `${key}${scenario}` : key)

/** Figures that stand in two places with two values, in words. */
export const disagreements = (all: readonly Found[]): string[] =>
  [...Map.groupBy(all, ({ key }) => key)].flatMap(([key, same]) => {
    const [first, ...others] = same.toSorted((a, b) => a.within - b.within)
    const other = others.find(one => Math.abs(one.value - first!.value) >= (first!.within + one.within) * (1 - 1e-6))
    if (other === undefined) return []
    return [`${key}: ${first!.text} (${first!.where}), but ${other.text} (${other.where})`]
  })
