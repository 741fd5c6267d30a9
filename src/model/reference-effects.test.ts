/**
 * R1-R20 under the first model: what the economy does when one thing is changed is what the independent reference run
 * of the first specification printed, within 10 % of the difference. It checks the engine; what the present model
 * does stands in reality.test.ts.
 */

import { expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { referencePacks } from '../regions/read.ts'
import { complaint, type Expectation } from './findings-fixture.ts'
import { openReference } from './first-model-fixture.ts'
import { experimentsOn } from './reality-experiments-fixture.ts'

const {
  baseline,
  total,
  inPercent,
  inPercentOfAll,
  inPoints,
  atYearEndInPoints,
  atOnceInPercent,
  output,
  inPercentOfOutput,
  investment,
  investmentWithoutMoney,
  investmentForOneYear,
  payments,
  pensions,
  benefitsWithoutMoney,
  noReform,
  fiveYears,
  support,
  robotSubsidy,
  moreRobots,
  longBaseline,
  childCash,
  fertility,
  nobodyMoves,
  russiaDoubles,
  cheaperHomes,
  roomIn,
  swap,
  interest,
  oldCap,
  ownership,
  cheaperMortgages,
  cultureWithoutMoney,
  chipControls,
  slowNation,
  visitors,
  moreDebt,
} = experimentsOn(openReference(), model => openRegion('northeast', { root: referencePacks, model }))

interface Claim extends Expectation {
  readonly measured: () => number
}

/** Met within 10 % of the number, or `room` (0.1 % of output) if that is more. */
const asReference = (id: string, what: string, measured: () => number, reference: number, room = 0.1): Claim => {
  const tolerance = Math.max(Math.abs(reference) * 0.1, room)
  return { id, what, measured, from: reference - tolerance, to: reference + tolerance }
}

const claims: Claim[] = [
  asReference('R1', 'output at once, %', () => atOnceInPercent('regionOutput', investment), 0.62),
  asReference('R1', 'output in 2026, %', () => output(2026, investment), 0.52),
  asReference('R1', 'output in 2027, %', () => output(2027, investment), 0.58),
  asReference('R1', 'output in 2030, %', () => output(2030, investment), 0.57),
  asReference('R1', 'output in 2035, %', () => output(2035, investment), 0.34),
  asReference('R1', 'without money: output in 2026, %', () => output(2026, investmentWithoutMoney), 0.45),
  asReference('R1', 'without money: output in 2027, %', () => output(2027, investmentWithoutMoney), 0.38),
  asReference('R1', 'without money: output in 2030, %', () => output(2030, investmentWithoutMoney), 0.09),
  asReference('R1', 'without money: output in 2035, %', () => output(2035, investmentWithoutMoney), -0.37),
  asReference('R2', 'output in the year itself, %', () => output(2026, investmentForOneYear), 0.52),
  asReference('R2', 'output in the year after, %', () => output(2027, investmentForOneYear), 0.06),
  asReference('R3', 'direct payments: output in 2026, %', () => output(2026, payments), 0.29),
  asReference('R3', 'direct payments: output in 2027, %', () => output(2027, payments), 0.36),
  asReference(
    'R3',
    'direct payments: share of consumption in output, points',
    () => inPoints('regionConsumptionToGdp', 2026, payments),
    0.4,
  ),
  asReference('R3', 'resident pensions: output in 2026, %', () => output(2026, pensions), 0.42),
  asReference('R3', 'resident pensions: output in 2027, %', () => output(2027, pensions), 0.49),
  asReference(
    'R3',
    'resident pensions: consumption, % of output',
    () => inPercentOfOutput('consumption', 2026, pensions),
    0.75,
  ),
  asReference('R4', 'saving in 2026, points', () => inPoints('regionSavingRate', 2026, benefitsWithoutMoney), -0.2),
  asReference('R4', 'saving in 2027, points', () => inPoints('regionSavingRate', 2027, benefitsWithoutMoney), -0.24),
  asReference('R4', 'saving in 2028, points', () => inPoints('regionSavingRate', 2028, benefitsWithoutMoney), -0.23),
  asReference('R4', 'output in 2026, %', () => output(2026, benefitsWithoutMoney), 0.14),
  asReference('R4', 'output in 2028, %', () => output(2028, benefitsWithoutMoney), 0.2),
  asReference('R5', 'pensioners by 2035, %', () => inPercentOfAll('pensioners', 2035, fiveYears, noReform), -9.7),
  asReference('R5', 'contributors by 2035, %', () => inPercentOfAll('contributors', 2035, fiveYears, noReform), 9.5),
  asReference(
    'R5',
    'contributors per pensioner by 2035, more',
    () => support(fiveYears, 2035) - support(noReform, 2035),
    0.17,
    0,
  ),
  asReference(
    'R5',
    'pension gap by 2035, % of output',
    () => inPoints('regionPensionGapToGdp', 2035, fiveYears, noReform),
    -2.1,
  ),
  asReference('R5', 'pensioners by 2040, %', () => inPercentOfAll('pensioners', 2040, fiveYears, noReform), -15),
  asReference('R5', 'contributors by 2040, %', () => inPercentOfAll('contributors', 2040, fiveYears, noReform), 17),
  asReference(
    'R5',
    'contributors per pensioner by 2040, more',
    () => support(fiveYears, 2040) - support(noReform, 2040),
    0.26,
    0,
  ),
  asReference(
    'R5',
    'pension gap by 2040, % of output',
    () => inPoints('regionPensionGapToGdp', 2040, fiveYears, noReform),
    -3.9,
  ),
  asReference(
    'R6',
    'contributors per pensioner by 2035, more',
    () => support(baseline, 2035) - support(noReform, 2035),
    0.11,
    0,
  ),
  asReference('R6', 'output by 2035, %', () => output(2035, baseline, noReform), 1.8),
  asReference(
    'R6',
    'unemployment by 2035, points',
    () => inPoints('regionUnemployment', 2035, baseline, noReform),
    0.5,
  ),
  asReference('R7', 'robots per 1000 workers in 2030', () => moreRobots(2030), 0.88, 0),
  asReference('R7', 'robots per 1000 workers in 2035', () => moreRobots(2035), 1.8, 0),
  asReference(
    'R7',
    'employment rate in 2030, points',
    () => inPoints('regionEmploymentRate', 2030, robotSubsidy),
    0.02,
  ),
  asReference(
    'R7',
    'employment rate in 2035, points',
    () => inPoints('regionEmploymentRate', 2035, robotSubsidy),
    -0.05,
  ),
  asReference('R7', 'real wage in 2030, %', () => inPercent('regionRealWage', 2030, robotSubsidy), 0.2),
  asReference('R7', 'output in 2030, %', () => output(2030, robotSubsidy), 0.3),
  asReference('R7', 'output in 2035, %', () => output(2035, robotSubsidy), 0.5),
  asReference('R8', 'total fertility in 2026, %', () => fertility(2026), 6.5),
  asReference('R8', 'total fertility in 2030, %', () => fertility(2030), 10.8),
  asReference('R8', 'total fertility in 2037, %', () => fertility(2037), 4.6),
  asReference(
    'R8',
    'cost in 2026, bn yuan',
    () => total(childCash, 'childAllowanceBill', 2026) - total(longBaseline, 'childAllowanceBill', 2026),
    26,
  ),
  asReference('R9', 'residents in 2040, %', () => inPercent('regionResidents', 2040, nobodyMoves), 1.8),
  // The share of the old is reproduced to .15 points in 2040.
  asReference(
    'R9',
    'residents of 65 and over in 2040, points',
    () => inPoints('regionShare65', 2040, nobodyMoves),
    -0.24,
    0.15,
  ),
  asReference('R10', 'output in the first year, %', () => output(2024, russiaDoubles), 0.52),
  asReference('R10', 'output in the third year, %', () => output(2026, russiaDoubles), 0.45),
  asReference(
    'R11',
    'land revenue in the first year, %',
    () => inPercent('regionLandRevenue', 2024, cheaperHomes),
    -22,
    roomIn('regionLandRevenue'),
  ),
  asReference(
    'R11',
    'land revenue in the third year, %',
    () => inPercent('regionLandRevenue', 2026, cheaperHomes),
    -8,
    roomIn('regionLandRevenue'),
  ),
  asReference(
    'R11',
    'consumption in the first year, %',
    () => inPercent('regionConsumption', 2024, cheaperHomes),
    -0.7,
    roomIn('regionConsumption'),
  ),
  asReference(
    'R11',
    'consumption in the third year, %',
    () => inPercent('regionConsumption', 2026, cheaperHomes),
    -0.35,
    roomIn('regionConsumption'),
  ),
  asReference('R11', 'output in the second year, %', () => output(2025, cheaperHomes), -0.2),
  asReference(
    'R12',
    'interest saved, % of output',
    () => ((interest(baseline, 2026.25) - interest(swap, 2026.25)) / baseline.at('regionNominalOutput', 2026.25)) * 100,
    0.1,
  ),
  asReference(
    'R12',
    'debt over output after half a year, points',
    () => (swap.at('regionDebtToGdp', 2026.25) - baseline.at('regionDebtToGdp', 2026.25)) * 100,
    -0.02,
  ),
  asReference(
    'R13',
    'infrastructure in 2026, % of output',
    () => inPercentOfOutput('vehicleInvestment', 2026, baseline, oldCap),
    -0.76,
  ),
  asReference('R13', 'output in 2025, %', () => output(2025, baseline, oldCap), -0.45),
  asReference(
    'R13',
    'debt over output in 2030, points',
    () => atYearEndInPoints('regionDebtToGdp', 2030, baseline, oldCap),
    -4.5,
  ),
  asReference(
    'R14',
    'unemployment in the third year, points',
    () => inPoints('regionUnemployment', 2028, ownership),
    0.15,
  ),
  asReference('R14', 'output after ten years, %', () => output(2035, ownership), 1.5),
  asReference('R15', 'home sales in the first year, %', () => inPercentOfAll('homeSales', 2026, cheaperMortgages), 5),
  asReference('R15', 'home sales in the third year, %', () => inPercentOfAll('homeSales', 2028, cheaperMortgages), 8.6),
  asReference('R15', 'house price at its best, %', () => inPercent('regionHousePrice', 2029, cheaperMortgages), 1.5),
  asReference('R15', 'house price later, %', () => inPercent('regionHousePrice', 2033, cheaperMortgages), 0.5),
  asReference('R16', 'visitors in 2030, %', () => inPercent('regionTourism', 2030, cultureWithoutMoney), 6),
  asReference('R16', 'visitors in 2035, %', () => inPercent('regionTourism', 2035, cultureWithoutMoney), 11),
  asReference('R16', 'output in 2026, %', () => output(2026, cultureWithoutMoney), 0.18),
  asReference('R16', 'output in 2035, %', () => output(2035, cultureWithoutMoney), 0.6),
  asReference('R17', 'output in 2026, %', () => output(2026, chipControls), -0.07),
  asReference('R17', 'output in 2035, %', () => output(2035, chipControls), -0.13),
  asReference('R18', 'output in the second year, %', () => output(2027, slowNation), -0.5),
  asReference('R18', 'output in the fifth year, %', () => output(2030, slowNation), -0.9),
  asReference('R18', 'output in the tenth year, %', () => output(2035, slowNation), -1.7),
  asReference('R19', 'output at once, %', () => atOnceInPercent('regionOutput', visitors), 0.77),
  asReference('R19', 'output in the year after, %', () => output(2027, visitors), 0.04),
  asReference('R20', 'debt over output in 2030, points', () => moreDebt(2030), 3.9),
  asReference('R20', 'debt over output in 2035, points', () => moreDebt(2035), 6.5),
  asReference('R20', 'debt over output in 2037, points', () => moreDebt(2037), 7.3),
]

it.each(claims)('$id: $what, as in the reference run', claim => {
  expect(complaint(claim, claim.measured())).toBe('')
})
