/** The texts of the Why view. */

import { kindWords } from '../../analysis/explain/messages.ts'
import { dictionary } from './language.ts'

export interface SwayNumbers {
  readonly changed: string
  readonly low: string
  readonly high: string
  readonly criteria: number
  readonly classes: string
  readonly revivedLow: string
  readonly revivedHigh: string
  readonly moves: number
}

export const whyWords = dictionary({
  plain: { en: (what: string) => `What drives ${what}?`, zh: (what: string) => `${what}受哪些因素影响？` },
  moved: {
    en: (what: string, by: string, higher: boolean) =>
      `Why is ${what} ${by} ${higher ? 'higher' : 'lower'} than under current policy?`,
    zh: (what: string, by: string, higher: boolean) => `${what}为何比现行政策下${higher ? '高' : '低'}${by}？`,
  },
  /** Names of variables are of either number. */
  plainVariable: { en: (what: string) => `${what}: what drives it?`, zh: (what: string) => `${what}受哪些因素影响？` },
  movedVariable: {
    en: (what: string, by: string, higher: boolean) =>
      `${what}: why ${by} ${higher ? 'higher' : 'lower'} than under current policy?`,
    zh: (what: string, by: string, higher: boolean) => `${what}为何比现行政策下${higher ? '高' : '低'}${by}？`,
  },
  pointsWord: { en: (value: string) => `${value} percentage points`, zh: (value: string) => `${value}个百分点` },
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
    en: (name: string, value: string) => `The largest contribution comes from ${name} (${value})`,
    zh: (name: string, value: string) => `变化主要来自${name}（${value}）`,
  },
  thenNext: {
    en: (name: string, value: string) => `, followed by ${name} (${value}).`,
    zh: (name: string, value: string) => `，其次是${name}（${value}）。`,
  },
  stop: { en: '.', zh: '。' },
  against: {
    en: (name: string, value: string) => ` The largest offsetting contribution comes from ${name} (${value}).`,
    zh: (name: string, value: string) => `作用相反的主要是${name}（${value}）。`,
  },
  nothingMoves: {
    en: 'Current policy is shown, so there is no difference to explain. The tree shows how the value is calculated.',
    zh: '当前显示的是现行政策，因而没有差异。下面的树形图说明该数值如何得出。',
  },
  noChange: { en: 'The package does not change this indicator.', zh: '该方案对此指标没有影响。' },
  madeFrom: {
    en: 'This text is generated from the results. It describes one run without shocks; the range covers many simulations.',
    zh: '文字根据计算结果自动生成：单次运行，无随机冲击；区间来自多次模拟。',
  },
  difference: { en: 'Difference', zh: '差异' },
  ofFutures: { en: (share: string) => `${share} of simulations`, zh: (share: string) => `${share}的模拟结果` },
  to: {
    en: (low: string, high: string) => `${low} to ${high}`,
    zh: (low: string, high: string) => `${low}至${high}`,
  },
  computing: { en: 'calculating …', zh: '计算中…' },
  tree: { en: 'Tree of causes', zh: '成因树' },
  treeNote: {
    en: 'Expand a row to go one step back. Every branch ends in data, an assumption or a lever. The dot in the last column shows the source of the number.',
    zh: '展开一行可追溯一步。每一支最终都归于数据、假设或政策。点选最后一列的圆点可查看数字的来源。',
  },
  treeNoteLevel: {
    en: 'Growth is the change in this level from a year earlier. Expand a row to go one step back.',
    zh: '增速是这一水平较上年同期的变化。展开一行可追溯一步。',
  },
  quantity: { en: 'Variable, with its equation in words and symbols', zh: '变量及其方程（文字与符号）' },
  value: { en: 'Value', zh: '数值' },
  unit: { en: 'Unit', zh: '单位' },
  versus: { en: 'vs current policy', zh: '与现行政策相比' },
  evidence: { en: 'Evidence', zh: '证据' },
  open: { en: (name: string) => `Expand ${name}`, zh: (name: string) => `展开${name}` },
  close: { en: (name: string) => `Collapse ${name}`, zh: (name: string) => `收起${name}` },
  evidenceFor: { en: (name: string) => `Evidence for ${name}`, zh: (name: string) => `${name}的证据` },
  opening: { en: 'opening', zh: '期初' },
  closing: { en: 'closing', zh: '期末' },
  sum: { en: 'sum', zh: '合计' },
  mean: { en: 'mean', zh: '平均' },
  treeSource: {
    en: (when: string) =>
      `Values in ${when}, central projection. Shaded: the cause that explains most of the row above. Stocks are shown at the time they enter the calculation, at the start or the end of the quarter.`,
    zh: (when: string) =>
      `${when}的数值，基准情景。着色的一行对上一级变化的解释力最大。存量按进入计算的时点列示：季初或季末。`,
  },
  kinds: kindWords,
  which: { en: 'Contribution of each measure', zh: '各项措施的贡献' },
  whichNote: {
    en: 'The change is divided by Shapley values, so that the contributions add up to it.',
    zh: '按Shapley值分解，各项贡献之和等于总变化。',
  },
  contribution: {
    en: (when: string) => `Contributions in ${when}`,
    zh: (when: string) => `${when}的各项贡献`,
  },
  filled: {
    en: (unit: string) =>
      `${unit}; filled: reduces the value, outlined: increases it, hatched: joint effect with other measures`,
    zh: (unit: string) => `${unit}；实心：降低，空心：提高，斜线：与其他措施共同作用的部分`,
  },
  whole: { en: 'Difference from current policy', zh: '与现行政策的差异' },
  sourceWhole: { en: 'Total difference from the standard baseline', zh: '与标准基准情景的总差异' },
  sums: {
    en: (sum: string, change: string, left: string) =>
      `The contributions add up to ${sum}; the change is ${change}. The residual is ${left} of the change.`,
    zh: (sum: string, change: string, left: string) =>
      `各项贡献之和为${sum}，总变化为${change}，残差为总变化的${left}。`,
  },
  pairs: { en: 'Show joint effects', zh: '查看两两共同作用' },
  pairsNote: {
    en: 'The joint effect of two measures beyond the sum of their separate effects (Shapley–Taylor index of order 2).',
    zh: '两项措施共同实施的效果超出各自效果之和的部分（二阶Shapley–Taylor指数）。',
  },
  pair: { en: (a: string, b: string) => `${a} with ${b}`, zh: (a: string, b: string) => `${a} × ${b}` },
  part: { en: 'Measure', zh: '措施' },
  share: { en: 'Contribution', zh: '贡献' },
  alone: { en: 'Alone', zh: '单独实施' },
  together: { en: 'Joint', zh: '共同作用' },
  levers: { en: (theme: string) => `Levers in ${theme}`, zh: (theme: string) => `“${theme}”中的各项政策` },
  byTheme: {
    en: 'More than ten levers are changed, so the contributions are shown by theme. Select a theme to see its levers.',
    zh: '调整的政策超过十项，因此按主题分解；选择主题可查看其中各项。',
  },
  financing: { en: 'Financing of the package', zh: '方案的资金来源' },
  policyPart: { en: 'The policy', zh: '政策' },
  assumptionsPart: { en: 'All my assumptions', zh: '我的全部假设' },
  sourceTitle: { en: 'Policy or assumptions?', zh: '来自政策，还是来自假设？' },
  sourceNote: {
    en: 'Compared with current policy under the standard assumptions.',
    zh: '与标准假设下的现行政策相比。',
  },
  overTime: { en: 'Contributions over time', zh: '各项贡献的逐季变化' },
  overTimeUnit: { en: (unit: string) => `${unit}; line: total`, zh: (unit: string) => `${unit}；线：合计` },
  overTimeSource: {
    en: 'Above zero: contributions that increase the value. Each area is one measure; the smallest are combined.',
    zh: '零线以上为提高的部分。每一色块为一项措施，最小的几项合并列示。',
  },
  others: { en: 'Others', zh: '其他' },
  from: { en: 'Source of a number', zh: '数字的来源' },
  grade: { en: 'Grade', zh: '等级' },
  source: { en: 'Source', zh: '来源（照录原文）' },
  range: { en: 'Range', zh: '取值区间' },
  noRange: { en: 'held fixed', zh: '固定不变' },
  kind: { en: 'Kind', zh: '类别' },
  year: { en: 'Year', zh: '年份' },
  matters: { en: 'Sensitivity:', zh: '敏感性：' },
  mattersText: {
    en: (what: string, low: string, high: string) =>
      `over this range, ${what} moves from ${low} to ${high} under this package.`,
    zh: (what: string, low: string, high: string) => `在此区间内，该方案下的${what}由${low}变为${high}。`,
  },
  verdict: { en: 'Effect on the result:', zh: '对结论的影响：' },
  verdictText: {
    en: ({ changed, low, high, criteria, classes, revivedLow, revivedHigh, moves }: SwayNumbers) =>
      `when this input rises by two thirds of its range and all other uncertain inputs vary within theirs, the verdict changes by ${changed} of ${criteria} criteria on average (95 % interval: ${low} to ${high}) and ${classes} of ${moves} simulations change class. Before the rise ${revivedLow} of ${moves} simulations are revived, after it ${revivedHigh}. No shocks.`,
    zh: ({ changed, low, high, criteria, classes, revivedLow, revivedHigh, moves }: SwayNumbers) =>
      `其他不确定输入在各自区间内变动时，将该输入上调区间的三分之二，${criteria}项标准中平均有${changed}项改变（95%区间：${low}至${high}），${moves}次模拟中有${classes}次改变类别；上调前有${revivedLow}次实现振兴，上调后有${revivedHigh}次。不含随机冲击。`,
  },
  verdictSame: {
    en: (moves: number, revived: string, criteria: number) =>
      `when this input moves by two thirds of its range and all other uncertain inputs vary within theirs, none of ${criteria} criteria changes in any of ${moves} simulations; ${revived} are revived before and after. No shocks.`,
    zh: (moves: number, revived: string, criteria: number) =>
      `其他不确定输入在各自区间内变动时，将该输入调整区间的三分之二，${moves}次模拟中${criteria}项标准均无改变，调整前后均有${revived}次实现振兴。不含随机冲击。`,
  },
  verdictNone: { en: 'no simulation could be completed.', zh: '没有可完成的模拟。' },
  verdictPending: {
    en: (share: string | undefined) =>
      share === undefined ? 'not calculated yet.' : `calculating, ${share} complete.`,
    zh: (share: string | undefined) => (share === undefined ? '尚未计算。' : `计算中，已完成${share}。`),
  },
  verdictCoarse: {
    en: (share: string) => ` Preliminary: ${share} of the simulations so far.`,
    zh: (share: string) => `初步结果：已完成${share}的模拟。`,
  },
  verdictFailed: { en: (why: string) => `The calculation failed: ${why}`, zh: (why: string) => `计算失败：${why}` },
  notGuessed: {
    en: 'This input is not varied: it is an official figure, is held fixed, or belongs to a table by age.',
    zh: '该输入不作变动：它是官方数据、固定值，或属于分年龄表。',
  },
  computedCard: { en: 'Calculated from the rows below it.', zh: '由其下各行计算得出。' },
  equation: { en: 'Equation', zh: '方程' },
})
