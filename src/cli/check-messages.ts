/** What `heartland check` finds, by code and in both languages. */

import { type Both, type Message, messageTable, type Of } from '../language/messages.ts'

interface Odd {
  readonly area: string
  readonly source: string
  readonly name: Both<string>
  readonly value: Both<string>
  readonly low: Both<string>
  readonly high: Both<string>
}

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
  inRun: ({ what, quarter, run }: Of<'quarter' | 'run'> & { readonly what: Message }) => ({
    en: `${what.text.en} (${quarter}, ${run})`,
    zh: `${quarter}，${run}：${what.text.zh}`,
  }),
  stopped: ({ what, run }: Of<'run'> & { readonly what: Message }) => ({
    en: `${run}: ${what.text.en}`,
    zh: `${run}：${what.text.zh}`,
  }),
  stocks: ({ bounded, free, runs }: Of<'bounded' | 'free' | 'runs'>) => ({
    en: `none of ${bounded} stocks is below zero in any step of ${runs} runs; ${free} others may be`,
    zh: `${runs} 次模拟的每一步中，${bounded} 个存量均不为负；另有 ${free} 个存量可以为负`,
  }),
  opening: ({ ratios, areas }: Of<'ratios' | 'areas'>) => ({
    en: `${ratios} ratios of the start of ${areas} areas are such as other economies have`,
    zh: `${areas} 个地区期初的 ${ratios} 个比率均在其他经济体的范围之内`,
  }),
  oddRatio: ({ name, area, value, low, high, source }: Odd) => ({
    en: `${area}: ${name.en} ${value.en}, plausible ${low.en} to ${high.en} (${source}); look for an error of unit in the figures behind it`,
    zh: `${area}：${name.zh}为 ${value.zh}，合理范围 ${low.zh} 至 ${high.zh}（${source}）；请检查相关数据的单位`,
  }),
  faults: ({ found }: { readonly found: readonly Message[] }) => ({
    en: `wrong: ${found.map(({ text }) => text.en).join('; ')}`,
    zh: `有误：${found.map(({ text }) => text.zh).join('；')}`,
  }),
  figures: ({ count }: Of<'count'>) => ({
    en: `${count} figures can hold together and are like those of other areas`,
    zh: `${count} 个数据互不矛盾，且与其他地区相近`,
  }),
  doubtful: ({ count, unlike }: Of<'count'> & { readonly unlike: readonly Message[] }) => ({
    en: `${count} figures can hold together; to be looked at, because they are unlike those of other areas: ${unlike.map(({ text }) => text.en).join(', ')}`,
    zh: `${count} 个数据互不矛盾；以下数据与其他地区相差较大，请核对：${unlike.map(({ text }) => text.zh).join('、')}`,
  }),
  unlike: ({ name, area, ratio }: Of<'name' | 'area' | 'ratio'>) => ({
    en: `${name} of ${area} (${ratio} times their average)`,
    zh: `${area} 的 ${name}（为其平均的 ${ratio} 倍）`,
  }),
  unlikePerPerson: ({ name, area, ratio }: Of<'name' | 'area' | 'ratio'>) => ({
    en: `${name} of ${area} (per person ${ratio} times their average)`,
    zh: `${area} 的 ${name}（人均为其平均的 ${ratio} 倍）`,
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
