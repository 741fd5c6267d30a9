/** Sentences on the accounts and on the fit behind the results. */

import { accountsHold, type WorstAudit } from '../../analysis/runs/accounts-hold.ts'
import type { About } from '../worker/answers/about.ts'
import type { Language } from '../../language/messages.ts'
import { wordsIn } from './language.ts'
import { numbersIn } from '../../analysis/words/numbers.ts'
import { shellWords } from './shell.ts'

/**
 * A statement, and where and by how much accounts do not balance; the page of the accounts has the residuals of those
 * that do.
 */
export const accountsTold = (
  audit: WorstAudit,
  language: Language,
): { readonly strong: string; readonly rest: string } => {
  const words = wordsIn(shellWords, language)
  const { largestResidual, where } = audit
  const numbers = numbersIn(language)
  const residual = Number.isFinite(largestResidual) ? numbers.scientific(largestResidual) : numbers.noFigure
  return accountsHold(audit)
    ? { strong: words.booksCloseStrong, rest: '' }
    : { strong: words.booksOpenStrong, rest: words.booksOpen(where, residual) }
}

export const fitTold = ({ fit }: Pick<About, 'fit'>, language: Language): string => {
  const words = wordsIn(shellWords, language)
  if (fit === undefined) return words.unfitted
  return fit.stale ? words.fittedBefore(String(fit.lastYear)) : words.fitted(String(fit.lastYear))
}
