/** The texts of "What would it take?" in What if. */

import { dictionary } from './language.ts'

export const goalWords = dictionary({
  intro: {
    en: 'Drag the target line on the chart or type a value, choose the levers that may change, and search for the smallest setting, or see under which conditions your scenario misses the target.',
    zh: '在图上拖动目标线或输入数值，选择可调整的政策工具，搜索力度最小的设定；或查看当前情景在哪些条件下不达标。',
  },
  line: {
    en: (title: string, year: number) => `Target for ${title} in ${year}`,
    zh: (title: string, year: number) => `${year}年${title}的目标`,
  },
  year: { en: 'Year', zh: '年份' },
  sign: { en: 'Target', zh: '目标' },
  atMost: { en: 'at most', zh: '不高于' },
  atLeast: { en: 'at least', zh: '不低于' },
  boundNeeded: { en: 'Enter a number.', zh: '请输入数字。' },
  bound: { en: 'Value', zh: '数值' },
  chance: { en: 'Share of simulations, %', zh: '达标的模拟比例（%）' },
  aim: { en: 'Minimise', zh: '最小化' },
  aims: {
    en: { change: 'the change of the levers', cost: 'the gross cost' },
    zh: { change: '政策变动幅度', cost: '总成本' },
  },
  levers: { en: 'Levers that may change', zh: '可调整的政策工具' },
  addLever: { en: 'Add a lever', zh: '添加政策工具' },
  choose: { en: 'Choose …', zh: '请选择…' },
  removeLever: { en: (name: string) => `Remove ${name}`, zh: (name: string) => `移除${name}` },
  keep: { en: 'Add a target on another chart', zh: '再为另一张图设定目标' },
  removeTarget: { en: (text: string) => `Remove the target ${text}`, zh: (text: string) => `删除目标${text}` },
  target: {
    en: (title: string, atLeast: boolean, bound: string, year: number) =>
      `${title} ${atLeast ? '≥' : '≤'} ${bound} in ${year}`,
    zh: (title: string, atLeast: boolean, bound: string, year: number) =>
      `${year}年${title}${atLeast ? '≥' : '≤'}${bound}`,
  },
  search: { en: 'Find the smallest setting', zh: '搜索最小力度' },
  whenMissed: { en: 'When does it miss the target?', zh: '何时不达标？' },
  missedIn: {
    en: (failures: string, members: string, inputs: string) =>
      `Your scenario misses the target in ${failures} of ${members} simulations. Of ${inputs} uncertain inputs, these best separate the failures from the rest:`,
    zh: (failures: string, members: string, inputs: string) =>
      `当前情景在${members}次模拟中有${failures}次不达标。在${inputs}项不确定因素中，下列条件最能区分：`,
  },
  missedNote: {
    en: 'Coverage: the share of all failures that meet the conditions. Density: the share of simulations meeting the conditions that fail. Each sentence after the first covers only the simulations that the earlier ones do not.',
    zh: '覆盖率：符合条件的失败占全部失败的比例。失败密度：符合条件的模拟中失败的比例。第二句起只针对前面各句未涵盖的模拟。',
  },
  tradeOff: { en: 'Coverage and density, step by step', zh: '覆盖率与失败密度的取舍' },
  step: { en: 'Step', zh: '步' },
  coverage: { en: 'Coverage', zh: '覆盖率' },
  density: { en: 'Density', zh: '失败密度' },
  mass: { en: 'Share of the simulations', zh: '占模拟' },
  inputs: { en: 'Inputs', zh: '因素数' },
  tree: { en: 'The same conditions as a classification tree', zh: '用分类树表示' },

  cancel: { en: 'Cancel', zh: '取消' },
  searching: {
    en: (percent: string) => `Searching: ${percent} of the maximum number of simulations.`,
    zh: (percent: string) => `正在搜索：已完成最多所需模拟的${percent}。`,
  },
  noLever: { en: 'Choose at least one lever that may change.', zh: '请至少选择一项可调整的政策工具。' },
  noChance: { en: 'Enter a share of the simulations from 1 to 100 %.', zh: '达标比例须在1%至100%之间。' },
  nothingNeeded: {
    en: (share: string) =>
      `No change is needed: the target holds in ${share} of the simulations without moving these levers.`,
    zh: (share: string) => `无需调整：不动用这些政策工具，${share}的模拟已达标。`,
  },
  reached: {
    en: (share: string, error: string, members: string, checked: string, before: string) =>
      `Reachable: with this setting the target holds in ${share} of ${members} simulations (standard error ${error}) and in ${checked} of an equal number that the search did not use; without it, in ${before}.`,
    zh: (share: string, error: string, members: string, checked: string, before: string) =>
      `可以实现：按此设定，${members}次模拟中有${share}达标（标准误${error}），另一组未用于搜索的同数模拟中有${checked}达标；不调整时为${before}。`,
  },
  unreachable: {
    en: (share: string, wanted: string) =>
      `Not reachable within the limits of the levers: the closest setting reaches ${share} of the simulations instead of ${wanted}.`,
    zh: (share: string, wanted: string) =>
      `在政策工具的上下限内无法实现：最接近的设定有${share}的模拟达标，而要求为${wanted}。`,
  },
  binding: {
    en: (name: string, value: string) => `The binding lever is ${name}, at its limit of ${value}.`,
    zh: (name: string, value: string) => `起约束作用的是${name}，已达上下限${value}。`,
  },
  noBinding: {
    en: 'No lever is at a limit: moving any of them further does not improve the outcome.',
    zh: '没有政策工具处于上下限：继续调整也不能再改善结果。',
  },
  notMonotone: {
    en: 'More of this lever does not always help: beyond some value the share falls again.',
    zh: '该政策并非力度越大越好：超过一定数值后，达标比例又会下降。',
  },
  cost: {
    en: (money: string) => `Gross cost beyond current policy, present value: ${money}.`,
    zh: (money: string) => `超出现行政策的总成本（现值）：${money}。`,
  },
  lever: { en: 'Lever', zh: '政策工具' },
  now: { en: 'Now', zh: '现行值' },
  setTo: { en: 'Set to', zh: '设定为' },
  limits: { en: 'Limits', zh: '上下限' },
  use: { en: 'Use as my scenario', zh: '用作我的情景' },
  used: {
    en: (name: string) => `This setting is now your scenario: ${name}. Undo brings the previous one back.`,
    zh: (name: string) => `已将该设定用作当前情景：${name}。撤销可恢复原情景。`,
  },
})
