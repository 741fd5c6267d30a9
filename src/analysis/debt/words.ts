/** Headings and explanations of the report on debt, for its page on the command line and in the app. */

import type { Both } from '../../language/messages.ts'
import type { PensionDebtOfPlace } from './pension-debt.ts'

export const debtWords = {
  title: { en: 'debt from the lenders’ point of view', zh: '债权人视角的债务' },
  places: { en: 'The areas side by side', zh: '各地区对比' },
  placesNote: {
    en: 'Percent of GDP: debt at the start and in the last year; in the last year the gross financing need, debt over own and transferred resources, public net worth, and the share of simulations with debt over the benchmark; accrued pension rights at the start.',
    zh: '占地区生产总值的百分比：起始与末年债务；末年总融资需求、债务占综合财力、公共部门净资产、债务超过界限的模拟占比；起始时已累积养老金权益。',
  },
  debtOfOutput: { en: 'debt', zh: '债务' },
  needOfOutput: { en: 'need', zh: '融资需求' },
  ofResources: { en: 'of resources', zh: '债务占财力' },
  netWorth: { en: 'net worth', zh: '净资产' },
  pensionRights: { en: 'pensions', zh: '养老金权益' },
  above: { en: 'share over', zh: '超过界限占比' },
  decomposition: { en: 'Drivers of total local debt', zh: '全口径债务变动分解' },
  decompositionNote: {
    en: 'Percent of GDP; level at the end of the year, contributions over the year. A swap turns LGFV debt into bonds and leaves the total unchanged; the residual is what the contributions do not explain.',
    zh: '占地区生产总值的百分比；债务率为年末值，各项为全年合计。置换将城投债务转为债券，总额不变；残差为各项未能解释的部分。',
  },
  kinds: { en: 'By kind of debt', zh: '按债务种类' },
  residual: { en: 'Residual', zh: '残差' },
  financing: { en: 'Gross financing need', zh: '总融资需求' },
  financingNote: {
    en: 'At current prices: the deficit including interest, and debt falling due. Interest and the primary deficit cover the province with its cities and counties and its LGFVs.',
    zh: '现价；含付息的赤字与到期债务。利息与基本赤字为全省（含市县）及城投合计。',
  },
  maturity: { en: 'Maturity profile', zh: '到期结构' },
  maturityAt: { en: 'Years left to maturity', zh: '剩余期限' },
  bonds: { en: 'bonds', zh: '债券' },
  vehicles: { en: 'LGFV debt', zh: '城投债务' },
  atStart: { en: 'start', zh: '起始' },
  rollover: { en: 'If lenders renew only half', zh: '若到期债务仅能续作一半' },
  fan: { en: 'Simulations', zh: '模拟分布' },
  shareAbove: { en: 'Simulations above', zh: '模拟占比，超过' },
  shareIn: { en: 'Simulations in the class', zh: '模拟占比，' },
  heat: { en: 'Heat map', zh: '风险热图' },
  heatNote: {
    en: 'Largest value of the years shown. High: the baseline exceeds the benchmark; moderate: only the test does; low: neither does. By resources, the official classes: green below the first threshold (low), then yellow (moderate), orange (elevated) and red (high); the shading of the table follows these words. The benchmarks of the IMF are meant for general government, not for a single province: they relate debt to output, not to the power to tax.',
    zh: '所列年份中的最大值。高：基准情景超过界限；中：仅压力测试超过；低：均未超过。按财力：低于第一道界限为绿，其上依次为黄、橙、红，表中记作低、中、较高、高。国际货币基金组织的界限针对广义政府而非单个省份，仅供参照。',
  },
  benchmark: { en: 'Benchmark', zh: '界限' },
  stress: { en: 'Stress tests', zh: '压力测试' },
  stressNote: { en: 'Difference from the baseline, in percentage points.', zh: '与基准情景之差（百分点）。' },
  realism: { en: 'Past forecast errors', zh: '以往预测误差' },
  realismNote: {
    en: 'From the back-test, with conditions outside the region known: mean error and root mean square error after 1, 2 and 5 years, in percent of the level (above 0: forecast too high), and the change over the same period in the present forecast. In the back-test, bond quotas are known.',
    zh: '据历史检验（外部条件为实际值）：1、2、5年后的平均误差与均方根误差，占水平值百分比（为正表示预测偏高），以及本次预测在同一期限内的变化。债券额度在检验中为已知。',
  },
  bias: { en: 'mean error', zh: '平均误差' },
  rmse: { en: 'RMSE', zh: '均方根误差' },
  forecast: { en: 'forecast', zh: '本次预测' },
  contingent: { en: 'Contingent liabilities', zh: '或有债务' },
  balance: { en: 'Public balance sheet', zh: '公共部门资产负债表' },
  balanceNote: {
    en: 'At the end of the year and at current prices: province with cities and counties, LGFVs and pension fund; debt is negative. Pension rights are not included.',
    zh: '年末、现价：全省（含市县）、城投与养老保险基金；负债为负值。不含养老金权益。',
  },
  pension: { en: 'Implicit pension debt', zh: '隐性养老金债务' },
  pensioners: { en: 'Pensioners of the scheme of employees', zh: '企业职工养老保险领取人员' },
  contributors: { en: 'Contributors: rights accrued so far', zh: '缴费人员：已累积权益' },
  residents: { en: 'Pensioners of the scheme of residents', zh: '城乡居民养老保险领取人员' },
  total: { en: 'All rights accrued', zh: '已累积权益合计' },
  reserve: { en: 'Reserve of the fund', zh: '基金结余' },
  unfunded: { en: 'Not covered by the reserve', zh: '结余未覆盖部分' },
  ofOutput: { en: '% of GDP', zh: '占地区生产总值的比重' },
  today: { en: 'Contributors, at current wages', zh: '缴费人员（按当前工资）' },
  sensitivity: {
    en: 'All rights accrued, % of GDP, by real discount rate and indexation',
    zh: '权益合计占地区生产总值：按实际贴现率与调整方式',
  },
  discount: { en: 'Discount rate', zh: '贴现率' },
  indexedTo: { en: 'indexed to', zh: '待遇调整，' },
  sources: { en: 'Sources and assumptions', zh: '来源与假设' },
} satisfies Readonly<Record<string, Both<string>>>

/** States whose errors are shown beside the forecast for a place: back-tests are saved for whole regions only. */
export const realismRemark = (
  { region, realism }: { readonly region: string; readonly realism?: { readonly errorsOf: string } | undefined },
  place: string,
): Both<string> => {
  const { en, zh } = debtWords.realismNote
  const errorsOf = realism?.errorsOf ?? region
  if (errorsOf !== region)
    return {
      en: `${en} The errors are those of ${errorsOf} as a whole, of which this region is a part, because none have been saved for the region itself. The forecast is for the region itself.`,
      zh: `${zh}误差为所属区域（${errorsOf}）整体的误差：未保存本地区自身的误差。预测为本地区的预测。`,
    }
  if (place === 'region') return debtWords.realismNote
  return {
    en: `${en} The errors are those of the whole region, because none have been saved by area. The forecast is for the area.`,
    zh: `${zh}误差为全区整体的误差：未保存分地区误差。预测为该地区的预测。`,
  }
}

export const fanRemark = (members: number, seed: number, modelError: boolean): Both<string> => ({
  en: `${members} simulations, random seed ${seed}, with sampled parameters and shocks${modelError ? ' and with the error of the model as measured by the back-test' : '; the error of the model is not included'}. Shares are accurate to about ${Math.ceil(50 / Math.sqrt(members))} percentage points.`,
  zh: `${members}次模拟，随机种子${seed}：参数与冲击随机抽取${modelError ? '，并含历史检验测得的模型误差' : '；不含模型误差'}。占比的精度约为${Math.ceil(50 / Math.sqrt(members))}个百分点。`,
})

export const rolloverRemark = (from: number, to: number): Both<string> => ({
  en: `Half of the bonds and LGFV debt falling due in ${from} and ${to} is not renewed; difference from the baseline in ${to}.`,
  zh: `${from}—${to}年到期债券与城投债务有一半不能续作；${to}年与基准情景之差。`,
})

export const peopleRemark = (
  { pensioners, contributors, pension, wage, wageGrowth, pooled }: PensionDebtOfPlace['basis'],
  currency: Both<string>,
): Both<string> => {
  const percent = (share: number): string => (100 * share).toFixed(1)
  const tenThousands = (millions: number): string => Math.round(100 * millions).toLocaleString('en-US')
  return {
    en: `Based on ${pensioners.toFixed(2)} million pensioners with ${pension.toFixed(1)} thousand ${currency.en} a year, ${contributors.toFixed(2)} million contributors at a wage of ${wage.toFixed(1)} thousand, and real wages that grow by ${percent(wageGrowth)} % a year in the run. National pooling meets ${percent(pooled)} % of the gap of the fund at the start.`,
    zh: `依据：领取人员${tenThousands(pensioners)}万人，人均每年${(pension / 10).toFixed(2)}万${currency.zh}；缴费人员${tenThousands(contributors)}万人，平均工资${(wage / 10).toFixed(2)}万${currency.zh}；模拟期内实际工资年均增长${percent(wageGrowth)}%。起始时全国统筹负担基金缺口的${percent(pooled)}%。`,
  }
}
