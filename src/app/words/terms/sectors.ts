/** Sectors of the model, by their titles there. */

import type { Both } from '../language.ts'

export const sectorNames: Both<Readonly<Record<string, string>>> = {
  en: { influential: 'Those that move the answer most' },
  zh: {
    influential: '最能左右结论的假设',
    Demography: '人口',
    'Labour market': '劳动力市场',
    'Production, automation, ownership': '生产、自动化、所有制',
    'Expectations, insurance, confidence': '预期、保障、信心',
    Households: '居民',
    'Housing, land, mortgage rules': '住房、土地、按揭',
    'External demand, base sectors, output': '外需、基础部门、产出',
    'Tourism, culture, amenity': '旅游、文化、宜居',
    Prices: '价格',
    'Pension fund': '养老基金',
    'Provincial government': '省级政府',
    'Financing vehicles': '融资平台',
    'Central government': '中央政府',
    Banks: '银行',
    Nation: '全国',
  },
}
