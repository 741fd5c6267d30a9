/**
 * Local government financing vehicles (LGFVs): infrastructure outside the budget; their debt, its cap, swap, clean-up
 * and default.
 */

import { base, datum, equation, level, parameter, sector, shock, smooth, stock } from '../language/declare.ts'

const source = 'docs/theory/public-debt.md'

export const financingVehicles = sector('LGFVs', {
  over: ['area'],
  doc:
    'Local government financing vehicles (LGFVs) build infrastructure outside the budget with debt whose growth is ' +
    'capped; fees and payments of the budget, part of them out of land revenue, pay the interest. Lenders refinance ' +
    'debt secured by land less as land earns less. Swaps move their debt into bonds, clean-ups pay it back, defaults ' +
    'and haircuts write it off, and what is written off makes lenders wary.',
}, {
  vehicleDebtStart: datum('CNY bn', 'Interest-bearing debt of LGFVs at the start', { symbol: 'V', source: '3' }),
  vehicleDepositsStart: datum('CNY bn', 'Deposits of LGFVs at the start', { symbol: 'Dv', source: '3' }),
  vehicleCapitalStart: datum('CNY bn', 'Capital of LGFVs at the start', { symbol: 'Klv', source: '3' }),
  vehicleDebtFactor: parameter('share', { low: 0.8, central: 1, high: 1.4 },
    'Factor on the known LGFV debt, which is probably incomplete',
    { symbol: 'V0f', source: '23.5, S33', evidence: 'secondary' }),
  feeCoverage: parameter('share', { low: 0.35, central: 0.5, high: 0.7 },
    'Share of the interest of LGFVs that their user fees pay at the start', { source, evidence: 'assumed' }),
  userFeeRate: base('1/year',
    'if(vehicleCapitalStart > 0, feeCoverage*vehicleInterestStart/max(vehicleCapitalStart, 1e-9{CNY bn}), 0)',
    'User fees per unit of LGFV capital', { symbol: 'fee', source }),
  vehicleLandShare: parameter('share', { low: 0.15, central: 0.3, high: 0.45 },
    'Share of land revenue that the budget passes to LGFVs, which prepare land and build on its account',
    { source, evidence: 'assumed' }),
  supportShare: parameter('share', 0.5,
    'Share of the shortfall of fees and land income against interest met by the budget while it has cash',
    { symbol: 'sv', source: '29.3', evidence: 'assumed' }),
  userFeesStart: base('CNY bn/year', 'userFeeRate*vehicleCapitalStart', 'User fees at the start'),
  vehicleLandIncomeStart: base('CNY bn/year',
    'vehicleLandShare*landRevenueStart',
    'Income of LGFVs out of land revenue at the start', { source }),
  vehicleInterestStart: base('CNY bn/year',
    'vehicleStockRateStart*vehicleDebtStart*vehicleDebtFactor',
    'Interest of LGFVs at the start'),
  vehicleSupportStart: base('CNY bn/year',
    'vehicleLandIncomeStart + supportShare*positive(vehicleInterestStart - userFeesStart - vehicleLandIncomeStart)',
    'Payments of the budget to LGFVs at the start', { source: '3(6)' }),
  vehicleCashStart: base('CNY bn/year',
    'vehicleInterestStart - userFeesStart - vehicleSupportStart',
    'Interest not covered by fees and support at the start'),
  vehicleGrowthAllowed: parameter('1/year', 0.03,
    'Growth of LGFV debt allowed at the start', { source: '3(5), E17', evidence: 'official' }),
  vehicleUpkeep: parameter('share', 0.05,
    'Least investment of LGFVs, of the depreciation of their capital', { source: '3(5), E17', evidence: 'assumed' }),
  vehicleInvestmentStart: base('CNY bn/year', `
    max(
      vehicleGrowthAllowed*vehicleDebtStart*vehicleDebtFactor - vehicleCashStart,
      vehicleUpkeep*publicDepreciation*vehicleCapitalStart
    )`,
    'LGFV investment that the allowed growth of debt pays for at the start', { symbol: 'Ilv0', source: '3(5), E17' }),
  vehicleGrowthPlanned: parameter('1/year', 0.1,
    'Growth of LGFV debt that their plans assume, as before autumn 2023', { source: '3(5)', evidence: 'assumed' }),
  vehiclePlanShare: base('share',
    'max(vehicleGrowthPlanned*vehicleDebtStart*vehicleDebtFactor - vehicleCashStart, 0)/gdpStart',
    'LGFV investment that a 10 % growth of debt allowed before autumn 2023, of output',
    { symbol: 'Ilvp', source: '3(5)' }),

  userFees: equation('CNY bn/year', 'userFeeRate*price*vehicleCapital', 'User fees', { symbol: 'UF', source: '14.3' }),
  vehicleInterest: equation('CNY bn/year', 'vehicleStockRate*vehicleDebt', 'Interest of LGFVs', { source: '14.5' }),
  landRevenueYears: parameter('year', 0.5,
    'Years over which land revenue is averaged for plans', { source: '14.3', evidence: 'assumed' }),
  landRevenueFelt: smooth('CNY bn/year', {
    of: 'landRevenue',
    years: 'landRevenueYears',
    initial: 'landRevenueStart',
    symbol: 'LandF', source: '14.3',
  }, 'Land revenue, average of the last half year'),
  vehicleLandIncome: equation('CNY bn/year',
    'vehicleLandShare*landRevenueFelt',
    'Income of LGFVs out of land revenue', { source }),
  bondsForVehicles: parameter('share', { low: 0.3, central: 0.6, high: 0.9 },
    'Share of new bonds beyond those of the start that pays for projects and debt of LGFVs, which then borrow less',
    { source, evidence: 'derived' }),
  bondsInPlaceUntil: parameter('year', 2025,
    'Time from which separate swaps of hidden debt replace such bonds', { source, evidence: 'secondary' }),
  bondsInPlace: equation('CNY bn/year', `
    if(
      time < bondsInPlaceUntil,
      bondsForVehicles*positive(plannedBorrowing - deficitShareStart*nominalOutputBefore),
      0{CNY bn/year}
    )`,
    'New bonds that pay for projects and debt of LGFVs', { source }),
  vehicleSupport: equation('CNY bn/year', `
    vehicleLandIncome
    + supportShare*(1 - cashPressure)*positive(vehicleInterest - userFees - vehicleLandIncome)
    + bondsInPlace`,
    'Payments of the budget to LGFVs: out of land revenue and new bonds, and for interest that is not met otherwise',
    { symbol: 'SupV', source }),
  vehicleFromLand: parameter('share', 0.3,
    'Response of LGFV investment to land revenue', { source: '14.3', evidence: 'assumed' }),
  vehicleInvestmentPlan: equation('CNY bn/year',
    'positive(vehiclePlanShare*expectedOutput + vehicleFromLand*(landRevenueFelt - landRevenueStart*price)/price)',
    'Investment that LGFVs want, prices of the start', { symbol: 'Ilv*', source: '14.3' }),
  vehicleCashTarget: equation('CNY bn',
    'vehicleDepositsStart/gdpStart*price*expectedOutput',
    'Cash that LGFVs hold', { symbol: 'Dv_t', source: '14.3' }),
  vehicleNeed: equation('CNY bn/year',
    'vehicleInterest - userFees - vehicleSupport - (vehicleDeposits - vehicleCashTarget)/1{year}',
    'LGFV borrowing needed without investment', { source: '14.3' }),
  stressDraw: shock('share', { type: 'uniform' }, 'Random draw that may put LGFVs under stress'),
  stressBase: parameter('share', -5,
    'Log odds of a stress of LGFVs in a year without interest burden', { source: '18', evidence: 'assumed' }),
  stressSlope: parameter('share', 1.2,
    'Response of these odds to the interest burden', { source: '18', evidence: 'assumed' }),
  stressScale: parameter('share', 10,
    'Interest of LGFVs over own revenue, scale of the response', { source: '18', evidence: 'assumed' }),
  stressMost: parameter('share', 5,
    'Highest interest burden that counts for stress', { source: '18', evidence: 'assumed' }),
  stressHazard: equation('1/year', `
    logistic(
      stressBase + stressSlope*min(stressScale*vehicleInterest/max(ownRevenueBefore, 1e-9{CNY bn/year}), stressMost)
    )*1{1/year}`,
    'Yearly probability of a stress of LGFVs', { source: '18' }),
  ownRevenueYears: parameter('year', 0.25,
    'Years over which own revenue is averaged for the interest burden', { source: '18', evidence: 'assumed' }),
  ownRevenueBefore: smooth('CNY bn/year', { of: 'ownRevenue', years: 'ownRevenueYears', initial: 'ownRevenueStart' },
    'Own revenue in the previous step'),
  stressLeft: level('year', {
    initial: '0',
    next: 'if(stressDraw < stressHazard*timeStep, 1{year}, positive(stressLeft - timeStep))',
    source: '18',
  }, 'Years of stress still to run'),
  vehicleLandDebtShare: parameter('share', { low: 0.2, central: 0.35, high: 0.45 },
    'Share of LGFV debt that is secured by land or to be repaid from its sale', { source, evidence: 'assumed' }),
  landBacking: equation('share', `
    if(
      landRevenueStart > 0,
      clip(
        landRevenueFelt/max(landRevenueStart, 1e-9{CNY bn/year})*vehicleDebtStart*vehicleDebtFactor
        /max(vehicleDebt, 1e-9{CNY bn}),
        0,
        1
      ),
      1
    )`,
    'Land revenue per unit of LGFV debt relative to the start, at most 1: the debt secured by land that lenders renew',
    { source }),
  borrowingCapNow: equation('CNY bn/year', `
    if(stressLeft > 0, min(borrowingCap, 0), borrowingCap)*vehicleDebt
    - (1 - vehicleRenewal*(1 - vehicleLandDebtShare*(1 - landBacking)))*vehicleFallingDue`,
    'Largest rise of LGFV debt that the cap and lenders allow: maturing debt that land no longer secures is not ' +
      'renewed',
    { symbol: 'capV', source: '14.3, S35, docs/theory/public-debt.md' }),
  vehicleBorrowingPlan: equation('CNY bn/year',
    'price*vehicleInvestmentPlan + vehicleNeed',
    'Borrowing that the LGFV plan needs', { source: '14.3' }),
  vehicleInvestmentNominal: equation('CNY bn/year', `
    max(
      price*vehicleInvestmentPlan - positive(vehicleBorrowingPlan - borrowingCapNow),
      vehicleUpkeep*publicDepreciation*price*vehicleCapital
    )`,
    'Investment of LGFVs, cut to the cap, with a floor', { symbol: 'P Ilv', source: '14.3' }),
  vehicleInvestment: equation('CNY bn/year',
    'vehicleInvestmentNominal/price',
    'Investment of LGFVs, prices of the start', { symbol: 'Ilv', source: '14.3', outcome: true }),
  vehicleRepaymentMost: parameter('1/year', 0.5,
    'Maximum share of LGFV debt repaid in a year', { source: '14.3', evidence: 'assumed' }),
  vehicleBorrowing: equation('CNY bn/year',
    'max(vehicleInvestmentNominal + vehicleNeed, -vehicleRepaymentMost*vehicleDebt) + financingFromVehicles',
    'New debt of LGFVs', { source: '14.3' }),
  vehicleUnmet: equation('CNY bn/year',
    'positive(vehicleInvestmentNominal + vehicleNeed - borrowingCapNow)',
    'Borrowing of LGFVs beyond what the cap and lenders allow: debt extended because it cannot be repaid', { source }),
  evergreening: equation('share',
    'if(vehicleUnmet > 1e-6{CNY bn/year}, 1, 0)',
    '1 where LGFVs capitalise interest beyond the cap, else 0', { source: '14.3', outcome: true }),
  hiddenDebtSwap: datum('CNY bn/year',
    'Hidden debt swapped into bonds in a year of the national swap', { source: 'docs/theory/transfers.md' }),
  refinancingMost: parameter('1/year', 0.4,
    'Maximum share of LGFV debt that the national swap takes in a year',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  debtSwap: equation('CNY bn/year', `
    min(
      max(swapPace*vehicleDebt, min(refinancingCalendar*hiddenDebtSwap, refinancingMost*vehicleDebt)),
      vehicleDebt/timeStep
    )`,
    'Debt of LGFVs swapped into bonds: as the central government allows, or as the policy sets, whichever is more',
    { symbol: 'Zswap', source: '14.5, S34, docs/theory/transfers.md' }),
  vehicleDefaultBase: parameter('1/year', { low: 0, central: 0.005, high: 0.02, least: 0 },
    'Default rate of LGFVs without stress whose interest is as large as their own income',
    { symbol: 'd0V', source: '23.5', evidence: 'assumed' }),
  vehicleDefaultSlope: parameter('1/year', { low: 0.02, central: 0.05, high: 0.12 },
    'Default rate of LGFVs under stress', { symbol: 'd1V', source: '23.5', evidence: 'assumed' }),
  vehicleDefaultPart: parameter('share', 0.3,
    'Share of LGFVs exposed to the interest burden', { source: '16', evidence: 'assumed' }),
  vehicleBurdenFrom: parameter('share', 2,
    'Interest over own income of LGFVs at which defaults rise fastest', { source, evidence: 'assumed' }),
  vehicleBurdenSpread: parameter('share', 0.5,
    'Range of interest over own income of LGFVs over which defaults rise', { source, evidence: 'assumed' }),
  vehicleDefaultFromUnmet: parameter('share', { low: 0.03, central: 0.1, high: 0.25 },
    'Share of LGFV debt that lenders do not renew which ends in default; the rest is extended',
    { source, evidence: 'assumed' }),
  vehicleBurden: equation('share',
    'vehicleInterest/max(userFees + vehicleLandIncome, 1e-9{CNY bn/year})',
    'Interest of LGFVs over their fees and land income', { source }),
  vehicleDefaultFromBurden: parameter('share', { low: 0.5, central: 1, high: 1.5, least: 0, most: 10 },
    'Response of the default rate without stress to interest over own income of LGFVs, up to where stress begins',
    { source: 'docs/theory/chains.md', evidence: 'assumed' }),
  vehicleBurdenStart: base('share',
    'vehicleInterestStart/max(userFeesStart + vehicleLandIncomeStart, 1e-9{CNY bn/year})',
    'Interest of LGFVs over their fees and land income at the start', { source }),
  vehicleDefaultRateStart: base('1/year', `
    vehicleDefaultBase*min(vehicleBurdenStart, vehicleBurdenFrom)^vehicleDefaultFromBurden
    + vehicleDefaultPart*vehicleDefaultSlope
      *logistic((vehicleBurdenStart - vehicleBurdenFrom)/vehicleBurdenSpread)`,
    'Default rate of LGFVs at the start', { source }),
  vehicleDefaultRate: equation('1/year', `
    vehicleDefaultBase*min(vehicleBurden, vehicleBurdenFrom)^vehicleDefaultFromBurden
    + vehicleDefaultPart*vehicleDefaultSlope*logistic((vehicleBurden - vehicleBurdenFrom)/vehicleBurdenSpread)
    + vehicleDefaultFromUnmet*min(vehicleUnmet/max(vehicleDebt, 1e-9{CNY bn}), 1{1/year})`,
    'Default rate of LGFVs', { symbol: 'defV', source: '16, docs/theory/public-debt.md', outcome: true }),
  vehicleLoss: parameter('share', 0.4, 'Loss on LGFV debt in default', { source: '14.5, 16', evidence: 'assumed' }),
  haircutPace: parameter('1/year', 0.2,
    'Share of an agreed haircut written off in a year', { source: '14.5, 16', evidence: 'assumed' }),
  vehicleWriteOff: equation('CNY bn/year',
    '(vehicleLoss*vehicleDefaultRate + haircutPace*vehicleHaircut)*vehicleDebt',
    'Debt of LGFVs written off', { source: '14.5, 16' }),
  distrustFull: parameter('1/year', 0.04,
    'Yearly write-off of LGFV debt beyond that of the start at which distrust is 1: a haircut of 20 %',
    { source, evidence: 'assumed' }),
  distrustMost: parameter('share', 2, 'Highest distrust of lenders', { source, evidence: 'assumed' }),
  distrustYears: parameter('year', 1.5,
    'Years over which lenders remember write-offs', { source, evidence: 'assumed' }),
  contagion: smooth('share', {
    of: `
      clip(
        (vehicleWriteOff/max(vehicleDebt, 1e-9{CNY bn}) - vehicleLoss*vehicleDefaultRateStart)/distrustFull,
        0,
        distrustMost
      )`,
    years: 'distrustYears',
    initial: '0',
    source,
  }, 'Distrust of lenders after write-offs of LGFV debt: 1 after a haircut of 20 %'),
  spreadFromContagion: parameter('1/year', { low: 0.004, central: 0.012, high: 0.03 },
    'Rise of the spread of LGFV debt at distrust 1', { source, evidence: 'assumed' }),
  contagionToBonds: parameter('share', 0.15,
    'Rise of the spread of bonds of the province, of that of LGFV debt', { source, evidence: 'assumed' }),
  creditFromContagion: parameter('share', { low: 0, central: 0.02, high: 0.06 },
    'Credit to firms and developers lost at distrust 1', { source, evidence: 'assumed' }),
  vehicleDebt: stock('CNY bn', {
    initial: 'vehicleDebtStart*vehicleDebtFactor',
    inflow: 'vehicleBorrowing',
    outflow: 'debtSwap + cleanUp + vehicleWriteOff',
    symbol: 'V', source: '14.3',
  }, 'Debt of LGFVs'),
  bankShareOfVehicles: parameter('share', 0.9,
    'Share of LGFV debt held by banks', { symbol: 'bV', source: '29.3', evidence: 'assumed' }),
  vehicleCapital: stock('CNY bn', {
    initial: 'vehicleCapitalStart',
    inflow: 'vehicleInvestment',
    outflow: 'publicDepreciation*vehicleCapital',
    symbol: 'Klv', source: '6.4',
  }, 'Capital of LGFVs'),
  vehicleDepositInterest: equation('CNY bn/year', 'depositRateNow*vehicleDeposits', 'Interest on deposits of LGFVs'),
  vehicleDeposits: stock('CNY bn', {
    initial: 'vehicleDepositsStart',
    inflow: 'userFees + vehicleSupport + vehicleDepositInterest + vehicleBorrowing - financingFromVehicles',
    outflow: 'vehicleInterest + vehicleInvestmentNominal',
    symbol: 'Dv', source: '14.3',
  }, 'Deposits of LGFVs'),
  vehicleSpread: parameter('1/year', { low: 0.01, central: 0.018, high: 0.03 },
    'Spread of LGFV debt', { symbol: 'spV0', source: '23.5, S34', evidence: 'derived' }),
  vehicleSpreadSlope: parameter('1/year', { low: 0, central: 0.005, high: 0.015 },
    'Rise of the spread with debt over revenue', { symbol: 'spV1', source: '23.5', evidence: 'assumed' }),
  vehicleRateDiscount: parameter('1/year', 0.006,
    'Discount of LGFV rates against the lending rate before their spread', { source: '14.5', evidence: 'assumed' }),
  vehicleSpreadFrom: parameter('share', 1.5,
    'LGFV debt over revenue from which the spread rises', { source: '14.5', evidence: 'assumed' }),
  vehicleSpreadMost: parameter('share', 3,
    'Highest debt over revenue, beyond that, that counts for the spread', { source: '14.5', evidence: 'assumed' }),
  stressPremium: parameter('1/year', 0.015,
    'Interest of new LGFV debt under stress, in addition', { source: '14.5', evidence: 'assumed' }),
  vehicleRateNew: equation('1/year', `
    positive(
      lendingRateNow
      - interestLevel
        *(
          vehicleRateDiscount
          - vehicleSpread
          - vehicleSpreadSlope
            *clip(
              vehicleDebt/1{year}/max(ownRevenue + landRevenue, 1e-9{CNY bn/year}) - vehicleSpreadFrom,
              0,
              vehicleSpreadMost
            )
          + rateRelief
          - spreadFromContagion*contagion
          - if(stressLeft > 0, stressPremium, 0)
        )
    )`,
    'Rate of new LGFV debt, not below zero however low interest falls', { symbol: 'rV_new', source: '14.5' }),
  vehicleStockRate: stock('1/year', {
    initial: 'vehicleStockRateStart*interestLevel',
    inflow: '(vehicleRateNew - vehicleStockRate)*clip(vehicleSold/max(vehicleDebt, 1e-9{CNY bn}), 0, 1{1/year})',
    symbol: 'rV', source: '14.5',
  }, 'Average rate of LGFV debt'),
})
