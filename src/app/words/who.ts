/** Words of the view Who. */

import { dictionary } from './language.ts'

export const whoWords = dictionary({
  title: { en: 'Who gains, who loses', zh: '谁得谁失' },
  over: {
    en: (name: string, from: number, to: number, mine: boolean) =>
      `${name} against doing nothing · ${mine ? 'my assumptions' : 'standard assumptions'} · ${from}–${to}`,
    zh: (name: string, from: number, to: number, mine: boolean) =>
      `${name}与不作为相比 · ${mine ? '我的假设' : '标准假设'} · ${from}—${to} 年`,
  },
  most: {
    en: (born: string, value: string) => `People born in ${born} gain most: ${value} a year.`,
    zh: (born: string, value: string) => `${born} 年出生的人得益最多：每年 ${value}。`,
  },
  least: {
    en: (born: string, value: string) => ` Those born in ${born} gain least: ${value}.`,
    zh: (born: string, value: string) => `${born} 年出生的人得益最少：${value}。`,
  },
  lose: {
    en: (born: string, value: string) => ` Those born in ${born} lose most: ${value}.`,
    zh: (born: string, value: string) => `${born} 年出生的人损失最大：${value}。`,
  },
  pays: {
    en: (first: string, value: string) => ` Of those who pay, ${first} pay most: ${value} a year.`,
    zh: (first: string, value: string) => `付出最多的是${first}：每年 ${value}。`,
  },
  nobody: {
    en: 'Nothing is done, so nobody gains or loses. Choose a package.',
    zh: '不作为，因而无得无失。请选择方案。',
  },
  perHead: { en: (value: string) => `${value} yuan a person`, zh: (value: string) => `人均 ${value} 元` },
  totals: {
    en: (total: string, each: string, numbers: string) =>
      `All households together have ${total} of real income a year: ${each} because people who are there in any case have more, ${numbers} because more people are there.`,
    zh: (total: string, each: string, numbers: string) =>
      `全部居民实际收入每年 ${total}：其中 ${each} 来自本就在此的人收入增加，${numbers} 来自人口增加。`,
  },
  birth: { en: 'By birth year', zh: '按出生年份' },
  birthUnit: {
    en: 'gain a person and year, thousand yuan of 2023; tint: 80 % of futures',
    zh: '人均每年得益，千元，2023 年价格；着色：80% 的未来',
  },
  birthSource: {
    en: (rate: string, from: number, to: number) =>
      `Real income, mean of ${from}–${to} over the years a cohort lives, discounted at ${rate}. Wages go to the labour force by age, pensions to those of pension age, allowances to children, what is paid by the head to heads; services are not counted. All ages sum to the household groups.`,
    zh: (rate: string, from: number, to: number) =>
      `实际收入，${from}—${to} 年队列在世年份的均值，按 ${rate} 贴现。工资按年龄归劳动力，养老金归达龄者，津贴归儿童，按人头发放的归人头；不计公共服务。各年龄之和等于各居民组。`,
  },
  birthAsk: {
    en: (year: number) => `Pick a birth year to ask why: of the household group it belongs to in ${year}.`,
    zh: (year: number) => `点选出生年份可追问原因：即其 ${year} 年所属居民组。`,
  },
  measures: { en: { income: 'Income', consumption: 'Consumption' }, zh: { income: '收入', consumption: '消费' } },
  consumptionSource: {
    en: 'Real consumption, shared by heads within the three household groups; discounted as income.',
    zh: '实际消费，在三个居民组内按人头分摊；贴现同收入。',
  },
  stages: {
    en: {
      retired: 'retired',
      retiring: 'retire by 2040',
      working: 'at work',
      school: 'at school',
      unborn: 'not yet born',
    },
    zh: { retired: '已退休', retiring: '2040 年前退休', working: '在职', school: '上学', unborn: '尚未出生' },
  },
  born: { en: (year: string) => `born ${year}`, zh: (year: string) => `${year} 年生` },
  bornHead: { en: 'Born', zh: '出生年份' },
  low: { en: '10 %', zh: '10%' },
  high: { en: '90 %', zh: '90%' },
  central: { en: 'Central', zh: '中枢情景' },
  pyramid: { en: 'How many of each age', zh: '各年龄有多少人' },
  pyramidUnit: { en: 'million persons in five-year ages', zh: '万人，五岁组' },
  men: { en: 'men', zh: '男' },
  women: { en: 'women', zh: '女' },
  pyramidSource: {
    en: (start: number, end: number) =>
      `Dots: at the end of ${start}, from the census of 2020 carried on. Grey: ${end} if nothing is done. Blue line: ${end} under the package.`,
    zh: (start: number, end: number) =>
      `点线：${start} 年末，由 2020 年普查推算。灰：${end} 年不作为。蓝线：${end} 年该方案下。`,
  },
  whyMany: { en: 'Why so many people?', zh: '人口为何如此？' },
  nothingIn: { en: (year: number) => `nothing, ${year}`, zh: (year: number) => `不作为 ${year}` },
  packageIn: { en: (year: number) => `package, ${year}`, zh: (year: number) => `方案 ${year}` },
  startOf: { en: (year: number) => `end of ${year}`, zh: (year: number) => `${year} 年末` },
  age: { en: 'Age', zh: '年龄' },
  household: { en: 'By household and livelihood', zh: '按家庭与生计' },
  householdUnit: {
    en: (year: number) => `real amount a person in ${year}, % against doing nothing; bar: 80 % of futures`,
    zh: (year: number) => `${year} 年人均实际金额，与不作为相比 %；条：80% 的未来`,
  },
  householdSource: {
    en: 'Pick a row to ask why of the amount in all. Filled: gain. Open: loss. Beyond the axis the value stands at its edge. The three groups are all households; the kinds below overlap.',
    zh: '点选一行可追问其总额的原因。实心：得益。空心：损失。超出坐标轴者标在边缘。三个组合起来是全部居民；其下各类互有重叠。',
  },
  amount: { en: 'Amount, k yuan', zh: '金额，千元' },
  change: { en: 'Change, %', zh: '变化，%' },
  payer: { en: 'By payer', zh: '谁出钱' },
  payerUnit: {
    en: (from: number, to: number) =>
      `change of the balance, bn yuan a year, mean of ${from}–${to}, 2023 prices; bar: 80 % of futures`,
    zh: (from: number, to: number) => `收支差额的变化，亿元 / 年，${from}—${to} 年均值，2023 年价格；条：80% 的未来`,
  },
  payerSource: {
    en: (left: string) =>
      `What each sector receives less what it pays, before it borrows or saves, from the flow of money. Left: worse off, right: better off. All sectors sum to zero; left over ${left}. Pick a row to see what moves it.`,
    zh: (left: string) =>
      `点选一行可看由什么引起。各部门收入减支出，举债与储蓄之前，取自资金流量表。左：变差，右：变好。各部门之和为零；剩余 ${left}。`,
  },
  payerOpens: { en: 'Show what moves it', zh: '显示由什么引起' },
  flows: {
    en: (name: string) => `What moves the balance: ${name}`,
    zh: (name: string) => `${name}的收支差额由什么引起`,
  },
  flowsUnit: {
    en: 'change of receipts (+) and payments (−), bn yuan a year, central run',
    zh: '收入（+）与支出（−）的变化，亿元 / 年，中央情景',
  },
  flowsSource: {
    en: (year: number) => `They sum to the balance above. Pick a row to ask why in ${year} Q4.`,
    zh: (year: number) => `各项之和即上面的差额。点选一行可追问 ${year} 年四季度的原因。`,
  },
  smallerFlows: { en: 'All smaller ones', zh: '其余较小各项' },
  balance: { en: 'Change of the balance', zh: '收支差额的变化' },
  flow: { en: 'Payment', zh: '收支项目' },
  allSectors: { en: 'All sectors', zh: '全部部门' },
  direct: {
    en: (cost: string, who: string) => `Laid out directly: ${cost} a year, raised from ${who}.`,
    zh: (cost: string, who: string) => `直接支出每年 ${cost}，由${who}筹集。`,
  },
  province: { en: 'By province', zh: '按省份' },
  why: { en: (what: string) => `Why: ${what}`, zh: (what: string) => `${what}的原因` },
  provinceNote: { en: 'People add up to the region; ratios are weighted.', zh: '人数相加为全区；比率加权。' },
  provinceHead: {
    en: (year: number) => `${year}, against doing nothing`,
    zh: (year: number) => `${year} 年，与不作为相比`,
  },
  perHeadHead: { en: 'GDP per head, %', zh: '人均产出，%' },
  peopleHead: { en: 'People, thousand', zh: '人口，万人' },
  unemploymentHead: { en: 'Unemployment, pp', zh: '失业率，百分点' },
  debtHead: { en: 'Debt, pp of GDP', zh: '债务，百分点' },
  provinceSource: { en: 'Central run; in brackets where 80 % of futures lie.', zh: '中枢情景；括号内为 80% 的未来。' },
  computing: {
    en: (share: string) => `Running futures for the bands: ${share}`,
    zh: (share: string) => `正在计算区间：${share}`,
  },
  first: { en: 'Running both ways …', zh: '正在运行…' },
  year: { en: 'Year', zh: '年份' },
})
