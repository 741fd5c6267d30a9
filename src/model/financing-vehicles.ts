/** Local financing vehicles: infrastructure off the budget, their debt, its cap, swap, clean-up and default. */

import { base, datum, equation, level, parameter, sector, shock, smooth, stock } from '../language/declare.ts'

export const financingVehicles = sector('Financing vehicles', {
  over: ['area'],
  doc:
    'Vehicles build infrastructure off the budget with debt whose growth is capped; fees and support pay part of the ' +
    'interest. Swaps move their debt into bonds, clean-ups pay it back, defaults and haircuts write it off.',
}, {
  vehicleDebtStart: datum('CNY bn',
    'Interest-bearing debt of financing vehicles at the start', { symbol: 'V', source: '3' }),
  vehicleDepositsStart: datum('CNY bn', 'Deposits of financing vehicles at the start', { symbol: 'Dv', source: '3' }),
  vehicleCapitalStart: datum('CNY bn', 'Capital of financing vehicles at the start', { symbol: 'Klv', source: '3' }),
  vehicleDebtFactor: parameter('share', { low: 0.8, central: 1, high: 2.2 },
    'Factor on the list of debts: it is probably incomplete',
    { symbol: 'V0f', source: '23.5, S33', evidence: 'secondary' }),
  userFeeRate: parameter('1/year', 0.01,
    'User fees per unit of capital', { symbol: 'fee', source: '29.3', evidence: 'assumed' }),
  supportShare: parameter('share', 0.5,
    'Part of the shortfall of fees against interest met by the budget',
    { symbol: 'sv', source: '29.3', evidence: 'assumed' }),
  userFeesStart: base('CNY bn/year', 'userFeeRate*vehicleCapitalStart', 'User fees at the start'),
  vehicleInterestStart: base('CNY bn/year',
    'vehicleStockRateStart*vehicleDebtStart*vehicleDebtFactor',
    'Interest of financing vehicles at the start'),
  vehicleSupportStart: base('CNY bn/year',
    'supportShare*positive(vehicleInterestStart - userFeesStart)',
    'Support from the budget at the start', { source: '3(6)' }),
  vehicleCashStart: base('CNY bn/year',
    'vehicleInterestStart - userFeesStart - vehicleSupportStart',
    'Interest not met by fees and support at the start'),
  vehicleInvestmentStart: base('CNY bn/year', `
    max(
      0.03{1/year}*vehicleDebtStart*vehicleDebtFactor - vehicleCashStart,
      0.05*publicDepreciation*vehicleCapitalStart
    )`,
    'Investment that a 3 % growth of debt allows', { symbol: 'Ilv0', source: '3(5), E17' }),
  vehiclePlanShare: base('share',
    'max(0.1{1/year}*vehicleDebtStart*vehicleDebtFactor - vehicleCashStart, 0)/gdpStart',
    'Investment that a 10 % growth of debt allowed before autumn 2023, of output', { symbol: 'Ilvp', source: '3(5)' }),

  userFees: equation('CNY bn/year', 'userFeeRate*price*vehicleCapital', 'User fees', { symbol: 'UF', source: '14.3' }),
  vehicleInterest: equation('CNY bn/year',
    'vehicleStockRate*vehicleDebt',
    'Interest of financing vehicles', { source: '14.5' }),
  vehicleSupport: equation('CNY bn/year',
    'supportShare*positive(vehicleInterest - userFees)',
    'Support from the budget', { symbol: 'SupV', source: '14.3' }),
  landRevenueFelt: smooth('CNY bn/year', {
    of: 'landRevenue',
    years: '0.5{year}',
    initial: 'landRevenueStart',
    symbol: 'LandF', source: '14.3',
  }, 'Land revenue of the last half year'),
  vehicleInvestmentPlan: equation('CNY bn/year',
    'positive(vehiclePlanShare*expectedOutput + 0.3*(landRevenueFelt - landRevenueStart*price)/price)',
    'Investment that vehicles want, real', { symbol: 'Ilv*', source: '14.3' }),
  vehicleCashTarget: equation('CNY bn',
    'vehicleDepositsStart/gdpStart*price*expectedOutput',
    'Cash that vehicles hold', { symbol: 'Dv_t', source: '14.3' }),
  vehicleNeed: equation('CNY bn/year',
    'vehicleInterest - userFees - vehicleSupport - (vehicleDeposits - vehicleCashTarget)/1{year}',
    'Borrowing needed without investment', { source: '14.3' }),
  stressDraw: shock('share', { type: 'uniform' }, 'Draw that may start a stress of financing vehicles'),
  stressHazard: equation('1/year',
    'logistic(-5 + 1.2*min(10*vehicleInterest/max(ownRevenueBefore, 1e-9{CNY bn/year}), 5))*1{1/year}',
    'Chance a year of a stress', { source: '18' }),
  ownRevenueBefore: smooth('CNY bn/year', { of: 'ownRevenue', years: '0.25{year}', initial: 'ownRevenueStart' },
    'Own revenue of the step before'),
  stressLeft: level('year', {
    initial: '0',
    next: 'if(stressDraw < stressHazard*timeStep, 1{year}, positive(stressLeft - timeStep))',
    source: '18',
  }, 'Years of stress still to run'),
  borrowingCapNow: equation('CNY bn/year',
    'if(stressLeft > 0, min(borrowingCap, 0), borrowingCap)*vehicleDebt',
    'Largest rise of debt', { symbol: 'capV', source: '14.3, S35' }),
  vehicleBorrowingPlan: equation('CNY bn/year',
    'price*vehicleInvestmentPlan + vehicleNeed',
    'Borrowing that the plan needs', { source: '14.3' }),
  vehicleInvestmentNominal: equation('CNY bn/year', `
    max(
      price*vehicleInvestmentPlan - positive(vehicleBorrowingPlan - borrowingCapNow),
      0.05*publicDepreciation*price*vehicleCapital
    )`,
    'Investment of vehicles, cut to the cap, with a floor', { symbol: 'P Ilv', source: '14.3' }),
  vehicleInvestment: equation('CNY bn/year',
    'vehicleInvestmentNominal/price',
    'Investment of vehicles, real', { symbol: 'Ilv', source: '14.3', outcome: true }),
  vehicleBorrowing: equation('CNY bn/year',
    'max(vehicleInvestmentNominal + vehicleNeed, -0.5{1/year}*vehicleDebt) + financingFromVehicles',
    'New debt of vehicles', { source: '14.3' }),
  evergreening: equation('share',
    'if(vehicleInvestmentNominal + vehicleNeed > borrowingCapNow + 1e-6{CNY bn/year}, 1, 0)',
    'Interest is being capitalised beyond the cap', { source: '14.3', outcome: true }),
  debtSwap: equation('CNY bn/year',
    'min(swapPace*vehicleDebt, vehicleDebt/timeStep)',
    'Debt of vehicles swapped into bonds', { symbol: 'Zswap', source: '14.5, S34' }),
  vehicleDefaultBase: parameter('1/year', { low: 0, central: 0.005, high: 0.02 },
    'Default rate without stress', { symbol: 'd0V', source: '23.5', evidence: 'assumed' }),
  vehicleDefaultSlope: parameter('1/year', { low: 0.02, central: 0.05, high: 0.12 },
    'Default rate under stress', { symbol: 'd1V', source: '23.5', evidence: 'assumed' }),
  vehicleDefaultRate: equation('1/year', `
    vehicleDefaultBase
    + 0.3*vehicleDefaultSlope*logistic(vehicleInterest/max(userFees + vehicleSupport, 1e-9{CNY bn/year}) - 3)`,
    'Default rate of financing vehicles', { symbol: 'defV', source: '16' }),
  vehicleWriteOff: equation('CNY bn/year',
    '(0.4*vehicleDefaultRate + 0.2{1/year}*vehicleHaircut)*vehicleDebt',
    'Debt of vehicles written off', { source: '14.5, 16' }),
  vehicleDebt: stock('CNY bn', {
    initial: 'vehicleDebtStart*vehicleDebtFactor',
    inflow: 'vehicleBorrowing',
    outflow: 'debtSwap + cleanUp + vehicleWriteOff',
    symbol: 'V', source: '14.3',
  }, 'Debt of financing vehicles'),
  bankShareOfVehicles: parameter('share', 0.9,
    'Part of vehicle debt held by banks', { symbol: 'bV', source: '29.3', evidence: 'assumed' }),
  vehicleCapital: stock('CNY bn', {
    initial: 'vehicleCapitalStart',
    inflow: 'vehicleInvestment',
    outflow: 'publicDepreciation*vehicleCapital',
    symbol: 'Klv', source: '6.4',
  }, 'Capital of financing vehicles'),
  vehicleDepositInterest: equation('CNY bn/year', 'depositRateNow*vehicleDeposits', 'Interest on deposits of vehicles'),
  vehicleDeposits: stock('CNY bn', {
    initial: 'vehicleDepositsStart',
    inflow: 'userFees + vehicleSupport + vehicleDepositInterest + vehicleBorrowing - financingFromVehicles',
    outflow: 'vehicleInterest + vehicleInvestmentNominal',
    symbol: 'Dv', source: '14.3',
  }, 'Deposits of financing vehicles'),
  vehicleMaturity: parameter('year', { low: 3, central: 4, high: 6 },
    'Maturity of vehicle debt', { symbol: 'matV', source: '23.5', evidence: 'assumed' }),
  vehicleSpread: parameter('1/year', { low: 0.01, central: 0.018, high: 0.03 },
    'Spread of vehicle debt', { symbol: 'spV0', source: '23.5, S34', evidence: 'derived' }),
  vehicleSpreadSlope: parameter('1/year', { low: 0, central: 0.005, high: 0.015 },
    'Rise of the spread with debt over revenue', { symbol: 'spV1', source: '23.5', evidence: 'assumed' }),
  vehicleRateNew: equation('1/year', `
    lendingRateNow
    - interestLevel
      *(
        0.006{1/year}
        - vehicleSpread
        - vehicleSpreadSlope*clip(vehicleDebt/1{year}/max(ownRevenue + landRevenue, 1e-9{CNY bn/year}) - 1.5, 0, 3)
        + rateRelief
        - if(stressLeft > 0, 0.015{1/year}, 0)
      )`,
    'Rate of new vehicle debt', { symbol: 'rV_new', source: '14.5' }),
  vehicleStockRate: stock('1/year', {
    initial: 'vehicleStockRateStart*interestLevel',
    inflow: `
      (vehicleRateNew - vehicleStockRate)
      *(1/vehicleMaturity + clip(vehicleBorrowing/max(vehicleDebt, 1e-9{CNY bn}), 0, 1{1/year}))`,
    symbol: 'rV', source: '14.5',
  }, 'Average rate of vehicle debt'),
})
