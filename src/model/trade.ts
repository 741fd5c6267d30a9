/** External demand by partner, base sectors, imports, and market output. */

import { base, datum, delay, equation, parameter, sector, shock, smooth, stock } from '../language/declare.ts'

export const trade = sector('External demand, base sectors, output', {
  over: ['area'],
  doc:
    'Demand from Russia, the world, the rest of China, visitors and defence meets relative cost; imports take what ' +
    'is not made here, and all that capacity cannot supply. Output follows demand up to a ceiling. Grain and oil are ' +
    'given from outside.',
}, {
  primaryOutputBaseYear: datum('CNY bn/year', 'Primary value added of the year before the start', { source: '3' }),
  primaryOutputStart: base('CNY bn/year',
    'primaryOutputBaseYear*startLift',
    'Primary value added at the start', { symbol: 'Ya0', source: '3' }),
  oilOutputStart: datum('CNY bn/year', 'Oil and gas value added at the start', { symbol: 'Yo0', source: '3' }),
  exportsAbroadBaseYear: datum('CNY bn/year', 'Exports abroad of the year before the start', { source: '3' }),
  exportsRussiaBaseYear: datum('CNY bn/year', 'Exports to Russia of the year before the start', { source: '3, S48' }),
  exportsRussiaCarsStart: datum('CNY bn/year',
    'Car exports to Russia in the year before the start',
    {
      symbol: 'cars0', source: '3',
      note: 'Not raised to the start: the path of the market share is measured on that year.',
    }),
  exportsAbroadStart: base('CNY bn/year',
    'exportsAbroadBaseYear*startLift - exportsRussiaCarsStart*(startLift - 1)',
    'Exports abroad at the start', { source: '3' }),
  exportsRussiaStart: base('CNY bn/year',
    'exportsRussiaBaseYear*startLift - exportsRussiaCarsStart*(startLift - 1)',
    'Exports to Russia at the start', { source: '3' }),
  defenceBaseYear: datum('CNY bn/year', 'Defence procurement of the year before the start', { source: '3' }),
  defenceStart: base('CNY bn/year',
    'defenceBaseYear*startLift',
    'Defence procurement at the start', { symbol: 'Xdef0', source: '3' }),
  importShift: datum('share', 'Shift of import propensities of the area', { symbol: 'mreg', source: '3, E27' }),

  // reaction to cost
  exportElasticity: parameter('share', { low: 0.5, central: 0.9, high: 1.5 },
    'Price elasticity of exports', { symbol: 'e_x', source: '23.4, S50', evidence: 'secondary' }),
  nationElasticity: parameter('share', { low: 0.6, central: 0.85, high: 1.1 },
    'Elasticity of sales to the rest of China to its output', { symbol: 'e_rc', source: '23.4', evidence: 'assumed' }),
  nationPriceElasticity: parameter('share', { low: 0.5, central: 1, high: 2 },
    'Price elasticity of sales to the rest of China', { symbol: 'e_xc', source: '23.4', evidence: 'assumed' }),
  nationCycleElasticity: parameter('year', { low: 1, central: 2, high: 3 },
    'Swing of producer goods with the national cycle',
    { symbol: 'e_cyc', source: '29.3', evidence: 'assumed', sampled: false }),
  digitalQuality: parameter('share', 0.3,
    'Quality gain of digital upgrades in sales to the rest of China',
    { symbol: 'e_dq', source: '29.3', evidence: 'assumed' }),
  worldElasticity: parameter('share', { low: 1, central: 1.5, high: 2.3 },
    'Elasticity of exports to world demand', { symbol: 'e_y', source: '23.4, S50', evidence: 'secondary' }),
  worldGrowth: parameter('1/year', { low: 0.01, central: 0.02, high: 0.04 },
    'Growth of world demand', { symbol: 'g_RW', source: '29.3', evidence: 'assumed', sampled: false }),
  russiaGrowth: parameter('1/year', 0.02,
    'Growth of other Russian demand', { symbol: 'g_RU', source: '29.3', evidence: 'assumed' }),
  defenceGrowth: parameter('1/year', 0.05,
    'Growth of defence procurement', { symbol: 'g_def', source: '29.3, E34', evidence: 'assumed' }),
  primaryGrowth: parameter('1/year', { low: 0.02, central: 0.03, high: 0.045 },
    'Growth of primary output', { symbol: 'g_a', source: '29.3, E34', evidence: 'assumed', sampled: false }),
  oilDecline: parameter('1/year', 0.015,
    'Yearly fall of oil output', { symbol: 'd_o', source: '29.3', evidence: 'assumed' }),
  carExportFactor: parameter('share', { low: 0.6, central: 1, high: 1.4 },
    'Factor on car exports to Russia', { symbol: 'shNE', source: '23.4', evidence: 'assumed' }),
  portElasticity: parameter('share', 0.3,
    'Effect of ports on exports to Russia', { symbol: 'e_inf', source: '29.3', evidence: 'assumed' }),
  borderEffect: parameter('share', 0.1,
    'Boost of border trade per 0.1 % of output', { symbol: 'e_bp', source: '29.3', evidence: 'assumed' }),
  diversificationEffect: parameter('share', 0.04,
    'Boost of other exports per 0.1 % of output', { symbol: 'e_div', source: '29.3', evidence: 'assumed' }),
  farmEffect: parameter('share', 9,
    'Rise of primary output per unit of farm modernisation (share of output)',
    { symbol: '30 e_ag', source: '10, 29.3', evidence: 'assumed' }),
  exportSwitch: parameter('share', 1, 'Scale of all exports but public ones (0 in a test)', { source: '25 X5' }),

  relativeCostLow: parameter('share', 0.4,
    'Lowest relative cost that counts for trade', { source: '10', evidence: 'assumed' }),
  relativeCostHigh: parameter('share', 2.5,
    'Highest relative cost that counts for trade', { source: '10', evidence: 'assumed' }),
  cost: equation('index',
    'clip(relativeCost, relativeCostLow, relativeCostHigh)',
    'Relative cost as buyers see it', { source: '10' }),
  capacityBefore: delay('CNY bn/year', { of: 'capacity', initial: 'marketOutputStart/normalUtilisation' },
    'Capacity output in the previous step'),
  supplyFadeFrom: parameter('share', 1.02,
    'Capacity over output below which export supply fades', { source: '10', evidence: 'assumed' }),
  supplyFade: equation('share',
    'min(1, (supplyFadeFrom*capacityBefore/max(marketOutputBefore, 1e-9{CNY bn/year}))^2)*exportSwitch',
    'Factor on exports when capacity is tight', { symbol: 'capf', source: '10' }),
  portCapitalRatio: parameter('year', 0.005,
    'Port and border capacity at the start, in years of output', { source: '10', evidence: 'assumed' }),
  portDepreciation: parameter('1/year', 0.05,
    'Depreciation of port and border capacity', { source: '10', evidence: 'assumed' }),
  portCapital: stock('CNY bn', {
    initial: 'portCapitalRatio*gdpStart',
    inflow: 'portProgramme*expectedOutput',
    outflow: 'portDepreciation*portCapital',
    symbol: 'PortCap', source: '10',
  }, 'Ports and border capacity'),
  programmeUnit: parameter('share', 0.001,
    'Size of a trade programme to which its effect refers, of output', { source: '10', evidence: 'assumed' }),
  borderBoostMost: parameter('share', 0.5,
    'Highest effect of the port programme on car exports', { source: '10', evidence: 'assumed' }),
  borderBoost: equation('share',
    'min(borderEffect*beyondStandard(portProgramme)/programmeUnit, borderBoostMost)',
    'Boost of trade with Russia', { over: [], symbol: 'bp', source: '10' }),
  diversificationYears: parameter('year', 3,
    'Years in which export diversification takes effect', { source: '10', evidence: 'assumed' }),
  diversificationFelt: smooth('share', {
    of: 'positive(beyondStandard(exportDiversification))',
    years: 'diversificationYears',
    initial: '0',
    over: [], source: '10',
  }, 'Diversification that has taken effect'),
  diversificationMost: parameter('share', 0.2,
    'Highest effect of export diversification', { source: '10', evidence: 'assumed' }),
  diversificationBoost: equation('share',
    'min(diversificationEffect*closing(diversificationFelt)/programmeUnit, diversificationMost)',
    'Boost of other exports', { over: [], symbol: 'div', source: '10' }),
  carShareStart: parameter('share', 0.5,
    'Share of Chinese brands in the Russian car market at the start', { source: '10', evidence: 'derived' }),
  exportsCars: equation('CNY bn/year', `
    exportsRussiaCarsStart*carExportFactor*(chineseCarShare/carShareStart)*cost^(-exportElasticity)*(1 + borderBoost)
    *(1 - recyclingFee)*carMarketAccess*supplyFade`,
    'Car exports to Russia, prices of the start', { symbol: 'Xru_car', source: '10' }),
  portUseShare: parameter('share', 0.1,
    'Part of other exports to Russia that depends on port capacity', { source: '10', evidence: 'assumed' }),
  borderBoostOther: parameter('share', 0.5,
    'Effect of the port programme on other exports, relative to cars', { source: '10', evidence: 'assumed' }),
  exportsRussiaOther: equation('CNY bn/year', `
    (exportsRussiaStart - exportsRussiaCarsStart)*exp(russiaGrowth*yearsSinceStart)*cost^(-exportElasticity)
    *(1 + portUseShare*portElasticity*(portCapital/max(portCapitalRatio*gdpStart, 1e-9{CNY bn}) - 1))
    *(1 + borderBoostOther*borderBoost)*(1 - sanctionsLoss)*supplyFade*russiaDemandTest`,
    'Other exports to Russia, prices of the start', { symbol: 'Xru_oth', source: '10' }),
  russiaDemandTest: parameter('share', 1, 'Scale of Russian demand, for experiments', { source: '26 R10' }),
  exportsRussia: equation('CNY bn/year',
    'exportsCars*russiaDemandTest + exportsRussiaOther',
    'Exports to Russia, prices of the start', { source: '10', outcome: true, region: 'sum' }),
  chipExportLoss: parameter('share', 0.02,
    'Loss of exports to the world at full technology controls', { source: '10', evidence: 'assumed' }),
  exportsWorld: equation('CNY bn/year', `
    (exportsAbroadStart - exportsRussiaStart)*exp(worldGrowth*worldElasticity*yearsSinceStart)
    *worldDemand^worldElasticity*cost^(-exportElasticity)*(1 - beyondStandard(tradeTariff))*(1 + diversificationBoost)
    *(1 - chipExportLoss*beyondStandard(chipRestriction))*supplyFade`,
    'Exports to the rest of the world, prices of the start', { symbol: 'Xrw', source: '10', outcome: true }),
  nationDemandShock: shock('share', { type: 'ar1', deviation: 0.012, persistence: 0.6 },
    'Deviation of sales to the rest of China', { source: '18' }),
  exportsNation: equation('CNY bn/year', `
    exportsNationStart*exp(nationCycleElasticity*(nationalGrowthRecent - nationalGrowthTrend))
    *nationalOutput^nationElasticity*cost^(-nationPriceElasticity)*(1 + digitalQuality*(digital - digitalStart))
    *(1 + nationDemandShock)*supplyFade`,
    'Sales to the rest of China, prices of the start', { symbol: 'Xrc', source: '10', outcome: true }),
  defence: equation('CNY bn/year',
    'defenceStart*exp(defenceGrowth*yearsSinceStart)',
    'Defence procurement, prices of the start', { symbol: 'Xdef', source: '10', outcome: true }),
  harvestShock: shock('share', { type: 'yearlyNormal', deviation: 0.05 }, 'Deviation of the harvest', { source: '18' }),
  primaryOutput: equation('CNY bn/year', `
    primaryOutputStart*exp(primaryGrowth*yearsSinceStart)*(1 + harvestShock)
    *(1 + farmEffect*beyondStandard(farmModernisation))`,
    'Primary value added, prices of the start', { symbol: 'Ya', source: '10', outcome: true, region: 'sum' }),
  oilOutput: equation('CNY bn/year',
    'oilOutputStart*exp(-oilDecline*yearsSinceStart)*(1 + oilPriceShock)',
    'Oil and gas value added, prices of the start', { symbol: 'Yo', source: '10', outcome: true }),
  grainBaseYear: datum('t m/year', 'Grain harvest of the year before the start', { source: '10, S54' }),
  crudeOilBaseYear: datum('t m/year', 'Crude oil output of the year before the start', { source: '10, S14' }),
  grain: equation('t m/year',
    'grainBaseYear*primaryOutput/max(primaryOutputStart, 1e-9{CNY bn/year})',
    'Grain harvest, moves with primary output', { symbol: 'Q', source: '10', outcome: true }),
  crudeOil: equation('t m/year',
    'crudeOilBaseYear*exp(-oilDecline*yearsSinceStart)',
    'Crude oil output', { source: '10', outcome: true }),
  marketExports: equation('CNY bn/year',
    'exportsRussia + exportsWorld + exportsNation + tourism + defence',
    'Exports of the market sector, prices of the start'),
  exports: equation('CNY bn/year',
    'marketExports + primaryOutput + oilOutput',
    'Exports, prices of the start', { symbol: 'X', source: '2.4' }),

  // imports
  importShiftCommon: parameter('share', { low: -0.05, central: 0, high: 0.05 },
    'Common shift of import propensities', { source: '23.4', evidence: 'assumed' }),
  importOfConsumption: parameter('share', 0.36,
    'Import propensity of consumption', { symbol: 'mC', source: '23.4', evidence: 'assumed' }),
  importOfInvestment: parameter('share', 0.45,
    'Import propensity of investment', { symbol: 'mI', source: '23.4', evidence: 'assumed' }),
  importOfRobots: parameter('share', 0.6,
    'Import propensity of robots', { symbol: 'mA', source: '23.4', evidence: 'assumed' }),
  importOfBuilding: parameter('share', 0.32,
    'Import propensity of public and housing construction', { symbol: 'mB', source: '23.4', evidence: 'assumed' }),
  importOfPurchases: parameter('share', 0.15,
    'Import propensity of public purchases', { symbol: 'mG', source: '23.4', evidence: 'assumed' }),
  importOfExports: parameter('share', 0.32,
    'Import content of exports', { symbol: 'mX', source: '23.4', evidence: 'assumed' }),
  importFromCost: parameter('share', 0.4,
    'Response of imports to relative cost', { symbol: 'e_mp', source: '29.3, E13', evidence: 'assumed' }),
  importFromCapacity: parameter('share', { low: 0.3, central: 0.6, high: 0.9 },
    'Response of imports to the use of capacity',
    { symbol: 'e_mu', source: '29.3, E13', evidence: 'assumed', sampled: false }),
  importTest: parameter('share', 1, 'Scale of import propensities, for experiments', { source: '25 X9' }),
  shareInvestment: base('share',
    'importOfInvestment + importShiftCommon + importShift',
    'Import propensity of investment in the area'),
  shareBuilding: base('share',
    'importOfBuilding + importShiftCommon + importShift',
    'Import propensity of construction in the area'),
  importShiftPart: parameter('share', 0.5,
    "Part of the area's import shift that applies to purchases and exports", { source: '25 X9', evidence: 'assumed' }),
  sharePurchases: base('share',
    'importOfPurchases + importShiftCommon + importShiftPart*importShift',
    'Import propensity of public purchases in the area'),
  shareExports: base('share',
    'importOfExports + importShiftCommon + importShiftPart*importShift',
    'Import content of exports in the area'),
  localDemandOtherStart: base('CNY bn/year', `
    (1 - shareInvestment)*sum(investmentStart, firm)
    + (1 - importOfRobots)*sum(automationInvestmentStart, firm)
    + (1 - shareBuilding)
      *(
        publicInvestmentShareStart*gdpStart
        + cultureInvestmentShareStart*gdpStart
        + vehicleInvestmentStart
        + constructionStart
      )
    + (1 - sharePurchases)*purchasesStart
    + (1 - shareExports)*(exportsAbroadStart + tourismStart + defenceStart)`,
    'Local demand at the start, but for consumption and sales to the rest of China', { source: '3(7)' }),
  constructionStart: base('CNY bn/year',
    'buildingCostStart*(buildingAtStart*homeStartsStart + buildingLater*smoothedStartsStart)',
    'Housing construction at the start'),
  shareConsumptionGiven: base('share',
    'importOfConsumption + importShiftCommon + importShift',
    'Import propensity of consumption in the area, as given'),
  nationExportsLeast: parameter('share', 0.04,
    'Lowest sales to the rest of China at the start, of market output', { source: '3(7), E27', evidence: 'assumed' }),
  exportsNationStart: base('CNY bn/year', `
    max(
      nationExportsLeast*marketOutputStart,
      (marketOutputStart - localDemandOtherStart - (1 - shareConsumptionGiven)*consumptionStart)/(1 - shareExports)
    )`,
    'Sales to the rest of China that close the market at the start', { symbol: 'Xrc0', source: '3(7), E27' }),
  shareConsumption: base('share',
    '1 - (marketOutputStart - localDemandOtherStart - (1 - shareExports)*exportsNationStart)/consumptionStart',
    'Import propensity of consumption: as given, or higher where sales to the rest of China reach their floor',
    { source: '3(7)' }),
  importPullLow: parameter('share', 0.6,
    'Lowest pull of imports through cost and use of capacity', { source: '10, E13', evidence: 'assumed' }),
  importPullHigh: parameter('share', 1.6,
    'Highest pull of imports through cost and use of capacity', { source: '10, E13', evidence: 'assumed' }),
  importPull: equation('share', `
    clip(cost^importFromCost*(utilisationBefore/normalUtilisation)^importFromCapacity, importPullLow, importPullHigh)
    *importTest`,
    'Factor on import shares through cost and use of capacity', { symbol: 'mf', source: '10, E13' }),
  demandInvestment: equation('CNY bn/year', 'sum(investment)', 'Investment of firms, prices of the start'),
  demandRobots: equation('CNY bn/year',
    'sum(automationInvestment)',
    'Investment in robots, prices of the start', { symbol: 'IA' }),
  demandBuilding: equation('CNY bn/year',
    'publicInvestmentReal + cultureInvestment + vehicleInvestment + construction',
    'Public and housing construction, prices of the start'),
  demandTotal: equation('CNY bn/year',
    'consumption + demandInvestment + demandRobots + demandBuilding + purchasesReal + marketExports',
    'Demand for market goods, prices of the start'),
  cultureLocalWeight: parameter('share', 0.3,
    'Part of spending that cultural venues can keep local', { source: '10', evidence: 'assumed' }),
  cultureEffectMost: parameter('share', 0.3,
    'Largest change of cultural capital per head that counts for local spending',
    { source: '10', evidence: 'assumed' }),
  importShareMost: parameter('share', 0.98,
    'Highest share of imports in a kind of demand', { source: '10', evidence: 'assumed' }),
  localDemand: equation('CNY bn/year', `
    (
      1
      - min(
        (
          shareConsumption
          - cultureLocalWeight*localServices*clip(cultureEffect, -cultureEffectMost, cultureEffectMost)
        )*importPull,
        importShareMost
      )
    )*consumption
    + (1 - min(shareInvestment*importPull, importShareMost))*demandInvestment
    + (1 - min(importOfRobots*importPull, importShareMost))*demandRobots
    + (1 - min(shareBuilding*importPull, importShareMost))*demandBuilding
    + (1 - min(sharePurchases*importPull, importShareMost))*purchasesReal
    + (1 - min(shareExports*importPull, importShareMost))*marketExports`,
    'Demand for local output, prices of the start', { symbol: 'locD', source: '10' }),
  localServices: parameter('share', 0.3,
    'Response of local spending to culture', { symbol: 'xi', source: '8.2, 29.3', evidence: 'assumed' }),
  capacityCeiling: parameter('share', { low: 1.03, central: 1.06, high: 1.1 },
    'Highest use of capacity', { symbol: 'umax', source: '23.4', evidence: 'assumed' }),
  excessImports: equation('CNY bn/year',
    'positive(localDemand - capacityCeiling*capacity)',
    'Imports of what capacity cannot supply', { symbol: 'Mx', source: '10' }),
  marketOutput: equation('CNY bn/year',
    'localDemand - excessImports',
    'Market output, prices of the start', { symbol: 'Ym', source: '10' }),
  imports: equation('CNY bn/year',
    'demandTotal - marketOutput',
    'Imports, prices of the start', { symbol: 'M', source: '10' }),
  publicOutput: equation('CNY bn/year',
    'publicWages*(1 + employerRate)/price',
    'Public value added, prices of the start', { symbol: 'Yg', source: '2.4, E26' }),
  output: equation('CNY bn/year',
    'marketOutput + publicOutput + primaryOutput + oilOutput',
    'Gross regional product, prices of the start', { symbol: 'Y', source: '2.4', outcome: true, region: 'sum' }),
  nominalOutput: equation('CNY bn/year',
    'price*output',
    'Gross regional product, current prices', { symbol: 'P Y', outcome: true, region: 'sum' }),
})
