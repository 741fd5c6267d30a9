/** External events as an input of questions, and the units in which their effects on industries are written. */

import { parseShock, type SaleShock } from '../../analysis/industries/shocks.ts'
import { messages as industryMessages } from '../../texts/industry.ts'
import { restrictions, shockedVariables } from '../../analysis/industries/shock-text.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { UsageError, type Both } from '../../language/messages.ts'
import { labelName } from '../../model/names/parameters.ts'
import type { RegionData } from '../../regions/types.ts'
import * as take from './inputs.ts'
import { billionsAYearIn } from './names.ts'
import type { Option } from './question.ts'
import { both, type Column } from './report.ts'

const known = [...Object.keys(shockedVariables), ...restrictions].join(', ')

/** Events with their texts; two of the same sales would follow one another, which is more than either says. */
export const events = {
  ...take.names(
    {
      en: `an external event: a change of external sales in per cent, with one area or industry in brackets and a year behind @ if wanted, such as exportsRussia=-100%@2028; plant[area,industry] with its sales in bn a year; or the level of a restriction (${known})`,
      zh: `外部事件：域外销售变动百分比，可在方括号内写省份或行业，并在 @ 后写年份，如 exportsRussia=-100%@2028；plant[省份,行业] 及其年销售额（十亿）；或限制措施的水平（${known}）`,
    },
    'event',
  ),
  read: (open: OpenRegion, given: readonly string[]): ReadonlyArray<SaleShock & { readonly text: string }> => {
    const sales = given.map(text => text.split('=')[0]!.replaceAll(/\s/g, ''))
    const twice = sales.find((one, at) => sales.indexOf(one) < at)
    if (twice !== undefined) throw new UsageError(industryMessages.twice({ text: twice }))
    return given.map(text => ({ ...parseShock(open, text), text }))
  },
}

/** Events that a page suggests. */
export const suggestedEvents = ({ region: { areas } }: OpenRegion): Option[] =>
  [
    'exportsRussia=-100%',
    'exportsWorld[machinery]=-30%',
    'chipRestriction=100%',
    'tradeTariff=30%',
    `plant[${areas[0]!},vehicles]=-10bn@2028`,
    `plant[${areas[0]!},machinery]=10bn@2028`,
  ].map(text => [text, both(() => text)])

/** Billions, or 亿. */
export const moneyShow = { scale: { en: 1, zh: 10 }, digits: { en: 2, zh: 1 }, signed: true }
export const moneyShowIn = (region: Pick<RegionData, 'currency'>) => ({ ...moneyShow, unit: billionsAYearIn(region) })
/** Thousands of people, or 万人. */
export const peopleShow = {
  unit: industryMessages.peopleUnit().text,
  scale: { en: 1000, zh: 100 },
  digits: { en: 1, zh: 2 },
  signed: true,
}

export const industryName = (label: string): Both<string> => both(language => labelName(label, language))

/** The first column of tables by industry. */
export const industryColumn: Column = { id: 'industry', head: industryMessages.industry().text, as: 'text' }
