/**
 * What studies found of the effects of spending, rates and rules, against which the model's own effects are held
 * (`heartland multipliers`).
 */

import type { Texts } from './measures.ts'

export interface Study {
  readonly authors: string
  readonly year: number
  readonly title: string
  /** Where a reader finds it. */
  readonly address: string
}

export const citationOf = ({ authors, year, title }: Study): string =>
  `${authors} (${year}): ${title}${title.endsWith('?') ? '' : '.'}`

/** Outcomes that studies measure: money at the prices of the start, the others in their own units. */
export const measuredOutcomes = {
  output: { en: 'output', zh: '地区生产总值' },
  consumption: { en: 'consumption', zh: '居民消费' },
  births: { en: 'births', zh: '出生人口' },
  housePrice: { en: 'house price', zh: '房价' },
  homeSales: { en: 'home sales', zh: '商品房销售面积' },
  privateInvestment: { en: 'private investment', zh: '民间投资' },
  laborForce: { en: 'labour force', zh: '劳动力' },
  robots: { en: 'robots', zh: '机器人' },
} satisfies Record<string, Texts>

export type MeasuredOutcome = keyof typeof measuredOutcomes

export interface PublishedEffect {
  readonly lever: string
  readonly on: MeasuredOutcome
  /** Yuan for a yuan of outlay, or change of the outcome in per cent. */
  readonly per: 'yuan' | 'percent'
  /** Value of the lever that the studies speak of; absent: the one at which all its effects are measured. */
  readonly setting?: number
  /** The year after the start of the measure that the studies speak of. */
  readonly year: number
  readonly estimates: ReadonlyArray<{ readonly value: number; readonly of: string; readonly study: Study }>
}

const studies = {
  chen2017: {
    authors: 'Chen, Ratnovski and Tsai',
    year: 2017,
    title: 'Credit and Fiscal Multipliers in China, IMF Working Paper 17/273',
    address: 'https://www.elibrary.imf.org/view/journals/001/2017/273/article-A001-en.xml',
  },
  guo2016: {
    authors: 'Guo, Liu and Ma',
    year: 2016,
    title:
      'How large is the local fiscal multiplier? Evidence from Chinese counties, ' +
      'Journal of Comparative Economics 44(2)',
    address: 'https://doi.org/10.1016/j.jce.2015.06.002',
  },
  corbi2019: {
    authors: 'Corbi, Papaioannou and Surico',
    year: 2019,
    title: 'Regional Transfer Multipliers, Review of Economic Studies 86(5)',
    address: 'https://www.restud.com/paper/regional-transfer-multipliers/',
  },
  barnett2010: {
    authors: 'Barnett and Brooks',
    year: 2010,
    title: 'China: Does Government Health and Education Spending Boost Consumption? IMF Working Paper 10/16',
    address: 'https://studyres.com/doc/15862092/china--does-government-health-and-education-spending',
  },
  baldacci2010: {
    authors: 'Baldacci, Callegari, Coady, Ding, Kumar, Tommasino and Woo',
    year: 2010,
    title: 'Public Expenditures on Social Programs and Household Consumption in China, IMF Working Paper 10/69',
    address: 'https://www.elibrary.imf.org/view/journals/001/2010/069/article-A001-en.xml',
  },
  shen2020: {
    authors: 'Shen and others',
    year: 2020,
    title: 'Research on Consumption Vouchers, National School of Development, Peking University',
    address: 'https://en.bimba.pku.edu.cn/newnter/news/503636.htm',
  },
  liu2020: {
    authors: 'Liu and others',
    year: 2020,
    title: 'A Large-Scale Policy Experiment to Stimulate Consumption Post COVID-19 Outbreak (Hangzhou)',
    address:
      'https://bfi.uchicago.cn/insights/' +
      'a-large-scale-policy-experiment-to-stimulate-consumption-post-covid-19-outbreak/',
  },
  ding2024: {
    authors: 'Ding, Jiang, Msall and Notowidigdo',
    year: 2024,
    title: 'Consumer-Financed Fiscal Stimulus: Evidence from Digital Coupons in China, NBER Working Paper 32376',
    address: 'https://www.nber.org/papers/w32376',
  },
  chodorowReich2019: {
    authors: 'Chodorow-Reich and Coglianese',
    year: 2019,
    title: 'Unemployment Insurance and Macroeconomic Stabilization',
    address: 'https://www.readkong.com/page/unemployment-insurance-and-macroeconomic-stabilization-1585956',
  },
  landais2021: {
    authors: 'Landais and Spinnewijn',
    year: 2021,
    title: 'The Value of Unemployment Insurance, Review of Economic Studies 88(6)',
    address: 'https://doi.org/10.1093/restud/rdaa088',
  },
  gonzalez2021: {
    authors: 'González and Trommlerová',
    year: 2021,
    title:
      'Cash Transfers and Fertility: How the Introduction and Cancellation of a Child Benefit Affected Births and ' +
      'Abortions, Journal of Human Resources',
    address: 'https://doi.org/10.3368/jhr.59.1.0220-10725R2',
  },
  milligan2005: {
    authors: 'Milligan',
    year: 2005,
    title:
      'Subsidizing the Stork: New Evidence on Tax Incentives and Fertility, Review of Economics and Statistics 87(3)',
    address: 'https://www.nber.org/papers/w8845',
  },
  graetz2018: {
    authors: 'Graetz and Michaels',
    year: 2018,
    title: 'Robots at Work, Review of Economics and Statistics 100(5)',
    address: 'https://doi.org/10.1162/rest_a_00754',
  },
  bekhtiar2021: {
    authors: 'Bekhtiar, Bittschi and Sellner',
    year: 2021,
    title: 'Robots at work? Pitfalls of industry-level data, Journal of Applied Econometrics',
    address: 'https://topsight.net/paper/W3131978931',
  },
  zhang2018: {
    authors: 'Zhang, Chen and He',
    year: 2018,
    title:
      "The effect of investment tax incentives: evidence from China's value-added tax reform, International Tax and " +
      'Public Finance',
    address: 'https://doi.org/10.1007/s10797-017-9475-y',
  },
  cai2011: {
    authors: 'Cai and Harrison',
    year: 2011,
    title: 'The Value-Added Tax Reform Puzzle, World Bank Policy Research Working Paper 5788',
    address: 'https://openknowledge.worldbank.org/bitstreams/23ed8e59-5ef5-5468-95c2-931a428b3668/download',
  },
  fan2002: {
    authors: 'Fan, Zhang and Zhang',
    year: 2002,
    title: 'Growth, Inequality, and Poverty in Rural China: The Role of Public Investments, IFPRI Research Report 125',
    address: 'https://docest.com/doc/226617/rural-investment-growth-and-poverty-reduction-conference-report-1',
  },
  glaeser2010: {
    authors: 'Glaeser, Gottlieb and Gyourko',
    year: 2010,
    title: 'Can Cheap Credit Explain the Housing Boom?',
    address: 'https://economix.blogs.nytimes.com/2010/08/03/did-low-interest-rates-cause-the-great-housing-convulsion/',
  },
  liu2021: {
    authors: 'Liu, Lucca, Parker and Rays-Wahba',
    year: 2021,
    title: 'The Housing Boom and the Decline in Mortgage Rates, Liberty Street Economics',
    address: 'https://libertystreeteconomics.newyorkfed.org/2021/09/the-housing-boom-and-the-decline-in-mortgage-rates',
  },
  shen2023: {
    authors: 'Shen, Zhou and Zhou',
    year: 2023,
    title: 'Down payment requirements and house prices: Quasi-experiment evidence from Shanghai, Real Estate Economics',
    address: 'https://doi.org/10.1111/1540-6229.12465',
  },
  ye2022: {
    authors: 'Ye',
    year: 2022,
    title:
      'The Effect of the Down Payment Constraint on House Prices: Evidence from a Natural Experiment in China, ' +
      'Stanford Economic Review',
    address:
      'https://stanfordeconreview.com/2022/04/27/' +
      'the-effect-of-the-down-payment-constraint-on-house-prices-evidence-from-a-natural-experiment-in-china/',
  },
  oates1969: {
    authors: 'Oates',
    year: 1969,
    title:
      'The Effects of Property Taxes and Local Public Spending on Property Values, Journal of Political Economy 77(6)',
    address: 'https://doi.org/10.1086/259584',
  },
  xu2024: {
    authors: 'Xu and Zheng',
    year: 2024,
    title: 'Cash for the redevelopment of shanty homes, 2015–19, MPRA Paper 124326',
    address: 'https://mpra.ub.uni-muenchen.de/124326/',
  },
  imf2023: {
    authors: 'International Monetary Fund',
    year: 2023,
    title: "People's Republic of China: 2022 Article IV Consultation, as reported",
    address:
      'https://www.scmp.com/economy/china-economy/article/3209004/' +
      'imf-urges-china-reaccelerate-reforms-counter-demographic-crisis-slowing-productivity',
  },
} satisfies Record<string, Study>

export const publishedEffects: readonly PublishedEffect[] = [
  {
    lever: 'publicInvestment',
    on: 'output',
    per: 'yuan',
    year: 1,
    estimates: [
      { value: 0.6, of: 'public spending of 1,800 counties', study: studies.guo2016 },
      { value: 0.75, of: 'public spending of provinces, 2001–2008', study: studies.chen2017 },
      { value: 1.4, of: 'public spending of provinces, 2010–2015', study: studies.chen2017 },
    ],
  },
  {
    lever: 'extraTransfers',
    on: 'output',
    per: 'yuan',
    year: 5,
    estimates: [
      { value: 0.6, of: 'spending out of transfers to poor counties', study: studies.guo2016 },
      { value: 2, of: 'spending out of federal transfers, municipalities of Brazil', study: studies.corbi2019 },
    ],
  },
  {
    lever: 'healthReimbursement',
    on: 'consumption',
    per: 'yuan',
    year: 5,
    estimates: [
      { value: 0, of: 'public health spending, rural households', study: studies.barnett2010 },
      { value: 1.25, of: 'health, education and pensions in equal parts', study: studies.baldacci2010 },
      { value: 2, of: 'public health spending, urban households', study: studies.barnett2010 },
    ],
  },
  {
    lever: 'residentTopUp',
    on: 'consumption',
    per: 'yuan',
    year: 5,
    estimates: [{ value: 1.25, of: 'health, education and pensions in equal parts', study: studies.baldacci2010 }],
  },
  {
    lever: 'voucherProgramme',
    on: 'consumption',
    per: 'yuan',
    year: 1,
    estimates: [
      { value: 0.1, of: 'vouchers in several countries, low', study: studies.shen2020 },
      { value: 0.24, of: 'vouchers in several countries, high', study: studies.shen2020 },
      { value: 3.2, of: 'digital coupons on an online platform', study: studies.ding2024 },
      { value: 3.4, of: 'digital coupons in Hangzhou, low, in the week of use', study: studies.liu2020 },
      { value: 5.8, of: 'digital coupons in Hangzhou, high, in the week of use', study: studies.liu2020 },
    ],
  },
  {
    lever: 'benefitCoverage',
    on: 'consumption',
    per: 'yuan',
    year: 1,
    estimates: [
      { value: 0.5, of: 'spending of the unemployed out of a yuan, low', study: studies.landais2021 },
      { value: 1, of: 'spending out of benefits is below one', study: studies.chodorowReich2019 },
    ],
  },
  {
    lever: 'childAllowance',
    on: 'births',
    per: 'percent',
    year: 5,
    estimates: [
      { value: 3, of: 'introduction of 2,500 euros a birth in Spain', study: studies.gonzalez2021 },
      { value: 6, of: 'its cancellation, with the sign turned', study: studies.gonzalez2021 },
      { value: 12, of: 'up to 8,000 dollars a birth in Quebec, all families', study: studies.milligan2005 },
      { value: 25, of: 'families who received the full amount', study: studies.milligan2005 },
    ],
  },
  {
    lever: 'robotSubsidy',
    on: 'output',
    per: 'percent',
    setting: 40,
    year: 12,
    estimates: [
      {
        value: 0,
        of: 'not significant where the make-up of the workforce is left out',
        study: studies.bekhtiar2021,
      },
      { value: 0.2, of: 'half of the next, in industries that use robots', study: studies.bekhtiar2021 },
      {
        value: 0.4,
        of:
          '0.36 points a year in 17 countries from 1993 to 2007, when robots per hour worked rose by 150 %, for the ' +
          '12 % that the subsidy adds',
        study: studies.graetz2018,
      },
    ],
  },
  {
    lever: 'taxReliefShare',
    on: 'privateInvestment',
    per: 'percent',
    year: 5,
    estimates: [
      { value: 0, of: 'credit for investment in the Northeast, all firms', study: studies.cai2011 },
      {
        value: 8,
        of: '28 % for a credit of 17 % of investment; relief of 1 % of output is a twentieth of private investment',
        study: studies.zhang2018,
      },
    ],
  },
  {
    lever: 'farmModernisation',
    on: 'output',
    per: 'yuan',
    year: 12,
    estimates: [
      { value: 1.26, of: 'rural power lines', study: studies.fan2002 },
      { value: 1.88, of: 'irrigation', study: studies.fan2002 },
      { value: 9.59, of: 'agricultural research', study: studies.fan2002 },
    ],
  },
  {
    lever: 'mortgageRateChange',
    on: 'housePrice',
    per: 'percent',
    setting: -1,
    year: 5,
    estimates: [
      { value: 1, of: 'a few per cent at most, low', study: studies.liu2021 },
      { value: 6.8, of: 'a point of the real rate, 1980–2008, without other causes', study: studies.glaeser2010 },
    ],
  },
  {
    lever: 'downPayment',
    on: 'housePrice',
    per: 'percent',
    setting: 35,
    year: 5,
    estimates: [
      { value: -3.7, of: '20 points more at the Inner Ring of Shanghai', study: studies.shen2023 },
      { value: -10, of: 'a higher minimum in Beijing, homes concerned', study: studies.ye2022 },
    ],
  },
  {
    lever: 'propertyTaxRate',
    on: 'housePrice',
    per: 'percent',
    setting: 0.5,
    year: 12,
    estimates: [
      { value: -1.9, of: 'two thirds of the present value, for the share of homes taxed', study: studies.oates1969 },
    ],
  },
  {
    lever: 'homePurchaseProgramme',
    on: 'housePrice',
    per: 'percent',
    year: 12,
    estimates: [{ value: 0, of: 'no lasting rise: supply of land overshot', study: studies.xu2024 }],
  },
  {
    lever: 'businessReform',
    on: 'output',
    per: 'percent',
    year: 5,
    estimates: [{ value: 2.5, of: 'all structural reforms of the nation together', study: studies.imf2023 }],
  },
]
