/** The texts of the view Sectors that the pages of industries and impacts on the command line do not have. */

import { dictionary } from './language.ts'

export const sectorsWords = dictionary({
  currency: { en: '¤', zh: '¤' },
  title: { en: 'Output, jobs and sales by industry', zh: '分行业产出、就业与销售' },
  over: {
    en: (name: string, mine: boolean, members: string, seed: string) =>
      `${name} compared with current policy · ${mine ? 'my assumptions' : 'standard assumptions'} · ${members} paired simulations · random seed ${seed}`,
    zh: (name: string, mine: boolean, members: string, seed: string) =>
      `${name}与现行政策相比 · ${mine ? '我的假设' : '标准假设'} · ${members}次配对模拟 · 随机种子${seed}`,
  },
  none: {
    en: 'This region has no input-output table, so there are no figures by industry. The guide to regions says how to add one.',
    zh: '该地区没有投入产出表，因此没有分行业数据。补充方法见地区指南。',
  },
  first: { en: 'Calculating the industries …', zh: '正在计算各行业……' },
  simulating: { en: (share: string) => `Simulations: ${share} done.`, zh: (share: string) => `模拟已完成${share}。` },
  compared: { en: 'Compared with current policy', zh: '与现行政策比较的对象' },
  policy: { en: 'A package or my scenario', zh: '方案或我的情景' },
  event: { en: 'An external event', zh: '外部事件' },
  package: { en: 'Package', zh: '方案' },
  year: { en: 'Year', zh: '年份' },
  inYear: { en: (year: number) => String(year), zh: (year: number) => `${year}年` },
  place: { en: 'Region or area', zh: '全区或地区' },
  measure: { en: 'Figure', zh: '指标' },
  measures: {
    en: { output: 'Value added', employed: 'Jobs', exports: 'External sales' },
    zh: { output: '增加值', employed: '就业', exports: '域外销售' },
  },
  higher: {
    en: (of: string, industries: string) => `${of} clearly higher in ${industries}`,
    zh: (of: string, industries: string) => `${of}明显增加的行业：${industries}`,
  },
  lower: {
    en: (of: string, industries: string) => `${of} clearly lower in ${industries}`,
    zh: (of: string, industries: string) => `${of}明显减少的行业：${industries}`,
  },
  clear: {
    en: (year: number, found: readonly string[]) => `In ${year}, ${found.join('; ')}.`,
    zh: (year: number, found: readonly string[]) => `${year}年，${found.join('；')}。`,
  },
  /** The measure with its verb. */
  are: {
    en: { output: 'value added is', employed: 'jobs are', exports: 'external sales are' },
    zh: { output: '增加值', employed: '就业', exports: '域外销售' },
  },
  others: { en: (count: number) => `${count} more`, zh: (count: number) => `另${count}个行业` },
  unclear: {
    en: (count: number, all: number) =>
      count === all ? 'No industry shows a clear change.' : `No clear change in ${count} of ${all} industries.`,
    zh: (count: number, all: number) =>
      count === all ? '各行业的变动均与零无显著差别。' : `${all}个行业中有${count}个的变动与零无显著差别。`,
  },
  itself: {
    en: 'This is current policy compared with itself, so that every difference is zero. Choose another package or an event.',
    zh: '此处为现行政策与其自身相比，各项差异均为零。请选择其他方案或外部事件。',
  },
  change: {
    en: (of: string) => `${of} by industry: change`,
    zh: (of: string) => `分行业${of}：变动`,
  },
  changeUnit: {
    en: (year: number, unit: string) => `${year}, against current policy, ${unit}; bar: middle 80 % of the simulations`,
    zh: (year: number, unit: string) => `${year}年，与现行政策相比，${unit}；横条：模拟的中间80%`,
  },
  units: {
    en: {
      output: 'bn ¤ a year at start-year prices',
      employed: 'thousand people',
      exports: 'bn ¤ a year at start-year prices',
    },
    zh: { output: '亿¤/年（起始年价格）', employed: '万人', exports: '亿¤/年（起始年价格）' },
  },
  source: {
    en: 'Dots: central projection. A change is clear where the middle 80 % of the paired simulations lie on one side of zero. Demand is allocated to industries in the proportions of the input-output tables of 2017; productivity changes equally in all industries. Value added and gross sales are not comparable.',
    zh: '圆点：基准情景。配对模拟的中间80%位于零的同一侧时，才视为与零有显著差别。各类需求按2017年投入产出表的比例分到行业；各行业生产率同步变动。增加值与销售总额不可直接比较。',
  },
  band: {
    en: (low: string, high: string) => `80 %: ${low} to ${high}`,
    zh: (low: string, high: string) => `80%区间：${low}至${high}`,
  },
  tie: { en: 'no clear change', zh: '与零无显著差别' },
  noneYet: { en: 'simulating …', zh: '模拟中……' },
  why: { en: (name: string) => `Why: ${name}`, zh: (name: string) => `原因：${name}` },
  table: { en: 'All figures by industry', zh: '分行业全部指标' },
  tableNote: {
    en: (name: string) => `Levels: ${name}. Changes against current policy with the middle 80 % of the simulations.`,
    zh: (name: string) => `水平值：${name}。变动：与现行政策相比，附模拟的中间80%区间。`,
  },
  sortBy: { en: (column: string) => `Sort by ${column}`, zh: (column: string) => `按${column}排序` },
  changeOf: { en: 'change', zh: '变动' },
  current: { en: 'current policy', zh: '现行政策' },
  low: { en: '10 %', zh: '10%分位' },
  high: { en: '90 %', zh: '90%分位' },
  multiplierUnit: {
    en: 'Value added in the area per ¤ of the industry’s external sales, including suppliers',
    zh: '某行业每向域外销售1¤，在本地带来的增加值（含供应商）',
  },
  multiplierNote: {
    en: (table: string, jobs: string) => `by the table ${table}; ${jobs} jobs per m ¤`,
    zh: (table: string, jobs: string) => `按表${table}；每亿¤就业${jobs}人`,
  },
  jobs: { en: 'jobs', zh: '就业' },
  jobsUnit: { en: 'per m ¤', zh: '人/亿¤' },
  eachUnit: { en: '¤ per ¤', zh: '¤/¤' },
  jobsByTable: { en: 'jobs by the table', zh: '就业（按表）' },
  flows: { en: 'Who sells to whom', zh: '谁卖给谁' },
  flowsUnit: {
    en: (year: number) => `${year}, bn ¤ a year at start-year prices, gross`,
    zh: (year: number) => `${year}年，亿¤/年（起始年价格），总额`,
  },
  flowsSides: { en: '; left: sellers, right: buyers', zh: '；左为卖方，右为买方' },
  flowsSidesOfOne: { en: '; left: what it buys and earns, right: its buyers', zh: '；左为投入与增加值，右为买方' },
  flowsSource: {
    en: 'Output, uses and external sales are those of the model in the year, for the case chosen above; sectors and households buy in the proportions of the input-output tables of 2017. Demand beyond local supply is met from outside the area, which includes the other areas of the region. Central projection.',
    zh: '产出、使用和域外销售为模型在该年的数值（对应上方所选的比较对象）；各部门和居民按2017年投入产出表的比例购买。本地生产者供应不足的部分自域外购入。同一区域内的各省互为域外。基准情景。',
  },
  flowOf: { en: 'Sector', zh: '部门' },
  allSectors: { en: 'all sectors', zh: '全部部门' },
  boughtOutside: { en: 'bought outside', zh: '域外购入' },
  valueAdded: { en: 'value added', zh: '增加值' },
  uses: {
    en: {
      consumption: 'households',
      investment: 'investment of firms',
      building: 'building',
      purchases: 'public purchases',
      provided: 'public services for all',
    },
    zh: {
      consumption: '居民消费',
      investment: '企业投资',
      building: '建设',
      purchases: '政府采购',
      provided: '公共服务',
    },
  },
  buyer: { en: 'Buyer', zh: '买方' },
  madeBy: { en: 'Output by sector', zh: '各部门产出' },
  buysFrom: {
    en: (name: string) => `Purchases and value added of ${name}`,
    zh: (name: string) => `${name}的投入与增加值`,
  },
  sellsTo: { en: (name: string) => `Buyers of ${name}`, zh: (name: string) => `${name}的买方` },
  flowNote: {
    en: (home: string, outside: string) => `${home} local, ${outside} outside`,
    zh: (home: string, outside: string) => `域内销售${home}，域外${outside}`,
  },
  flowsTold: {
    en: (output: string, firms: string, home: string, outside: string, bought: string) =>
      `All sectors together produce ${output}: local sectors buy ${firms}, local final uses take ${home}, and ${outside} is sold outside the area. Purchases from outside amount to ${bought}.`,
    zh: (output: string, firms: string, home: string, outside: string, bought: string) =>
      `各部门总产出${output}：其中${firms}由本地各部门购入，${home}用于本地最终使用，${outside}销往域外。自域外购入${bought}。`,
  },
  impact: { en: 'The impact of an event', zh: '事件的影响' },
  impactUnit: {
    en: (of: string, year: number, unit: string) =>
      `${of}, ${year}, ${unit}: direct, indirect and induced from dark to light, by the input-output table; diamond: the full model`,
    zh: (of: string, year: number, unit: string) =>
      `${of}，${year}年，${unit}：由深到浅为直接、间接、诱发影响（按投入产出表）；菱形：完整模型`,
  },
  impactChart: { en: (of: string) => `${of} lost or gained`, zh: (of: string) => `${of}增减` },
  impactTable: { en: 'Impact by industry', zh: '分行业影响' },
  impactShare: {
    en: (year: number, change: string) => `In the full model, the region’s output in ${year} changes by ${change}.`,
    zh: (year: number, change: string) => `按完整模型，${year}年全区产出变动${change}。`,
  },
  what: { en: 'What changes', zh: '变动项目' },
  shocks: {
    en: {
      exportsRussia: 'all sales to Russia',
      exportsCars: 'cars to Russia',
      exportsRussiaOther: 'other sales to Russia',
      exportsWorld: 'sales to the rest of the world',
      exportsNation: 'sales to the rest of the country',
      tourism: 'spending of visitors',
      defence: 'defence procurement',
      plant: 'one large plant',
      chipRestriction: 'technology controls (chips), level',
      tradeTariff: 'tariff of the rest of the world',
    },
    zh: {
      exportsRussia: '对俄全部销售',
      exportsCars: '对俄汽车出口',
      exportsRussiaOther: '对俄其他销售',
      exportsWorld: '对世界其他地区销售',
      exportsNation: '对国内其他地区销售',
      tourism: '游客消费',
      defence: '国防采购',
      plant: '一家大型工厂',
      chipRestriction: '芯片与技术管制程度',
      tradeTariff: '世界其他地区关税',
    },
  },
  where: { en: 'Where', zh: '地区' },
  everywhere: { en: 'all areas', zh: '全部地区' },
  industry: { en: 'Industry', zh: '行业' },
  every: { en: 'all industries', zh: '全部行业' },
  amount: { en: 'Change, %', zh: '变动，%' },
  level: { en: 'Level, %', zh: '水平，%' },
  plantSales: { en: 'Annual sales, bn ¤ (negative: the plant closes)', zh: '年销售额，亿¤（负数为关闭）' },
  amountWrong: {
    en: 'Enter a number; sales cannot fall by more than 100 %.',
    zh: '请输入数字；销售降幅不能超过100%。',
  },
  examples: { en: 'Examples', zh: '示例' },
  eventName: {
    en: (what: string, of: string, change: string) => `${what}${of === '' ? '' : ` (${of})`} ${change}`,
    zh: (what: string, of: string, change: string) => `${what}${of === '' ? '' : `（${of}）`}${change}`,
  },
  aYear: { en: (money: string) => `${money} a year`, zh: (money: string) => `每年${money}` },
})
