/** The texts of the search for the best packages in Answer. */

import { windowFrom, windowTo } from '../../model/measures.ts'
import { dictionary } from './language.ts'
import { numbersIn } from '../../analysis/readable-numbers.ts'

const years = { en: numbersIn('en').years(windowFrom, windowTo), zh: numbersIn('zh').years(windowFrom, windowTo) }

export const packagesWords = dictionary({
  title: { en: 'Packages that no other beats', zh: '不被其他组合全面超越的政策组合' },
  note: {
    en: (money: string, members: string, tried: string, all: boolean) =>
      `Within the budget that all packages share (${money} a year), the search combines ${all ? 'all policy levers' : 'the measures of the packages'}: ${tried} packages, each run over the same ${members} simulations. It keeps those that no other package beats on every objective that you choose.`,
    zh: (money: string, members: string, tried: string, all: boolean) =>
      `在各方案的统一预算（每年${money}）内，搜索对${all ? '全部政策工具' : '方案所含全部措施'}重新搭配：共${tried}个组合，各做同样的${members}次模拟，保留在所选各方面不被其他组合全面超越者。`,
  },
  choose: { en: 'Objectives', zh: '优化目标' },
  measures: {
    en: {
      revival: 'Chance of revival',
      outputPerHead: `GDP per person, ${years.en}`,
      consumption: `Household consumption per person, ${years.en}`,
      residents: `Residents, ${windowTo}`,
      debt: `Total local debt, ${windowTo}`,
      debtHeld: `Share of simulations with debt no higher than GDP in ${windowTo}`,
      debtRegret: `90 % regret of debt, ${windowTo}`,
      unemployment: `90 % regret of unemployment, ${years.en}`,
      cost: 'Gross cost, present value',
    },
    zh: {
      revival: '振兴概率',
      outputPerHead: `人均地区生产总值，${years.zh}年`,
      consumption: `人均居民消费，${years.zh}年`,
      residents: `常住人口，${windowTo}年`,
      debt: `全口径债务，${windowTo}年`,
      debtHeld: `${windowTo}年债务不超过地区生产总值的模拟比例`,
      debtRegret: `债务率与最优组合的差距（90%分位），${windowTo}年`,
      unemployment: `失业率与最优组合的差距（90%分位），${years.zh}年`,
      cost: '总成本（现值）',
    },
  },
  allLevers: { en: 'All policy levers', zh: '全部政策工具' },
  allLeversNote: {
    en: 'not only those used in the packages; a wider search needs more runs',
    zh: '不限于各方案所含措施；可选范围更大，需要更多试算',
  },
  more: { en: 'more is better', zh: '越高越好' },
  less: { en: 'less is better', zh: '越低越好' },
  regret: {
    en: 'The 90 % regret is how far a package falls short of the best package tried in the same simulation; it is exceeded in a tenth of the simulations.',
    zh: '差距（90%分位）：同一次模拟中与试算过的最优组合之差，仅有十分之一的模拟超过该值。',
  },
  needTwo: { en: 'Choose two to five objectives.', zh: '请选择2至5项。' },
  search: { en: 'Search', zh: '搜索' },
  cancel: { en: 'Cancel', zh: '取消' },
  searching: {
    en: (percent: string) => `Searching: ${percent} of the simulations.`,
    zh: (percent: string) => `正在搜索：已完成${percent}的模拟。`,
  },
  found: {
    en: (found: string, tried: string) =>
      `Of ${tried} packages tried, no other beats these ${found} on every objective.`,
    zh: (found: string, tried: string) => `试算${tried}个组合，其中${found}个不被其他组合全面超越。`,
  },
  across: { en: 'Horizontal axis', zh: '横轴' },
  up: { en: 'Vertical axis', zh: '纵轴' },
  sentence: {
    en: (found: string, x: string, y: string) => `${found} packages by ${x} and ${y}`,
    zh: (found: string, x: string, y: string) => `${found}个组合：${x}与${y}`,
  },
  source: {
    en: 'Each dot is a package; click one, or choose its number. Means over the simulations unless said otherwise.',
    zh: '每点为一个组合；点击或选择编号查看。除注明外为各次模拟的平均值。',
  },
  number: { en: 'Package', zh: '组合' },
  chosen: { en: (number: string) => `Package ${number}`, zh: (number: string) => `组合${number}` },
  lever: { en: 'Measure', zh: '措施' },
  now: { en: 'Now', zh: '现行值' },
  setTo: { en: 'Set to', zh: '设定为' },
  name: { en: 'Name', zh: '名称' },
  keep: { en: 'Save for comparison', zh: '保存以供比较' },
  kept: {
    en: (name: string) => `${name} is saved: What if shows it beside your scenario, and links include it.`,
    zh: (name: string) => `已保存“${name}”：可在“政策测算”中与当前情景并列显示，并随链接分享。`,
  },
  open: { en: 'Open in What if', zh: '在“政策测算”中打开' },
  explain: { en: 'Contribution of each measure', zh: '各项措施的贡献' },
  fails: { en: 'When does it fail?', zh: '何时失效？' },
  progress: { en: 'Would more packages help?', zh: '是否需要试算更多组合？' },
  progressNote: {
    en: 'Hypervolume: the share of the space between the extremes of the packages found that these packages dominate. Once it hardly rises, trying more packages adds little.',
    zh: '超体积：所得组合在其极值范围内所支配的部分。若几乎不再上升，继续试算收效甚微。',
  },
  tried: { en: 'Packages tried', zh: '试算组合' },
  runs: { en: 'Simulations', zh: '模拟次数' },
  notBeaten: { en: 'Not dominated', zh: '未被超越' },
  hypervolume: { en: 'Hypervolume', zh: '超体积' },
})
