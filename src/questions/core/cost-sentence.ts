/** The cost of a policy and its payers, in a sentence. */

import type { CentralRun } from '../../analysis/runs/central-run.ts'
import type { Amount } from '../../analysis/policies/costs.ts'
import { numbersIn } from '../../analysis/words/numbers.ts'
import { lowered } from '../../language/typeset.ts'
import type { Both } from '../../language/messages.ts'
import { leverName, payerName } from '../../model/names/levers.ts'
import { messages as say } from '../../texts/cost-sentence.ts'
import { both, joined, marks } from './report.ts'

/** Of the outlays those that a sentence names. */
const mostItems = 4

/** Without outlay and without effect on the budgets. */
export const isWithoutCost = ({ cost: { gross, afterFeedback } }: Pick<CentralRun, 'cost'>): boolean =>
  gross.items.length === 0 && afterFeedback.total.byYear.every(value => value === 0)

export const costSentence = ({ cost, financing }: CentralRun, currency: string): Both<string> => {
  const { gross, afterFeedback } = cost
  const { items, payers } = gross
  const { province, centre, total } = afterFeedback
  if (isWithoutCost({ cost })) return say.none().text
  const money = (billions: number): Both<string> => both(language => numbersIn(language, currency).money(billions))
  const change = ({ perYear }: Amount): Both<string> =>
    both(language => numbersIn(language, currency).signedMoney(perYear, 1))
  const onAverage = ({ perYear, presentValue }: Amount): Both<string> =>
    say.amount({ perYear: money(perYear), presentValue: money(presentValue) }).text
  const part = (name: Both<string>, perYear: number): Both<string> =>
    joined([name, { en: numbersIn('en').plain(perYear), zh: money(perYear).zh }], marks.sentences)
  const spent =
    items.length === 0
      ? say.noOutlay()
      : say.outlay({
          amount: onAverage(gross),
          items: joined([
            ...items
              .slice(0, mostItems)
              .map(({ what, levers: [lever], perYear }) =>
                part({ en: lowered(what), zh: lever === undefined ? what : leverName(lever, what, 'zh') }, perYear),
              ),
            ...(items.length > mostItems ? [say.others({ count: items.length - mostItems })] : []),
          ]),
          payers: joined(
            payers.map(({ payer, perYear }) =>
              part(
                both(language => payerName(payer, language)),
                perYear,
              ),
            ),
          ),
        })
  const isToFinance = payers.some(({ payer, perYear }) => payer === 'province' && perYear > 0)
  const back = say.feedback({ amount: onAverage(total), province: change(province), centre: change(centre) })
  return joined([spent, ...(isToFinance && financing !== undefined ? [financing] : []), back], marks.sentences)
}
