/**
 * What studies found of the effects of spending, against which the model's own effects are held (`heartland
 * multipliers`).
 */

export interface Study {
  readonly authors: string
  readonly year: number
  readonly title: string
  /** Where a reader finds it. */
  readonly address: string
}

export interface PublishedEffect {
  readonly lever: string
  /** What a yuan of outlay changes, in yuan: regional output or household consumption, prices of the start. */
  readonly on: 'output' | 'consumption'
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
} satisfies Record<string, Study>

export const publishedEffects: readonly PublishedEffect[] = [
  {
    lever: 'publicInvestment',
    on: 'output',
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
    year: 5,
    estimates: [
      { value: 0.6, of: 'spending out of transfers to poor counties', study: studies.guo2016 },
      { value: 2, of: 'spending out of federal transfers, municipalities of Brazil', study: studies.corbi2019 },
    ],
  },
  {
    lever: 'healthReimbursement',
    on: 'consumption',
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
    year: 5,
    estimates: [{ value: 1.25, of: 'health, education and pensions in equal parts', study: studies.baldacci2010 }],
  },
  {
    lever: 'voucherProgramme',
    on: 'consumption',
    year: 1,
    estimates: [
      { value: 0.1, of: 'vouchers in several countries, low', study: studies.shen2020 },
      { value: 0.24, of: 'vouchers in several countries, high', study: studies.shen2020 },
      { value: 3.2, of: 'digital coupons on an online platform', study: studies.ding2024 },
      { value: 3.4, of: 'digital coupons in Hangzhou, low, in the week of use', study: studies.liu2020 },
      { value: 5.8, of: 'digital coupons in Hangzhou, high, in the week of use', study: studies.liu2020 },
    ],
  },
]
