/**
 * The feedback loops of the model by name (specification, 1.2): each a list of variables in which every one is read by the
 * next and the last by the first. They are said here, and checked against the equations: nothing computes from them.
 */

export type LoopSign = 'reinforcing' | 'balancing'

export interface FeedbackLoop {
  readonly id: string
  readonly name: string
  /** How it goes round, in a sentence. */
  readonly doc: string
  readonly sign: LoopSign
  /** The first is read by the second, the last by the first. */
  readonly path: readonly string[]
  /** Those shown in a diagram, with a short name; the others are steps on the way. */
  readonly shown: Readonly<Record<string, string>>
}

/** Demand for local output to unemployment: the way that most loops share. */
const demandToJobs = ['localDemand', 'marketOutput', 'utilisation', 'employmentTarget', 'marketEmployed', 'employed', 'unemploymentRate']
/** The province's balance to what it builds. */
const balanceToBuilding = ['provinceBalance', 'provinceDeposits', 'cashPressure', 'publicInvestmentReal', 'demandBuilding']

export const feedbackLoops: readonly FeedbackLoop[] = [
  {
    id: 'R1', name: 'Land-finance trap', sign: 'reinforcing',
    doc: 'Dearer homes bring more starts and land revenue, so that the province builds more; jobs and confidence rise, and with them the demand for homes. Falling prices go the same way.',
    path: ['housePrice', 'startsTarget', 'homeStarts', 'landRevenue', 'provinceReceipts', ...balanceToBuilding, ...demandToJobs, 'expectedUnemployment', 'confidenceTarget', 'confidence', 'salesTarget', 'homeSales', 'monthsOfSupply', 'housePriceGrowth'],
    shown: { housePrice: 'House price', homeStarts: 'Housing starts', landRevenue: 'Land revenue', publicInvestmentReal: 'Public investment', unemploymentRate: 'Unemployment', confidence: 'Confidence', homeSales: 'Home sales' },
  },
  {
    id: 'R2', name: 'Youth drain', sign: 'reinforcing',
    doc: 'Low wages drive people away; fewer buyers of homes mean less building, fewer jobs and lower wages.',
    path: ['wage', 'wageLastYear', 'migrationGap', 'departures', 'population', 'residentsNow', 'residentsByAge', 'residents25to49', 'housingNeed', 'salesTarget', 'homeSales', 'startsTarget', 'homeStarts', 'construction', 'demandBuilding', ...demandToJobs, 'wageGrowth'],
    shown: { wage: 'Wage', migrationGap: 'Pull of other regions', departures: 'People who leave', residents25to49: 'Residents of 25-49', homeSales: 'Home sales', construction: 'Construction', unemploymentRate: 'Unemployment' },
  },
  {
    id: 'R3', name: 'Precaution', sign: 'reinforcing',
    doc: 'Unemployment makes people save; what they do not spend costs jobs.',
    path: ['unemploymentRate', 'expectedUnemployment', 'risk', 'precaution', 'consumptionNominal', 'consumptionByGroup', 'consumption', ...demandToJobs.slice(0, -1)],
    shown: { unemploymentRate: 'Unemployment', risk: 'Perceived risk', precaution: 'Readiness to spend', consumption: 'Consumption', marketOutput: 'Market output', employed: 'Employed' },
  },
  {
    id: 'R4', name: 'Pension squeeze', sign: 'reinforcing',
    doc: 'Topping up pensions leaves less for building; fewer jobs mean fewer contributions and a larger top-up.',
    path: ['pensionSubsidy', 'provincePayments', ...balanceToBuilding, ...demandToJobs, 'contributors', 'pensionContributions', 'pensionGap', 'pensionSubsidyPlan'],
    shown: { pensionSubsidy: 'Pension top-up', provinceBalance: 'Balance of the province', publicInvestmentReal: 'Public investment', unemploymentRate: 'Unemployment', pensionContributions: 'Contributions', pensionGap: 'Gap of the fund' },
  },
  {
    id: 'R5', name: 'Debt and interest', sign: 'reinforcing',
    doc: 'Interest on debt widens the deficit, which is borrowed.',
    path: ['provincialBonds', 'bondInterest', 'provincePayments', 'provinceBalance', 'bondIssue'],
    shown: { provincialBonds: 'Provincial bonds', bondInterest: 'Interest', provinceBalance: 'Balance of the province', bondIssue: 'New bonds' },
  },
  {
    id: 'R6', name: 'Infrastructure', sign: 'reinforcing',
    doc: 'Public capital lowers unit costs; what is sold more brings taxes, and with cash the province builds more.',
    path: ['publicCapital', 'capacityByFirm', 'capacity', 'productivity', 'unitLaborCost', 'nominalUnitCost', 'relativeCost', 'cost', 'exportsWorld', 'marketExports', 'localDemand', 'marketOutput', 'indirectTax', 'ownRevenue', 'provinceReceipts', ...balanceToBuilding.slice(0, -1)],
    shown: { publicCapital: 'Public capital', productivity: 'Productivity', unitLaborCost: 'Unit labour cost', exportsWorld: 'Exports abroad', marketOutput: 'Market output', ownRevenue: 'Own revenue', publicInvestmentReal: 'Public investment' },
  },
  {
    id: 'R7', name: 'Automation and exports', sign: 'reinforcing',
    doc: 'Dear labour brings robots; they lower unit costs and raise exports and jobs, which makes labour dearer.',
    path: ['robots', 'automation', 'capacityByFirm', 'capacity', 'productivity', 'unitLaborCost', 'nominalUnitCost', 'relativeCost', 'cost', 'exportsWorld', 'marketExports', ...demandToJobs, 'wageGrowth', 'wage', 'robotTarget', 'automationInvestment'],
    shown: { robots: 'Robots', productivity: 'Productivity', unitLaborCost: 'Unit labour cost', exportsWorld: 'Exports abroad', unemploymentRate: 'Unemployment', wage: 'Wage', automationInvestment: 'Investment in robots' },
  },
  {
    id: 'R7b', name: 'Automation and jobs', sign: 'balancing',
    doc: 'Robots do work that people did; with fewer jobs wages rise less, and robots pay less.',
    path: ['robots', 'automation', 'capacityByFirm', 'capacity', ...demandToJobs.slice(2), 'wageGrowth', 'wage', 'robotTarget', 'automationInvestment'],
    shown: { robots: 'Robots', capacity: 'Capacity', utilisation: 'Use of capacity', unemploymentRate: 'Unemployment', wage: 'Wage', automationInvestment: 'Investment in robots' },
  },
  {
    id: 'R8', name: 'Culture and tourism', sign: 'reinforcing',
    doc: 'Culture brings visitors; part of what they spend is invested in culture again.',
    path: ['cultureCapital', 'culturePerHead', 'amenity', 'amenityBefore', 'tourism', 'marketExports', 'localDemand', 'marketOutput', 'output', 'expectedOutput', 'cultureInvestment'],
    shown: { cultureCapital: 'Culture capital', amenity: 'Amenity', tourism: 'Visitors’ spending', output: 'Output', cultureInvestment: 'Culture investment' },
  },
  {
    id: 'B1', name: 'Import leakage', sign: 'balancing',
    doc: 'The fuller capacity is used, the more of demand goes to imports.',
    path: ['localDemand', 'marketOutput', 'utilisation', 'utilisationBefore', 'importPull'],
    shown: { localDemand: 'Local demand', marketOutput: 'Market output', utilisation: 'Use of capacity', importPull: 'Pull of imports' },
  },
  {
    id: 'B2', name: 'Wages and prices', sign: 'balancing',
    doc: 'Scarce labour raises wages and unit costs; exports fall, and jobs with them.',
    path: ['unemploymentRate', 'wageGrowth', 'wage', 'unitLaborCost', 'nominalUnitCost', 'relativeCost', 'cost', 'exportsWorld', 'marketExports', ...demandToJobs.slice(0, -1)],
    shown: { unemploymentRate: 'Unemployment', wage: 'Wage', unitLaborCost: 'Unit labour cost', exportsWorld: 'Exports abroad', marketOutput: 'Market output', employed: 'Employed' },
  },
  {
    id: 'B3', name: 'Central transfers', sign: 'balancing',
    doc: 'The centre makes good part of lost revenue, and so holds up spending and the revenue itself.',
    path: ['ownRevenue', 'revenueShortfall', 'centralTransfers', 'provinceReceipts', ...balanceToBuilding, 'localDemand', 'marketOutput', 'indirectTax'],
    shown: { ownRevenue: 'Own revenue', revenueShortfall: 'Shortfall', centralTransfers: 'Central transfers', publicInvestmentReal: 'Public investment', marketOutput: 'Market output' },
  },
  {
    id: 'B4', name: 'Capacity', sign: 'balancing',
    doc: 'Fully used capacity brings investment, which adds capacity.',
    path: ['utilisation', 'utilisationBefore', 'investmentPlan', 'investmentOwn', 'investment', 'capital', 'capacityByFirm', 'capacity'],
    shown: { utilisation: 'Use of capacity', investment: 'Investment of firms', capital: 'Capital', capacity: 'Capacity' },
  },
  {
    id: 'B5', name: 'Debt brake', sign: 'balancing',
    doc: 'Debt above its start cuts spending plans, and so the need to borrow.',
    path: ['augmentedDebt', 'debtRatioBefore', 'debtBrake', 'publicInvestmentReal', 'provincePayments', 'provinceBalance', 'bondIssue', 'provincialBonds'],
    shown: { augmentedDebt: 'Augmented debt', debtBrake: 'Debt brake', publicInvestmentReal: 'Public investment', provinceBalance: 'Balance of the province', provincialBonds: 'Provincial bonds' },
  },
  {
    id: 'B6', name: 'Wealth target', sign: 'balancing',
    doc: 'Deposits above target are spent.',
    path: ['deposits', 'consumptionNominal', 'consumptionByGroup', 'netReceipts', 'depositFlow'],
    shown: { deposits: 'Deposits', consumptionByGroup: 'Consumption', netReceipts: 'Receipts less payments', depositFlow: 'New deposits' },
  },
  {
    id: 'B7', name: 'Payout', sign: 'balancing',
    doc: 'Cash that firms do not need is paid out.',
    path: ['firmDeposits', 'stateSurplus', 'stateExcessDividend', 'excessDividend', 'firmCashFlow'],
    shown: { firmDeposits: 'Deposits of firms', stateSurplus: 'Cash above target', excessDividend: 'Excess dividend', firmCashFlow: 'Cash flow of firms' },
  },
]
