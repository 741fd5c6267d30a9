/** What households and firms expect, how insured they are, and how confident. */

import { base, datum, delay, equation, parameter, sector, smooth } from '../language/declare.ts'

export const expectations = sector('Expectations, insurance, confidence', {
  over: ['area'],
  doc:
    'Expectations are smoothed experience. What benefits, health cover and pensions insure lowers the risk that ' +
    'people feel, and with confidence it sets how much of earned income they spend: the loop of precaution.',
}, {
  expectedUnemployment: smooth('share', {
    of: 'unemploymentRate',
    years: '1{year}',
    initial: 'unemploymentRateStart',
    symbol: 'u^e', source: '7',
  }, 'Unemployment that people reckon with'),
  realIncomePerHead: equation('CNY k/person/year',
    'sum(disposableIncome)/price/max(residentsTotal, 1e-9{person m})',
    'Real disposable income per head', { source: '7', outcome: true }),
  realIncomePerHeadBefore: delay('CNY k/person/year', { of: 'realIncomePerHead', initial: '1{CNY k/person/year}' },
    'Real disposable income per head, step before'),
  expectedIncomeGrowthStart: datum('1/year',
    'Growth of real income that people reckon with at the start', { source: '3(12)' }),
  realIncomeGrowth: equation('1/year', `
    if(
      time = startTime,
      expectedIncomeGrowthStart,
      ln(max(realIncomePerHead, 1e-9{CNY k/person/year})/max(realIncomePerHeadBefore, 1e-9{CNY k/person/year}))
      /timeStep
    )`,
    'Growth of real income per head; what is expected at the start in the first step', { source: '3(12)' }),
  expectedIncomeGrowth: smooth('1/year', {
    of: 'realIncomeGrowth',
    years: '1{year}',
    initial: 'expectedIncomeGrowthStart',
    symbol: 'gy^e', source: '7',
  }, 'Growth of real income that people reckon with'),
  expectedInflationStart: datum('1/year', 'Expected inflation at the start', { source: '3(12)' }),
  expectedInflation: smooth('1/year', {
    of: 'inflation',
    years: '2{year}',
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
  }, 'Output of the last year, real'),

  // insurance
  averagePension: equation('CNY k/person/year', `
    (pension*pensioners + residentPensionPaid*residentPensioners)/max(pensioners + residentPensioners, 1e-9{person m})`,
    'Average pension of both schemes', { source: '7' }),
  averagePensionStart: base('CNY k/person/year', `
    (pensionStart*pensionersStart + residentPensionStart*residentPensionersStart)
    /(pensionersStart + residentPensionersStart)`,
    'Average pension of both schemes at the start'),
  insurance: equation('share',
    '0.4*benefitCoverage*benefitReplacement + 0.35*(0.5 + healthReimbursement) + 0.25*averagePension/wage',
    'Insurance index: benefits, health, pensions', { symbol: 'Ins', source: '7', outcome: true }),
  insuranceStart: base('share',
    '0.4*0.25*0.3 + 0.35*0.5 + 0.25*averagePensionStart/wageStart',
    'Insurance index at the start', { symbol: 'Ins_0' }),
  riskFromIncome: parameter('year', 10,
    'Perceived risk through falling income', { symbol: '10 rk', source: '7, 29.3', evidence: 'assumed' }),
  riskFromPensions: parameter('share', 0.5,
    'Perceived risk through pension stress', { symbol: 'rp', source: '29.3', evidence: 'assumed' }),
  risk: equation('share', `
    expectedUnemployment/unemploymentRateStart
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
    'Lag of confidence', { symbol: 'tau_c', source: '23.3', evidence: 'assumed' }),
  confidenceScale: parameter('share', { low: 0.5, central: 1, high: 1.5 },
    'Scale of all slopes of confidence', { symbol: 'cc', source: '23.3', evidence: 'assumed' }),
  confidenceFromIncome: parameter('year', 200,
    'Points of confidence per unit growth of income', { symbol: '100 c1', source: '23.3', evidence: 'assumed' }),
  confidenceFromUnemployment: parameter('index', 150,
    'Points of confidence per unit of unemployment', { symbol: '100 c2', source: '23.3', evidence: 'assumed' }),
  confidenceFromHousing: parameter('year', 60,
    'Points of confidence per unit of expected house price growth',
    { symbol: '100 c3', source: '23.3', evidence: 'assumed' }),
  confidenceFromInsurance: parameter('index', 50,
    'Points of confidence per unit of insurance', { symbol: '100 c4', source: '23.3', evidence: 'assumed' }),
  confidenceFromArrears: parameter('1/year', 150,
    'Points of confidence lost per unit of arrears over output',
    { symbol: '100 c5', source: '23.3', evidence: 'assumed' }),
  confidenceFromPayments: parameter('index', 2,
    'Points of confidence when direct payments begin', { symbol: 'c6', source: '23.3', evidence: 'assumed' }),
  confidenceFromNation: parameter('year', 100,
    'Points of confidence per unit of national acceleration',
    { symbol: '100 c7', source: '23.3', evidence: 'assumed' }),
  incomeGrowthReference: parameter('1/year', 0.04,
    'Growth of income that leaves confidence unchanged', { symbol: 'gy_ref', source: '29.3', evidence: 'assumed' }),
  confidenceScar: base('index', `
    confidenceNeutral
    - 100
    - confidenceScale
      *(
        confidenceFromIncome*(expectedIncomeGrowthStart - incomeGrowthReference)
        + confidenceFromHousing*clip(expectedHousePriceGrowthStart, -0.15{1/year}, 0.1{1/year})
        - confidenceFromArrears*arrearsStart/gdpStart
      )`,
    'Constant that gives the confidence of the start: the scar of 2022, not explained',
    { symbol: 'c_int', source: '7' }),
  announcementBefore: delay('share', { of: 'announcement', initial: '0' }, 'Announcement effect, step before'),
  announcement: equation('share', `
    if(
      directPayments >= 0.003*price*expectedOutput and directPayments > 0,
      if(announcementBefore = 0, 1, announcementBefore*exp(-0.34657359{1/year}*timeStep)),
      0
    )`,
    'Announcement of direct payments: 1 when they begin, half-life of two years', { symbol: 'Direct', source: '7' }),
  confidenceTarget: equation('index', `
    100
    + confidenceScar
    + confidenceScale
      *(
        confidenceFromIncome*(expectedIncomeGrowth - incomeGrowthReference)
        - confidenceFromUnemployment*(expectedUnemployment - unemploymentRateStart)
        + confidenceFromHousing*clip(expectedHousePriceGrowth, -0.15{1/year}, 0.1{1/year})
        + confidenceFromInsurance*(insurance - insuranceStart)
        - confidenceFromArrears*arrears/max(nominalOutputBefore, 1e-9{CNY bn/year})
        + confidenceFromNation*(nationalGrowthRecent - nationalGrowthTrend)
      )
    + confidenceFromPayments*announcement
    + confidenceShock`,
    'Confidence that conditions call for', { symbol: 'conf*', source: '7' }),
  confidenceBefore: delay('index', { of: 'confidence', initial: 'confidenceNeutral' }, 'Confidence, step before'),
  confidence: equation('index',
    'clip(confidenceBefore + min(1, timeStep/confidenceLag)*(confidenceTarget - confidenceBefore), 60, 130)',
    'Confidence, 100 = before the pandemic',
    { symbol: 'conf', source: '7', outcome: true, region: { mean: 'residentsTotal' } }),
  precautionFromRisk: parameter('share', { low: 0.02, central: 0.06, high: 0.12 },
    'Precaution against uninsured risk', { symbol: 'k_pr', source: '23.3', evidence: 'derived' }),
  precautionFromConfidence: parameter('share', { low: 0.1, central: 0.25, high: 0.5 },
    'Response of spending to confidence', { symbol: 'e_c', source: '23.3', evidence: 'derived' }),
  precaution: equation('share', `
    clip(
      (confidence/confidenceNeutral)^precautionFromConfidence
      *(1 - precautionFromRisk*(risk*(1 - insurance) - riskStart*(1 - insuranceStart))),
      0.85,
      1.12
    )`,
    'Factor on spending out of earned income', { symbol: 'Om', source: '7' }),
})
