/** The name of a scenario that has none: by its levers, each with its outlay. */

import { number } from '../../analysis/words/numbers.ts'
import type { Language } from '../../language/messages.ts'
import { inText } from '../../language/typeset.ts'
import { leverName, shortLeverNames } from '../../model/names/levers.ts'
import { isOwnLever } from '../../scenario/scenario.ts'
import type { Draft } from '../state/scenario.ts'
import type { LeverAbout } from '../worker/answers/about.ts'

const shortMoney = (billions: number, language: Language): string =>
  language === 'zh'
    ? `${number(billions * 10, Math.abs(billions) < 1 ? 1 : 0)}亿`
    : `${number(billions, Math.abs(billions) < 10 ? 1 : 0)} bn`

/** By how many of its levers a scenario is named. */
const mostNamed = 3

/** 'Debt relief 20 bn + reform': by the levers that it moves, with the outlay of each a year where that is known. */
export const leversLabel = (
  { policy }: Pick<Draft, 'policy'>,
  levers: ReadonlyArray<Pick<LeverAbout, 'name' | 'doc' | 'scaled'>>,
  outlays: ReadonlyArray<{ readonly levers: readonly string[]; readonly perYear: number }>,
  language: Language,
): string => {
  const moved = levers.filter(({ name }) => isOwnLever(name) && policy[name] !== undefined)
  const parts = moved.slice(0, mostNamed).map(({ name, doc, scaled = true }) => {
    const label = shortLeverNames[language][name] ?? inText(leverName(name, doc, language), language)
    const own = outlays.find(one => one.levers[0] === name)?.perYear ?? 0
    const money = !scaled || Math.abs(own) < 0.05 ? '' : shortMoney(own, language)
    return `${label}${money === '' || language === 'zh' ? '' : ' '}${money}`
  })
  // A reform that no budget scales goes by its name alone.
  const text = parts.join(language === 'zh' ? '＋' : ' + ')
  const more = moved.length > mostNamed ? ` +${moved.length - mostNamed}` : ''
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${more}`
}
