/** Derivations of figures of work: wages, public service, unemployment, robots. */

import { at, type Derivation, figure, mean } from './derivation.ts'

const registered = (area: string): number =>
  mean([2018, 2019].map(year => at(area, 'unemploymentRegisteredRate', year)))

export const labourFigures: readonly Derivation[] = [
  {
    figure: 'wageShareStart',
    rule: 'Wages over value added outside farming, oil and public services in the input-output table of 2017, moved with the nation to 2020',
    unit: 0.001,
    value: area =>
      (at(area, 'marketWageShare', 2017) * at('CN', 'marketWageShare', 2020)) / at('CN', 'marketWageShare', 2017),
  },
  {
    figure: 'publicEmploymentStart',
    rule: 'Share of administration, education, health and culture among the employed at the census of 2020 x employed at the start',
    unit: 0.01,
    value: area => at(area, 'publicServicesEmployedShare', 2020) * figure(area, 'employedStart'),
  },
  {
    figure: 'publicOutputBaseYear',
    rule: 'Value added of administration, education, health and culture in 2023 x wages in it in 2017: the model pays wages out of it and counts no depreciation',
    unit: 0.1,
    value: area => at(area, 'publicServicesOutput', 2023) * at(area, 'publicServicesWageShare', 2017),
  },
  {
    figure: 'unemploymentRateStart',
    rule: "The nation's surveyed rate of 2023 x registered unemployment over that of the nation in 2018 and 2019, the last years with both",
    unit: 0.001,
    value: area => (at('CN', 'unemploymentSurveyedRate', 2023) * registered(area)) / registered('CN'),
  },
  {
    figure: 'robotsStart',
    rule: "The nation's robots for each worker in manufacturing x workers of urban units in manufacturing, both of 2023",
    unit: 0.1,
    value: area => at('CN', 'robotDensity', 2023) * at(area, 'employedManufacturingUnits', 2023),
  },
]
