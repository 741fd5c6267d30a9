/** What is said of industries and of impacts, by code and in both languages. */

import { type Both, messageTable, type Of } from '../../language/messages.ts'
import type { Names } from '../../regions/types.ts'

export const industryMessages = messageTable('industry', {
  noTable: ({ names }: { readonly names: Names }) => ({
    en: `${names.en} has no input-output table, so there are no outcomes by industry; add input-output.csv as docs/guide/regions.md describes. The program does not estimate one from the national table: location quotients (FLQ) miss the coefficients of Liaoning by 35 %, of Heilongjiang by 45 % and of Jilin by 62 %`,
    zh: `${names.zh ?? names.en}没有投入产出表，因此没有分行业结果；请按 docs/guide/regions.md 补充 input-output.csv。程序不以全国表推算：用区位商法（FLQ）推算，辽宁、黑龙江、吉林的系数误差分别为35%、45%、62%`,
  }),
  shockForm: ({ text }: Of<'text'>) => ({
    en: `--shock ${text}: write a variable and its change in per cent, such as exportsRussia=-100%, exportsCars[CN-JL]=20% or exportsWorld[CN-LN,machinery]=-30%; a plant with its sales in bn a year, such as plant[CN-JL,vehicles]=-20bn; or the level of a restriction, such as chipRestriction=100%`,
    zh: `--shock ${text}：请写变量及其变动百分比，如 exportsRussia=-100%、exportsCars[CN-JL]=20% 或 exportsWorld[CN-LN,machinery]=-30%；或写一家工厂及其年销售额（十亿），如 plant[CN-JL,vehicles]=-20bn；或写限制措施的水平，如 chipRestriction=100%`,
  }),
  restrictionBounds: ({ text, variable, least, most }: Of<'text' | 'variable' | 'least' | 'most'>) => ({
    en: `--shock ${text}: ${variable} applies to all areas and lies between ${least} and ${most} %; write ${variable}=${most}%`,
    zh: `--shock ${text}：${variable} 适用于全部地区，取值为 ${least}% 至 ${most}%；请写 ${variable}=${most}%`,
  }),
  shockSellsNothing: ({ variable, industry }: Of<'variable' | 'industry'>) => ({
    en: `--shock ${variable}: according to the input-output table, ${industry} has no such sales; name another industry, or none`,
    zh: `--shock ${variable}：按投入产出表，${industry} 没有此项销售；请写其他行业，或不写行业`,
  }),
  plantAbove: ({ area, industry, asked, most }: Of<'area' | 'industry' | 'asked' | 'most'>) => ({
    en: `--shock plant[${area},${industry}]: the plant’s sales of ${asked} bn a year exceed the industry’s sales to the rest of the country, ${most} bn; give at most that amount`,
    zh: `--shock plant[${area},${industry}]：将从该行业对国内其他地区的销售中减去 ${asked} 十亿/年，而其销售仅为 ${most} 十亿/年；请不超过此数`,
  }),
  shockUnknown: ({ word, known }: Of<'word' | 'known'>) => ({
    en: `--shock ${word}: a shock must be to external sales: ${known}`,
    zh: `--shock ${word}：只能冲击域外销售：${known}`,
  }),
  shockBelow: ({ text }: Of<'text'>) => ({
    en: `--shock ${text}: sales cannot fall by more than 100 %`,
    zh: `--shock ${text}：销售下降不能超过 100%`,
  }),

  // The page of industries.
  industriesTitle: ({ names, year }: { readonly names: Names; readonly year: number }) => ({
    en: `${names.en}: industries in ${year}`,
    zh: `${names.zh ?? names.en}：${year}年分行业`,
  }),
  figuresSaid: ({ currency, policy }: { readonly currency: Both<string>; readonly policy: string }) => ({
    en: `Value added and external sales in bn ${currency.en} a year, at start-year prices; employment in thousands. ${policy === '' ? 'Current policy.' : `Changes: ${policy} against current policy.`}`,
    zh: `增加值与域外销售单位为亿${currency.zh}/年（起始年价格）；就业单位为万人。${policy === '' ? '现行政策。' : `变动：${policy} 与现行政策相比。`}`,
  }),
  industry: () => ({ en: 'Industry', zh: '行业' }),
  valueAdded: () => ({ en: 'value added', zh: '增加值' }),
  share: () => ({ en: 'share', zh: '比重' }),
  employed: () => ({ en: 'employed', zh: '就业' }),
  soldOutside: () => ({ en: 'external sales', zh: '域外销售' }),
  change: () => ({ en: 'change', zh: '变动' }),
  total: () => ({ en: 'All industries', zh: '各行业合计' }),
  changesHead: ({ members }: Of<'members'>) => ({
    en: `Changes against current policy in ${members} simulations with sampled parameters and shocks: 10th and 90th percentiles`,
    zh: `${members} 次模拟（参数与冲击随机抽取）中与现行政策相比的变动：10% 与 90% 分位`,
  }),
  multipliersTitle: ({ names }: { readonly names: Names }) => ({
    en: `${names.en}: local effect of one unit of external sales`,
    zh: `${names.zh ?? names.en}：每单位域外销售留在本地的部分`,
  }),
  modelValueAdded: () => ({ en: 'value added', zh: '增加值' }),
  tableValueAdded: () => ({ en: 'by the table', zh: '按表' }),
  modelOutput: () => ({ en: 'output', zh: '产出' }),
  tableOutput: () => ({ en: 'by the table', zh: '按表' }),
  modelJobs: ({ currency }: { readonly currency: Both<string> }) => ({
    en: `jobs per m ${currency.en}`,
    zh: `每亿${currency.zh}就业`,
  }),
  multipliersSaid: () => ({
    en: 'Value added and output of all sectors of the area, including suppliers, per unit of the industry’s external sales: with the local purchase shares of the model, and with those of the input-output table. Spending of wages by households is not included. Coefficients of 2017; they changed by a quarter to two fifths between 2012 and 2017.',
    zh: '某行业每单位域外销售在本地各部门带来的增加值和产出（含供应商）：分别采用模型的本地采购比例和投入产出表的比例，不含居民支出带动。系数为2017年，2012至2017年间变动约四分之一至五分之二。',
  }),

  // The page of an impact.
  impactTitle: ({ names, shocks }: { readonly names: Names; readonly shocks: string }) => ({
    en: `${names.en}: impact of ${shocks}`,
    zh: `${names.zh ?? names.en}：${shocks} 的影响`,
  }),
  impactSaid: ({
    sales,
    currency,
    year,
    share,
  }: Record<'sales' | 'share', string> & { readonly currency: Both<string>; readonly year: number }) => ({
    en: `External sales in ${year} change by ${sales} bn ${currency.en}. By the input-output table, the total effect is ${share} of the region's output.`,
    zh: `${year}年域外销售变动${sales}亿${currency.zh}。按投入产出表，最终相当于全区产出的${share}。`,
  }),
  direct: () => ({ en: 'direct', zh: '直接' }),
  indirect: () => ({ en: 'indirect', zh: '间接' }),
  induced: () => ({ en: 'induced', zh: '诱发' }),
  sum: () => ({ en: 'total', zh: '合计' }),
  byModel: ({ year }: Of<'year'>) => ({ en: `model ${year}`, zh: `模型${year}` }),
  jobsSum: () => ({ en: 'jobs', zh: '就业' }),
  impactHead: ({ currency }: { readonly currency: Both<string> }) => ({
    en: `Value added by industry, bn ${currency.en} a year; jobs in thousands`,
    zh: `分行业增加值（亿${currency.zh}/年）与就业（万人）`,
  }),
  all: () => ({ en: 'All', zh: '合计' }),
  partsSaid: () => ({
    en: 'Direct: the sellers themselves. Indirect: their suppliers in the area, and those of the suppliers. Induced: purchases by households from the wages earned. The columns to the right of the total are from the full model, in which wages, prices, migration and budgets respond and capacity is limited.',
    zh: '直接：销售者自身。间接：其本地供应商及更上游的供应商。诱发：居民用所得工资购买的部分。合计右侧各列出自完整模型，其中工资、价格、人口和财政均会作出反应，产能也有上限。',
  }),
  bandsHead: ({ members, currency }: Of<'members'> & { readonly currency: Both<string> }) => ({
    en: `Ranges of ${members} simulations with sampled parameters and shocks: 10th and 90th percentiles, bn ${currency.en} a year; jobs in thousands`,
    zh: `${members} 次模拟（参数与冲击随机抽取）的区间：10% 与 90% 分位，亿${currency.zh}/年；就业单位为万人`,
  }),
  byTable: () => ({ en: 'by the table', zh: '按表' }),
  jobsByModel: ({ year }: Of<'year'>) => ({ en: `jobs, model ${year}`, zh: `就业，模型${year}` }),
  range: ({ low, high }: Of<'low' | 'high'>) => ({ en: `${low} to ${high}`, zh: `${low}至${high}` }),
  modelHead: () => ({
    en: 'Effects in the full model (with the shock less without it)',
    zh: '完整模型的补充（有冲击减无冲击）',
  }),
  modelSaid: ({ start }: Of<'start'>) => ({
    en: `The shock applies from ${start} on. Changes are in per cent; for unemployment, the pension gap and the debt ratio in percentage points; for the balance in bn a year.`,
    zh: `冲击自${start}年起持续。变动以百分比表示；失业率、养老金缺口和债务率为百分点；收支差额为亿元/年。`,
  }),
  outcome: () => ({ en: 'Outcome', zh: '结果' }),
})
