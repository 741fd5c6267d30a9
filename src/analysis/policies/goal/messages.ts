/** What a search for a policy says of its question and its answer, by code and in both languages. */

import texts from '../../../texts/goal.ts'
import { type Both, messageTable, type Of } from '../../../language/messages.ts'
import { percentGiven } from '../../../scenario/thresholds.ts'

const targetForm: Both<string> = {
  en: 'write name@2035 <= 0.7, name@2033-2037 >= 1 or name[area]@2035 <= 0.7',
  zh: '写法为 name@2035 <= 0.7、name@2033-2037 >= 1 或 name[地区]@2035 <= 0.7',
}

export const goalMessages = messageTable('goal', texts, {
  notTarget: ({ text, meant }: Of<'text' | 'meant'>) => ({
    en: `'${text}' is not a target; ${meant === '' ? targetForm.en : `write '${meant}'`}`,
    zh: `“${text}”不是目标；${meant === '' ? targetForm.zh : `请写“${meant}”`}`,
  }),
  inPercent: ({ text, bound }: Of<'text' | 'bound'>) => ({
    en: `'${text}': shares, rates and ratios to output are ${percentGiven(bound).text.en}`,
    zh: `“${text}”：${percentGiven(bound).text.zh}`,
  }),
  reached: ({ chance, error, targets }: { readonly targets: readonly string[] } & Of<'chance' | 'error'>) => ({
    en: `${targets.join(' and ')} hold in ${chance} % of the simulations (standard error ${error} points)`,
    zh: `${targets.join(' 和 ')} 在 ${chance} % 的模拟中成立（标准误 ${error} 个百分点）`,
  }),

  contributions: ({
    outcome,
    change,
    parts,
  }: { readonly parts: ReadonlyArray<Both<string>>; readonly change: Both<string> } & Of<'outcome'>) => ({
    en: `Central projection, ${outcome}: change ${change.en}, of which ${parts.map(({ en }) => en).join(', ')} (Shapley values).`,
    zh: `基准情景，${outcome}：变化${change.zh}，其中${parts.map(({ zh }) => zh).join('，')}（Shapley值）。`,
  }),
})
