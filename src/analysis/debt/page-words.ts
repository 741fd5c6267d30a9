/** Texts of the report on debt that stand with its drawings. */

export const debtViewWords = {
  discount: { en: 'Real discount rate, % a year', zh: '实际贴现率（%/年）' },
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
  pointsAYear: {
    en: 'Percentage points of GDP a year; line: change of the ratio',
    zh: '百分点（占地区生产总值的比重），每年；线：债务率变化',
  },
  other: { en: 'Cash, sales, write-offs', zh: '现金、出售、核销' },
  ofOutput: { en: '% of GDP', zh: '占地区生产总值的比重，%' },
  profileUnit: {
    en: (year: string) => `bn ¤ by years left to maturity, ${year}`,
    zh: (year: string) => `亿¤，按剩余期限，${year}`,
  },
  start: { en: 'start', zh: '起始时' },
  atEnd: { en: (year: number) => `end of ${year}`, zh: (year: number) => `${year}年末` },
}
