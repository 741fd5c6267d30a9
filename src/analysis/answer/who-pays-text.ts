/** What an answer says of who pays for the packages, in both languages. The sentences contain only numbers of the run. */

import type { Language } from '../../language/messages.ts'
import { otherFinancings, standardFinancing } from '../../model/packages.ts'
import texts from '../../texts/conclusion.ts'
import type { FinancedRanking, WhoPays } from './who-pays.ts'
import { raised } from '../../language/typeset.ts'

/** As a sentence begins. */

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
    return [
      texts[language].ifPaidBy({
        condition: otherFinancings[at].condition[language],
        better: one.better.length,
        worse: one.worse.length,
        best: isBest ? '' : named(one.best),
      }),
    ]
  })
  if (parts.length === 0) return undefined
  return texts[language].payersMatter({
    condition: standardFinancing.condition[language],
    all: Object.keys(usual.scores).length - 1,
    better: usual.better.length,
    worse: usual.worse.length,
    list: parts.join(language === 'en' ? '; ' : '；'),
  })
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
  texts[language].payersNote({ financing: standardFinancing.names[language], members })

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
  return texts[language].debtRelief({
    name: raised(named(debtRelief.package)),
    percent: 100 * standardFinancing.shares['financedByCentre'],
    money: amount(debtRelief.perYear),
    relief,
    own,
    none,
  })
}
