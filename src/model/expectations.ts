/** Expectations of households and firms, their insurance, and their confidence. */

import { base, datum, delay, equation, level, parameter, sector, smooth } from '../language/declare.ts'

export const expectations = sector('Expectations, insurance, confidence', {
  over: ['area'],
  doc:
    'Expectations are smoothed experience. Benefits, health cover and pensions lower the income risk that people ' +
    'feel; risk and confidence decide how much of earned income they spend. This is the precaution loop.',
}, {
  expectedUnemployment: smooth('share', {
    of: 'unemploymentRate',
    years: '1{year}',
    initial: 'unemploymentRateStart',
    symbol: 'u^e', source: '7',
  }, 'Expected unemployment rate'),
  realIncomePerHead: equation('CNY k/person/year',
    'sum(disposableIncome)/price/max(residentsTotal, 1e-9{person m})',
    'Real disposable income per head', { source: '7', outcome: true }),
  realIncomePerHeadBefore: delay('CNY k/person/year', { of: 'realIncomePerHead', initial: '1{CNY k/person/year}' },
    'Real disposable income per head in the previous step'),
  expectedIncomeGrowthStart: datum('1/year', 'Expected growth of real income at the start', { source: '3(12)' }),
  realIncomeGrowth: equation('1/year', `
    if(
      time = startTime,
      expectedIncomeGrowthStart,
      ln(max(realIncomePerHead, 1e-9{CNY k/person/year})/max(realIncomePerHeadBefore, 1e-9{CNY k/person/year}))
      /timeStep
    )`,
    'Growth of real income per head; in the first step the growth expected at the start', { source: '3(12)' }),
  expectedIncomeGrowth: smooth('1/year', {
    of: 'realIncomeGrowth',
    years: '1{year}',
    initial: 'expectedIncomeGrowthStart',
    symbol: 'gy^e', source: '7',
  }, 'Expected growth of real income'),
  expectedInflationStart: datum('1/year', 'Expected inflation at the start', { source: '3(12)' }),
  inflationYears: parameter('year', 2,
    'Years over which people average inflation', { source: '7', evidence: 'assumed' }),
  expectedInflation: smooth('1/year', {
    of: 'inflation',
    years: 'inflationYears',
    initial: 'expectedInflationStart',
    symbol: 'pi^e', source: '7',
  }, 'Expected inflation'),
  expectedHousePriceGrowthStart: datum('1/year', 'Expected growth of house prices at the start', { source: '3(12)' }),
  expectedHousePriceGrowth: smooth('1/year', {
    of: 'housePriceGrowth',
    years: '1{year}',
    initial: 'expectedHousePriceGrowthStart',
    symbol: 'piH^e', source: '7',
  }, 'Expected growth of house prices'),
  expectedOutput: smooth('CNY bn/year', {
    of: 'output',
    years: '1{year}',
    initial: 'gdpStart',
    symbol: 'Y^e', source: '14.2',
  }, 'Output of the last year, prices of the start'),

  // insurance
  averagePension: equation('CNY k/person/year', `
    (pension*pensionersHere + residentPensionPaid*residentPensioners)
    /max(pensionersHere + residentPensioners, 1e-9{person m})`,
    'Average pension of both schemes', { source: '7' }),
  averagePensionStart: base('CNY k/person/year', `
    (pensionStart*pensionersStart + residentPensionStart*residentPensionersStart)
    /(pensionersStart + residentPensionersStart)`,
    'Average pension of both schemes at the start'),
  insuranceOfBenefits: parameter('share', 0.15,
    'Weight of unemployment benefit in the insurance index', { source: 'docs/theory/levers.md', evidence: 'assumed' }),
  insuranceOfHealth: parameter('share', 0.35,
    'Weight of health reimbursement in the insurance index', { source: '7', evidence: 'assumed' }),
  insuranceOfPensions: parameter('share', 0.25,
    'Weight of pensions in the insurance index', { source: '7', evidence: 'assumed' }),
  healthReimbursed: parameter('share', 0.5,
    'Medical spending reimbursed at the start', { source: '7', evidence: 'assumed' }),
  benefitGenerosity: equation('share',
    'benefitCoverage*benefitReplacement',
    'Unemployment benefit, of the wage, mean of all unemployed', { over: [], source: 'docs/theory/levers.md' }),
  searchFromBenefits: parameter('share', { low: 0.07, central: 0.2, high: 0.4 },
    'Longer search (log) per unit of the wage that unemployment benefit replaces, mean of all unemployed',
    { source: 'docs/theory/levers.md', evidence: 'secondary' }),
  jobsLeft: parameter('share', { low: 0.4, central: 0.6, high: 0.8 },
    'Share of longer search that leaves jobs open at the unemployment of the start; others who seek work take the rest',
    { source: 'docs/theory/levers.md', evidence: 'secondary' }),
  jobsLeftInSlack: parameter('share', { low: 0.5, central: 1.5, high: 2.5 },
    'Fall (log) of that part per rise (log) of unemployment: when jobs are scarce, longer search leaves few open',
    { source: 'docs/theory/levers.md', evidence: 'secondary' }),
  longerSearchFelt: equation('share',
    'min(1, jobsLeft*(unemploymentRateStart/max(expectedUnemployment, 1e-9))^jobsLeftInSlack)',
    'Share of longer search that leaves jobs open', { source: 'docs/theory/levers.md' }),
  searchYears: parameter('year', 1,
    'Years in which unemployment follows benefits: the length of a spell without work',
    { source: 'docs/theory/levers.md', evidence: 'assumed' }),
  benefitGenerosityFelt: smooth('share', {
    of: 'beyondStandard(benefitGenerosity)',
    years: 'searchYears',
    initial: '0',
    over: [], source: 'docs/theory/levers.md',
  }, 'Additional unemployment benefit to which the unemployed have adjusted, share of the wage'),
  longerSearch: equation('share',
    'exp(searchFromBenefits*longerSearchFelt*benefitGenerosityFelt)',
    'Unemployment through longer search that leaves jobs open, relative to that of the start',
    { source: 'docs/theory/levers.md' }),
  insurance: equation('share', `
    insuranceOfBenefits*benefitGenerosity
    + insuranceOfHealth*(healthReimbursed + healthReimbursement)
    + insuranceOfPensions*averagePension/wage`,
    'Insurance index: benefits, health, pensions', { symbol: 'Ins', source: '7', outcome: true }),
  insuranceStart: base('share', `
    insuranceOfBenefits*standard(benefitCoverage)*standard(benefitReplacement)
    + insuranceOfHealth*healthReimbursed
    + insuranceOfPensions*averagePensionStart/wageStart`,
    'Insurance index at the start', { symbol: 'Ins_0' }),
  riskFromIncome: parameter('year', 10,
    'Perceived risk through falling income', { symbol: '10 rk', source: '7, 29.3', evidence: 'assumed' }),
  riskFromPensions: parameter('share', 0.5,
    'Perceived risk through pension stress', { symbol: 'rp', source: '29.3', evidence: 'assumed' }),
  risk: equation('share', `
    expectedUnemployment/unemploymentNormal
    + riskFromIncome*positive(-expectedIncomeGrowth)
    + riskFromPensions*pensionStress`,
    'Perceived income risk, about 1 at the start', { symbol: 'Risk', source: '7' }),
  riskStart: base('share',
    '1 + riskFromPensions*pensionStressStart',
    'Perceived income risk at the start', { symbol: 'Risk_0' }),

  // confidence
  confidenceNeutral: parameter('index', 88,
    'Confidence at the start', { symbol: 'conf0', source: '29.3, S59', evidence: 'secondary' }),
  confidenceLag: parameter('year', { low: 0.5, central: 1, high: 2 },
    'Years in which confidence follows its target', { symbol: 'tau_c', source: '23.3', evidence: 'assumed' }),
  confidenceFromIncome: parameter('year', 200,
    'Points of confidence per unit growth of income', { symbol: '100 c1', source: '23.3', evidence: 'assumed' }),
  confidenceFromUnemployment: parameter('index', 150,
    'Points of confidence per unit of unemployment', { symbol: '100 c2', source: '23.3', evidence: 'assumed' }),
  confidenceFromHousing: parameter('year', 60,
    'Points of confidence per unit of expected house price growth',
    { symbol: '100 c3', source: '23.3', evidence: 'assumed' }),
  confidenceFromCover: parameter('index', { low: 0, central: 12, high: 30 },
    'Points of confidence per unit of insurance',
    { symbol: '100 c4', source: 'docs/theory/levers.md', evidence: 'assumed' }),
  confidenceFromArrears: parameter('1/year', 150,
    'Points of confidence lost per unit of arrears over output',
    { symbol: '100 c5', source: '23.3', evidence: 'assumed' }),
  confidenceFromPayments: parameter('index', 2,
    'Points of confidence gained when direct payments begin', { symbol: 'c6', source: '23.3', evidence: 'assumed' }),
  confidenceFromNation: parameter('year', 100,
    'Points of confidence per unit of national acceleration',
    { symbol: '100 c7', source: '23.3', evidence: 'assumed' }),
  incomeGrowthReference: parameter('1/year', 0.04,
    'Growth of income that leaves confidence unchanged', { symbol: 'gy_ref', source: '29.3', evidence: 'assumed' }),
  confidenceBase: parameter('index', 100,
    'Confidence before the pandemic: the base of the index', { source: '7', evidence: 'official' }),
  housePriceFeltLow: parameter('1/year', 0.15,
    'Fastest fall of house prices that counts for confidence', { source: '7', evidence: 'assumed' }),
  housePriceFeltHigh: parameter('1/year', 0.1,
    'Fastest rise of house prices that counts for confidence', { source: '7', evidence: 'assumed' }),
  confidenceScar: base('index', `
    confidenceNeutral
    - confidenceBase
    - confidenceFromIncome*(expectedIncomeGrowthStart - incomeGrowthReference)
    - confidenceFromHousing*clip(expectedHousePriceGrowthStart, -housePriceFeltLow, housePriceFeltHigh)
    + confidenceFromArrears*arrearsStart/gdpStart`,
    'Constant that reproduces initial confidence: the lasting fall of 2022, which the model does not explain',
    { symbol: 'c_int', source: '7' }),
  announcementBefore: delay('share', { of: 'announcement', initial: '0' }, 'Announcement effect in the previous step'),
  announcementSize: parameter('share', 0.003,
    'Direct payments, of output, from which people take note', { source: '7', evidence: 'assumed' }),
  announcementFade: parameter('1/year', 0.34657359,
    'Yearly fading of the announcement effect: a half-life of two years', { source: '7', evidence: 'assumed' }),
  announcement: equation('share', `
    if(
      directPayments >= announcementSize*price*expectedOutput and directPayments > 0,
      if(announcementBefore = 0, 1, announcementBefore*exp(-announcementFade*timeStep)),
      0
    )`,
    'Announcement effect of direct payments: 1 when they begin, then fading with a half-life of two years',
    { symbol: 'Direct', source: '7' }),
  confidenceTarget: equation('index', `
    confidenceBase
    + confidenceScar
    + confidenceFromIncome*(expectedIncomeGrowth - incomeGrowthReference)
    - confidenceFromUnemployment*(expectedUnemployment - unemploymentNormal)
    + confidenceFromHousing*clip(expectedHousePriceGrowth, -housePriceFeltLow, housePriceFeltHigh)
    + confidenceFromCover*(insurance - insuranceStart)
    - confidenceFromArrears*arrears/max(nominalOutputBefore, 1e-9{CNY bn/year})
    + confidenceFromNation*(nationalGrowthRecent - nationalGrowthTrend)
    + confidenceFromPayments*announcement
    + confidenceShock`,
    'Confidence towards which conditions move it', { symbol: 'conf*', source: '7' }),
  confidenceOpening: level('index', {
    initial: 'confidenceNeutral',
    next: 'clip(2*confidence - confidenceOpening, confidenceLow, confidenceHigh)',
    source: '7, docs/theory/changes.md',
  }, 'Confidence at the opening of the step; that of the step is the mean of opening and closing'),
  confidenceLow: parameter('index', 60, 'Lowest confidence', { source: '7', evidence: 'assumed' }),
  confidenceHigh: parameter('index', 130, 'Highest confidence', { source: '7', evidence: 'assumed' }),
  confidence: equation('index', `
    clip(
      confidenceOpening + timeStep/(2*confidenceLag + timeStep)*(confidenceTarget - confidenceOpening),
      confidenceLow,
      confidenceHigh
    )`,
    'Confidence, 100 = before the pandemic',
    { symbol: 'conf', source: '7', outcome: true, region: { mean: 'residentsTotal' } }),
  precautionFromRisk: parameter('share', { low: 0.02, central: 0.06, high: 0.12 },
    'Response of spending to income risk that is not insured', { symbol: 'k_pr', source: '23.3', evidence: 'derived' }),
  precautionFromConfidence: parameter('share', { low: 0.1, central: 0.25, high: 0.5 },
    'Response of spending to confidence', { symbol: 'e_c', source: '23.3', evidence: 'derived' }),
  precautionLow: parameter('share', 0.85,
    'Lowest effect of precaution on spending', { source: '7', evidence: 'assumed' }),
  precautionHigh: parameter('share', 1.12,
    'Highest effect of precaution on spending', { source: '7', evidence: 'assumed' }),
  precaution: equation('share', `
    clip(
      (confidence/confidenceNeutral)^precautionFromConfidence
      *(1 - precautionFromRisk*(risk*(1 - insurance) - riskStart*(1 - insuranceStart))),
      precautionLow,
      precautionHigh
    )`,
    'Factor on spending out of earned income through precaution', { symbol: 'Om', source: '7' }),
})
