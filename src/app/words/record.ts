/** Words of the view Record: the hindcast beside naive forecasts, and claims with their verdicts. */

import type { Verdict } from '../../analysis/claims/ledger.ts'
import { dictionary } from './language.ts'

export const recordWords = dictionary({
  over: {
    en: (from: number, to: number, last: number) =>
      `Hindcast: opened again in every year from ${from} to ${to} · fitted to ${last}, then left alone`,
    zh: (from: number, to: number, last: number) =>
      `回测：从 ${from} 到 ${to} 年逐年重新起算 · 参数拟合至 ${last} 年，此后不再调整`,
  },
  overPriors: {
    en: (from: number, to: number) =>
      `Hindcast: opened again in every year from ${from} to ${to} · parameters not fitted`,
    zh: (from: number, to: number) => `回测：从 ${from} 到 ${to} 年逐年重新起算 · 参数未经拟合`,
  },
  title: { en: 'Has it been right before?', zh: '它以前说对了吗？' },
  lead: {
    en: (won: string, pairs: string, years: string) =>
      `Better than a trend line for ${won} of ${pairs} series in the years it had not seen, ${years} ahead.`,
    zh: (won: string, pairs: string, years: string) =>
      `在未参与拟合的年份，提前${years}预测，${pairs} 个序列中有 ${won} 个好于趋势外推。`,
  },
  lost: {
    en: (names: string) => `It missed by more for ${names}.`,
    zh: (names: string) => `误差更大的有：${names}。`,
  },
  moreLost: { en: (count: string) => `${count} more`, zh: (count: string) => `另外 ${count} 个` },
  given: {
    en: 'The model is told what then happened outside: the nation’s growth, prices, interest, housing market and births. The naive forecasts are not.',
    zh: '模型已知其后外部发生的情况：全国增长、物价、利率、住房市场和出生；朴素预测并不知道。',
  },
  fittedBefore: {
    en: 'The parameters were fitted to an earlier version of the model or the figures.',
    zh: '参数是用较早版本的模型或数据拟合的。',
  },
  none: {
    en: (name: string) => `There is no hindcast of ${name}: it needs past years of its own.`,
    zh: (name: string) => `${name} 没有回测：需要该地区自身的历史年份数据。`,
  },
  noneOwn: {
    en: (id: string) =>
      `The page shows hindcasts of the regions that come with the program; one takes too long to compute here. Bring tables of past years with the region (docs/guide/regions.md), write it to a folder with heartland import, and run: heartland hindcast ${id} --packs FOLDER`,
    zh: (id: string) =>
      `本页只显示程序自带地区的回测；在此计算耗时过长。请随地区一并提供历史年份的表格（见 docs/guide/regions.md），用 heartland import 写入文件夹，再运行：heartland hindcast ${id} --packs 文件夹`,
  },
  partOf: {
    en: (whole: string, name: string, id: string) =>
      `Taken from the hindcast of ${whole}, with the parameters and futures of the whole. That of ${name} by itself: heartland hindcast ${id}`,
    zh: (whole: string, name: string, id: string) =>
      `取自${whole}的回测，参数与未来均为整体所用。单独回测${name}：heartland hindcast ${id}`,
  },
  marksOfWhole: {
    en: (whole: string) => `Whether bands hold, and what was promised, is counted for ${whole} as a whole.`,
    zh: (whole: string) => `色带是否名副其实、事先的承诺是否兑现，均按${whole}整体计算。`,
  },
  claimsOfWhole: {
    en: (whole: string) => `The claims that were collected speak of ${whole} as a whole.`,
    zh: (whole: string) => `已收集的论断针对${whole}整体。`,
  },
  openWhole: { en: (whole: string) => `Open ${whole}`, zh: (whole: string) => `打开${whole}` },
  panelsTitle: { en: 'What happened, and what the model said', zh: '实际情况与模型所言' },
  panelsNote: {
    en: 'Thin line: measured. Grey line and tint: model, with 80 % of futures. Dots: naive forecast, the last value seen. Shaded: years held out of the fit.',
    zh: '细线：实测。灰线与色带：模型及 80% 的未来。点线：朴素预测，即最近一次见到的数值。阴影：未参与拟合的年份。',
  },
  ahead: { en: 'Forecast', zh: '提前' },
  years: {
    en: (years: number) => (years === 1 ? '1 year' : `${years} years`),
    zh: (years: number) => ` ${years} 年`,
  },
  aheadOption: {
    en: (years: number) => (years === 1 ? '1 year ahead' : `${years} years ahead`),
    zh: (years: number) => `提前 ${years} 年`,
  },
  area: { en: 'Province', zh: '省份' },
  allSeries: { en: (count: number) => `All ${count} series`, zh: (count: number) => `全部 ${count} 个序列` },
  mainSeries: { en: 'Main series only', zh: '只看主要序列' },
  heldOut: { en: 'held out', zh: '未参与拟合' },
  measured: { en: 'measured', zh: '实测' },
  model: { en: 'model', zh: '模型' },
  naive: { en: 'naive', zh: '朴素' },
  won: { en: 'won', zh: '胜' },
  lostTo: { en: (names: string) => `lost to ${names}`, zh: (names: string) => `负于${names}` },
  naiveNames: {
    en: { naive: 'last value', drift: 'trend line', ar1: 'AR(1)' },
    zh: { naive: '最近值', drift: '趋势外推', ar1: 'AR(1)' },
  },
  noScore: { en: 'no held-out year', zh: '没有未参与拟合的年份' },
  errorUnits: {
    en: { log: '%', level: 'pp', growth: 'pp' },
    zh: { log: '%', level: '个百分点', growth: '个百分点' },
  },
  perYear: { en: '% a year, mean of the years ahead', zh: '% / 年，为提前各年的均值' },
  percentUnit: { en: '%', zh: '%' },
  indexUnit: { en: 'index', zh: '指数' },
  panelSentence: {
    en: (series: string, area: string, years: string, from: number, to: number) =>
      `${series}, ${area}: measured, model ${years} ahead and naive forecast, ${from} to ${to}`,
    zh: (series: string, area: string, years: string, from: number, to: number) =>
      `${series}，${area}：实测、模型提前${years}的预测与朴素预测，${from} 至 ${to} 年`,
  },
  scoresNote: {
    en: (from: number) =>
      `Scores: root-mean-square error over the held-out years from ${from} on. Each forecast starts from the figure of its origin. Figures that were overstated (revenue and output to 2016) are compared as reported.`,
    zh: (from: number) =>
      `得分：${from} 年起未参与拟合年份的均方根误差。每次预测从起点的实测值出发。曾被高报的数字（2016 年前的收入和产出）按当时公布值比较。`,
  },
  forecast: { en: 'Its forecast, and why', zh: '其预测及原因' },
  forecastOf: {
    en: (series: string, area: string) => `Its forecast, and why: ${series}, ${area}`,
    zh: (series: string, area: string) => `其预测及原因：${area}，${series}`,
  },
  noSeries: {
    en: 'No series of this province can be forecast so far ahead.',
    zh: '该省没有可提前这么多年预测的序列。',
  },
  yearHead: { en: 'Year', zh: '年份' },
  low: { en: 'Low', zh: '下限' },
  high: { en: 'High', zh: '上限' },

  againstTitle: { en: 'Against simpler forecasts', zh: '与更简单的预测相比' },
  againstNote: {
    en: (series: string) => `Error for ${series} relative to the last value seen, held-out years; below 1 is better.`,
    zh: (series: string) => `“${series}”的误差与最近值之比，未参与拟合的年份；小于 1 为好。`,
  },
  againstHead: { en: 'Ahead', zh: '提前' },
  againstSource: { en: 'Bold: best of the row.', zh: '粗体：该行最好。' },
  seriesChoice: { en: 'Series', zh: '序列' },
  coverageTitle: { en: 'Do the bands hold what they promise?', zh: '色带是否名副其实？' },
  coverageNote: {
    en: (points: string) =>
      `Share of ${points} held-out points inside the band. Grey: from 72 to 88 % is accepted for the band of 80 %.`,
    zh: (points: string) => `${points} 个未参与拟合的点落在色带内的比例。灰：80% 色带可接受的范围为 72% 至 88%。`,
  },
  band: { en: (level: string) => `${level} band`, zh: (level: string) => `${level} 色带` },
  marksTitle: { en: 'What was promised', zh: '事先的承诺' },
  marks: {
    en: [
      ['Series that beat the trend line at 5 years', 'at least 70 %'],
      ['Points inside the 80 % band', '72 to 88 %'],
      ['Error of mean growth over 2 years', 'at most 1.4 pp'],
      ['Error of the population at 4 years', 'at most 0.5 %'],
    ],
    zh: [
      ['提前 5 年好于趋势外推的序列', '至少 70%'],
      ['落在 80% 色带内的点', '72% 至 88%'],
      ['两年平均增长的误差', '不超过 1.4 个百分点'],
      ['提前 4 年人口的误差', '不超过 0.5%'],
    ],
  },
  wanted: { en: 'Promised', zh: '承诺' },
  found: { en: 'Found', zh: '结果' },
  met: { en: 'met', zh: '达到' },
  missed: { en: 'missed', zh: '未达到' },

  claimsTitle: { en: 'Claims of the report', zh: '报道中的论断' },
  claimsNote: {
    en: (count: number) => `${count} claims, each turned into something that can be tested. Verdicts are computed.`,
    zh: (count: number) => `${count} 条论断，各化为可检验的命题；判定由程序计算。`,
  },
  verdicts: {
    en: { holds: 'holds', partly: 'partly', contradicted: 'contradicted', open: 'open' },
    zh: { holds: '成立', partly: '部分成立', contradicted: '不成立', open: '待定' },
  } satisfies Record<'en' | 'zh', Record<Verdict, string>>,
  verdictFilter: { en: 'Verdict', zh: '判定' },
  test: { en: 'Test', zh: '检验' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  against: {
    en: (value: string, wanted: string, answer: string) => `${value}, asked ${wanted}: ${answer}`,
    zh: (value: string, wanted: string, answer: string) => `${value}（要求${wanted}）：${answer}`,
  },
  untested: { en: 'untested', zh: '未能检验' },
  evidence: { en: 'Evidence', zh: '依据（照录原文）' },
  shows: { en: 'The model shows', zh: '模型给出' },
  because: { en: 'Because', zh: '原因' },
  remarks: { en: 'Note', zh: '说明' },
  operators: {
    en: { '>=': 'at least', '<=': 'at most', '>': 'above', '<': 'below', '=': 'is', '!=': 'other than' },
    zh: { '>=': '至少', '<=': '至多', '>': '高于', '<': '低于', '=': '等于', '!=': '不等于' },
  },
  perYearPoints: { en: (points: string) => `${points} a year`, zh: (points: string) => `每年${points}` },
  perThousand: { en: (value: string) => `${value} per thousand`, zh: (value: string) => `${value}‰` },
  times: { en: (value: string) => `${value} times`, zh: (value: string) => `${value} 倍` },
  aYear: { en: (value: string) => `${value} a year`, zh: (value: string) => `每年 ${value}` },
  noClaims: { en: 'No claims about this region have been collected.', zh: '尚未收集关于该地区的论断。' },
})
