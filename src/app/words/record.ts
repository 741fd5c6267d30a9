/** The texts of the Track record view: back-test, claims with their verdicts, effects of measures beside studies. */

import type { ClaimVerdict } from '../../analysis/claims/ledger.ts'
import { dictionary } from './language.ts'

export const recordWords = dictionary({
  over: {
    en: (from: number, to: number, last: number) =>
      `Back-test: forecasts from every year from ${from} to ${to} · parameters fitted to data up to ${last} and not changed since`,
    zh: (from: number, to: number, last: number) =>
      `历史检验：从${from}年到${to}年逐年起步预测 · 参数用截至${last}年的数据拟合，此后不再调整`,
  },
  overPriors: {
    en: (from: number, to: number) =>
      `Back-test: forecasts from every year from ${from} to ${to} · parameters not fitted`,
    zh: (from: number, to: number) => `历史检验：从${from}年到${to}年逐年起步预测 · 参数未经拟合`,
  },
  title: { en: 'How accurate has the model been?', zh: '模型过去的预测准不准？' },
  lead: {
    en: (won: string, pairs: string, years: string) =>
      `In the years not used for fitting, forecasts ${years} ahead were more accurate than a trend line for ${won} of ${pairs} series.`,
    zh: (won: string, pairs: string, years: string) =>
      `在未参与拟合的年份，提前${years}预测时，${pairs}个序列中有${won}个比趋势外推更准确。`,
  },
  lost: {
    en: (names: string) => `The errors were larger for ${names}.`,
    zh: (names: string) => `误差更大的有：${names}。`,
  },
  moreLost: { en: (count: string) => `${count} more`, zh: (count: string) => `另外${count}个` },
  given: {
    en: 'The model uses actual conditions outside the region: national growth, prices, interest rates, the housing market and births. The naive forecasts do not.',
    zh: '模型采用了域外条件的实际值：全国增长、物价、利率、住房市场和出生；朴素预测没有采用。',
  },
  fittedBefore: {
    en: 'The parameters were fitted to an earlier version of the model or the data.',
    zh: '参数是用较早版本的模型或数据拟合的。',
  },
  none: {
    en: (name: string) => `No back-test is available for ${name}: it needs data for past years.`,
    zh: (name: string) => `${name}没有历史检验：需要该地区自身的历史年份数据。`,
  },
  noneOwn: {
    en: (id: string) =>
      `This page shows back-tests of the regions that come with the program; a back-test takes too long to run here. Add tables of past years to your region (docs/guide/regions.md), write it to a folder with heartland import, and run: heartland hindcast ${id} --packs FOLDER`,
    zh: (id: string) =>
      `本页只显示程序自带地区的历史检验，因为在此计算耗时过长。请随地区一并提供历史年份的表格（见docs/guide/regions.md），用heartland import写入文件夹，再运行：heartland hindcast ${id} --packs 文件夹`,
  },
  partOf: {
    en: (whole: string, name: string, id: string) =>
      `Taken from the back-test of ${whole}, with its parameters and simulations. To run a back-test of ${name} alone: heartland hindcast ${id}`,
    zh: (whole: string, name: string, id: string) =>
      `取自${whole}的历史检验，参数与模拟均为整体所用。单独检验${name}：heartland hindcast ${id}`,
  },
  marksOfWhole: {
    en: (whole: string) => `The coverage of the bands and the accuracy targets are assessed for ${whole} as a whole.`,
    zh: (whole: string) => `色带覆盖率和精度目标均按${whole}整体评估。`,
  },
  claimsOfWhole: {
    en: (whole: string) => `The claims collected so far refer to ${whole} as a whole.`,
    zh: (whole: string) => `已收集的论断均针对${whole}整体。`,
  },
  openWhole: { en: (whole: string) => `Open ${whole}`, zh: (whole: string) => `打开${whole}` },
  panelsTitle: { en: 'Actual values and forecasts', zh: '实际值与预测值' },
  panelsNote: {
    en: 'Thin line: actual. Grey line and band: model, with 80 % of simulations. Dots: naive forecast, the last known value. Shaded background: test years, which were not used for fitting.',
    zh: '细线：实际值。灰线与色带：模型预测及80%的模拟结果。点线：朴素预测，即最近一次已知值。阴影：检验期，即未参与拟合的年份。',
  },
  ahead: { en: 'Forecast', zh: '提前' },
  years: {
    en: (years: number) => (years === 1 ? '1 year' : `${years} years`),
    zh: (years: number) => `${years}年`,
  },
  aheadOption: {
    en: (years: number) => (years === 1 ? '1 year ahead' : `${years} years ahead`),
    zh: (years: number) => `提前${years}年`,
  },
  area: { en: 'Province', zh: '省份' },
  allSeries: { en: (count: number) => `All ${count} series`, zh: (count: number) => `全部${count}个序列` },
  mainSeries: { en: 'Main series only', zh: '只看主要序列' },
  heldOut: { en: 'test years', zh: '检验期' },
  measured: { en: 'actual', zh: '实际' },
  model: { en: 'model', zh: '模型' },
  naive: { en: 'naive', zh: '朴素' },
  won: { en: 'best', zh: '最准' },
  lostTo: { en: (names: string) => `worse than ${names}`, zh: (names: string) => `不如${names}` },
  naiveNames: {
    en: { naive: 'last value', drift: 'trend line', ar1: 'AR(1)', nation: 'national growth less own gap' },
    zh: { naive: '最近值', drift: '趋势外推', ar1: 'AR(1)', nation: '全国增速减自身差距' },
  },
  noScore: { en: 'no year to test on', zh: '没有可检验的年份' },
  errorUnits: {
    en: { log: '%', level: 'pp', growth: 'pp' },
    zh: { log: '%', level: '个百分点', growth: '个百分点' },
  },
  perYear: { en: '% a year, average over the forecast years', zh: '%/年，预测各年平均' },
  percentUnit: { en: '%', zh: '%' },
  indexUnit: { en: 'index', zh: '指数' },
  panelSentence: {
    en: (series: string, area: string, years: string, from: number, to: number) =>
      `${series}, ${area}: actual values, model forecast ${years} ahead and naive forecast, ${from} to ${to}`,
    zh: (series: string, area: string, years: string, from: number, to: number) =>
      `${series}，${area}：实际值、模型提前${years}的预测与朴素预测，${from}—${to}年`,
  },
  scoresNote: {
    en: (from: number) =>
      `Scores are root-mean-square errors over the years from ${from} on, which were not used for fitting. Each forecast starts from the actual value of its first year. Figures that were overstated when published (revenue and output up to 2016) are compared as reported.`,
    zh: (from: number) =>
      `得分为${from}年起未参与拟合年份的均方根误差。每次预测从起点年份的实际值出发。曾被高报的数字（2016年及以前的收入和产出）按当时公布值比较。`,
  },
  forecast: { en: 'See what drives the forecast', zh: '查看预测的成因' },
  forecastOf: {
    en: (series: string, area: string) => `See what drives the forecast: ${series}, ${area}`,
    zh: (series: string, area: string) => `查看预测的成因：${area}，${series}`,
  },
  noSeries: {
    en: 'No series of this province can be forecast this far ahead.',
    zh: '该省没有可提前这么多年预测的序列。',
  },
  yearHead: { en: 'Year', zh: '年份' },
  low: { en: 'Low', zh: '下限' },
  high: { en: 'High', zh: '上限' },

  againstTitle: { en: 'Comparison with simple forecasts', zh: '与简单预测方法比较' },
  againstNote: {
    en: (series: string) =>
      `Error for “${series}” relative to that of the last known value, years not used for fitting; below 1 is better.`,
    zh: (series: string) => `“${series}”的误差与以最近值预测的误差之比，未参与拟合的年份；小于1为好。`,
  },
  againstHead: { en: 'Ahead', zh: '提前' },
  againstSource: { en: 'Bold: the most accurate in each row.', zh: '粗体：该行最准确的方法。' },
  seriesChoice: { en: 'Series', zh: '序列' },
  coverageTitle: { en: 'Coverage of the bands', zh: '色带覆盖率' },
  coverageNote: {
    en: (points: string) =>
      `Share of ${points} actual values, not used for fitting, that fall inside the band. Grey: the acceptable range.`,
    zh: (points: string) => `${points}个未参与拟合的实际值落在色带内的比例。灰色：可接受范围。`,
  },
  band: { en: (level: string) => `${level} band`, zh: (level: string) => `${level}色带` },
  marksTitle: { en: 'Accuracy targets', zh: '精度目标' },
  marks: {
    en: {
      beatsDrift: ['Series more accurate than the trend line, 5 years ahead', 'at least 70 %'],
      beatsNation: ['… than national growth less the province’s average gap over 5 years', 'at least 60 %'],
      beatsAr1: ['… than AR(1)', 'at least 60 %'],
      beatsLastValue: ['… than the last value', 'at least 60 %'],
      band80: ['Actual values inside the 80 % band', '75 to 85 %'],
      band90: ['Actual values inside the 90 % band', '86 to 94 %'],
      band95: ['Actual values inside the 95 % band', '92 to 98 %'],
      growth: ['Error of average growth over 2 years', 'at most 1.4 pp'],
      growthBias: ['Bias of average growth over 5 years', 'within ±0.4 pp'],
      people: ['Error of the population, 4 years ahead', 'at most 0.5 %'],
    },
    zh: {
      beatsDrift: ['提前5年比趋势外推更准确的序列', '至少70%'],
      beatsNation: ['……比“全国增速减本省近5年差距”更准确', '至少60%'],
      beatsAr1: ['……比AR(1)更准确', '至少60%'],
      beatsLastValue: ['……比最近值更准确', '至少60%'],
      band80: ['落在80%色带内的实际值', '75%至85%'],
      band90: ['落在90%色带内的实际值', '86%至94%'],
      band95: ['落在95%色带内的实际值', '92%至98%'],
      growth: ['两年平均增速的误差', '不超过1.4个百分点'],
      growthBias: ['五年平均增速的偏差', '±0.4个百分点以内'],
      people: ['提前4年的人口误差', '不超过0.5%'],
    },
  } satisfies Record<'en' | 'zh', Record<string, readonly [name: string, wanted: string]>>,
  unaided: { en: 'Unaided', zh: '无域外信息' },
  unaidedNote: {
    en: 'Unaided: conditions outside the region stay as they were at the start of each forecast.',
    zh: '无域外信息：域外条件保持在每次预测起点的水平。',
  },
  wanted: { en: 'Target', zh: '目标' },
  found: { en: 'Result', zh: '结果' },
  met: { en: 'met', zh: '达到' },
  missed: { en: 'not met', zh: '未达到' },

  claimsTitle: { en: 'Claims in the press, tested', zh: '对媒体报道中各项论断的检验' },
  claimsNote: {
    en: (count: number) => `${count} claims, each put into a form that can be tested. The verdicts are calculated.`,
    zh: (count: number) => `共${count}条论断，均转化为可检验的命题；判定由程序计算得出。`,
  },
  verdicts: {
    en: { holds: 'holds', partly: 'partly holds', contradicted: 'contradicted', open: 'open' },
    zh: { holds: '成立', partly: '部分成立', contradicted: '不成立', open: '待定' },
  } satisfies Record<'en' | 'zh', Record<ClaimVerdict, string>>,
  verdictFilter: { en: 'Verdict', zh: '判定' },
  test: { en: 'Test', zh: '检验' },
  yes: { en: 'met', zh: '符合' },
  no: { en: 'not met', zh: '不符合' },
  against: {
    en: (value: string, wanted: string, answer: string) => `${value}; threshold ${wanted}: ${answer}`,
    zh: (value: string, wanted: string, answer: string) => `${value}（门槛：${wanted}）：${answer}`,
  },
  untested: { en: 'not tested', zh: '未能检验' },
  evidence: { en: 'Evidence', zh: '依据（照录原文）' },
  shows: { en: 'Result of the model', zh: '模型结果' },
  because: { en: 'Reason', zh: '理由' },
  remarks: { en: 'Note', zh: '说明' },
  interpolated: {
    en: (series: string, area: string, year: string, before: string, after: string) =>
      `${series} of ${area} in ${year}: interpolated between ${before} and ${after}`,
    zh: (series: string, area: string, year: string, before: string, after: string) =>
      `${area}${year}年的“${series}”由${before}年与${after}年的数值内插得出`,
  },
  operators: {
    en: { '>=': 'at least', '<=': 'at most', '>': 'above', '<': 'below', '=': 'equal to', '!=': 'other than' },
    zh: { '>=': '至少', '<=': '至多', '>': '高于', '<': '低于', '=': '等于', '!=': '不等于' },
  },
  wantedValue: {
    en: (wanted: string, value: string) => `${wanted} ${value}`,
    zh: (wanted: string, value: string) => `${wanted}${value}`,
  },
  perYearPoints: { en: (points: string) => `${points} a year`, zh: (points: string) => `${points}/年` },
  perThousand: { en: (value: string) => `${value} per thousand`, zh: (value: string) => `${value}‰` },
  times: { en: (value: string) => `${value} times`, zh: (value: string) => `${value}倍` },
  aYear: { en: (value: string) => `${value} a year`, zh: (value: string) => `${value}/年` },
  effectsTitle: { en: 'Effects of measures, beside published estimates', zh: '各项措施的效果与已发表的估计' },
  effectsNote: {
    en: (start: number) =>
      `One measure at a time, in full and permanently from ${start}, paid by the central government. Effects of spending are in ¤ per ¤: the change in the year for each ¤ spent in that year (or in an average year so far, if that is more); for directed investment, each ¤ that state firms invest, of which the budget pays only the interest. Studies between places divide the rise in a place’s output by the rise in its public spending, both at prices of the nation or province; the effect beside them is the rise in output at current prices for each ¤ by which general budget spending rises. The year beside the published range is the one that is compared; studies differ from the experiment in place, period and financing.`,
    zh: (start: number) =>
      `每次只实施一项措施，自${start}年起全额、长期实施，由中央出资。“¤/¤”：当年变化与当年支出之比（如累计年均支出更高，则用年均支出）；定向投资按国有企业的投资额计算，财政只承担其利息。跨地区研究以各地产出的增量除以当地财政支出的增量，两者均按全国或全省价格指数平减；与之对照的效果为一般公共预算支出每增加1¤所对应的现价产出增量。已发表范围旁的年份为比较年份；各项研究的地区、时期和筹资方式与本实验不尽相同。`,
  },
  effectMeasure: { en: 'Measure', zh: '措施' },
  effectSetting: { en: 'Setting', zh: '力度' },
  effectOn: { en: 'Effect on', zh: '影响对象' },
  effectPublished: { en: 'Published', zh: '已发表的估计' },
  effectNoStudy: { en: 'none found', zh: '未见' },
  effectRange: {
    en: (low: string, high: string) => `${low} to ${high}`,
    zh: (low: string, high: string) => `${low}至${high}`,
  },
  effectOf: {
    en: (outcome: string, unit: string) => `${outcome}, ${unit}`,
    zh: (outcome: string, unit: string) => `${outcome}，${unit}`,
  },
  effectUnits: {
    en: { yuan: '¤ per ¤', spending: 'at current prices, ¤ per ¤ of public spending', percent: '%' },
    zh: { yuan: '¤/¤', spending: '现价，¤/¤公共支出', percent: '%' },
  },
  effectVerdicts: {
    en: { inside: 'within range', below: 'below range', above: 'above range', 'one estimate': 'one estimate only' },
    zh: { inside: '范围内', below: '低于范围', above: '高于范围', 'one estimate': '仅一项估计' },
  },
  noClaims: { en: 'No claims about this region have been collected.', zh: '尚未收集关于该地区的论断。' },
})
