/**
 * Parameters that are law, custom or prices of a nation. The model states those of China; a nation with a currency of
 * its own states its own in institutions.csv, and the standard of every lever that is in force.
 */

export const institutions: readonly string[] = [
  // retirement and pensions
  'retirementReformFrom',
  'retirementAgeMen',
  'retirementAgeCadres',
  'retirementAgeWorkers',
  'retirementRise',
  'retirementPace',
  'retirementRiseWorkers',
  'retirementStepWorkers',
  'womenCadres',
  'womenWorkers',
  'employerParts',
  'contributionParts',
  'minimumYearsFrom',
  'minimumYearsPace',
  'minimumYearsLoss',
  'coverageLevel',
  'coverageRise',
  'coverageBirthYear',
  'residentPensionProvince',
  'centralChildShare',
  // taxes and contributions
  'employerInsuranceRate',
  'employeeInsuranceRate',
  'profitTaxNormal',
  'centralShareIndirect',
  'centralShareProfit',
  'centralShareIncome',
  'centralShareOil',
  'oilLevyRate',
  // public debt and air
  'vehicleGrowthAllowed',
  'nationalFineDustBaseYear',
  'backgroundDust',
  // amounts of money
  'remittanceRate',
  'liquidityLeast',
  'childcarePlaceCost',
  'robotPriceStart',
]
