/** Sectors of the model, by their titles there. */

import type { Both } from '../../language/messages.ts'

export const sectorNames: Both<Readonly<Record<string, string>>> = {
  en: { influential: 'Most influential on the result' },
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
    Industries: '分行业',
    'Feedback of the industries': '行业对整体的反馈',
    'Investment by industry': '分行业投资',
    Prices: '价格',
    'Pension fund': '养老保险基金',
    'Provincial government': '全省财政（含市县）',
    LGFVs: '城投平台',
    'Maturity of debt': '债务期限',
    'Public wealth and debt': '公共财富与债务',
    'Central government': '中央政府',
    "Firms' finance and banks": '企业融资与银行',
    'Emissions and air': '排放与空气',
    'The nation': '全国',
    'Residents within the year': '年内常住人口',
    'The region as a whole': '全区合计',
  },
}
