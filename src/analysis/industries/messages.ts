/** Messages on industries and events, by code and in both languages. */

import texts from '../../texts/industry.ts'
import { messageTable } from '../../language/messages.ts'
import type { Names } from '../../regions/types.ts'

export const industryMessages = messageTable('industry', texts, {
  noTable: ({ names }: { readonly names: Names }) => ({
    en: `${names.en} has no input-output table, so there are no outcomes by industry; add input-output.csv as docs/guide/regions.md describes. The program does not estimate one from the national table: location quotients (FLQ) miss the coefficients of Liaoning by 35 %, of Heilongjiang by 45 % and of Jilin by 62 %`,
    zh: `${names.zh ?? names.en}没有投入产出表，因此没有分行业结果；请按 docs/guide/regions.md 补充 input-output.csv。程序不以全国表推算：用区位商法（FLQ）推算，辽宁、黑龙江、吉林的系数误差分别为35%、45%、62%`,
  }),
  industriesTitle: ({ names, year }: { readonly names: Names; readonly year: number }) => ({
    en: `${names.en}: industries in ${year}`,
    zh: `${names.zh ?? names.en}：${year}年分行业`,
  }),
  impactTitle: ({ names, events }: { readonly names: Names; readonly events: readonly string[] }) => ({
    en: `${names.en}: impact of ${events.join(', ')}`,
    zh: `${names.zh ?? names.en}：${events.join('、')} 的影响`,
  }),
})
