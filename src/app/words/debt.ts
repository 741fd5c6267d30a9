/** The texts of the view Debt that its page on the command line does not have. */

import { dictionary } from './language.ts'

export const debtViewWords = dictionary({
  title: { en: 'Debt from the lenders’ point of view', zh: '债权人视角的债务' },
  over: {
    en: (name: string, members: string, seed: string) => `${name} · ${members} simulations · random seed ${seed}`,
    zh: (name: string, members: string, seed: string) => `${name} · ${members}次模拟 · 随机种子${seed}`,
  },
  place: { en: 'Region or area', zh: '地区' },
  discount: { en: 'Real discount rate, % a year', zh: '实际贴现率（%/年）' },
  discountWrong: { en: 'Enter a rate from 0 to 10 %, such as 3.', zh: '请输入0至10之间的贴现率，如3。' },
  lead: {
    en: (place: string, from: string, to: string, year: number, before: number) =>
      `${place}: total local debt changes from ${from} of GDP at the end of ${before} to ${to} at the end of ${year}.`,
    zh: (place: string, from: string, to: string, year: number, before: number) =>
      `${place}：全口径债务占地区生产总值的比重由${before}年末的${from}变为${year}年末的${to}。`,
  },
  need: {
    en: (need: string, year: number) => ` Gross financing needs in ${year} are ${need} of GDP.`,
    zh: (need: string, year: number) => `${year}年总融资需求相当于地区生产总值的${need}。`,
  },
  pension: {
    en: (rights: string) => ` Accrued pension rights not covered by reserves add a further ${rights} of GDP.`,
    zh: (rights: string) => `此外，结余未覆盖的养老金权益相当于地区生产总值的${rights}。`,
  },
  shares: {
    en: (share: string, threshold: string, year: number) =>
      `Debt exceeds ${threshold} of GDP in ${share} of the simulations in ${year}.`,
    zh: (share: string, threshold: string, year: number) =>
      `${year}年有${share}的模拟债务超过地区生产总值的${threshold}。`,
  },
  fanUnit: {
    en: '%; line: median, bands: middle 50 and 80 % of the simulations',
    zh: '%；线：中位数，色带：模拟的中间50%与80%',
  },
  median: { en: 'median', zh: '中位数' },
  threshold: { en: 'threshold', zh: '界限' },
  fanSentence: {
    en: (name: string, first: string, last: string, from: number, to: number) =>
      `${name}: the median goes from ${first} in ${from} to ${last} in ${to}`,
    zh: (name: string, first: string, last: string, from: number, to: number) =>
      `${name}：中位数由${from}年的${first}变为${to}年的${last}`,
  },
  year: { en: 'Year', zh: '年份' },
  heatYears: {
    en: (from: number, to: number) => `${from}–${to}`,
    zh: (from: number, to: number) => `${from}—${to}年`,
  },
  horizon: {
    en: (years: number) => (years === 1 ? '1 year' : `${years} years`),
    zh: (years: number) => `${years}年后`,
  },
  pointsAYear: {
    en: 'Percentage points of GDP a year; line: change of the ratio',
    zh: '百分点（占地区生产总值的比重），每年；线：债务率变化',
  },
  points: { en: 'pp', zh: '个百分点' },
  other: { en: 'Cash, sales, write-offs', zh: '现金、出售、核销' },
  ofOutput: { en: '% of GDP', zh: '占地区生产总值的比重，%' },
  profileUnit: {
    en: (year: string) => `bn ¤ by years left to maturity, ${year}`,
    zh: (year: string) => `亿¤，按剩余期限，${year}`,
  },
  bandNote: {
    en: (bonds: string, vehicles: string) => `bonds ${bonds}, LGFV debt ${vehicles}`,
    zh: (bonds: string, vehicles: string) => `债券${bonds}，城投${vehicles}`,
  },
  start: { en: 'start', zh: '起始时' },
  test: { en: 'Test', zh: '测试' },
  atEnd: { en: (year: number) => `end of ${year}`, zh: (year: number) => `${year}年末` },
  simulating: { en: 'Simulating …', zh: '正在模拟…' },
  sensitivityUnit: {
    en: 'All accrued rights, % of GDP, by real discount rate and by what pensions in payment follow',
    zh: '已累积权益合计占地区生产总值的比重（%），按实际贴现率与待遇调整方式',
  },
})
