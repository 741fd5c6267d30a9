/** Words of the view Why. */

import { dictionary } from './language.ts'

export interface SwayNumbers {
  readonly changed: string
  readonly low: string
  readonly high: string
  readonly criteria: number
  readonly classes: number
  readonly revivedLow: number
  readonly revivedHigh: number
  readonly moves: number
}

export const whyWords = dictionary({
  plain: { en: (what: string) => `Why is ${what} as it is?`, zh: (what: string) => `${what}为何如此？` },
  moved: {
    en: (what: string, by: string, higher: boolean) => `Why is ${what} ${by} ${higher ? 'higher' : 'lower'}?`,
    zh: (what: string, by: string, higher: boolean) => `${what}为何${higher ? '高' : '低'}了${by}？`,
  },
  /** Names of variables are of either number. */
  plainVariable: { en: (what: string) => `${what}: why this value?`, zh: (what: string) => `${what}为何如此？` },
  movedVariable: {
    en: (what: string, by: string, higher: boolean) => `${what}: why ${by} ${higher ? 'higher' : 'lower'}?`,
    zh: (what: string, by: string, higher: boolean) => `${what}为何${higher ? '高' : '低'}了${by}？`,
  },
  pointsWord: { en: (value: string) => `${value} points`, zh: (value: string) => `${value}个百分点` },
  under: {
    en: (name: string, outcome: string, when: string, mine: boolean) =>
      `${name} · ${outcome} · ${when} · ${mine ? 'my assumptions' : 'standard assumptions'}`,
    zh: (name: string, outcome: string, when: string, mine: boolean) =>
      `${name} · ${outcome} · ${when} · ${mine ? '我的假设' : '标准假设'}`,
  },
  outcome: { en: 'Outcome', zh: '指标' },
  where: { en: 'Where', zh: '地区' },
  quarter: { en: 'Quarter', zh: '季度' },
  package: { en: 'Package', zh: '方案' },
  mostly: {
    en: (name: string, value: string) => `Most of the change comes from ${name} (${value})`,
    zh: (name: string, value: string) => `变化主要来自${name}（${value}）`,
  },
  thenNext: {
    en: (name: string, value: string) => `, then ${name} (${value}).`,
    zh: (name: string, value: string) => `，其次是${name}（${value}）。`,
  },
  stop: { en: '.', zh: '。' },
  against: {
    en: (name: string, value: string) => ` Against it: ${name} (${value}).`,
    zh: (name: string, value: string) => `作用相反：${name}（${value}）。`,
  },
  nothingMoves: {
    en: 'Nothing is done here, so nothing differs. The tree shows what the value is made of.',
    zh: '此处不作为，因而没有差别。下面的树说明这个数由什么构成。',
  },
  noChange: { en: 'The package does not move it.', zh: '该方案不改变它。' },
  madeFrom: {
    en: 'Text made from the run. One run without shocks; the range is that of many futures.',
    zh: '文字由运行结果生成。单次运行，无冲击；区间来自多种未来。',
  },
  difference: { en: 'Difference', zh: '差别' },
  ofFutures: { en: (share: string) => `${share} of futures`, zh: (share: string) => `${share}的未来` },
  to: {
    en: (low: string, high: string) => `${low} to ${high}`,
    zh: (low: string, high: string) => `${low} 至 ${high}`,
  },
  computing: { en: 'computing …', zh: '计算中…' },
  tree: { en: 'Tree of causes', zh: '原因之树' },
  treeNote: {
    en: 'Open a row to go one step back. Every row ends in data, an assumption or a lever.',
    zh: '展开一行可追溯一步。每一行都止于数据、假设或政策。',
  },
  treeNoteLevel: {
    en: 'Growth is the change of this level on the year before. Open a row to go one step back.',
    zh: '增速是这一水平较上年同季的变化。展开一行可追溯一步。',
  },
  quantity: { en: 'Quantity, equation in words and symbols', zh: '变量，方程（文字与符号）' },
  value: { en: 'Value', zh: '数值' },
  unit: { en: 'Unit', zh: '单位' },
  versus: { en: 'vs nothing', zh: '与不作为比' },
  evidence: { en: 'Evidence', zh: '证据' },
  open: { en: (name: string) => `Open ${name}`, zh: (name: string) => `展开 ${name}` },
  close: { en: (name: string) => `Close ${name}`, zh: (name: string) => `收起 ${name}` },
  evidenceFor: { en: (name: string) => `Evidence for ${name}`, zh: (name: string) => `${name}的证据` },
  opening: { en: 'opening', zh: '期初' },
  closing: { en: 'closing', zh: '期末' },
  sum: { en: 'sum', zh: '合计' },
  mean: { en: 'mean', zh: '平均' },
  treeSource: {
    en: (when: string) =>
      `Values of ${when}, central run. Tinted: the cause that explains most of the row above. States are shown where they were read: at the opening or the close of the quarter.`,
    zh: (when: string) => `${when}的数值，中枢情景。着色：对上一行变化解释最多的一项。存量按读取时点给出：季初或季末。`,
  },
  kinds: {
    en: {
      parameter: 'parameter',
      datum: 'figure of the region',
      exogenous: 'path from outside',
      lever: 'lever',
      shock: 'shock',
      base: 'fixed at the start',
      solved: 'solved at the start',
      clock: 'time',
    } as Readonly<Record<string, string>>,
    zh: {
      parameter: '参数',
      datum: '地区数据',
      exogenous: '外部路径',
      lever: '政策',
      shock: '冲击',
      base: '起始时给定',
      solved: '起始时求得',
      clock: '时间',
    } as Readonly<Record<string, string>>,
  },
  which: { en: 'Which lever did it', zh: '是哪项政策' },
  whichNote: { en: 'Shapley split: the parts add up to the whole.', zh: 'Shapley 分解：各部分之和等于整体。' },
  contribution: {
    en: (when: string) => `Contribution of each part, ${when}`,
    zh: (when: string) => `各部分的贡献，${when}`,
  },
  filled: {
    en: (unit: string) => `${unit}; filled: lowers it, outlined: raises it, hatched: only together with others`,
    zh: (unit: string) => `${unit}；实心：降低，空心：提高，斜线：与其他政策共同作用才有的部分`,
  },
  whole: { en: 'Package against doing nothing', zh: '方案与不作为之差' },
  sourceWhole: { en: 'All against the standard baseline', zh: '与标准基准之差' },
  sums: {
    en: (sum: string, change: string, left: string) =>
      `Sum of parts ${sum}, change ${change}, left over ${left} of it.`,
    zh: (sum: string, change: string, left: string) => `各部分之和 ${sum}，变化 ${change}，剩余为其 ${left}。`,
  },
  pairs: { en: 'Open the pairs', zh: '查看两两作用' },
  pairsNote: {
    en: 'What two parts do only together, beyond the sum of each (Shapley–Taylor index of order 2).',
    zh: '两部分共同作用、超出各自之和的部分（二阶 Shapley–Taylor 指数）。',
  },
  pair: { en: (a: string, b: string) => `${a} with ${b}`, zh: (a: string, b: string) => `${a} × ${b}` },
  part: { en: 'Part', zh: '部分' },
  share: { en: 'Share', zh: '贡献' },
  alone: { en: 'Alone', zh: '单独' },
  together: { en: 'Together', zh: '共同' },
  levers: { en: (theme: string) => `Levers of ${theme}`, zh: (theme: string) => `${theme}中的各项政策` },
  byTheme: {
    en: 'More than ten levers move, so they are split by theme; pick a theme to see its levers.',
    zh: '变动的政策超过十项，按主题分解；选择主题可看其中各项。',
  },
  financing: { en: 'Financing of the package', zh: '方案的筹资' },
  policyPart: { en: 'The policy', zh: '政策' },
  assumptionsPart: { en: 'All my assumptions', zh: '我的全部假设' },
  sourceTitle: { en: 'My assumptions or my policy?', zh: '是我的假设，还是我的政策？' },
  sourceNote: { en: 'Against doing nothing under the standard assumptions.', zh: '与标准假设下的不作为相比。' },
  overTime: { en: 'The same split, quarter by quarter', zh: '逐季的同一分解' },
  overTimeUnit: { en: (unit: string) => `${unit}; line: sum`, zh: (unit: string) => `${unit}；线：合计` },
  overTimeSource: {
    en: 'Above zero: what raises it. Each wedge is one part; the smallest are taken together.',
    zh: '零线以上：提高。每一层为一个部分；最小的合并。',
  },
  others: { en: 'Others', zh: '其他' },
  loopTitle: { en: 'A loop it passes through', zh: '经过的反馈环' },
  loopChoice: { en: 'Loop', zh: '反馈环' },
  reinforcing: { en: 'reinforcing', zh: '增强' },
  balancing: { en: 'balancing', zh: '平衡' },
  rests: { en: 'does not act here', zh: '此处不起作用' },
  gain: { en: (value: string) => `gain ${value} here`, zh: (value: string) => `此处增益 ${value}` },
  hot: { en: (levers: string) => `blue: where ${levers} cuts in`, zh: (levers: string) => `蓝色：${levers}作用之处` },
  loopSource: {
    en: (from: number, years: number) =>
      `Gain: part of a rise of 1 % in the first quantity, held for ${years} years from ${from}, that the loop alone has given back at their end. + moves with, − against, 0 does not move here.`,
    zh: (from: number, years: number) =>
      `增益：首个变量自 ${from} 年起提高 1% 并保持 ${years} 年，期末仅经此环返回的份额。+ 同向，− 反向，0 此处不动。`,
  },
  link: { en: 'Link', zh: '环节' },
  sign: { en: 'Sign', zh: '方向' },
  from: { en: 'Where a number comes from', zh: '数字从何而来' },
  pick: { en: 'Pick a dot in the last column of the tree.', zh: '点击树中最后一列的圆点。' },
  grade: { en: 'Grade', zh: '等级' },
  source: { en: 'Source', zh: '来源（照录原文）' },
  range: { en: 'Range used', zh: '所用区间' },
  noRange: { en: 'held fixed', zh: '固定不变' },
  kind: { en: 'Kind', zh: '类别' },
  year: { en: 'Year', zh: '年份' },
  matters: { en: 'How much it matters:', zh: '影响有多大：' },
  mattersText: {
    en: (what: string, low: string, high: string) =>
      `over that range ${what} moves from ${low} to ${high} under this package.`,
    zh: (what: string, low: string, high: string) => `在此区间内，该方案下${what}从 ${low} 变到 ${high}。`,
  },
  verdict: { en: 'What it does to the verdict:', zh: '对结论的影响：' },
  verdictText: {
    en: ({ changed, low, high, criteria, classes, revivedLow, revivedHigh, moves }: SwayNumbers) =>
      `moved up by two thirds of its range, with every other guess anywhere in its own, it changes ${changed} of ${criteria} criteria (95 %: ${low} to ${high}) and puts ${classes} of ${moves} futures into another class; ${revivedLow} of ${moves} are revived before the move, ${revivedHigh} after it. No shocks.`,
    zh: ({ changed, low, high, criteria, classes, revivedLow, revivedHigh, moves }: SwayNumbers) =>
      `在其他猜测各取区间内任意值时，将其上移区间的三分之二，${criteria} 项标准中平均有 ${changed} 项改变（95%：${low} 至 ${high}），${moves} 种未来中有 ${classes} 种改变类别；上移前有 ${revivedLow} 种复兴，上移后有 ${revivedHigh} 种。不含冲击。`,
  },
  verdictSame: {
    en: (moves: number, revived: number, criteria: number) =>
      `moved by two thirds of its range, with every other guess anywhere in its own, it changes none of ${criteria} criteria in any of ${moves} futures; ${revived} are revived either way. No shocks.`,
    zh: (moves: number, revived: number, criteria: number) =>
      `在其他猜测各取区间内任意值时，将其移动区间的三分之二，${moves} 种未来中 ${criteria} 项标准均无改变；无论高低都有 ${revived} 种复兴。不含冲击。`,
  },
  verdictNone: { en: 'no move could be computed.', zh: '没有可计算的变动。' },
  verdictPending: {
    en: (share: string | undefined) => `not computed yet${share === undefined ? '.' : `: ${share} done.`}`,
    zh: (share: string | undefined) => `尚未算出${share === undefined ? '。' : `：已完成 ${share}。`}`,
  },
  verdictCoarse: {
    en: (share: string) => ` Coarse so far: ${share} of the moves.`,
    zh: (share: string) => `目前较粗：已算 ${share} 的变动。`,
  },
  verdictFailed: { en: (why: string) => `Not computed: ${why}`, zh: (why: string) => `未能算出：${why}` },
  notGuessed: {
    en: 'No guess: it is an official figure, held fixed, or part of a table by age. It is not moved.',
    zh: '并非猜测：它是官方数据、固定值或分年龄表的一部分，因而不作变动。',
  },
  computedCard: { en: 'Computed from the rows under it.', zh: '由其下各行计算得出。' },
  equation: { en: 'Equation', zh: '方程' },
})
