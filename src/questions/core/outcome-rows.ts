/** The names of outcomes in tables by year. */

import { yearTitle } from '../../outcomes/catalogue.ts'
import { readingNames } from '../../outcomes/year-values.ts'
import type { Both } from '../../language/messages.ts'

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
