/** The texts of the Who view: gains and losses by birth year, household group, province and payer. */

import { dictionary } from './language.ts'

export const whoWords = dictionary({
  title: { en: 'Who gains and who loses', zh: '谁受益，谁受损' },
  over: {
    en: (name: string, from: number, to: number, mine: boolean) =>
      `${name} compared with current policy · ${mine ? 'my assumptions' : 'standard assumptions'} · ${from}–${to}`,
    zh: (name: string, from: number, to: number, mine: boolean) =>
      `${name}与现行政策相比 · ${mine ? '我的假设' : '标准假设'} · ${from}—${to}年`,
  },
  most: {
    en: (born: string, value: string) =>
      `Of those already born, people born in ${born} gain the most: ${value} a year.`,
    zh: (born: string, value: string) => `已出生者中，${born}年出生者受益最多：每年${value}。`,
  },
  least: {
    en: (born: string, value: string) => ` People born in ${born} gain the least: ${value}.`,
    zh: (born: string, value: string) => `${born}年出生者受益最少：${value}。`,
  },
  lose: {
    en: (born: string, value: string) => ` People born in ${born} lose the most: ${value}.`,
    zh: (born: string, value: string) => `${born}年出生者损失最大：${value}。`,
  },
  pays: {
    en: (first: string, value: string) =>
      ` The largest cost falls ${first.startsWith('outside') ? first : `on the ${first}`}: ${value} a year.`,
    zh: (first: string, value: string) => `承担最多的是${first}：每年${value}。`,
  },
  byIndustry: { en: 'See which industries gain and lose', zh: '查看各行业的得失' },
  nobody: {
    en: 'Under current policy nobody gains or loses. Choose a package.',
    zh: '维持现行政策时没有得失。请选择一个方案。',
  },
  perHead: { en: (value: string) => `${value} ¤ per person`, zh: (value: string) => `人均${value}¤` },
  totals: {
    en: (total: string, each: string, numbers: string) =>
      `The real income of all households changes by ${total} a year: ${each} through income per person and ${numbers} through the number of residents.`,
    zh: (total: string, each: string, numbers: string) =>
      `全体居民的实际收入每年变动${total}：其中人均收入变化贡献${each}，人口变化贡献${numbers}。`,
  },
  birth: { en: 'By birth year', zh: '按出生年份' },
  birthUnit: {
    en: 'gain per person and year, thousand ¤ at 2023 prices; shaded: 80 % of simulations',
    zh: '人均每年收益，¤，2023年价格；色带：80%的模拟结果',
  },
  birthSource: {
    en: (rate: string, from: number, to: number) =>
      `Real income, averaged over the years of ${from}–${to} in which a cohort is alive, discounted at ${rate}. Wages are allocated to the labour force by age, pensions to people of pension age, allowances to children and flat-rate payments to everyone; public services are not included. The ages add up to the household groups.`,
    zh: (rate: string, from: number, to: number) =>
      `实际收入，${from}—${to}年间各出生队列在世年份的平均值，按${rate}贴现。工资按年龄分配给劳动力，养老金归达到领取年龄者，津贴归儿童，按人发放的补贴平均分配；不含公共服务。各年龄之和等于各居民组合计。`,
  },
  birthAsk: {
    en: (year: number) => `Select a birth year to see what drives the income of its household group in ${year}.`,
    zh: (year: number) => `点选出生年份可查看其${year}年所属居民组的成因。`,
  },
  measures: { en: { income: 'Income', consumption: 'Consumption' }, zh: { income: '收入', consumption: '消费' } },
  consumptionSource: {
    en: 'Real consumption, divided equally among the people of each of the three household groups; discounted like income.',
    zh: '实际消费，在三个居民组内按人平均分配；贴现方法与收入相同。',
  },
  stages: {
    en: {
      retired: 'retired',
      retiring: (year: number) => `retiring by ${year}`,
      working: 'working age',
      school: 'in school',
      unborn: 'not yet born',
    },
    zh: {
      retired: '已退休',
      retiring: (year: number) => `${year}年前退休`,
      working: '在职',
      school: '在校',
      unborn: '尚未出生',
    },
  },
  born: { en: (year: string) => `born ${year}`, zh: (year: string) => `${year}年出生` },
  bornHead: { en: 'Birth year', zh: '出生年份' },
  low: { en: '10 %', zh: '10%' },
  high: { en: '90 %', zh: '90%' },
  central: { en: 'Central projection', zh: '基准情景' },
  pyramid: { en: 'Population by age', zh: '人口年龄结构' },
  pyramidUnit: { en: 'million people by five-year age group', zh: '万人，五岁组' },
  men: { en: 'men', zh: '男' },
  women: { en: 'women', zh: '女' },
  pyramidSource: {
    en: (start: number, end: number) =>
      `Dots: end of ${start}, projected from the 2020 census. Grey: ${end} under current policy. Blue line: ${end} under the package.`,
    zh: (start: number, end: number) =>
      `点线：${start}年末，由2020年人口普查推算。灰色：${end}年，维持现行政策。蓝线：${end}年，实施该方案。`,
  },
  whyMany: { en: 'What drives the population?', zh: '人口变化的成因' },
  nothingIn: { en: (year: number) => `current policy, ${year}`, zh: (year: number) => `现行政策，${year}年` },
  packageIn: { en: (year: number) => `package, ${year}`, zh: (year: number) => `该方案，${year}年` },
  startOf: { en: (year: number) => `end of ${year}`, zh: (year: number) => `${year}年末` },
  age: { en: 'Age', zh: '年龄' },
  household: { en: 'By household group and livelihood', zh: '按居民组和生计来源' },
  householdUnit: {
    en: (year: number) =>
      `change per person in ${year} (yearly mean) compared with current policy, %, real; bars: 80 % of simulations`,
    zh: (year: number) => `${year}年人均实际金额（年均）与现行政策相比的变化，%；线段：80%的模拟结果`,
  },
  householdSource: {
    en: 'Select a row to see what drives its total. Filled: gain. Open: loss. Values beyond the axis are shown at its edge. The three groups together are all households; the categories below them overlap.',
    zh: '点选一行可查看其总额的成因。实心：受益。空心：受损。超出坐标轴的数值标在边缘。三个居民组合计为全部居民；其下各类互有重叠。',
  },
  amount: { en: 'Amount, thousand ¤', zh: '金额，¤' },
  change: { en: 'Change, %', zh: '变化，%' },
  payer: { en: 'By payer', zh: '按承担方' },
  payerUnit: {
    en: (from: number, to: number) =>
      `change in the balance, bn ¤ a year, average of ${from}–${to}, 2023 prices; bars: 80 % of simulations`,
    zh: (from: number, to: number) => `收支差额的变化，亿¤/年，${from}—${to}年平均，2023年价格；线段：80%的模拟结果`,
  },
  payerSource: {
    en: (left: string) =>
      `The balance is what a sector receives less what it pays, before borrowing or saving, from the transaction-flow matrix. Left: worse off. Right: better off. All sectors sum to zero (residual ${left}). Select a row to see which payments change.`,
    zh: (left: string) =>
      `收支差额为各部门收入减支出，未计举债与储蓄，取自资金流量表。左：恶化，右：改善。各部门之和为零（残差${left}）。点选一行可查看是哪些收支变化。`,
  },
  payerOpens: { en: 'Show which payments change', zh: '查看变化的收支项目' },
  flows: {
    en: (name: string) => `Payments that change the balance: ${name}`,
    zh: (name: string) => `${name}收支差额变化的构成`,
  },
  flowsUnit: {
    en: 'change in receipts (+) and payments (−), bn ¤ a year, central projection',
    zh: '收入（+）与支出（−）的变化，亿¤/年，基准情景',
  },
  flowsSource: {
    en: (year: number) => `The changes add up to the balance above. Select a row to see what drives it in ${year} Q4.`,
    zh: (year: number) => `各项之和即上图的差额。点选一行可查看${year}年四季度的成因。`,
  },
  smallerFlows: { en: 'All smaller payments', zh: '其余较小项目' },
  balance: { en: 'Change in the balance', zh: '收支差额的变化' },
  flow: { en: 'Payment', zh: '收支项目' },
  allSectors: { en: 'All sectors', zh: '全部部门' },
  province: { en: 'By province', zh: '按省份' },
  why: { en: (what: string) => `What drives this: ${what}`, zh: (what: string) => `${what}的成因` },
  provinceNote: {
    en: 'Populations add up to the region; ratios are weighted averages.',
    zh: '人口可加总为全区；比率为加权平均。',
  },
  provinceHead: {
    en: (year: number) => `${year} (yearly mean unless stated), compared with current policy`,
    zh: (year: number) => `${year}年（未注明的为年均），与现行政策相比`,
  },
  perHeadHead: { en: 'GDP per person, %', zh: '人均地区生产总值，%' },
  peopleHead: { en: 'Population, thousand, end of year', zh: '年末人口，万人' },
  unemploymentHead: { en: 'Unemployment rate, pp', zh: '失业率，百分点' },
  debtHead: { en: 'Debt, pp of GDP, end of year', zh: '年末债务率，百分点' },
  provinceSource: {
    en: 'Central projection; the range in brackets covers 80 % of simulations.',
    zh: '基准情景；括号内为80%的模拟结果的区间。',
  },
  computing: {
    en: (share: string) => `Running simulations for the bands: ${share}`,
    zh: (share: string) => `正在模拟以计算区间：${share}`,
  },
  first: { en: 'Running with and without the package …', zh: '正在分别计算实施与不实施该方案的结果…' },
  year: { en: 'Year', zh: '年份' },
})
