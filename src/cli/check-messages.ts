/** What `heartland check` finds, by code and in both languages. */

import { type Message, messageTable, type Of } from '../language/messages.ts'

interface Found {
  readonly count: number
  /** How many figures have which evidence grade. */
  readonly grades: ReadonlyArray<readonly [grade: string, count: number]>
  readonly points: number
  readonly areas: readonly string[]
}

export const checkMessages = messageTable('check', {
  pack: ({ count, grades, points, areas }: Found) => ({
    en: `${count} initial values and points of exogenous paths (${grades.map(([grade, of]) => `${of} ${grade}`).join(', ')}) and ${points} points of historical series for ${areas.join(', ')}`,
    zh: `${areas.join('、')}：初始值和外生路径的点共 ${count} 个（${grades.map(([grade, of]) => `${grade} ${of} 个`).join('，')}），历史序列的点 ${points} 个`,
  }),
  units: ({
    texts,
    variables,
    cells,
    matrices,
    identities,
  }: Of<'texts' | 'variables' | 'cells' | 'matrices' | 'identities'>) => ({
    en: `${texts} equation texts of ${variables} variables, ${cells} cells of ${matrices} matrices and ${identities} identities agree`,
    zh: `${variables} 个变量的 ${texts} 条方程文本、${matrices} 个账户矩阵的 ${cells} 个单元格和 ${identities} 个恒等式单位一致`,
  }),
  accounts: (values: Of<'checks' | 'steps' | 'runs' | 'residual' | 'where' | 'quarter' | 'run' | 'tolerance'>) => {
    const { checks, steps, runs, residual, where, quarter, run, tolerance } = values
    return {
      en: `${checks} checks in each of ${steps} steps of ${runs} runs: largest residual ${residual} of output (${where}, ${quarter}, ${run}); the tolerance is ${tolerance}`,
      zh: `${runs} 次模拟各 ${steps} 步，每步 ${checks} 项核对：最大残差为产出的 ${residual}（${where}，${quarter}，${run}）；容差为 ${tolerance}`,
    }
  },
  notFinite: ({ what, quarter, run }: Of<'quarter' | 'run'> & { readonly what: Message }) => ({
    en: `${what.text.en} (${quarter}, ${run})`,
    zh: `${quarter}，${run}：${what.text.zh}`,
  }),
  someNotFinite: () => ({ en: 'a value is not a number', zh: '有一个值不是有效数字' }),
  finite: ({ millions }: Of<'millions'>) => ({
    en: `no NaN and no infinite value among ${millions} million values`,
    zh: `${millions} 百万个数值中没有 NaN，也没有无穷大`,
  }),
  difference: ({ name, one, other, quarter, run }: Of<'name' | 'one' | 'other' | 'quarter' | 'run'>) => ({
    en: `${name} is ${one} in one and ${other} in the other (${quarter}, ${run})`,
    zh: `${name} 在一次模拟中为 ${one}，在另一次中为 ${other}（${quarter}，${run}）`,
  }),
  sameBits: ({ values, steps, runs }: Of<'values' | 'steps' | 'runs'>) => ({
    en: `compiled code and interpreter agree to the bit in ${values} values, ${steps} steps and ${runs} runs`,
    zh: `编译代码与解释器在 ${values} 个数值、${steps} 步和 ${runs} 次模拟中逐位一致`,
  }),
  nullPolicy: ({ levers }: Of<'levers'>) => ({
    en: `setting ${levers} levers to their current values changes no result`,
    zh: `将 ${levers} 个政策工具设为现行值，结果均无变化`,
  }),
})
