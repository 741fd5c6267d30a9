/** Names that reports speak of, in both languages: places, policies, currencies, amounts, quarters, outcomes and parts of changes. */

import type { PartShare } from '../../analysis/explain/change.ts'
import { numbersIn } from '../../analysis/words/readable-numbers.ts'
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
import { both } from './report.ts'

export const placeName = ({ names }: Pick<RegionData, 'names'>): Both<string> => namesOf(names)

/** An area that the region does not have goes by its id. */
export const areaName = ({ areaNames }: Pick<RegionData, 'areaNames'>, id: string): Both<string> =>
  namesOf(areaNames[id] ?? { en: id })

/** 'E Reform + publicInvestment=1' -> 'E 改革 + publicInvestment=1'. A name that somebody gave stays as it is. */
const scenarioName = (name: string, language: Language): string => {
  const words = packageWords[language]
  if (name === 'baseline') return language === 'zh' ? words['A']!.name : name
  const id = Object.keys(words).find(one => {
    const own = `${one} ${packageWords.en[one]!.name}`
    return name === own || name.startsWith(`${own} `)
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
