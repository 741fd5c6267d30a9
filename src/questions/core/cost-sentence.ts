/** The cost of a policy and its payers, in a sentence. */

import type { CentralRun } from '../../analysis/runs/central-run.ts'
import type { Amount } from '../../analysis/policies/costs.ts'
import { type Numbers, numbersIn } from '../../analysis/words/readable-numbers.ts'
import { lowered } from '../../language/lowered.ts'
import type { Both, Language } from '../../language/messages.ts'
import { leverName, payerName } from '../../model/names/levers.ts'

const onAverage = ({ money }: Numbers, { perYear, presentValue }: Amount): Both<string> => ({
  en: `${money(perYear)} a year, present value ${money(presentValue)}`,
  zh: `年均${money(perYear)}，现值${money(presentValue)}`,
})

const sentenceIn = ({ cost, financing }: CentralRun, currency: string, language: Language): string => {
  const numbers = numbersIn(language, currency)
  const { plain, money, signedMoney } = numbers
  const say = (both: Both<string>): string => both[language]
  const between = say({ en: ', ', zh: '、' })
  const { gross, afterFeedback } = cost
  const { items, payers } = gross
  const { province, centre, total } = afterFeedback
  if (items.length === 0 && total.byYear.every(value => value === 0))
    return say({ en: 'Current policy: no additional cost.', zh: '维持现行政策：无新增成本。' })
  const named = items.map(({ what, levers: [lever], perYear }) =>
    say({
      en: `${lowered(what)} ${plain(perYear)}`,
      zh: `${lever === undefined ? what : leverName(lever, what, 'zh')}${money(perYear)}`,
    }),
  )
  const paying = payers.map(({ payer, perYear }) =>
    say({
      en: `${payerName(payer, 'en')} ${plain(perYear)}`,
      zh: `${payerName(payer, 'zh')}${money(perYear)}`,
    }),
  )
  const spent =
    items.length === 0
      ? say({ en: 'Gross outlay beyond current policy: none.', zh: '相对现行政策无新增总支出。' })
      : say({
          en: `Gross outlay beyond current policy, at start-year prices: ${onAverage(numbers, gross).en} (${named.join(between)}); spent by: ${paying.join(between)}.`,
          zh: `相对现行政策新增总支出（起始年价格）：${onAverage(numbers, gross).zh}（${named.join(between)}）；支出方：${paying.join(between)}。`,
        })
  const isToFinance = payers.some(({ payer, perYear }) => payer === 'province' && perYear > 0)
  const financed = !isToFinance || financing === undefined ? '' : say({ en: ` ${financing.en}`, zh: financing.zh })
  const lost = say({
    en: `provincial ${signedMoney(province.perYear, 1)}, central ${signedMoney(centre.perYear, 1)}`,
    zh: `全省${signedMoney(province.perYear, 1)}，中央${signedMoney(centre.perYear, 1)}`,
  })
  const back = say({
    en: ` Cost to the budgets after feedback, compared with current policy: ${onAverage(numbers, total).en} (${lost}).`,
    zh: `计入反馈后的财政成本（相对现行政策）：${onAverage(numbers, total).zh}（${lost}）。`,
  })
  return `${spent}${financed}${back}`
}

export const costSentence = (result: CentralRun, currency: string): Both<string> => ({
  en: sentenceIn(result, currency, 'en'),
  zh: sentenceIn(result, currency, 'zh'),
})
