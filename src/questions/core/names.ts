/** Names that reports speak of, in both languages: places, policies, currencies, amounts, quarters, outcomes and parts of changes. */

import type { PartShare } from '../../analysis/explain/change.ts'
import { numbersIn, number, signed } from '../../analysis/words/numbers.ts'
import { currencyWord } from '../../language/currency.ts'
import type { Both, Language } from '../../language/messages.ts'
import { namesOf } from '../../language/typeset.ts'
import { leverName, themeNames } from '../../model/names/levers.ts'
import { packageWords } from '../../model/names/packages.ts'
import { parameterName } from '../../model/names/parameters.ts'
import { yearTitle } from '../../outcomes/catalogue.ts'
import { readingNames } from '../../outcomes/year-values.ts'
import type { RegionData } from '../../regions/types.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import partTexts from '../../texts/explain-report.ts'
import { messages as industryMessages } from '../../texts/industry.ts'
import { both } from './report.ts'
import { type Shown, shownAs } from '../../analysis/explain/shown.ts'
import { unitWords } from '../../model/names/units.ts'

export const placeName = ({ names }: Pick<RegionData, 'names'>): Both<string> => namesOf(names)

/** An area that the region does not have goes by its id. */
export const areaName = ({ areaNames }: Pick<RegionData, 'areaNames'>, id: string): Both<string> =>
  namesOf(areaNames[id] ?? { en: id })

/** 'E Reform + publicInvestment=1' -> 'E 改革 + publicInvestment=1'. A name that somebody gave stays as it is. */
const scenarioName = (name: string, language: Language): string => {
  const words = packageWords[language]
  if (name === 'baseline') return language === 'zh' ? words['A']!.name : name
  const id = Object.keys(words).find(one => {
    const bare = packageWords.en[one]!.name
    const own = `${one} ${bare}`
    return name === bare || name === own || name.startsWith(`${own} `)
  })
  return id === undefined ? name : name.replace(packageWords.en[id]!.name, words[id]!.name)
}

/** Packages and current policy have Chinese names. */
export const policyName = ({ name }: Pick<Scenario, 'name'>): Both<string> =>
  both(language => scenarioName(name, language))

export const currencyIn = ({ currency }: Pick<RegionData, 'currency'>): Both<string> =>
  both(language => currencyWord(currency, language))

/** The unit of amounts in a head: 'bn yuan', '亿元'. */
export const billionsIn = (region: Pick<RegionData, 'currency'>): Both<string> => {
  const { en, zh } = currencyIn(region)
  return { en: `bn ${en}`, zh: `亿${zh}` }
}

/** The unit of flows: 'bn yuan a year', '亿元/年'. */
export const billionsAYearIn = (region: Pick<RegionData, 'currency'>): Both<string> =>
  industryMessages.moneyUnit({ currency: currencyIn(region) }).text

/** An amount in billions within a sentence. */
export const moneyIn = ({ currency }: Pick<RegionData, 'currency'>, billions: number): Both<string> =>
  both(language => numbersIn(language, currency).money(billions))

/** 0.035 -> '3.5 %', '3.5%' */
export const percentIn = (share: number, digits?: number): Both<string> =>
  both(language => numbersIn(language).percent(share, digits).replace('\u00a0', ' '))

/** 2035.75 -> '2035 Q4', '2035年四季度' */
export const quarterIn = (time: number): Both<string> => both(language => numbersIn(language).quarter(time))

/** Heads the names of outcomes in a table by year; those read at the end of the year say so. */
export const outcomeHead: Both<string> = {
  en: `Outcome (${readingNames.en.mean} unless stated)`,
  zh: '结果指标（未注明的为年均值）',
}

/** '全口径债务（占地区生产总值的比重，%），年末', in the units of the language. */
export const outcomeTitle = (one: Parameters<typeof yearTitle>[0]): Both<string> => ({
  en: yearTitle(one, 'en'),
  zh: yearTitle(one, 'zh'),
})

/** A part of a change that was divided among levers, themes and assumptions; in English by its name in the model, which --theme takes. */
export const partName = ({ id, label, kind }: Pick<PartShare, 'id' | 'label' | 'kind'>): Both<string> => {
  if (kind === 'lever') return { en: label, zh: leverName(id, label, 'zh') }
  if (kind === 'theme') return { en: label, zh: themeNames.zh[id] ?? label }
  if (kind === 'assumption') return { en: label, zh: parameterName(id, label, 'zh') }
  return { en: label, zh: partTexts.zh[kind] }
}

/** A unit of the model: the factor of its numbers, and what stands behind them. */
export const unitOf = (unit: string): { readonly scale: Both<number>; readonly words: Both<string> } => {
  const [en, zh] = [unitWords(unit, 'en'), unitWords(unit, 'zh')]
  return { scale: { en: en.scale, zh: zh.scale }, words: { en: en.text.trim(), zh: zh.text.trim() } }
}

/** As the catalogue shows the variable, but for its growth, which is a rate whatever grows. */
export const shownOf = ({
  variable,
  unit,
  growth = false,
}: {
  readonly variable: string
  readonly unit: string
  readonly growth?: boolean
}): Both<Shown> => both(language => shownAs(growth ? '' : variable, unit, language))

/** The scale and the digits of a column. */
export const showOf = ({ en, zh }: Both<Shown>) => ({
  scale: { en: en.scale, zh: zh.scale },
  digits: { en: en.digits, zh: zh.digits },
})

/** The unit of changes, for a head. */
export const changeUnitOf = ({ en, zh }: Both<Shown>): Both<string> => ({
  en: en.changeUnit,
  zh: zh.changeUnit.trim().replace(/^个(?=百分点)/, ''),
})

/** The units of shares and of their changes. */
export const percentSign: Both<string> = both(() => '%')
export const points: Both<string> = changeUnitOf(shownOf({ variable: '', unit: 'share' }))

/** With its unit. */
export const valueIn = (shown: Both<Shown>, value: number): Both<string> =>
  both(language => {
    const { scale, digits, unit } = shown[language]
    return `${number(value * scale, digits)}${language === 'en' ? ' ' : ''}${unit}`.trimEnd()
  })

/** The size of changes, such as a deviation. */
export const sizeIn = (shown: Both<Shown>, value: number): Both<string> =>
  valueIn({ en: { ...shown.en, unit: shown.en.changeUnit }, zh: { ...shown.zh, unit: shown.zh.changeUnit } }, value)

/** With its sign and, if it stands alone, its unit. */
export const changeIn = (shown: Both<Shown>, value: number, alone = true): Both<string> =>
  both(language => {
    const { scale, digits, changeUnit } = shown[language]
    const own = signed(value * scale, digits)
    return alone ? `${own}${language === 'en' ? ' ' : ''}${changeUnit}`.trimEnd() : own
  })
