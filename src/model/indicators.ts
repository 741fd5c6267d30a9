/** Indicators of the region as a whole, and those of each area that no sector owns. */

import { delay, equation, sector } from '../language/declare.ts'

export const indicators = sector('Indicators of each area', { over: ['area'] }, {
  outputPerHead: equation('CNY k/person/year', 'output/max(residentsTotal, 1e-9{person m})', 'Output per head, prices of the start', { outcome: true }),
  employmentRate: equation('share', '(1 - unemploymentRate)*sum(activeResidents[20..59])/max(residents20to39 + residents40to59, 1e-9{person m})', 'Employed among residents of 20-59', { source: '20.2 C4', outcome: true }),
  youthMigrationRate: equation('1/year', '(sum(arrivals[20..39]) - sum(departures[20..39]))/max(sum(population[20..39]), 1e-9{person m})', 'Net migration of ages 20-39, of that age group', { annual: true, source: '20.2 C5', outcome: true }),
  dependency: equation('share', 'residents65/max(residentsTotal - residents65 - sum(residentsByAge[..14]), 1e-9{person m})', 'People of 65 and over per person of 15-64', { source: '20.1', outcome: true }),
  russiaShare: equation('share', 'exportsRussia/max(exportsRussia + exportsWorld, 1e-9{CNY bn/year})', 'Russia in exports abroad', { source: '20.1', outcome: true }),
  debtStabilisingGap: equation('share', '(augmentedInterest/max(augmentedDebt, 1e-9{CNY bn})*1{year} - (inflation + outputGrowth)*1{year})/(1 + (inflation + outputGrowth)*1{year})*debtToGdp/1{year} - (provinceBalance + augmentedInterest)/max(nominalOutput, 1e-9{CNY bn/year})', 'Primary balance that would hold the debt ratio, less the actual one', { source: '20.1' }),
  comprehensiveDebtRatio: equation('year', 'debtClosing/max(ownResources + centralTransfers, 1e-9{CNY bn/year})', 'Debt over own and transferred resources', { source: '20.3', outcome: true }),
  carbonDioxide: equation('index', '(max(marketOutput, 1e-9{CNY bn/year})/marketOutputStart)*exp(-emissionFall*yearsSinceStart)', 'Carbon dioxide of industry and heating, start = 1', { source: '17', note: 'No emission factor was found: reported as an index.' }),
})

const whole = (total: string, doc: string, unit: string) => equation(unit, `sum(${total}, area)`, doc, { outcome: true })

export const region = sector('The region as a whole', { doc: 'Sums, ratios of sums, and population-weighted means over the areas.' }, {
  regionOutput: whole('output', 'Gross regional product, prices of the start', 'CNY bn/year'),
  regionNominalOutput: whole('nominalOutput', 'Gross regional product, current prices', 'CNY bn/year'),
  regionResidents: whole('residentsTotal', 'Residents', 'person m'),
  regionBirths: whole('births', 'Births in the year', 'person m/year'),
  regionDeaths: whole('deaths', 'Deaths in the year', 'person m/year'),
  regionNetMigration: whole('netMigration', 'Net migration in the year', 'person m/year'),
  regionOutputPerHead: equation('CNY k/person/year', 'regionOutput/max(regionResidents, 1e-9{person m})', 'Output per head, prices of the start', { outcome: true }),
  regionShare65: equation('share', 'sum(residents65, area)/max(regionResidents, 1e-9{person m})', 'Residents of 65 and over', { outcome: true }),
  regionUnemployment: equation('share', 'sum(unemployed, area)/max(sum(laborForce, area), 1e-9{person m})', 'Unemployment', { outcome: true }),
  regionEmploymentRate: equation('share', 'sum(employmentRate*(residents20to39 + residents40to59), area)/max(sum(residents20to39 + residents40to59, area), 1e-9{person m})', 'Employed among residents of 20-59', { outcome: true }),
  regionEmployed: whole('employed', 'Employed people', 'person m'),
  regionConsumption: whole('consumption', 'Household consumption, prices of the start', 'CNY bn/year'),
  regionConsumptionToGdp: equation('share', 'regionConsumption/max(regionOutput, 1e-9{CNY bn/year})', 'Household consumption in output', { outcome: true }),
  regionDisposableIncome: equation('CNY bn/year', 'sum(disposableIncome, area, group)', 'Disposable income of households'),
  regionSavingRate: equation('share', '1 - sum(price*consumption, area)/max(regionDisposableIncome, 1e-9{CNY bn/year})', 'Saving of households in disposable income', { outcome: true }),
  regionDebt: whole('debtClosing', 'Augmented debt: bonds, financing vehicles, arrears, advances', 'CNY bn'),
  regionDebtToGdp: equation('year', 'regionDebt/max(regionNominalOutput, 1e-9{CNY bn/year})', 'Augmented debt over output', { outcome: true }),
  regionInterestBurden: equation('share', 'sum(augmentedInterest, area)/max(sum(ownResources + centralTransfers, area), 1e-9{CNY bn/year})', 'Interest over own and transferred resources', { outcome: true }),
  regionPensionGapToGdp: equation('share', 'sum(pensionGap, area)/max(regionNominalOutput, 1e-9{CNY bn/year})', 'Pension gap before pooling and subsidy, over output', { outcome: true }),
  regionPensionSupportToGdp: equation('share', 'sum(nationalPooling + pensionSubsidy, area)/max(regionNominalOutput, 1e-9{CNY bn/year})', 'Budget-supported pension gap over output', { outcome: true }),
  regionPensionOwnCoverage: equation('share', 'sum(pensionContributions, area)/max(sum(pensionBenefits, area), 1e-9{CNY bn/year})', 'Pension contributions over benefits', { outcome: true }),
  regionReserveMonths: equation('month', '12{month/year}*sum(pensionReserve, area)/max(sum(pensionBenefits, area), 1e-9{CNY bn/year})', 'Pension reserve in months of benefits', { outcome: true }),
  regionContributorsPerPensioner: equation('share', 'sum(contributors, area)/max(sum(pensioners, area), 1e-9{person m})', 'Contributors per pensioner', { outcome: true }),
  regionRetailPerHead: equation('CNY k/person/year', 'sum(retailPerHead*residentsTotal, area)/max(regionResidents, 1e-9{person m})', 'Retail sales per person', { outcome: true }),
  regionRetailToBeijing: equation('share', 'regionRetailPerHead/retailBeijing', 'Retail per person relative to Beijing', { outcome: true }),
  regionRetailToShanghai: equation('share', 'regionRetailPerHead/retailShanghai', 'Retail per person relative to Shanghai', { outcome: true }),
  regionRetailToSouthEast: equation('share', 'regionRetailPerHead/retailSouthEast', 'Retail per person relative to the south-east', { outcome: true }),
  regionYouthMigrationRate: equation('1/year', '(sum(arrivals[20..39], area, sex, age) - sum(departures[20..39], area, sex, age))/max(sum(population[20..39], area, sex, age), 1e-9{person m})', 'Net migration of ages 20-39, of that age group', { annual: true, outcome: true }),
  regionFineDust: equation('ug/m3', 'sum(fineDust*residentsTotal, area)/max(regionResidents, 1e-9{person m})', 'Fine dust (PM2.5), population-weighted', { outcome: true }),
  regionPrimaryOutput: whole('primaryOutput', 'Primary output, prices of the start', 'CNY bn/year'),
  regionHousePrice: equation('CNY k/m2', 'sum(housePrice*homeSales, area)/max(sum(homeSales, area), 1e-9{m2 m/year})', 'House price, weighted by sales', { outcome: true }),
  regionConfidence: equation('index', 'sum(confidence*residentsTotal, area)/max(regionResidents, 1e-9{person m})', 'Confidence, population-weighted', { outcome: true }),
  regionRealWage: equation('CNY k/person/year', 'sum(realWage*marketEmployed, area)/max(sum(marketEmployed, area), 1e-9{person m})', 'Market wage at the prices of the start', { outcome: true }),
  regionLandRevenue: whole('landRevenue', 'Land revenue', 'CNY bn/year'),
  regionOwnRevenue: whole('ownRevenue', 'Own revenue of the provinces', 'CNY bn/year'),
  regionProvinceBalance: whole('provinceBalance', 'Balance of the provinces before financing', 'CNY bn/year'),
  regionCentrePayments: whole('centrePayments', 'Payments of the centre to the region', 'CNY bn/year'),
  regionTourism: whole('tourism', 'Spending of outside visitors, prices of the start', 'CNY bn/year'),
  regionExportsRussia: whole('exportsRussia', 'Exports to Russia, prices of the start', 'CNY bn/year'),
  regionOutputBefore: delay('CNY bn/year', { of: 'regionOutput', initial: 'sum(gdpStart, area)' }, 'Gross regional product, step before'),
})
