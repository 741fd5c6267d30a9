/** The conditions under which a result holds, for the heading of every page, file and workbook. */

import { outsideOf } from '../../analysis/outside.ts'
import { leversOf } from '../../engine/scenario.ts'
import { addressedVariable } from '../../language/address.ts'
import type { Both } from '../../language/messages.ts'
import { financingSentence } from '../../scenario/financing.ts'
import { pathScale } from '../../scenario/paths.ts'
import { pathWords } from '../../scenario/words.ts'
import type { AskedQuestion, Inputs } from './question.ts'

const joined = (parts: ReadonlyArray<Both<string>>): Both<string> => ({
  en: parts.map(({ en }) => en).join('; '),
  zh: parts.map(({ zh }) => zh).join('；'),
})

/** External conditions, own assumptions, who finances, and how many simulations with which seed. */
export const conditionsOf = ({ open, inputs, scenario }: AskedQuestion<Inputs>): Both<string> => {
  const outside = Object.entries(outsideOf(open)).map(([name, setting]) => {
    const path = open.region.paths[addressedVariable(name)]
    const isRate = path !== undefined && pathScale(path.unit) !== 1 && setting.change !== 'times'
    return `${pathWords(name, setting)}${isRate ? ' %' : ''}`
  })
  const financing = financingSentence(leversOf(open.linked), scenario.policy)
  const assumed = Object.entries(scenario.assumptions).map(([name, value]) => `${name}=${value}`)
  const { simulations, seed } = inputs as { readonly simulations?: number; readonly seed?: number }
  return joined([
    outside.length === 0
      ? { en: 'baseline external conditions', zh: '基准外部环境' }
      : { en: `external conditions: ${outside.join(', ')}`, zh: `外部环境：${outside.join('，')}` },
    ...(assumed.length === 0 ? [] : [{ en: `assumptions: ${assumed.join(', ')}`, zh: `假设：${assumed.join('，')}` }]),
    ...(financing === undefined
      ? []
      : [{ en: financing.en.replace(/^W/, 'w').replace(/\.$/, ''), zh: financing.zh.replace(/。$/, '') }]),
    simulations === undefined || simulations === 0
      ? { en: 'central projection, no random shocks', zh: '中心预测，不含随机冲击' }
      : {
          en: `${simulations} simulations${seed === undefined ? '' : `, seed ${seed}`}`,
          zh: `${simulations} 次模拟${seed === undefined ? '' : `，随机种子 ${seed}`}`,
        },
  ])
}
