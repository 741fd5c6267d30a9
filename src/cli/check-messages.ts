/** What `heartland check` finds, by code and in both languages. */

import texts from '../texts/check.ts'
import { type Message, messageTable, type Of } from '../language/messages.ts'

interface Found {
  readonly count: number
  /** How many figures have which evidence grade. */
  readonly grades: ReadonlyArray<readonly [grade: string, count: number]>
  readonly points: number
  readonly areas: readonly string[]
}

export const checkMessages = messageTable('check', texts, {
  pack: ({ count, grades, points, areas }: Found) => ({
    en: `${count} initial values and points of exogenous paths (${grades.map(([grade, of]) => `${of} ${grade}`).join(', ')}) and ${points} points of historical series for ${areas.join(', ')}`,
    zh: `${areas.join('、')}：初始值和外生路径的点共 ${count} 个（${grades.map(([grade, of]) => `${grade} ${of} 个`).join('，')}），历史序列的点 ${points} 个`,
  }),
  accounts: (values: Of<'checks' | 'steps' | 'runs' | 'residual' | 'where' | 'quarter' | 'run' | 'tolerance'>) => {
    const { checks, steps, runs, residual, where, quarter, run, tolerance } = values
    return {
      en: `${checks} checks in each of ${steps} steps of ${runs} runs: largest residual ${residual} of output (${where}, ${quarter}, ${run}); the tolerance is ${tolerance}`,
      zh: `${runs} 次模拟各 ${steps} 步，每步 ${checks} 项核对：最大残差为产出的 ${residual}（${where}，${quarter}，${run}）；容差为 ${tolerance}`,
    }
  },
  faults: ({ found }: { readonly found: readonly Message[] }) => ({
    en: `wrong: ${found.map(({ text }) => text.en).join('; ')}`,
    zh: `有误：${found.map(({ text }) => text.zh).join('；')}`,
  }),
  doubtful: ({ count, unlike }: Of<'count'> & { readonly unlike: readonly Message[] }) => ({
    en: `${count} figures can hold together; to be looked at, because they are unlike those of other areas: ${unlike.map(({ text }) => text.en).join(', ')}`,
    zh: `${count} 个数据互不矛盾；以下数据与其他地区相差较大，请核对：${unlike.map(({ text }) => text.zh).join('、')}`,
  }),
})
