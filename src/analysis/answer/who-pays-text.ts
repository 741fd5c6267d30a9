/** What an answer says of who pays for the packages, in both languages. The sentences contain only numbers of the run. */

import type { Language } from '../../language/messages.ts'
import { otherFinancings, standardFinancing } from '../../model/packages.ts'
import type { FinancedRanking, WhoPays } from './who-pays.ts'

type NamePackage = (id: string) => string

/** Rankings by the chance of revival. */
const byRevival = ({ ways }: WhoPays): FinancedRanking[] => ways.map(({ rankings }) => rankings[0])

/**
 * How many packages are better and worse than current policy if others pay, where that changes a package's place
 * against current policy, or which package is best; undefined where nothing changes.
 */
export const whoPaysText = (
  whoPays: WhoPays,
  best: string,
  language: Language,
  named: NamePackage,
): string | undefined => {
  const [usual, ...others] = byRevival(whoPays)
  const parts = others.flatMap((one, at): string[] => {
    const isBest = one.group.includes(best)
    if (one.turned.length === 0 && isBest) return []
    const condition = otherFinancings[at].condition[language]
    const [better, worse] = [one.better.length, one.worse.length]
    return language === 'en'
      ? [`${better} and ${worse} ${condition}${isBest ? '' : ` (the best would be ${named(one.best)})`}`]
      : [`${condition}，分别为${better}个和${worse}个${isBest ? '' : `（此时${named(one.best)}最好）`}`]
  })
  if (parts.length === 0) return undefined
  const [all, better, worse] = [Object.keys(usual.scores).length - 1, usual.better.length, usual.worse.length]
  return language === 'en'
    ? `Who pays matters: ${standardFinancing.condition.en}, ${better} of ${all} packages ${better === 1 ? 'revives' : 'revive'} the region significantly more often than current policy and ${worse} significantly less often; it would be ${parts.join('; ')}.`
    : `由谁出资会影响结论：${standardFinancing.condition.zh}，${all}个方案中有${better}个的振兴概率显著高于维持现行政策，${worse}个显著低于；${parts.join('；')}。`
}

/** Behind the chance of a package that is told from current policy. */
export const sideMark = ({ better, worse }: FinancedRanking, id: string): string =>
  better.includes(id) ? ' ▲' : worse.includes(id) ? ' ▼' : ''

/** 'H (DG)': the best, and those tied with it. */
export const bestWithTies = ({ best, group }: FinancedRanking): string => {
  const tied = group.filter(id => id !== best).join('')
  return tied === '' ? best : `${best} (${tied})`
}

/** Below the table of chances by who pays. */
export const whoPaysNote = ({ members }: WhoPays, language: Language): string =>
  language === 'en'
    ? `The same measures at the same scale, with other financing of what the provinces spend; “${standardFinancing.names.en}” (half each) is that of all other results. All columns show the same ${members} simulations. ▲ ▼ significantly more or less often revived than under current policy (paired differences at 5 %, Holm’s correction). In brackets: tied with the best.`
    : `措施和规模不变，仅改变地方支出的资金来源；其他结果均按“${standardFinancing.names.zh}”计算。各栏为同样的${members}次模拟。▲▼表示振兴概率显著高于或低于维持现行政策（配对差异，5%水平，经霍尔姆校正）。括号内为与居首方案并列者。`

/** How far the result of the package that repays debt is due to central money; `amount` is that money in words. */
export const debtReliefText = (
  whoPays: WhoPays,
  language: Language,
  named: NamePackage,
  amount: (perYear: number) => string,
): string | undefined => {
  const { debtRelief } = whoPays
  if (debtRelief === null) return undefined
  const [{ scores, definition }] = byRevival(whoPays)
  const ofHundred = (share: number): string => (100 * share).toFixed(1)
  const [own, relief, none] = [scores[debtRelief.package], debtRelief.scores[definition], Object.values(scores)[0]].map(
    ofHundred,
  )
  const percent = 100 * standardFinancing.shares['financedByCentre']
  const [name, money] = [named(debtRelief.package), amount(debtRelief.perYear)]
  return language === 'en'
    ? `${name.replace(/^./, letter => letter.toUpperCase())} mainly repays LGFV debt from the budget, and the central government gives ${percent} % of the money (${money} a year), so debt falls partly at the expense of the central budget. Current policy with the same central money, used for nothing but LGFV debt, revives the region in ${relief} of 100 of these simulations; the whole package in ${own}, current policy in ${none}.`
    : `${name}主要是由财政偿还城投债务，所需资金的${percent}%来自中央（每年${money}），债务下降部分由中央财政负担。若维持现行政策，同样数额的中央资金仅用于偿还城投债务，每100次模拟中有${relief}次实现振兴；实施整个方案为${own}次，维持现行政策为${none}次。`
}
