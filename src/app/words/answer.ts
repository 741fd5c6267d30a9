/** The texts of the Answer view. */

import { classWords } from '../../model/criteria.ts'
import { dictionary } from './language.ts'

export const answerWords = dictionary({
  title: { en: 'Can this region be revived?', zh: '这片老工业区还能振兴吗？' },
  over: {
    en: (region: string, from: number, to: number, share: string, money: string) =>
      `${region} · ${from}–${to} · budget of each package: ${share} of GDP a year (${money})`,
    zh: (region: string, from: number, to: number, share: string, money: string) =>
      `${region} · ${from}—${to}年 · 各方案预算：每年为地区生产总值的${share}（${money}）`,
  },
  restsOn: {
    en: (name: string, without: string) =>
      ` Part of the result of “${name}” comes from reforms without direct cost, which are assumed to be fully implemented; without them it revives the region in ${without} of 100.`,
    zh: (name: string, without: string) =>
      `“${name}”的效果有一部分来自无财政支出的制度性措施，并假定其得到落实；不计这些措施时为每100次${without}次。`,
  },
  restsNot: {
    en: (name: string, without: string) =>
      ` The result of “${name}” does not depend on reforms without direct cost: without them it revives the region in ${without} of 100.`,
    zh: (name: string, without: string) =>
      `“${name}”的效果不依赖无财政支出的制度性措施：不计这些措施时仍为每100次${without}次。`,
  },
  ofRevived: {
    en: (count: number) => `revived in ${count} of 100 simulations`,
    zh: (count: number) => `100次模拟中有${count}次实现振兴`,
  },
  shownPackage: { en: 'Shown in the squares, on the map and in the charts', zh: '方格图、地图和走势图所示方案' },
  bestPackage: { en: (name: string) => `${name} (among the best)`, zh: (name: string) => `${name}（最好之列）` },
  sure: { en: 'How certain is this?', zh: '结论有多可靠？' },
  sureText: {
    en: (members: string) => ` Each package is simulated ${members} times, with the same random shocks.`,
    zh: (members: string) => `每个方案模拟${members}次，随机冲击相同。`,
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
    en: (what: string, year: number, name: string) => `${what} ${year}: ${name}`,
    zh: (what: string, year: number, name: string) => `${year}年${what}：${name}`,
  },
  colourBy: { en: 'Colour by', zh: '着色指标' },
  outcomeClass: { en: 'Most likely outcome', zh: '最可能的结果' },
  mapYear: { en: 'Year', zh: '年份' },
  mapCentral: {
    en: (unit: string) => `${unit}; central projection. The colours keep their meaning over all years.`,
    zh: (unit: string) => `${unit}；基准情景。各年份着色标准一致。`,
  },
  area: { en: 'Province', zh: '省份' },
  whyArea: {
    en: (what: string) => `${what}: see what drives it`,
    zh: (what: string) => `${what}：查看成因`,
  },
  mapSource: {
    en: 'The bars show the probability of the five outcomes, the number on the right the probability of revival.',
    zh: '条形为五类结果的概率，右侧数字为振兴概率。',
  },
  mapCredit: {
    en: ' Outlines: Natural Earth; they do not define legal boundaries.',
    zh: '轮廓来自Natural Earth，不代表法定边界。',
  },
  assumption: { en: 'Assumption', zh: '假设' },
  changesTitle: { en: 'What each package changes', zh: '各方案带来的变化' },
  changesNote: {
    en: (from: number, to: number) =>
      `Paired differences from current policy over the same simulations, ${from}–${to % 100}: the median, and the middle 80 % in figures and as a band (the thin line marks no change). ▲ better in at least 90 % of simulations, ▼ worse in at least 90 %. Select a figure to see how it comes about.`,
    zh: (from: number, to: number) =>
      `${from}—${to % 100}年同一批模拟中与现行政策的配对差异：中位数、中间80%的区间及其图示（细线为无变化）。▲至少90%的模拟更好，▼至少90%的模拟更差。点选数值可查看变动原因。`,
  },
  indicator: { en: 'Indicator', zh: '指标' },
  asPercent: { en: '%', zh: '%' },
  asPoints: { en: 'percentage points', zh: '个百分点' },
  lowerBetter: { en: ', lower is better', zh: '，越低越好' },
  range: {
    en: (low: string, high: string) => `${low} to ${high}`,
    zh: (low: string, high: string) => `${low}至${high}`,
  },
  better: { en: (share: string) => `better in ${share}`, zh: (share: string) => `${share}更好` },
  whyChange: {
    en: (change: string, indicator: string, name: string) => `${change}: why ${indicator} changes under ${name}`,
    zh: (change: string, indicator: string, name: string) => `${change}：“${name}”下${indicator}变动的原因`,
  },
  robustTitle: { en: 'What the ranking depends on', zh: '排序取决于哪些条件' },
  robustNote: {
    en: (count: number, members: number) =>
      `${count} combinations of transfer regime, parameters, years and definition, with ${members} paired simulations of each package in each pair of regime and parameters. The shortfall is the most by which a package falls behind the best, in percentage points of the measure used for ranking. Packages are tied where the paired difference is not significant at 5 % after Holm’s correction for multiple comparisons.`,
    zh: (count: number, members: number) =>
      `转移支付方式、参数、评判年份和定义共${count}种组合，每种转移支付方式和参数下各方案配对模拟${members}次。“最大差距”指该方案落后于居首方案的百分点数。经霍尔姆多重比较校正后配对差异在5%水平上不显著的方案视为并列。`,
  },
  robustMoved: {
    en: 'The ranking under other conditions uses the standard thresholds; reset the thresholds to see it.',
    zh: '其他条件下的排序按标准阈值计算；恢复标准阈值后显示。',
  },
  bestIn: { en: 'Best, % of combinations', zh: '居首，占组合%' },
  tiedIn: { en: 'Best or tied, %', zh: '居首或并列，%' },
  packageMeasures: { en: (names: string) => `Measures: ${names}.`, zh: (names: string) => `措施：${names}。` },
  packageReforms: {
    en: (names: string) => `Reforms without direct cost: ${names}.`,
    zh: (names: string) => `制度性措施（无财政支出）：${names}。`,
  },
  packageCost: {
    en: (gross: string, net: string, centre: string, province: string) =>
      `Gross outlay ${gross} a year, net cost after feedback ${net}: ${centre} borne by the central government, ${province} by provincial governments.`,
    zh: (gross: string, net: string, centre: string, province: string) =>
      `每年总支出${gross}，计入反馈效应后的净成本${net}：其中中央${centre}，地方${province}。`,
  },
  regret: { en: 'Largest shortfall, points', zh: '最大差距，百分点' },
  condition: { en: 'Condition, all others standard', zh: '条件（其余取标准情形）' },
  conditionOf: {
    en: (axis: string, name: string) => `${axis}: ${name}`,
    zh: (axis: string, name: string) => `${axis}：${name}`,
  },
  paidBy: { en: 'Revived, %, if paid by', zh: '振兴概率（%），按资金来源' },
  bestBy: { en: (definition: string) => `Best by ${definition}`, zh: (definition: string) => `按${definition}居首` },
  bestThere: { en: 'Best', zh: '居首' },
  tiedThere: { en: 'Tied with', zh: '并列' },
  axes: {
    en: { regime: 'Transfers', parameters: 'Parameters', window: 'Years', definition: 'Ranked by' },
    zh: { regime: '转移支付', parameters: '参数', window: '评判年份', definition: '排序依据' },
  },
  met: {
    en: (count: string, all: number) => `${count} of ${all} met`,
    zh: (count: string, all: number) => `${all}项中达标${count}项`,
  },
  thresholdsTitle: { en: 'Outcomes, criteria and their thresholds', zh: '结果类型、各项标准及其阈值' },
  thresholdsNote: {
    en: 'Move a threshold: criteria, classes and ranking follow from the same simulations. Within a margin of the threshold a criterion counts as partly met, so a simulation may belong partly to one class and partly to another.',
    zh: '调整阈值后，达标情况、结果类型和排序按同一批模拟重新计算。在阈值附近的一定幅度内，标准视为部分达标，因此一次模拟可分属两类结果。',
  },
  margin: { en: (text: string) => `margin ± ${text}`, zh: (text: string) => `过渡幅度±${text}` },
  toStandard: { en: 'Reset to standard', zh: '恢复标准' },
  resetAll: { en: 'Reset all thresholds', zh: '恢复全部标准阈值' },
  thresholdsBusy: {
    en: (done: string) => `Reading the simulations again: ${done} complete.`,
    zh: (done: string) => `正在重新读取模拟结果，已完成${done}。`,
  },
  rowsTitle: { en: 'Packages of equal cost compared with current policy', zh: '成本相同的各方案与现行政策对比' },
  rowsNote: {
    en: 'Sorted by the chance of revival. In the criteria columns, blue is the probability under the package and the line across the cell is current policy. The bracket above a bar is the 95 % margin of error.',
    zh: '按振兴概率排序。各项标准栏中，蓝色为该方案的达标概率，横线为维持现行政策时的概率。条形上方的括线为95%误差范围。',
  },
  package: { en: 'Package', zh: '方案' },
  became: {
    en: (year: number, members: string) => `Outcome by ${year}, % of ${members} simulations`,
    zh: (year: number, members: string) => `${year}年的结果，占${members}次模拟的比重，%`,
  },
  revivedHead: { en: 'Revived, %', zh: '振兴，%' },
  criteriaHead: {
    en: (from: number, to: number) => `Probability of meeting each criterion, ${from}–${to % 100}`,
    zh: (from: number, to: number) => `各项标准的达标概率，${from}—${to % 100}年`,
  },
  mustHold: { en: 'required', zh: '必须达标' },
  costHead: { en: 'Net cost after feedback effects, bn ¤ a year', zh: '计入反馈效应后的净成本，亿¤/年' },
  grossHead: { en: 'Gross cost, bn ¤ a year', zh: '总成本，亿¤/年' },
  payHead: { en: 'Who pays', zh: '由谁承担' },
  payColumn: { en: 'Who pays, bn ¤ a year', zh: '由谁承担，亿¤/年' },
  pays: {
    en: (centre: string, province: string) => `central ${centre} · provincial ${province}`,
    zh: (centre: string, province: string) => `中央${centre} · 地方${province}`,
  },
  smallBars: { en: 'The small bars show the probability of meeting C1 to C8.', zh: '小条为C1至C8的达标概率。' },
  cornersOfRow: {
    en: 'Top right: revived, %. Bottom right: who pays, bn ¤ a year.',
    zh: '右上：振兴概率，%。右下：由谁承担，亿¤/年。',
  },
  select: {
    en: (name: string) => `Show ${name} on the map and in the charts`,
    zh: (name: string) => `在地图和图表中显示“${name}”`,
  },
  restTitle: { en: 'Key indicators and the assumptions that matter most', zh: '主要指标走势与关键假设' },
  restNote: { en: 'The dot beside an assumption shows its grade of evidence.', zh: '假设旁的圆点表示证据等级。' },
  chartSource: {
    en: (name: string) =>
      `Median of all simulations. Grey: current policy. Blue: ${name}. Shaded bands: 80 % of simulations.`,
    zh: (name: string) => `全部模拟的中位数。灰色：维持现行政策。蓝色：${name}。色带：80%的模拟结果。`,
  },
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
