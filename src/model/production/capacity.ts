/** Output and employment at the start, automation, and the capacity of firms. */

import { base, datum, equation, level, parameter, part, smooth } from '../../language/declare.ts'
import { firms } from './firms.ts'

export const productionCapacity = part({
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
    '(lockdownStart*lockdownExposure + workplacesClosedStart)*gdpStart/marketOutputStart',
    'Market output lost through closures in the year before the start', { source: 'docs/theory/migration.md' }),
  openStart: base('share',
    '1 - closedStart',
    'Market output at the start relative to output without closures', { source: 'docs/theory/migration.md' }),
  reopeningYears: parameter('year', { low: 0.3, central: 1, high: 3 },
    'Years in which output lost through closures returns once nothing is closed',
    { source: 'docs/theory/migration.md', evidence: 'derived', sampled: false }),
  closedNow: equation('share',
    '(lockdown*lockdownExposure + workplacesClosed)*gdpStart/marketOutputStart',
    'Market output lost to current closures', { source: 'docs/theory/migration.md' }),
  closedLeft: level('share', {
    initial: 'closedStart',
    next: 'max(closedNow, closedLeft*exp(-timeStep/reopeningYears))',
    source: 'docs/theory/migration.md',
  }, 'Market output lost through closures, now or before, at the opening of the step'),
  openNow: equation('share',
    '(1 - max(closedNow, closedLeft*exp(-timeStep/(2*reopeningYears))))/openStart',
    'Market output relative to output without closures, start = 1', { source: 'docs/theory/migration.md' }),
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
  technicianPremium: parameter('share', { low: 0, central: 0.12, high: 0.25 },
    'Work of a technician beyond that of others with the same capital: two years of school at 5 to 10 % each',
    { source: 'docs/theory/chains.md', evidence: 'secondary' }),
  technicianYears: parameter('year', 17,
    'Years until technicians among the young have become older workers: the width of the ages that are counted',
    { source: 'docs/theory/chains.md', evidence: 'assumed' }),
  techniciansOlder: smooth('share', {
    of: 'technicianShare',
    years: 'technicianYears',
    initial: 'technicianShareStart',
    source: 'docs/theory/chains.md',
  }, 'Technicians among older workers: at the start as many as among the young'),
  laborQuality: equation('index', `
    1
    + technicianPremium
      *(
        employedShare[young]*(technicianShare - technicianShareStart)
        + (1 - employedShare[young])*(techniciansOlder - technicianShareStart)
      )`,
    'Work of a worker through technical training, start = 1', { source: 'docs/theory/chains.md' }),
  ownershipEffect: equation('share', {
    state: '(1 - ownershipGap*(1 - mixedGain*mixedShareFelt))/(1 - ownershipGap*(1 - mixedGain*mixedShareStart))',
    private: '1',
  }, 'Productivity relative to the start through ownership', { over: firms, symbol: 'own', source: '6.2' }),
  capacityByFirm: equation('CNY bn/year', `
    capacityScale*exp(technology)*ownershipEffect
    *(max(publicCapital + vehicleCapital, 1e-9{CNY bn})/1{CNY bn})^publicCapitalElasticity
    *(max(capital, 1e-9{CNY bn})/1{CNY bn})^capitalElasticity
    *(laborQuality*productiveLabor/((1 - automation)*1{person m}))^(1 - capitalElasticity)`,
    'Capacity output by firm', { over: firms, symbol: 'Ystar_j', source: '6.2' }),
  capacity: equation('CNY bn/year',
    'sum(capacityByFirm)',
    'Capacity output of the market sector', { symbol: 'Ystar', source: '6.2' }),
  stateShare: equation('share',
    'capacityByFirm[state]/max(capacity, 1e-9{CNY bn/year})',
    'Share of firms with state capital in market output, mixed ones among them',
    { symbol: 'sig', source: '6.2', outcome: true }),
  stateOwnedShare: equation('share',
    'stateShare*(provinceHolderShare + centreHolderShare)',
    'Share of market output that belongs to the state, by its equity in firms',
    { source: 'docs/theory/chains.md', outcome: true }),
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
})
