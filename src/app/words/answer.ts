/** The texts of the Answer view. */

import { classWords } from '../../model/criteria.ts'
import { dictionary } from './language.ts'

export const answerWords = dictionary({
  title: { en: 'Can this region be revived?', zh: '这个老工业地区还能振兴吗？' },
  over: {
    en: (region: string, from: number, to: number, share: string, money: string) =>
      `${region} · ${from}–${to} · every package costs ${share} of GDP a year (${money})`,
    zh: (region: string, from: number, to: number, share: string, money: string) =>
      `${region} · ${from}—${to}年 · 各方案每年成本均为地区生产总值的${share}（${money}）`,
  },
  /** By how likely revival is under the best package. */
  likely: {
    en: {
      more: 'Revival is more likely than not.',
      odds: 'Revival is possible, but less likely than not.',
      not: 'Revival is unlikely under any of these packages.',
    },
    zh: { more: '多半能够振兴。', odds: '有可能振兴，但概率不到一半。', not: '在这些方案下都不大可能振兴。' },
  },
  best: {
    en: (count: number) => `Of ${count} packages of equal cost, the most successful, `,
    zh: (count: number) => `在成本相同的${count}个方案中，效果最好的是`,
  },
  revives: { en: ', revives the region in ', zh: '：每100次模拟中有' },
  ofHundred: { en: ' of 100 simulations, compared with ', zh: '次实现振兴，维持现行政策时为' },
  ofHundredEnd: { en: ' under current policy.', zh: '次。' },
  nothingBetter: {
    en: (count: string) =>
      `No package does better than current policy, under which the region is revived in ${count} of 100 simulations.`,
    zh: (count: string) => `没有方案优于维持现行政策：每100次模拟中有${count}次实现振兴。`,
  },
  byChance: { en: ' This difference is not statistically significant.', zh: '这一差异不具有统计显著性。' },
  restsOn: {
    en: (without: string) =>
      ` Part of this result comes from reforms without direct cost, which are assumed to be fully implemented; without them it is ${without} of 100.`,
    zh: (without: string) => `其中一部分来自无财政支出的制度性措施，并假定其得到落实；不计这些措施时为${without}次。`,
  },
  restsNot: {
    en: (without: string) =>
      ` The result does not depend on reforms without direct cost: without them it is ${without} of 100.`,
    zh: (without: string) => `这一结果不依赖无财政支出的制度性措施：不计这些措施时仍有${without}次。`,
  },
  commonest: {
    en: (one: string) => ` The most common outcome is ${one}, with or without the package.`,
    zh: (one: string) => `无论是否实施该方案，最常见的结果都是${one}。`,
  },
  commonestTwo: {
    en: (nothing: string, best: string) =>
      ` The most common outcome is ${nothing} under current policy and ${best} under the most successful package.`,
    zh: (nothing: string, best: string) => `最常见的结果，维持现行政策时是${nothing}，效果最好的方案下是${best}。`,
  },
  ofRevived: {
    en: (count: number) => `revived in ${count} of 100 simulations`,
    zh: (count: number) => `100次模拟中有${count}次实现振兴`,
  },
  sure: { en: 'How certain is this?', zh: '结论有多可靠？' },
  sureText: {
    en: (members: string) => ` Each package is simulated ${members} times, with the same random shocks.`,
    zh: (members: string) => `每个方案模拟${members}次，随机冲击相同。`,
  },
  close: {
    en: (best: string, others: readonly string[]) =>
      ` The difference between “${best}” and ${others.map(one => `“${one}”`).join(', ')} is not statistically significant.`,
    zh: (best: string, others: readonly string[]) =>
      `“${best}”与${others.map(one => `“${one}”`).join('、')}的差异不具有统计显著性。`,
  },
  meaning: {
    en: ` “${classWords.revived.names.en}” means: ${classWords.revived.meaning.en.charAt(0).toLowerCase()}${classWords.revived.meaning.en.slice(1)}.`,
    zh: `“${classWords.revived.names.zh}”指${classWords.revived.meaning.zh}。`,
  },
  uncalibrated: {
    en: ' The model has not been calibrated to historical data: compare packages, but do not rely on levels.',
    zh: '模型尚未用历史数据校准：宜比较方案之间的差异，不宜直接使用绝对水平。',
  },
  assumed: {
    en: (share: string) => ` Of the initial data and parameters, ${share} are assumed.`,
    zh: (share: string) => `初始数据和参数中有${share}为假设值。`,
  },
  underMine: {
    en: (count: number) => `This result uses ${count === 1 ? 'one assumption' : `${count} assumptions`} of your own.`,
    zh: (count: number) => `采用您自定的${count}项假设。`,
  },
  record: { en: 'How accurate has the model been?', zh: '模型过去的预测准不准？' },
  another: { en: 'Test another package', zh: '测算其他方案' },
  mapTitle: {
    en: (name: string) => `Most likely outcome by province: ${name}`,
    zh: (name: string) => `各省最可能的结果：${name}`,
  },
  mapTitleNumber: {
    en: (what: string, name: string) => `${what} (median): ${name}`,
    zh: (what: string, name: string) => `${what}（中位数）：${name}`,
  },
  colourBy: { en: 'Colour by', zh: '着色指标' },
  colours: {
    en: { outcome: 'Outcome', growth: 'Growth', young: 'Young people', debt: 'Debt' },
    zh: { outcome: '结果', growth: '增长', young: '青年', debt: '债务' },
  },
  area: { en: 'Province', zh: '省份' },
  whyArea: {
    en: (what: string) => `${what}: see what drives it`,
    zh: (what: string) => `${what}：查看成因`,
  },
  mapSource: {
    en: 'The bars show the probability of the five outcomes, the number on the right the probability of revival. Outlines: Natural Earth; they do not define legal boundaries.',
    zh: '条形为五类结果的概率，右侧数字为振兴概率。轮廓来自Natural Earth，不代表法定边界。',
  },
  assumption: { en: 'Assumption', zh: '假设' },
  rowsTitle: { en: 'Packages of equal cost compared with current policy', zh: '成本相同的各方案与现行政策对比' },
  rowsNote: {
    en: 'Sorted by the probability of revival. In the criteria columns, blue is the probability under the package and the line across the cell is current policy. The bracket above a bar is the 95 % margin of error.',
    zh: '按振兴概率排序。各项标准栏中，蓝色为该方案的达标概率，横线为维持现行政策时的概率。条形上方的括线为95%误差范围。',
  },
  package: { en: 'Package', zh: '方案' },
  became: {
    en: (members: string) => `Outcome by 2037, % of ${members} simulations`,
    zh: (members: string) => `2037年的结果，占${members}次模拟的比重，%`,
  },
  revivedHead: { en: 'Revived, %', zh: '振兴，%' },
  criteriaHead: { en: 'Probability of meeting each criterion, 2033–37', zh: '各项标准的达标概率，2033—37年' },
  mustHold: { en: 'required', zh: '必须达标' },
  costHead: { en: 'Net cost after feedback effects, bn yuan a year', zh: '计入反馈效应后的净成本，亿元/年' },
  grossHead: { en: 'Gross cost, bn yuan a year', zh: '总成本，亿元/年' },
  payHead: { en: 'Who pays', zh: '由谁承担' },
  pays: {
    en: (centre: string, province: string) => `central ${centre} · provincial ${province}`,
    zh: (centre: string, province: string) => `中央${centre} · 地方${province}`,
  },
  smallBars: { en: 'The small bars show the probability of meeting C1 to C8.', zh: '小条为C1至C8的达标概率。' },
  select: {
    en: (name: string) => `Show ${name} on the map and in the charts`,
    zh: (name: string) => `在地图和图表中显示“${name}”`,
  },
  criteriaTitle: { en: 'Definitions of outcomes and criteria', zh: '结果类型与各项标准的定义' },
  restTitle: { en: 'Main paths and the assumptions that matter most', zh: '主要指标走势与关键假设' },
  restNote: { en: 'The dot beside an assumption shows its grade of evidence.', zh: '假设旁的圆点表示证据等级。' },
  packageLetter: { en: (id: string) => `Package ${id}`, zh: (id: string) => `方案${id}` },
  chartSource: {
    en: (name: string) =>
      `Median of all simulations. Grey: current policy. Blue: ${name}. Shaded bands: 80 % of simulations.`,
    zh: (name: string) => `全部模拟的中位数。灰色：维持现行政策。蓝色：${name}。色带：80%的模拟结果。`,
  },
  year: { en: 'Year', zh: '年份' },
  tornadoTitle: { en: 'Assumptions with the largest effect on the result', zh: '对结论影响最大的假设' },
  tornadoUnit: {
    en: (name: string) =>
      `Probability of revival under ${name}, %, with each assumption at its 10th and 90th percentile`,
    zh: (name: string) => `“${name}”下的振兴概率，%，各假设分别取第10和第90百分位`,
  },
  tornadoSource: {
    en: (error: string) =>
      `All other assumptions are sampled as usual. The margin of error of each probability is about ${error} percentage points.`,
    zh: (error: string) => `其他假设照常抽样。各概率的误差约为${error}个百分点。`,
  },
  tornadoAsk: { en: 'Calculate for this package', zh: '计算此方案' },
  computing: {
    en: (done: string) => `Calculating: ${done} complete. The results shown are from the previous calculation.`,
    zh: (done: string) => `正在计算，已完成${done}。目前所示为上一次的结果。`,
  },
  first: {
    en: (done: string) => `Simulating this region: ${done} complete.`,
    zh: (done: string) => `正在模拟该地区，已完成${done}。`,
  },
  gradeNames: {
    en: { official: 'official', secondary: 'secondary', derived: 'derived', assumed: 'assumed' },
    zh: { official: '官方', secondary: '转引', derived: '推算', assumed: '假设' },
  },
})
