/** The texts of the one-page memo that the Answer view writes; its other sentences are those of the view. */

import { dictionary } from './language.ts'

export const memoWords = dictionary({
  save: { en: 'Save a one-page memo (Word)', zh: '下载一页简报（Word）' },
  finding: { en: 'Finding', zh: '主要结论' },
  cost: { en: 'What it costs', zh: '所需资金' },
  costText: {
    en: (name: string, gross: string, net: string) =>
      `“${name}” costs ${gross} a year before feedback effects and ${net} a year after them, at start-year prices (the constant annual amount with the same present value).`,
    zh: (name: string, gross: string, net: string) =>
      `“${name}”每年总支出${gross}，计入反馈效应后的净成本为每年${net}（按起始年价格，为现值相等的等额年支出）。`,
  },
  paysText: {
    en: (centre: string, province: string) =>
      `After feedback effects the central government bears ${centre} a year; the provinces with their cities and counties bear ${province} a year. A negative amount is a gain.`,
    zh: (centre: string, province: string) =>
      `计入反馈效应后，中央每年承担${centre}，全省（含市县）每年承担${province}；负数表示净节支。`,
  },
})
