/** What the report on debt leaves out or assumes, by code and in both languages. */

import { messageTable } from '../../language/messages.ts'

export const debtMessages = messageTable('debt', {
  dueDates: () => ({
    en: 'The maturity profile is assumed (grade: assumed): no table of due dates by area was found. At the start, the same amount of bonds falls due in each year, and the same share of LGFV debt.',
    zh: '各年到期额为假设（证据等级：假设）：未找到分地区到期表。起始时债券按各年等额到期，城投债务按每年相同比例到期。',
  }),
  dueDatesChecked: () => ({
    en: 'The bonds that fall due in 2024 and 2025 are within a fifth of the amounts reported by the finance departments of Jilin and Heilongjiang.',
    zh: '2024、2025年到期债券与吉林、黑龙江两省财政厅公布数相差在五分之一以内。',
  }),
  noVehicles: () => ({
    en: 'The region has no LGFVs, so the parts on LGFVs are left out.',
    zh: '本地区没有城投：相关部分从略。',
  }),
  noBonds: () => ({
    en: 'The region has no bonds in any year, so the parts on bonds are left out.',
    zh: '本地区各年均无债券：相关部分从略。',
  }),
  noBackTest: () => ({
    en: 'No back-test of this region has been saved, so past forecast errors are left out and simulations do not include the error of the model.',
    zh: '本地区没有保存的历史检验：从略以往预测误差，模拟亦不含模型误差。',
  }),
  noGrowthTest: () => ({
    en: 'National growth is known for fewer than ten years, so the growth stress test is left out.',
    zh: '该国已知增速不足十年：从略增速压力测试。',
  }),
})
