/** Words of the view Answer. */

import { dictionary } from './language.ts'

export const answerWords = dictionary({
  title: { en: 'Can this region be revived?', zh: '这片老工业区还能振兴吗？' },
  over: {
    en: (region: string, from: number, to: number, share: string, money: string) =>
      `${region} · ${from}–${to} · every package costs ${share} of GDP a year (${money})`,
    zh: (region: string, from: number, to: number, share: string, money: string) =>
      `${region} · ${from}—${to} 年 · 每个方案每年花费地区生产总值的 ${share}（${money}）`,
  },
  /** By how likely revival is under the best package. */
  likely: {
    en: {
      more: 'More likely than not.',
      odds: 'Possibly, but the odds are against it.',
      not: 'Not likely by any of these packages.',
    },
    zh: { more: '多半能。', odds: '有可能，但胜算不大。', not: '这些方案都不太可能做到。' },
  },
  best: {
    en: (count: number) => `Of ${count} packages that cost the same, the best, `,
    zh: (count: number) => `${count} 个方案花费相同，最好的是`,
  },
  revives: { en: ', revives the region in ', zh: '：每 100 种未来里有 ' },
  ofHundred: { en: ' of 100 futures; doing nothing does in ', zh: ' 种实现复兴；不作为只有 ' },
  ofHundredEnd: { en: '.', zh: ' 种。' },
  nothingBetter: {
    en: (count: string) => `No package does better than doing nothing, which ends revived in ${count} of 100 futures.`,
    zh: (count: string) => `没有方案胜过不作为：每 100 种未来里有 ${count} 种实现复兴。`,
  },
  byChance: { en: ' Chance could make that difference.', zh: '这一差别可能出于偶然。' },
  restsOn: {
    en: (without: string) =>
      ` Part of it is rules that cost nothing and are assumed to be obeyed: without them it is ${without}.`,
    zh: (without: string) => `其中一部分来自不花钱、且假定得到执行的规则：没有它们只有 ${without} 种。`,
  },
  restsNot: {
    en: (without: string) => ` It does not rest on rules that cost nothing: without them it is ${without}.`,
    zh: (without: string) => `它并不依赖不花钱的规则：没有它们也有 ${without} 种。`,
  },
  commonest: {
    en: (one: string) => ` The commonest end is ${one}, whatever is done.`,
    zh: (one: string) => `无论怎么做，最常见的结局是${one}。`,
  },
  commonestTwo: {
    en: (nothing: string, best: string) =>
      ` The commonest end is ${nothing} if nothing is done, ${best} under the best.`,
    zh: (nothing: string, best: string) => `不作为时最常见的结局是${nothing}，最佳方案下是${best}。`,
  },
  ofRevived: {
    en: (count: number) => `${count} of 100 futures revived`,
    zh: (count: number) => `每 100 种未来有 ${count} 种复兴`,
  },
  sure: { en: 'How sure:', zh: '有多大把握：' },
  sureText: {
    en: (members: string) => ` ${members} futures for each package, all meeting the same shocks.`,
    zh: (members: string) => `每个方案 ${members} 种未来，冲击完全相同。`,
  },
  close: {
    en: (best: string, others: string) => ` ${best} and ${others} cannot be told apart.`,
    zh: (best: string, others: string) => `${best} 与 ${others} 分不出高下。`,
  },
  meaning: {
    en: ' Revived means that growth, debt and pensions hold (C1, C2, C3) and at least six of the eight criteria are met.',
    zh: '“复兴”指增长、债务、养老金（C1、C2、C3）全部达标，且八项中至少六项达标。',
  },
  uncalibrated: {
    en: ' The model has not been fitted to history: read differences between packages, not levels.',
    zh: '模型尚未用历史数据拟合：请看方案之间的差别，不要看绝对水平。',
  },
  assumed: {
    en: (share: string) => ` ${share} of the starting figures and parameters are guesses.`,
    zh: (share: string) => `起始数据与参数中有 ${share} 为猜测。`,
  },
  underMine: {
    en: (count: number) => `Under ${count} of your own assumptions.`,
    zh: (count: number) => `采用您的 ${count} 项假设。`,
  },
  record: { en: 'Has this model been right before?', zh: '这个模型以前准不准？' },
  another: { en: 'Try another package', zh: '换一个方案试试' },
  mapTitle: {
    en: (name: string) => `Likeliest outcome by province: ${name}`,
    zh: (name: string) => `各省最可能的结局：${name}`,
  },
  mapTitleNumber: {
    en: (what: string, name: string) => `${what}, median: ${name}`,
    zh: (what: string, name: string) => `${what}（中位数）：${name}`,
  },
  colourBy: { en: 'Colour by', zh: '着色' },
  colours: {
    en: { outcome: 'Outcome', growth: 'Growth', young: 'Young people', debt: 'Debt' },
    zh: { outcome: '结局', growth: '增长', young: '青年', debt: '债务' },
  },
  area: { en: 'Province', zh: '省份' },
  whyArea: {
    en: (what: string) => `Why ${what} here`,
    zh: (what: string) => `此处${what}的原因`,
  },
  mapSource: {
    en: 'Bars: chance of the five outcomes; right: revived. Outlines: Natural Earth, not to be read as borders in law.',
    zh: '条形：五种结局的概率；右侧：复兴。轮廓：Natural Earth，不作为法定边界的依据。',
  },
  assumption: { en: 'Assumption', zh: '假设' },
  rowsTitle: { en: 'Eight packages at equal cost', zh: '花费相同的八个方案' },
  rowsNote: {
    en: 'Sorted by the chance of revival. Blue: chance under the package; the bar across a cell: doing nothing. The bracket over a bar is its Monte Carlo error (95 %).',
    zh: '按复兴概率排序。蓝色为方案的达标概率，横线为不作为。条形上方的括线为蒙特卡洛误差（95%）。',
  },
  package: { en: 'Package', zh: '方案' },
  became: {
    en: (members: string) => `What ${members} futures have become by 2037, %`,
    zh: (members: string) => `${members} 种未来到 2037 年的结局，%`,
  },
  revivedHead: { en: 'Revived, %', zh: '复兴，%' },
  criteriaHead: { en: 'Chance to meet each criterion, 2033–37', zh: '各项标准的达标概率，2033—37 年' },
  mustHold: { en: 'must hold', zh: '必须达标' },
  costHead: { en: 'Net cost after feedback, bn yuan a year', zh: '计入反馈后的净成本，亿元 / 年' },
  payHead: { en: 'Who pays', zh: '谁出钱' },
  pays: {
    en: (centre: string, province: string) => `centre ${centre} · province ${province}`,
    zh: (centre: string, province: string) => `中央 ${centre} · 省级 ${province}`,
  },
  smallBars: { en: 'Small bars: chance of C1 to C8', zh: '小条：C1 至 C8 的达标概率' },
  select: {
    en: (name: string) => `Show ${name} in the map and the charts`,
    zh: (name: string) => `在地图和图表中显示${name}`,
  },
  criteriaTitle: { en: 'What the criteria ask', zh: '各项标准的要求' },
  restTitle: { en: 'What the answer rests on, and what could overturn it', zh: '结论的依据，与可能推翻它的因素' },
  restNote: { en: 'The dot beside a figure is its grade of evidence.', zh: '每项旁的圆点说明证据等级。' },
  packageLetter: { en: (id: string) => `Package ${id}`, zh: (id: string) => `方案 ${id}` },
  chartSource: {
    en: (name: string) => `Median of all futures. Grey: do nothing. Blue: ${name}. Tint: 80 % of futures.`,
    zh: (name: string) => `全部未来的中位数。灰：不作为。蓝：${name}。色带：80% 的未来。`,
  },
  year: { en: 'Year', zh: '年份' },
  tornadoTitle: { en: 'Assumptions that move the answer most', zh: '最能左右结论的假设' },
  tornadoUnit: {
    en: (name: string) => `Chance of revival under ${name}, %, at each assumption’s 10th and 90th percentile`,
    zh: (name: string) => `${name}下的复兴概率，%，取各假设的第 10 与第 90 百分位`,
  },
  tornadoSource: {
    en: (error: string) => `Other assumptions drawn as usual. Each chance has an error of about ${error} points.`,
    zh: (error: string) => `其他假设照常抽样。每个概率的误差约 ${error} 个百分点。`,
  },
  tornadoAsk: {
    en: 'Compute for this package',
    zh: '为此方案计算',
  },
  computing: {
    en: (done: string) => `Computing: ${done} done. What stands here is from before.`,
    zh: (done: string) => `计算中：已完成 ${done}。此处仍为先前结果。`,
  },
  first: {
    en: (done: string) => `Computing the futures of this region: ${done} done.`,
    zh: (done: string) => `正在计算该地区的各种未来：已完成 ${done}。`,
  },
  gradeNames: {
    en: { official: 'measured', secondary: 'secondary', derived: 'derived', assumed: 'guess' },
    zh: { official: '实测', secondary: '二手', derived: '推算', assumed: '猜测' },
  },
})
