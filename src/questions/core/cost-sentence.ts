/** What a policy costs and who pays, in a sentence. */

import type { CentralRun } from '../../analysis/central-run.ts'
import type { Amount } from '../../analysis/costs.ts'
import { lowered } from '../../language/lowered.ts'
import { money, number, signed } from '../../analysis/numbers.ts'
import { readingNames } from '../../analysis/year-values.ts'
import { payerInWords } from './payer-words.ts'

/** Heads the names of outcomes in a table by year; those read at the end of the year say so. */
export const yearHead = `Outcome (${readingNames.en.mean} unless stated)`

const onAverage = ({ perYear, presentValue }: Amount, currency: string): string =>
  `${money(perYear, currency)} a year, present value ${money(presentValue, currency)}`

export const costSentence = ({ cost: { gross, afterFeedback }, financing }: CentralRun, currency: string): string => {
  const { items, payers } = gross
  const { province, centre, total } = afterFeedback
  const unchanged = total.byYear.every(value => value === 0)
  if (items.length === 0 && unchanged) return 'Current policy: no additional cost.'
  const named = items.map(({ what, perYear }) => `${lowered(what)} ${number(perYear)}`).join(', ')
  const paying = payers.map(({ payer, perYear }) => `${payerInWords(payer)} ${number(perYear)}`).join(', ')
  const rest = 1 - financing.reduce((sum, { share }) => sum + share, 0)
  const sources = [
    ...financing.map(({ payer, how, share }) => `${number(share * 100, 0)} % by ${payerInWords(payer)} (${how})`),
    ...(rest < 1e-9 ? [] : [`${number(rest * 100, 0)} % by cuts in other spending`]),
  ]
  const toFinance = payers.some(({ payer, perYear }) => payer === 'province' && perYear > 0)
  const spent =
    items.length === 0
      ? 'Gross outlay beyond current policy: none.'
      : `Gross outlay beyond current policy, at start-year prices: ${onAverage(gross, currency)} (${named}); payers: ${paying}.`
  const financed = toFinance ? ` Provincial outlays are financed: ${sources.join(', ')}.` : ''
  const lost = `provincial ${signed(province.perYear, 1)}, central ${signed(centre.perYear, 1)}`
  return `${spent}${financed} Cost to the budgets after feedback, compared with current policy: ${onAverage(total, currency)} (${lost}).`
}
