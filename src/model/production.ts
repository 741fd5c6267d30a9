/** Production: capital of state and private firms, automation, productivity, ownership, investment. */

import { base, datum, delay, equation, level, parameter, sector, shock, smooth, stock } from '../language/declare.ts'

const firms = ['area', 'firm']

export const production = sector('Production, automation, ownership', {
  over: ['area'],
  doc:
    'Capacity of state and private firms comes from capital, public capital, labour and robots under one technology ' +
    'that follows the nation, digital equipment and the business climate. Firms invest with lags after capacity use, ' +
    'profit, confidence and unpaid bills. Robots replace part of the tasks; mixed ownership closes part of the gap ' +
    'of state firms.',
}, {
  // the year before the start, and the rates at which it ends: stocks are those of the start, so flows must be too
  growthBeforeStart: datum('1/year', 'Real growth of the year before the start', { source: 'docs/theory/changes.md' }),
  inflationBeforeStart: datum('1/year',
    'Rise of the price level around the start, without farm prices', { source: 'docs/theory/changes.md' }),
  startLift: base('share',
    'exp(0.5{year}*(growthBeforeStart + inflationBeforeStart))',
    'Rate of a money flow at the start relative to its mean of the year before: half a year of growth and inflation',
    { note: 'Both are 0 in the reference pack: the reference run starts at the means of 2023.' }),
  gdpBaseYear: datum('CNY bn/year', 'Gross regional product of the year before the start', { source: '3' }),
  gdpStart: base('CNY bn/year', 'gdpBaseYear*startLift', 'Gross regional product at the start', { source: '3' }),
  outputBaseYear: base('CNY bn/year',
    'gdpBaseYear*exp(0.5{year}*inflationBeforeStart)',
    'Gross regional product of the year before the start, prices of the start, on which growth of the first year ' +
      'is measured',
    { symbol: 'Y_0', region: 'sum' }),
  publicOutputBaseYear: datum('CNY bn/year',
    'Public value added of the year before the start', { symbol: 'Yg', source: '3' }),
  publicOutputStart: base('CNY bn/year',
    'publicOutputBaseYear*startLift',
    'Public value added at the start', { source: '3' }),
  capitalStart: datum('CNY bn', 'Productive capital at the start', { over: firms, symbol: 'K', source: '3' }),
  publicCapitalStart: datum('CNY bn', 'Public capital at the start', { symbol: 'Kg', source: '3' }),
  robotsStart: datum('robot k', 'Robots in use at the start', { symbol: 'R', source: '3, S32' }),
  stateShareStart: datum('share', 'Share of state firms in market output at the start', { symbol: 'sig', source: '3' }),
  mixedShareStart: datum('share',
    'Share of state capital in mixed-ownership firms at the start', { symbol: 'muo_0', source: '3' }),
  mixedHolderShareStart: datum('share', 'Equity of state firms held by private firms', { symbol: 'hm', source: '3' }),
  provinceHolderShareStart: datum('share', 'Equity of state firms held by the province', { symbol: 'hg', source: '3' }),
  centreHolderShareStart: datum('share',
    'Equity of state firms held by the central government', { symbol: 'hc', source: '3' }),
  outsideHolderShareStart: datum('share', 'Equity of state firms held outside', { symbol: 'hx', source: '3' }),
  privateEquityShare: datum('share',
    'Equity of private firms held by household groups; the rest is held outside',
    { over: ['area', 'group'], symbol: 'e', source: '3' }),
  outsideEquityShare: base('share',
    '1 - sum(privateEquityShare)',
    'Equity of private firms held outside', { symbol: 'ex' }),

  marketOutputStart: base('CNY bn/year',
    'gdpStart - primaryOutputStart - oilOutputStart - publicOutputStart',
    'Market output at the start', { symbol: 'Ym', source: '3' }),
  stateLaborShareStart: base('share',
    'stateShareStart*(1 + redundantStart)/(stateShareStart*(1 + redundantStart) + 1 - stateShareStart)',
    'Labour of state firms at the start', { symbol: 'lam_s', source: '3(3)' }),
  laborStart: base('person m', {
    state: 'stateLaborShareStart*marketEmploymentStart',
    private: '(1 - stateLaborShareStart)*marketEmploymentStart',
  }, 'Labour by firm at the start', { over: firms, symbol: 'Lj0', source: '6.1' }),
  robotsByFirmStart: base('robot k', {
    state: 'stateShareStart*robotsStart',
    private: '(1 - stateShareStart)*robotsStart',
  }, 'Robots by firm at the start', {
    over: firms, symbol: 'R0',
    note: 'The split is not given; by market share reproduces the scale factors of the reference run.',
  }),

  // automation
  jobsPerRobot: parameter('person/robot', { low: 1.5, central: 3.3, high: 5.6 },
    'Jobs replaced by a robot', { symbol: 'theta', source: '23.2, S28', evidence: 'secondary' }),
  automatableShare: parameter('share', { low: 0.25, central: 0.4, high: 0.6 },
    'Share of tasks that can be automated', { symbol: 'amax', source: '23.2', evidence: 'assumed' }),
  labourSaved: parameter('share', { low: 0.2, central: 0.4, high: 0.7 },
    'Labour saved of the jobs that robots replace: the last robot bought earns its cost and no more',
    { source: 'docs/theory/levers.md', evidence: 'derived' }),
  automationStart: base('share', `
    automatableShare
    *(
      1
      - exp(
        -labourSaved*jobsPerRobot*robotsByFirmStart*0.001{person m/person k}
        /(automatableShare*max(laborStart, 1e-9{person m}))
      )
    )`,
    'Share of tasks automated at the start', { over: firms, source: '6.1' }),
  automation: equation('share', `
    automatableShare
    *(
      1
      - exp(
        -labourSaved*jobsPerRobot*robots*0.001{person m/person k}/(automatableShare*max(laborStart, 1e-9{person m}))
      )
    )`,
    'Share of tasks automated', { over: firms, symbol: 'a', source: '6.1' }),

  // capacity
  capitalElasticity: parameter('share', { low: 0.38, central: 0.46, high: 0.56 },
    'Elasticity of output to capital', { symbol: 'al', source: 'docs/theory/data-changes.md', evidence: 'derived' }),
  publicCapitalElasticity: parameter('share', { low: 0.04, central: 0.08, high: 0.15 },
    'Elasticity of output to public capital', { symbol: 'gam', source: '23.2, S53', evidence: 'secondary' }),
  ownershipGap: parameter('share', { low: 0.15, central: 0.25, high: 0.4 },
    'Productivity gap of state firms', { symbol: 'gap', source: '23.2, S46', evidence: 'secondary' }),
  mixedGain: parameter('share', { low: 0.2, central: 0.45, high: 0.7 },
    'Share of the productivity gap closed in mixed-ownership firms',
    { symbol: 'effm', source: '23.2, S46b', evidence: 'assumed' }),
  productiveLaborStart: base('person m', {
    state: 'laborStart[state]/(1 + redundantStart)',
    private: 'laborStart[private]',
  }, 'Productive labour by firm at the start', { over: firms }),
  closedStart: base('share',
    'lockdownStart*lockdownExposure + workplacesClosedStart',
    'Market output lost through closures in the year before the start', { source: 'docs/theory/migration.md' }),
  openStart: base('share',
    '1 - closedStart',
    'Market output at the start over what it would be if nothing were closed', { source: 'docs/theory/migration.md' }),
  reopeningYears: parameter('year', { low: 0.3, central: 1, high: 3 },
    'Years in which output lost through closures returns once nothing is closed',
    { source: 'docs/theory/migration.md', evidence: 'derived', sampled: false }),
  closedNow: equation('share',
    'lockdown*lockdownExposure + workplacesClosed',
    'Market output lost through what is closed now', { source: 'docs/theory/migration.md' }),
  closedLeft: level('share', {
    initial: 'closedStart',
    next: 'max(closedNow, closedLeft*exp(-timeStep/reopeningYears))',
    source: 'docs/theory/migration.md',
  }, 'Market output lost through closures, now or before, at the opening of the step'),
  openNow: equation('share',
    '(1 - max(closedNow, closedLeft*exp(-timeStep/(2*reopeningYears))))/openStart',
    'Market output over what it would be if nothing were closed, start = 1', { source: 'docs/theory/migration.md' }),
  marketOutputOpen: base('CNY bn/year',
    'marketOutputStart/openStart',
    'Market output at the start if nothing were closed', { source: 'docs/theory/migration.md' }),
  capacityStart: base('CNY bn/year', {
    state: 'stateShareStart*marketOutputOpen/normalUtilisation',
    private: '(1 - stateShareStart)*marketOutputOpen/normalUtilisation',
  }, 'Capacity output by firm at the start', { over: firms, source: '3(3)' }),
  capacityScale: base('CNY bn/year', `
    capacityStart
    /(
      ((publicCapitalStart + vehicleCapitalStart)/1{CNY bn})^publicCapitalElasticity
      *(max(capitalStart, 1e-9{CNY bn})/1{CNY bn})^capitalElasticity
      *(max(productiveLaborStart, 1e-9{person m})/((1 - automationStart)*1{person m}))^(1 - capitalElasticity)
    )`,
    'Scale factor of the production function', { over: firms, symbol: 'b', source: '3(3)' }),
  productiveLabor: equation('person m', {
    state: 'stateLaborShare*marketLaborForce/(1 + redundantShare)',
    private: '(1 - stateLaborShare)*marketLaborForce',
  }, 'Productive labour by firm at normal unemployment', { over: firms, symbol: 'L', source: '6.2' }),
  ownershipEffect: equation('share', {
    state: '(1 - ownershipGap*(1 - mixedGain*mixedShareFelt))/(1 - ownershipGap*(1 - mixedGain*mixedShareStart))',
    private: '1',
  }, 'Productivity relative to the start through ownership', { over: firms, symbol: 'own', source: '6.2' }),
  capacityByFirm: equation('CNY bn/year', `
    capacityScale*exp(technology)*ownershipEffect
    *(max(publicCapital + vehicleCapital, 1e-9{CNY bn})/1{CNY bn})^publicCapitalElasticity
    *(max(capital, 1e-9{CNY bn})/1{CNY bn})^capitalElasticity
    *(productiveLabor/((1 - automation)*1{person m}))^(1 - capitalElasticity)`,
    'Capacity output by firm', { over: firms, symbol: 'Ystar_j', source: '6.2' }),
  capacity: equation('CNY bn/year',
    'sum(capacityByFirm)',
    'Capacity output of the market sector', { symbol: 'Ystar', source: '6.2' }),
  stateShare: equation('share',
    'capacityByFirm[state]/max(capacity, 1e-9{CNY bn/year})',
    'Share of state firms in market output', { symbol: 'sig', source: '6.2', outcome: true }),
  marketShare: equation('share', { state: 'stateShare', private: '1 - stateShare' },
    'Market share by firm', { over: firms }),
  stateLaborYears: parameter('year', 2,
    'Years in which labour of state firms follows their market share', { source: '6.2, E10', evidence: 'assumed' }),
  stateLaborShare: smooth('share', {
    of: 'stateShare*(1 + closing(redundantShare))/(stateShare*(1 + closing(redundantShare)) + 1 - stateShare)',
    years: 'stateLaborYears',
    initial: 'stateLaborShareStart',
    symbol: 'lam_s', source: '6.2, E10',
  }, 'Labour of state firms in market labour'),
  laborShare: equation('share', { state: 'stateLaborShare', private: '1 - stateLaborShare' },
    'Share of market labour by firm', { over: firms }),
  productivity: equation('CNY k/person/year',
    'capacity/max(sum(productiveLabor), 1e-9{person m})',
    'Capacity output per worker', { symbol: 'prodty', source: '6.2' }),
  utilisation: equation('share',
    'marketOutput/max(capacity, 1e-9{CNY bn/year})',
    'Use of capacity', { symbol: 'util', source: '6.2', outcome: true }),
  newsYears: parameter('year', 0.25,
    'Years until firms and buyers know sales, profits and costs: the books of a quarter',
    { source: 'docs/theory/changes.md', evidence: 'assumed' }),
  utilisationBefore: smooth('share', { of: 'utilisation', years: 'newsYears', initial: 'normalUtilisation' },
    'Use of capacity of the last quarter'),

  // technology
  growthGap: parameter('1/year', { low: -0.012, central: -0.007, high: -0.002 },
    'Growth of output per worker in the market less that of all output per worker in the nation, which rises as ' +
      'well because people leave farms',
    { source: 'docs/theory/migration.md', evidence: 'derived' }),
  catchUp: parameter('1/year', { low: 0.01, central: 0.018, high: 0.026 },
    'Share of the productivity lost against the nation since the start that is made up in a year',
    { symbol: 'cat', source: 'docs/theory/migration.md', evidence: 'secondary' }),
  technologyFromDigital: parameter('1/year', { low: 0.1, central: 0.4, high: 0.8 },
    'Productivity gain in points a year per unit of the digital index beyond the start',
    { symbol: 'phi_dig', source: '23.2', evidence: 'assumed' }),
  technologyFromBusiness: parameter('1/year', { low: 0.1, central: 0.3, high: 0.7 },
    'Productivity gain in points a year per unit of the business climate beyond the start',
    { symbol: 'phi_inf', source: '23.2', evidence: 'assumed' }),
  technologyOfGrowth: base('share',
    '1 - capitalElasticity',
    'Growth of productivity at given capital per point of growth of output per worker, where capital keeps pace',
    { over: [], source: 'docs/theory/migration.md' }),
  nationalTechnology: stock('index', {
    initial: '0',
    inflow: 'technologyOfGrowth*(nationalGrowthFollowed + nationalWorkersFall)',
    over: [], source: 'docs/theory/migration.md',
    negative: 'A logarithm: productivity at given capital may fall below that of the start.',
  }, 'Total factor productivity of the nation (log), start = 0'),
  technology: stock('index', {
    initial: '0',
    inflow: `
      technologyOfGrowth*(nationalGrowthFollowed + nationalWorkersFall + growthGap)
      + catchUp*(nationalTechnology - technology)
      + (
        technologyFromDigital*(digital - digitalStart)
        + technologyFromBusiness*(businessClimate - standard(businessReform))
      )/100`,
    symbol: 'lnB', source: '6.3, docs/theory/migration.md',
    negative: 'A logarithm: total factor productivity may fall below that of the start.',
  }, 'Total factor productivity (log), start = 0'),
  chipExposure: parameter('share', { low: 0.01, central: 0.05, high: 0.12 },
    'Exposure to technology controls: share affected times pass-through',
    { symbol: 's_hip', source: '23.2', evidence: 'assumed' }),
  chipEffect: equation('share',
    'chipRestriction*chipExposure',
    'Effect of technology controls', { over: [], symbol: 'chip', source: '6.3' }),
  skillEffectLow: parameter('share', 0.9,
    'Lowest effect of technicians on automation', { source: '5.8', evidence: 'assumed' }),
  skillEffectHigh: parameter('share', 1.1,
    'Highest effect of technicians on automation', { source: '5.8', evidence: 'assumed' }),
  skillEffect: equation('share',
    'clip((closing(technicianShare)/technicianShareStart)^skillElasticity, skillEffectLow, skillEffectHigh)',
    'Effect of technicians on automation', { symbol: 'Sk', source: '5.8' }),
  skillElasticity: parameter('share', 0.5,
    'Response of automation to technicians', { symbol: 'hsk', source: '29.3', evidence: 'assumed' }),
  digitalIntensity: equation('share',
    'sum(automationInvestment)/max(sum(investment), 1e-9{CNY bn/year})',
    'Share of robots and digital equipment in the investment of firms', { symbol: 'IA/I', source: '6.3' }),
  digitalIntensityStart: base('share',
    'sum(automationInvestmentStart)/sum(investmentStart)',
    'Share of robots and digital equipment in the investment of firms at the start', { source: '3(13)' }),
  robotsInDigital: parameter('share', { low: 0.1, central: 0.3, high: 0.6 },
    'Share of robots in the digital equipment that raises productivity; the rest is computers, networks and programs',
    { source: 'docs/theory/levers.md', evidence: 'assumed' }),
  digitalStart: parameter('share', 0.2, 'Digital index at the start', { source: '6.3', evidence: 'assumed' }),
  digitalMost: parameter('share', 1.5, 'Highest digital index', { source: '6.3', evidence: 'assumed' }),
  digitalYears: parameter('year', 3,
    'Years in which the digital index follows investment', { source: '6.3', evidence: 'assumed' }),
  digital: smooth('index', {
    of: `
      clip(
        digitalStart
        *if(digitalIntensityStart > 0, 1 + robotsInDigital*(digitalIntensity/max(digitalIntensityStart, 1e-9) - 1), 1)
        *(1 - chipRestriction*chipExposureOfArea)/(1 - standard(chipRestriction)*chipExposureOfArea)*skillEffect,
        0,
        digitalMost
      )`,
    years: 'digitalYears',
    initial: 'digitalStart',
    symbol: 'Dig', source: '6.3',
  }, 'Digital index'),
  businessYears: parameter('year', 3,
    'Years in which the business climate follows reform', { source: '6.3', evidence: 'assumed' }),
  businessClimate: smooth('index', {
    of: 'businessReform',
    years: 'businessYears',
    initial: 'standard(businessReform)',
    over: [], symbol: 'bus', source: '6.3',
  }, 'Business climate'),

  // capital
  capitalDepreciation: parameter('1/year', { low: 0.07, central: 0.095, high: 0.12 },
    'Depreciation of productive capital', { symbol: 'dK', source: 'docs/theory/priors.md', evidence: 'assumed' }),
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
    'capitalPerOutputStart*sum(capital)/sum(capitalStart)*marketOutputOpen/max(marketOutputBefore, 1e-9{CNY bn/year})',
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
    'Debt over assets from which state firms may only replace what wears out',
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
    robotsByFirmStart*(laborShare*marketLaborForce/max(laborStart, 1e-9{person m}))
    *((wage/price/wageStart)/(robotCost/robotCostStart))^robotResponse*exp(robotTrend*yearsSinceStart)*skillEffect`,
    'Robots that firms want', { over: firms, symbol: 'R*', source: '6.6' }),
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

  // ownership
  mixedShare: stock('share', {
    initial: 'mixedShareStart',
    inflow: 'mixedOwnershipPace*(1 - mixedShare)',
    symbol: 'muo', source: '6.7',
  }, 'Share of state capital in mixed-ownership firms'),
  mixedYears: parameter('year', 3,
    'Years in which mixed ownership takes effect', { source: '6.2', evidence: 'assumed' }),
  mixedShareFelt: smooth('share', {
    of: 'closing(mixedShare)',
    years: 'mixedYears',
    initial: 'mixedShareStart',
    symbol: 'muoS', source: '6.2',
  }, 'Mixed ownership that has taken effect'),
  provinceSale: parameter('share', 0.5,
    "Part of the province's holding sold for each part of state capital opened",
    { source: '6.7', evidence: 'assumed' }),
  sharesSoldRate: equation('1/year',
    'provinceSale*mixedOwnershipPace',
    "Part of the province's holding sold in a year", { over: [], source: '6.7' }),
  provinceHolderShare: stock('share', {
    initial: 'provinceHolderShareStart',
    outflow: 'sharesSoldRate*provinceHolderShare',
    symbol: 'hg', source: '6.7',
  }, 'Equity of state firms held by the province'),
  mixedHolderShare: stock('share', {
    initial: 'mixedHolderShareStart',
    inflow: '(1 - buyersOutside)*sharesSoldRate*provinceHolderShare',
    symbol: 'hm', source: '6.7',
  }, 'Equity of state firms held by private firms'),
  buyersOutside: parameter('share', 0.3,
    'Share of state equity sold that buyers outside the region buy; private firms buy the rest',
    { source: '6.7', evidence: 'assumed' }),
  outsideHolderShare: stock('share', {
    initial: 'outsideHolderShareStart',
    inflow: 'buyersOutside*sharesSoldRate*provinceHolderShare',
    symbol: 'hx', source: '6.7',
  }, 'Equity of state firms held outside'),
  centreHolderShare: equation('share',
    '1 - provinceHolderShare - mixedHolderShare - outsideHolderShare',
    'Equity of state firms held by the central government', { symbol: 'hc' }),
  stateEquity: equation('CNY bn',
    'price*(capital[state] + robotValue[state]) + firmDeposits[state] - firmLoans[state]',
    'Book equity of state firms at the opening of the step', { symbol: 'Eqs', source: '2.1' }),
  robotValue: equation('CNY bn',
    'robotPrice*robots',
    'Robots and digital capital, prices of the start', { over: firms, symbol: 'A', source: '6' }),
  equitySale: equation('CNY bn/year',
    'sharesSoldRate*positive(stateEquity)*provinceHolderShare',
    'Sale of state equity by the province', { symbol: 'Z', source: '6.7' }),

  // cost
  unitLaborCost: equation('index',
    'wage*(1 + employerRate)/max(productivity, 1e-9{CNY k/person/year})/price',
    'Real unit labour cost', { symbol: 'ulc', source: '6.8' }),
  nominalUnitCost: equation('index', 'price*unitLaborCost', 'Nominal unit labour cost', { source: '6.8' }),
  nominalUnitCostStart: level('index', {
    initial: '1',
    next: 'if(time = startTime, nominalUnitCost, nominalUnitCostStart)',
    note: 'The reference is the first step: only then is a capacity output per worker known.',
  }, 'Nominal unit labour cost of the first step'),
  costFromLabour: parameter('share', 0.5,
    'Weight of unit labour cost in cost relative to the nation', { source: '6.8, E13', evidence: 'assumed' }),
  costFromPrices: parameter('share', 0.5,
    'Weight of prices in cost relative to the nation', { source: '6.8, E13', evidence: 'assumed' }),
  relativeCost: smooth('index', {
    of: `
      costFromLabour*nominalUnitCost/closing(nominalUnitCostStart)/closing(nationalPrice)
      + costFromPrices*price/closing(nationalPrice)`,
    years: 'newsYears',
    initial: '1',
    symbol: 'comp', source: '6.8, E13',
  }, 'Cost relative to the rest of the country in the last quarter'),
})
