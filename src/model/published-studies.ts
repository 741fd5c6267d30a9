/** Studies of what spending, rates and rules do, cited beside the model's own effects. */

export interface Study {
  readonly authors: string
  readonly year: number
  readonly title: string
  /** Where a reader finds it. */
  readonly address: string
}

export const citationOf = ({ authors, year, title }: Study): string =>
  `${authors} (${year}): ${title}${title.endsWith('?') ? '' : '.'}`

export const studies = {
  chen2017: {
    authors: 'Chen, Ratnovski and Tsai',
    year: 2017,
    title: 'Credit and Fiscal Multipliers in China, IMF Working Paper 17/273',
    address: 'https://www.elibrary.imf.org/view/journals/001/2017/273/article-A001-en.xml',
  },
  furceri2017: {
    authors: 'Furceri and Li',
    year: 2017,
    title:
      'The Macroeconomic (and Distributional) Effects of Public Investment in Developing Economies, IMF Working ' +
      'Paper 17/217',
    address: 'https://doi.org/10.5089/9781484320709.001',
  },
  adarov2024: {
    authors: 'Adarov, Clements and Jalles',
    year: 2024,
    title: 'Revisiting Public Investment Multipliers, World Bank Policy Research Working Paper 10954',
    address: 'https://doi.org/10.1596/1813-9450-10954',
  },
  huang2018: {
    authors: 'Huang, Li and Ye',
    year: 2018,
    title: 'The Earmarked Transfers Multiplier',
    address: 'http://financedocbox.com/Financial_Planning/114582141-The-earmarked-transfers-multiplier.html',
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
