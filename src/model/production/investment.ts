/** Capital, robots, and investment in both. */

import { base, datum, delay, equation, level, parameter, part, shock, smooth, stock } from '../../language/declare.ts'
import { firms } from './firms.ts'

export const productionInvestment = part({
  // capital
  capitalDepreciation: parameter('1/year', 0.096,
    'Depreciation of productive capital: that of the series from which capital and its growth at the start are known',
    { symbol: 'dK', source: 'docs/theory/priors.md', evidence: 'secondary' }),
  publicDepreciation: parameter('1/year', { low: 0.025, central: 0.032, high: 0.04 },
    'Depreciation of public capital', { symbol: 'dG', source: 'docs/theory/public-debt.md', evidence: 'secondary' }),
  robotDepreciation: parameter('1/year', { low: 0.1, central: 0.12, high: 0.15 },
    'Depreciation of robots', { symbol: 'dR', source: '23.2', evidence: 'assumed', sampled: false }),
  productivePublicShare: parameter('share', { low: 0.45, central: 0.65, high: 0.85 },
    'Productive share of public investment', { symbol: 'effI', source: '23.2', evidence: 'assumed' }),
  projectOdds: equation('share',
    'investmentQuality/(1 - investmentQuality)*(1 - standard(investmentQuality))/standard(investmentQuality)',
    'Odds that a public project is productive under the policy, relative to the standard', { over: [], source: '6.4' }),
  publicInvestmentEfficiency: equation('share', `
    clip(productivePublicShare, 0, 1)*projectOdds
    /(1 - clip(productivePublicShare, 0, 1) + clip(productivePublicShare, 0, 1)*projectOdds)`,
    'Productive share of public investment under the policy',
    {
      over: [], symbol: 'e', source: '6.4',
      note: 'Selection changes the odds, so that the share stays between 0 and 1 wherever it starts.',
    }),
  capital: stock('CNY bn', {
    over: firms,
    initial: 'capitalStart',
    inflow: 'investment',
    outflow: 'capitalDepreciation*capital',
    symbol: 'K', source: '6.4',
  }, 'Productive capital, prices of the start'),
  publicCapital: stock('CNY bn', {
    initial: 'publicCapitalStart',
    inflow: 'publicInvestmentEfficiency*publicInvestmentReal',
    outflow: 'publicDepreciation*publicCapital',
    symbol: 'Kg', source: '6.4',
  }, 'Public capital in use'),
  idlePublicCapital: stock('CNY bn', {
    initial: '0',
    inflow: '(1 - publicInvestmentEfficiency)*publicInvestmentReal',
    outflow: 'publicDepreciation*idlePublicCapital',
    symbol: 'Kgi', source: '6.4',
  }, 'Public capital without use'),

  // investment
  accelerator: parameter('1/year', {
    state: { low: 0.06, central: 0.12, high: 0.25 },
    private: { low: 0.12, central: 0.24, high: 0.4 },
  }, 'Accelerator: response of investment to the use of capacity and to the gap of capital', {
    over: ['firm'], symbol: 'acc', source: '23.2', evidence: 'assumed',
  }),
  investmentFromProfit: parameter('share', { low: 0.04, central: 0.1, high: 0.3 },
    'Response of investment to profit', { symbol: 'inv_r', source: 'docs/theory/priors.md', evidence: 'assumed' }),
  investmentFromConfidence: parameter('share', { low: 0.15, central: 0.35, high: 0.7 },
    'Response of investment to confidence', { symbol: 'ec_I', source: '23.2', evidence: 'assumed' }),
  investmentFromArrears: parameter('share', 0.5,
    'Loss of investment through arrears', { symbol: 'inv_ar', source: '29.3', evidence: 'assumed' }),
  investmentFromCredit: parameter('share', { low: 0.3, central: 0.7, high: 1.5 },
    'Response of investment to new credit in the nation',
    { source: 'docs/theory/changes.md', evidence: 'derived', sampled: false }),
  creditEase: equation('share',
    'exp(investmentFromCredit*(nationalCredit - nationalCreditStart*momentumLeft))',
    'Effect of national credit on investment; the credit of the start is already in the investment of the start, ' +
      'and its part fades with it',
    { over: [], source: 'docs/theory/changes.md' }),
  investmentAdjustment: parameter('1/year', { low: 0.4, central: 0.8, high: 1.2 },
    'Speed at which investment follows its plan',
    { symbol: 'lam_I', source: '29.3', evidence: 'assumed', sampled: false }),
  capitalOutputStart: base('year',
    'capitalStart/marketOutputOpen',
    'Capital per unit of market output at the start', { over: firms, symbol: 'v', source: '6.5' }),
  capitalGrowthStart: datum('1/year', 'Growth of the capital of firms at the start', { source: '6.5' }),
  investmentStart: base('CNY bn/year',
    'capitalStart*(capitalDepreciation + capitalGrowthStart)',
    'Investment of firms at the start', { over: firms, source: '6.5' }),
  normalProfitRate: base('1/year',
    'operatingSurplusStart/max(capitalStart, 1e-9{CNY bn}) - loanRateStart',
    'Profit rate above the loan rate at the start', { over: firms, symbol: 'rp0', source: '3(9)' }),
  outputBefore: delay('CNY bn/year', { of: 'output', initial: 'gdpStart' },
    'Gross regional product in the previous step'),
  outputGrowth: equation('1/year',
    'ln(max(output, 1e-9{CNY bn/year})/max(outputBefore, 1e-9{CNY bn/year}))/timeStep',
    'Growth of gross regional product within the step, yearly rate'),
  expectedOutputGrowthStart: datum('1/year',
    'Growth of output over the five years before the start', { source: '3(12)' }),
  outputGrowthYears: parameter('year', 5,
    'Years over which firms average growth of output', { source: '6.5, 3(12)', evidence: 'assumed' }),
  expectedOutputGrowth: smooth('1/year', {
    of: 'outputGrowth',
    years: 'outputGrowthYears',
    initial: 'expectedOutputGrowthStart',
    symbol: 'gYm^e', source: '6.5, 3(12)',
  }, 'Growth of output, smoothed over five years'),
  capitalGrowthNormal: parameter('1/year', 0.025,
    'Growth of capital that the investment rule gives at normal growth of output',
    { source: 'docs/theory/changes.md', evidence: 'assumed' }),
  capitalFromOutputGrowth: parameter('share', 0.25,
    'Response of planned capital growth to expected growth of output',
    { source: 'docs/theory/changes.md', evidence: 'assumed' }),
  outputGrowthNormal: parameter('1/year', 0.04,
    'Normal growth of output in the investment rule', { source: 'docs/theory/changes.md', evidence: 'assumed' }),
  capitalMomentumStart: base('1/year', `
    capitalGrowthStart
    - capitalGrowthNormal
    - capitalFromOutputGrowth*(expectedOutputGrowthStart - outputGrowthNormal)`,
    'Growth of capital before the start beyond the investment rule', { source: 'docs/theory/changes.md' }),
  deepeningKept: parameter('share', { low: 0.2, central: 0.5, high: 0.8, least: 0, most: 1 },
    'Share of growth of capital beyond the rule that firms want to keep per unit of output; the rest they see as ' +
      'excess',
    { source: 'docs/theory/changes.md', evidence: 'assumed', sampled: false }),
  capitalPerOutputStart: datum('year',
    'All capital over output at the start, by perpetual inventory', { source: 'docs/theory/changes.md' }),
  capitalPerOutput: equation('year',
    'capitalPerOutputStart*sum(capital)/sum(capitalStart)*marketOutputStart/max(marketOutputBefore, 1e-9{CNY bn/year})',
    'All capital over output, by perpetual inventory', { source: 'docs/theory/changes.md' }),
  capitalPerOutputScarce: parameter('year', { low: 2.5, central: 2.7, high: 2.9 },
    'Capital over output up to which a boom of investment does not tire',
    { source: 'docs/theory/changes.md', evidence: 'derived', sampled: false }),
  boomFadeFromCapital: parameter('1/year^2', { low: 0.14, central: 0.17, high: 0.2 },
    'Rise of the speed at which a boom of investment fades, per unit of capital over output',
    { source: 'docs/theory/changes.md', evidence: 'derived', sampled: false }),
  capitalMomentum: level('1/year', {
    initial: 'capitalMomentumStart',
    next: `
      capitalMomentum
      *exp(
        -timeStep
        *if(
          capitalMomentumStart > 0,
          boomFadeFromCapital*positive(capitalPerOutput - capitalPerOutputScarce),
          1/momentumYears
        )
      )`,
    source: 'docs/theory/changes.md',
  },
    'Growth of capital beyond the rule that continues from the years before the start and fades: the faster, the ' +
      'more capital there is for the output'),
  capitalDeepening: level('share', {
    initial: '1',
    next: 'capitalDeepening*exp(deepeningKept*timeStep*capitalMomentum)',
    source: 'docs/theory/changes.md',
  }, 'Capital that firms want per unit of output, relative to the start'),
  capitalGrowthBase: parameter('1/year', 0.015,
    'Growth of capital that firms plan without growth of output', { source: '6.5', evidence: 'assumed' }),
  capitalGrowthLow: parameter('1/year', 0.02,
    'Fastest planned fall of capital', { source: '6.5', evidence: 'assumed' }),
  capitalGrowthHigh: parameter('1/year', 0.06,
    'Fastest planned growth of capital, beyond momentum', { source: '6.5', evidence: 'assumed' }),
  trendInvestment: equation('1/year', `
    clip(
      capitalGrowthBase + capitalFromOutputGrowth*expectedOutputGrowth + capitalMomentum,
      -capitalGrowthLow,
      capitalGrowthHigh + positive(capitalMomentum)
    )`,
    'Growth of capital that firms plan', { symbol: 'g_tr', source: '6.5' }),
  marketOutputBefore: smooth('CNY bn/year', { of: 'marketOutput', years: 'newsYears', initial: 'marketOutputStart' },
    'Market output of the last quarter'),
  profitRateBefore: smooth('1/year', {
    over: firms,
    of: 'profitRate',
    years: 'newsYears',
    initial: 'operatingSurplusStart/max(capitalStart, 1e-9{CNY bn})',
  }, 'Profit rate of the last quarter'),
  arrearsReference: parameter('year', 0.25,
    'Time of output against which unpaid bills are measured: a quarter', { source: '6.5', evidence: 'assumed' }),
  arrearsDrag: equation('share', `
    (1 - investmentFromArrears*arrears/(max(nominalOutputBefore, 1e-9{CNY bn/year})*arrearsReference))
    /(1 - investmentFromArrears*arrearsStart/(gdpStart*arrearsReference))`,
    'Effect of unpaid bills on investment', { source: '6.5' }),
  acceleratorOnUse: parameter('share', 0.5,
    'Share of the accelerator that responds to use of capacity', { source: '6.5, E12', evidence: 'assumed' }),
  acceleratorOnCapital: parameter('share', 0.5,
    'Share of the accelerator that responds to the gap of capital', { source: '6.5, E12', evidence: 'assumed' }),
  profitEffectMost: parameter('1/year', 0.2,
    'Largest deviation of the profit rate that counts for investment', { source: '6.5, E12', evidence: 'assumed' }),
  investmentFromUserCost: parameter('share', { low: 0.1, central: 0.4, high: 1 },
    'Rise of private investment per unit of fall of the user cost of capital through tax relief',
    { source: 'docs/theory/public-debt.md', evidence: 'secondary' }),
  userCostEffectMost: parameter('share', 0.3,
    'Largest change of the user cost of capital that counts for investment',
    { source: 'docs/theory/public-debt.md', evidence: 'assumed' }),
  reliefBefore: delay('CNY bn/year', { of: 'taxRelief', initial: '0' },
    'Tax relief beyond the standard in the previous step'),
  reliefEffect: equation('share', {
    state: '1',
    private: `
      1
      + investmentFromUserCost
        *clip(
          reliefBefore/max(price*capital[private], 1e-9{CNY bn})/(lendingRateNow + capitalDepreciation),
          -userCostEffectMost,
          userCostEffectMost
        )`,
  }, 'Effect of tax relief on investment through the user cost of capital', {
    over: firms, source: 'docs/theory/public-debt.md',
  }),
  investmentPlan: equation('CNY bn/year', `
    positive(
      capital
      *(
        capitalDepreciation
        + trendInvestment
        + acceleratorOnUse*accelerator*(utilisationBefore - normalUtilisation)
        + investmentFromProfit
          *clip(profitRateBefore - lendingRateNow - normalProfitRate, -profitEffectMost, profitEffectMost)
      )
      + acceleratorOnCapital*accelerator*(capitalOutputStart*capitalDeepening*marketOutputBefore - capital)
    )*(confidence/confidenceNeutral)^investmentFromConfidence*creditSupply*creditEase*arrearsDrag*reliefEffect`,
    'Investment that firms want', { over: firms, symbol: 'I*', source: '6.5, E12' }),
  directedExtra: equation('CNY bn/year', { state: 'beyondStandard(directedInvestment)*expectedOutput', private: '0' },
    'Investment of state firms directed by policy, beyond the standard', { over: firms, source: '6.5' }),
  stateDebtRatio: equation('share',
    'firmLoans[state]/max(price*(capital[state] + robotValue[state]) + firmDeposits[state], 1e-9{CNY bn})',
    'Debt of state firms over their assets', { source: 'docs/theory/public-debt.md', outcome: true }),
  stateDebtRuleFrom: parameter('year', 2018.75,
    'Time from which the owner of state firms limits their debt: the guidelines of 13 September 2018',
    { source: 'docs/theory/public-debt.md', evidence: 'secondary' }),
  stateDebtAlert: parameter('share', 0.65,
    'Debt over assets from which the owner restrains investment of state firms',
    { source: 'docs/theory/public-debt.md', evidence: 'secondary' }),
  stateDebtMost: parameter('share', 0.7,
    'Ratio of debt to assets above which state firms may only replace depreciated capital',
    { source: 'docs/theory/public-debt.md', evidence: 'secondary' }),
  investmentAllowed: equation('CNY bn/year', {
    state: `
      investmentPlan[state]
      + directedExtra[state]
      - if(
        time < stateDebtRuleFrom,
        0,
        1 - clip((stateDebtMost - stateDebtRatio)/(stateDebtMost - stateDebtAlert), 0, 1)
      )*positive(investmentPlan[state] + directedExtra[state] - capitalDepreciation*capital[state])`,
    private: 'investmentPlan[private] + directedExtra[private]',
  }, 'Investment that firms want and the owner of state firms allows', {
    over: firms, source: 'docs/theory/public-debt.md',
  }),
  investmentOpening: level('CNY bn/year', {
    over: firms,
    initial: 'investmentStart',
    next: 'positive(2*investmentOwn - investmentOpening)',
    source: '6.5, docs/theory/changes.md',
  }, 'Investment of firms at the opening of the step; that of the step is the mean of opening and closing'),
  investmentOwn: equation('CNY bn/year', `
    positive(
      investmentOpening
      + timeStep*investmentAdjustment/(2 + timeStep*investmentAdjustment)*(investmentAllowed - investmentOpening)
    )`,
    'Investment of firms, planned', { over: firms, symbol: 'I', source: '6.5' }),
  privateInvestmentShock: shock('share', { type: 'ar1', deviation: 0.02, persistence: 0.6 },
    'Deviation of private investment', { source: '18' }),
  investment: equation('CNY bn/year', {
    state: 'investmentOwn[state]',
    private: 'investmentOwn[private]*(1 + privateInvestmentShock)',
  }, 'Investment of firms', { over: firms, source: '6.5' }),

  // robots
  robotResponse: parameter('share', { low: 0.5, central: 1, high: 1.8 },
    'Response of robots to relative cost', { symbol: 'eR', source: '23.2, S64', evidence: 'assumed' }),
  robotAdjustment: parameter('year', { low: 3, central: 4, high: 6 },
    'Years in which firms close the gap to the robots they want',
    { symbol: 'tau_R', source: '23.2', evidence: 'assumed' }),
  robotTrend: parameter('1/year', 0.03,
    'Trend growth of robots', { symbol: 'gR', source: '6.6, E34', evidence: 'assumed' }),
  robotPriceFall: parameter('1/year', 0.03,
    'Yearly fall of the price of robots', { symbol: 'gpR', source: '29.3', evidence: 'assumed' }),
  robotPriceStart: parameter('CNY m/robot', 0.25,
    'Price of a robot with its equipment at the start', { source: '6.6', evidence: 'assumed' }),
  robotPrice: equation('CNY m/robot',
    'robotPriceStart*exp(-robotPriceFall*yearsSinceStart)',
    'Real price of a robot', { over: [], symbol: 'pR', source: '6.6' }),
  subsidyPassThrough: parameter('share', { low: 0.15, central: 0.3, high: 0.5 },
    'Share of the robot subsidy that lowers the cost of the last robot bought: not all firms draw it, and it ' +
      'covers the robot but not the cell around it',
    { source: 'docs/theory/levers.md', evidence: 'assumed' }),
  robotCost: equation('CNY m/robot/year',
    'robotPrice*(lendingRateNow + robotDepreciation)*(1 - subsidyPassThrough*robotSubsidy)*(1 + chipEffect)',
    'Yearly cost of a robot', { over: [], symbol: 'ucR', source: '6.6' }),
  robotCostStart: base('CNY m/robot/year', `
    robotPriceStart*(loanRateStart + robotDepreciation)*(1 - subsidyPassThrough*standard(robotSubsidy))
    *(1 + standard(chipRestriction)*chipExposure)`,
    'Yearly cost of a robot at the start', { over: [], symbol: 'ucR_0', source: '6.6' }),
  robotTarget: equation('robot k', `
    robotsByFirmStart*(1 + robotAdjustment*robotGrowthStart)
    *(laborShare*marketLaborForce/max(laborStart, 1e-9{person m}))
    *((wage/price/wageStart)/(robotCost/robotCostStart))^robotResponse*exp(robotTrend*yearsSinceStart)*skillEffect`,
    'Robots that firms want: at the start as many more than they have as gives the growth of the start',
    { over: firms, symbol: 'R*', source: '6.6, docs/theory/changes.md' }),
  robotGrowthStart: parameter('1/year', 0.1,
    'Growth of robots in use at the start', { source: '3(13)', evidence: 'assumed' }),
  automationInvestmentStart: base('CNY bn/year',
    'robotPriceStart*robotsByFirmStart*(robotDepreciation + robotGrowthStart)',
    'Investment in robots at the start', { over: firms, source: '3(13)' }),
  automationInvestment: equation('CNY bn/year',
    'positive(robotPrice*((robotTarget - robots)/robotAdjustment + robotDepreciation*robots))',
    'Investment in robots and digital equipment, prices of the start', { over: firms, symbol: 'IA', source: '6.6' }),
  robots: stock('robot k', {
    over: firms,
    initial: 'robotsByFirmStart',
    inflow: 'automationInvestment/robotPrice',
    outflow: 'robotDepreciation*robots',
    symbol: 'R', source: '6.6',
  }, 'Robots in use'),
  robotsPerThousandWorkers: equation('robot k/person m',
    'sum(robots)/max(marketEmployed, 1e-9{person m})',
    'Robots per 1,000 market workers', { outcome: true }),
})
