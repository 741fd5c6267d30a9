/** The names of outcomes in tables by year. */

import type { Indicator } from '../../analysis/outcomes.ts'
import { yearTitle } from '../../analysis/outcomes.ts'
import { readingNames } from '../../analysis/year-values.ts'
import type { Both } from '../../language/messages.ts'
import { indicatorWords } from '../../model/names/outcomes.ts'

/** Heads the names of outcomes in a table by year; those read at the end of the year say so. */
export const outcomeHead: Both<string> = {
  en: `Outcome (${readingNames.en.mean} unless stated)`,
  zh: '结果指标（未注明的为年均值）',
}

/** The Chinese units of indicators belong to other scales than those shown here: the unit stays that of the indicator. */
export const outcomeTitle = (one: Parameters<typeof yearTitle>[0] & Pick<Indicator, 'id'>): Both<string> => ({
  en: yearTitle(one),
  zh: `${indicatorWords.zh[one.id]?.title ?? one.label}（${one.shown.unit}）`,
})
