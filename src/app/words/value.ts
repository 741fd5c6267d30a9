/** The texts of the view Value for money. */

import { dictionary } from './language.ts'

export const valueWords = dictionary({
  title: { en: 'Value for money', zh: '资金效益' },
  over: {
    en: (start: number, members: string, seed: string) =>
      `Each measure alone, from ${start} on, paid by the central government · ${members} paired simulations · random seed ${seed}`,
    zh: (start: number, members: string, seed: string) =>
      `每项措施单独实施，自${start}年起，由中央出资 · ${members}次配对模拟 · 随机种子${seed}`,
  },
  best: {
    en: (year: number, names: string, several: boolean) =>
      several
        ? `Best value for money in ${year}, without a significant difference between them: ${names}.`
        : `Best value for money in ${year}: ${names}.`,
    zh: (year: number, names: string, several: boolean) =>
      several ? `${year}年资金效益最高（彼此无显著差别）：${names}。` : `${year}年资金效益最高：${names}。`,
  },
  unclear: {
    en: (names: string) =>
      `The direction of the effect is uncertain for ${names}: the middle 80 % of simulations includes zero.`,
    zh: (names: string) => `方向不确定（中间80%的模拟跨越零）：${names}。`,
  },
  outcome: { en: 'Outcome', zh: '结果指标' },
  outcomes: {
    en: {
      regionOutput: 'GDP',
      regionConsumption: 'Household consumption',
      regionEmploymentRate: 'Employment rate, ages 20–59',
      regionResidents: 'Residents',
      regionBirths: 'Births',
      regionDebtToGdp: 'Total local debt, % of GDP',
    },
    zh: {
      regionOutput: '地区生产总值',
      regionConsumption: '居民消费',
      regionEmploymentRate: '20—59岁就业率',
      regionResidents: '常住人口',
      regionBirths: '出生人口',
      regionDebtToGdp: '全口径债务占地区生产总值的比重',
    },
  },
  after: { en: 'Ranked by the effect in', zh: '按年份排名' },
  chart: { en: 'Spending measures by effect per bn ¤', zh: '支出类措施，按每10亿¤支出的效果排列' },
  chartUnit: {
    en: (unit: string, year: number) => `${unit} in ${year} per bn ¤ spent a year; mean and middle 80 % of simulations`,
    zh: (unit: string, year: number) => `每年每支出10亿¤，${year}年的变化（${unit}）；均值与模拟的中间80%`,
  },
  percent: { en: 'Percentage points', zh: '百分点' },
  row: {
    en: (rank: string, net: string) => `rank ${rank}, net cost ${net} %`,
    zh: (rank: string, net: string) =>
      `${rank.endsWith('=') ? `并列第${rank.slice(0, -1)}名` : `第${rank}名`}，净成本占支出的${net}%`,
  },
  source: {
    en: 'Measures with the same rank (=) are statistically tied: the paired differences of all pairs are tested at 5 %, with Holm’s correction. Net cost: what public budgets lose after feedback effects, in per cent of the outlay. Amounts at start-year prices.',
    zh: '并列（=）的措施无法区分：对所有两两配对差异按5%水平检验，并作霍尔姆校正。净成本：财政最终净损失占支出的百分比。金额按起始年价格计。',
  },
  measure: { en: 'Measure', zh: '措施' },
  rank: { en: 'Rank', zh: '名次' },
  setting: { en: 'Setting', zh: '设定' },
  outlay: { en: 'Outlay a year', zh: '年均支出' },
  netCost: { en: 'Net cost', zh: '净成本' },
  perNet: { en: 'Per bn ¤ of net cost', zh: '每10亿¤净成本' },
  published: { en: 'Published', zh: '已发表估计' },
  publishedRange: {
    en: (low: string, high: string) => `${low} to ${high}`,
    zh: (low: string, high: string) => `${low}至${high}`,
  },
  pays: { en: 'pays for itself', zh: '收支相抵' },
  notClear: { en: 'uncertain', zh: '方向不确定' },
  range: { en: (year: number) => `Middle 80 %, ${year}`, zh: (year: number) => `${year}年80%区间` },
  reforms: { en: 'Reforms', zh: '改革' },
  reformsNote: {
    en: (unit: string) =>
      `Reforms have no direct cost, or only one that follows from them. They are assumed to work as planned and are not ranked; the full change at the setting is shown, in ${unit}.`,
    zh: (unit: string) =>
      `无直接支出，或支出随改革而定。假定按计划见效，不参与排名；列出在该设定下的全部变化，单位：${unit}。`,
  },
  none: {
    en: 'Within their bounds, the measures have no outlay in this region.',
    zh: '在该地区，各项措施在取值范围内均无支出。',
  },
})
