/** The catalogue of outcomes: its lists, each a filter of the table (declared.ts), and how an outcome is titled. */

import { unitIn, withCurrency } from '../language/currency.ts'
import type { Variable } from '../language/linked.ts'
import type { Both, Language } from '../language/messages.ts'
import { type Compared, withPlaces } from '../language/places.ts'
import { type Declared, declared, type OutcomeUnit } from './declared.ts'
import { type YearReading, readingNames, readingOfUnit } from './year-values.ts'

export type Scope = 'region' | 'area'

export type OutcomeId = keyof typeof declared

/** An outcome of the catalogue. */
export interface Indicator extends Declared {
  readonly id: OutcomeId
}

export const catalogue: readonly Indicator[] = Object.entries<Declared>(declared).map(([id, one]) => ({
  id: id as OutcomeId,
  ...one,
}))

/** A map, since each simulation of an answer asks several times. */
const byId: ReadonlyMap<string, Indicator> = new Map(catalogue.map(one => [one.id, one]))

export const indicatorOf = (id: string): Indicator => {
  const found = byId.get(id)
  if (found === undefined) throw new Error(`There is no outcome '${id}' in the catalogue (src/outcomes/catalogue.ts).`)
  return found
}

/** Those that tables by year show. */
export const outcomeIndicators: readonly Indicator[] = catalogue.filter(({ table }) => table === true)

/** Those with a place in an order, in that order. */
const ordered = (placeOf: (one: Indicator) => number | undefined): readonly OutcomeId[] =>
  catalogue
    .filter(one => placeOf(one) !== undefined)
    .toSorted((a, b) => placeOf(a)! - placeOf(b)!)
    .map(({ id }) => id)

/** Those that charts show, in the order of the page. */
export const chartIds = ordered(({ chart }) => chart?.order)

/** Outcomes by which a package is compared with current policy; numbers are shown times `scale`. */
export const changeIndicators = ordered(({ change }) => change?.order).map(indicator => {
  const { change, shown: own } = indicatorOf(indicator)
  const { as, digits } = change!
  return { indicator, as, digits, scale: as === 'percent' ? 100 : own.en.scale }
})

/** Changes of a chart smaller than this, in the unit kept, count as hardly any. */
export const noticeable = (id: string): number => indicatorOf(id).chart!.noticeable

export type ChangeIndicator = (typeof changeIndicators)[number]

/** The level, not the growth, that a variable of the region or of an area is. */
export const catalogued = (variable: string): Indicator | undefined =>
  catalogue.find(
    ({ variables, reading, over }) => reading !== 'growth' && over === undefined && variables.includes(variable),
  )

/** The direction in which a variable is better: that of the catalogue, else higher. */
export const betterOf = (variable: string): 'higher' | 'lower' => catalogued(variable)?.better ?? 'higher'

/** The reading of a year of any variable of the model: that of the catalogue, else that of its unit. */
export const readingOf = ({ name, unit }: Pick<Variable, 'name' | 'unit'>): YearReading =>
  catalogued(name)?.reading ?? readingOfUnit(unit)

export const variableOf = (id: string, scope: Scope): string => indicatorOf(id).variables[scope === 'region' ? 0 : 1]

/** Behind a number: '% of GDP', '%，占地区生产总值的比重'. */
export const unitBehind = ({ unit, of }: Pick<OutcomeUnit, 'unit' | 'of'>, language: Language): string =>
  of === undefined ? unit : language === 'zh' ? `${unit}，${of}` : `${unit} ${of}`

/** The unit, the scale and the digits of its numbers, in either language. */
export const writtenAs = ({ shown: { en, zh } }: Pick<Declared, 'shown'>) => ({
  unit: { en: unitBehind(en, 'en'), zh: unitBehind(zh, 'zh') },
  scale: { en: en.scale, zh: zh.scale },
  digits: { en: en.digits, zh: zh.digits },
})

/** The same with as many digits as a change between two of them needs. */
export const comparedAs = (one: Pick<Declared, 'shown'>, { shown: { en, zh } } = one) => ({
  ...writtenAs(one),
  digits: { en: en.changeDigits, zh: zh.changeDigits },
})

/** Beside the title of a chart: '% of GDP (government bonds, LGFVs, arrears)'. */
const headUnit = ({ unit, of, more = '' }: OutcomeUnit, language: Language): string =>
  (language === 'zh' && of !== undefined ? `${of}，${unit}` : unitBehind({ unit, of }, language)) + more

export interface IndicatorWords {
  readonly title: string
  /** In the head of a chart. */
  readonly unit: string
  readonly behind: string
}

const wordsIn = (language: Language): Readonly<Record<string, IndicatorWords>> =>
  Object.fromEntries(
    catalogue.map(({ id, names, shown: both }) => {
      const own = both[language]
      return [id, { title: names[language], unit: headUnit(own, language), behind: unitBehind(own, language) }]
    }),
  )

/** Names and units, for the tables of terms of the app. */
export const indicatorWords: Both<Readonly<Record<string, IndicatorWords>>> = { en: wordsIn('en'), zh: wordsIn('zh') }

interface Titled {
  readonly names: Both<string>
  readonly shown: Both<OutcomeUnit>
}

/** An outcome with its names and units in the currency of a region and with the places it is compared with. */
export const inRegion = <One extends Titled & Pick<Indicator, 'unit'>>(
  one: One,
  { currency, compared }: { readonly currency: string; readonly compared?: Compared | undefined },
): One => {
  const own = (text: string, language: Language): string =>
    withPlaces(withCurrency(text, currency, language), compared, language)
  const unit = (language: Language): OutcomeUnit => ({
    ...one.shown[language],
    unit: own(one.shown[language].unit, language),
  })
  return {
    ...one,
    names: { en: own(one.names.en, 'en'), zh: own(one.names.zh, 'zh') },
    unit: unitIn(one.unit, currency),
    shown: { en: unit('en'), zh: unit('zh') },
  }
}

/** 'Total local debt, % of GDP', '全口径债务（占地区生产总值的比重，%）'. */
export const titleOf = ({ names, shown: both }: Titled, language: Language = 'en'): string => {
  const { unit, of } = both[language]
  if (unit === '') return names[language]
  if (language === 'en') return `${names.en}, ${unitBehind({ unit, of }, 'en')}`
  return `${names.zh}（${of === undefined ? '' : `${of}，`}${unit}）`
}

/** In a table by year, whose head says that all else is the yearly mean: 'Residents, million, end of year'. */
export const yearTitle = (one: Titled & Pick<Indicator, 'reading'>, language: Language = 'en'): string =>
  one.reading === 'end'
    ? `${titleOf(one, language)}${language === 'zh' ? '，' : ', '}${readingNames[language].end}`
    : titleOf(one, language)
