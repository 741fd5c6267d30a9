/** What the view Sectors shows: year, place, figure, and a package or an event, as the link says. */

import { readShock, restrictions } from '../../../analysis/industries/shock-text.ts'
import { type InHand, useInHand } from '../../controls/package-choice.tsx'
import { useLanguage, useMoneyScale, useTexts } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { useAsked } from '../../state/asks.ts'
import { shownYear } from '../../state/quarters.ts'
import { nameIn } from '../../../language/typeset.ts'
import { sectorsWords } from '../../words/sectors.ts'
import { labelName } from '../../../model/names/parameters.ts'
import type { About } from '../../worker/answers/about.ts'

export const shownFigures = ['output', 'employed', 'exports'] as const
export type ShownFigure = (typeof shownFigures)[number]

const standardEvent = 'exportsRussia=-100%'

export interface Choices {
  readonly about: About
  readonly inHand: InHand
  readonly years: readonly number[]
  readonly year: number
  /** Undefined for the whole region. */
  readonly area: string | undefined
  readonly measure: ShownFigure
  /** Compared with current policy: an event, or the package in hand. */
  readonly isEvent: boolean
  /** 'exportsRussia=-100%'. */
  readonly event: string
  /** Of what is compared. */
  readonly name: string
}

/** Undefined while the region opens. */
export const useChoices = (): Choices | undefined => {
  const about = useAbout()
  const inHand = useInHand()
  const year = Number(useAsked('sectors.year'))
  const area = useAsked('sectors.area')
  const measure = useAsked('sectors.measure')
  const isEvent = useAsked('sectors.of') === 'event'
  const event = useAsked('sectors.event') ?? standardEvent
  const eventName = useEventName(about)
  if (about === undefined || inHand === undefined) return undefined
  const first = Math.floor(about.start)
  const years = Array.from({ length: Math.ceil(about.end) - first }, (_, at) => first + at)
  return {
    about,
    inHand,
    years,
    year: years.includes(year) ? year : shownYear,
    area: about.areas.some(({ id }) => id === area) && about.areas.length > 1 ? area : undefined,
    measure: shownFigures.find(one => one === measure) ?? 'output',
    isEvent,
    event,
    name: isEvent ? eventName(event) : inHand.name,
  }
}

/** What amounts in billions, and people in millions, are multiplied by for the units of the language. */
export const useScales = (): Readonly<Record<ShownFigure, number>> => {
  const money = useMoneyScale()
  return { output: money, exports: money, employed: useLanguage() === 'zh' ? 100 : 1000 }
}

/** 'sales to the rest of the world (Liaoning, machinery) −30 %'. */
export const useEventName = (about: About | undefined): ((text: string) => string) => {
  const { words, language, numbers } = useTexts(sectorsWords)
  return text => {
    const shock = readShock(text)
    if (shock === undefined) return text
    const { variable, labels, amount, unit } = shock
    const nameOf = (label: string): string => {
      const area = about?.areas.find(({ id }) => id === label)
      return area === undefined ? labelName(label, language) : nameIn(area.names, language)
    }
    const share = (restrictions.includes(variable) ? numbers.percent : numbers.signedPercent)(amount / 100, 0)
    const change = unit === 'bn' ? words.aYear(numbers.signedMoney(amount)) : share
    const what = words.shocks[variable as keyof typeof words.shocks] ?? variable
    return words.eventName(what, labels.map(nameOf).join(language === 'zh' ? '、' : ', '), change)
  }
}
