/**
 * Starting figures that follow from the series of the folders by a rule, for a reader to run again:
 *
 *     node src/regions/derivations/print.ts
 */

import { closureFigures } from './closures.ts'
import { growthFigures, nationalSeries } from './growth.ts'
import { householdFigures } from './households.ts'
import { labourFigures } from './labour.ts'
import { nationalPoints, nationalYears } from './nation.ts'
import { derivedParameters } from './parameters.ts'
import { pensionFigures } from './pensions.ts'
import { tourismFigures } from './tourism.ts'

export const derivations = [
  ...householdFigures,
  ...labourFigures,
  ...pensionFigures,
  ...growthFigures,
  ...tourismFigures,
  ...closureFigures,
]

export { derivedParameters, nationalPoints, nationalSeries, nationalYears }
