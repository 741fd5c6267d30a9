/** The model: its dimensions and its sectors, in the order in which an economist reads them. */

import type { Model, Sector } from '../language/declare.ts'
import { regionalSector } from '../language/regional.ts'
import { accounts } from './accounts.ts'
import { banks } from './banks.ts'
import { centre } from './centre.ts'
import { debtMaturity } from './debt-maturity.ts'
import { demography } from './demography.ts'
import { environment } from './environment.ts'
import { expectations } from './expectations.ts'
import { financingVehicles } from './financing-vehicles.ts'
import { government } from './government.ts'
import { households } from './households.ts'
import { housing } from './housing.ts'
import { indicators, region } from './indicators.ts'
import { industries } from './industries.ts'
import { industryFeedback } from './industry-feedback.ts'
import { industryInvestment } from './industry-investment.ts'
import { labour } from './labour.ts'
import { levers } from './levers.ts'
import { nation } from './nation.ts'
import { pensions } from './pensions.ts'
import { prices } from './prices.ts'
import { production } from './production.ts'
import { publicDebt } from './public-debt.ts'
import { residents } from './residents.ts'
import { statistics } from './statistics.ts'
import { tourismSector } from './tourism.ts'
import { trade } from './trade.ts'

const ofAreas: readonly Sector[] = [
  nation,
  demography,
  residents,
  labour,
  production,
  expectations,
  households,
  housing,
  trade,
  tourismSector,
  prices,
  pensions,
  government,
  financingVehicles,
  debtMaturity,
  centre,
  banks,
  publicDebt,
  environment,
  levers,
  indicators,
  statistics,
  industries,
  industryFeedback,
  industryInvestment,
]

export const model: Model = {
  name: 'heartland',
  // No benefit that shortens the search for work, no negative rate of default.
  signs: 'known',
  // Figures of a year are dated at its middle.
  paths: 'middle',
  units: ['robot', 'household', 'ug', 'm3', 't'],
  dimensions: {
    area: { labels: 'region', doc: 'The areas of the region, each with its own books' },
    sex: { labels: ['female', 'male'], doc: 'Sex' },
    age: { labels: { from: 0, to: 100 }, unit: 'year', doc: 'Single years of age; 100 stands for 100 and over' },
    group: { labels: ['young', 'middle', 'old'], doc: 'Households by age of the member: under 40, 40-59, 60 and over' },
    firm: { labels: ['state', 'private'], doc: 'Firms by control' },
    term: {
      labels: ['beyondTen', 'sixToTen', 'fourToFive', 'twoToThree', 'withinYear'],
      doc: 'Debt by years left to maturity, longest first',
    },
    quarter: { labels: { from: 1, to: 4 }, unit: 'share', doc: 'Quarters of the year' },
    use: {
      labels: ['consumption', 'investment', 'robots', 'building', 'purchases', 'abroad', 'nation', 'visitors'],
      doc: 'Demand for market goods by buyer; abroad includes defence',
    },
    industry: {
      labels: [
        'mining',
        'food',
        'chemicals',
        'metals',
        'machinery',
        'vehicles',
        'otherIndustry',
        'construction',
        'trade',
        'services',
      ],
      doc:
        'Industries of the market sector: mining of coal and ores; food; chemicals with refining and medicine; ' +
        'metals; machinery with electronics; vehicles, ships and aircraft; other industry (light goods, building ' +
        'materials, power); construction; trade with transport, hotels and restaurants; other services',
    },
    outlet: {
      labels: [
        'consumption',
        'investment',
        'robots',
        'building',
        'purchases',
        'cars',
        'russia',
        'world',
        'defence',
        'nation',
        'visitors',
      ],
      doc: 'Demand for market goods by buyer, with sales abroad by partner; russia is without cars',
    },
    sale: {
      labels: ['cars', 'russia', 'world', 'defence', 'nation', 'visitors'],
      doc: 'External sales by partner; russia is without cars',
    },
  },
  outlays: {
    title: 'Outlays of policy',
    doc:
      'Made from the costs that the levers declare: what each spends beyond its standard, before any feedback, ' +
      'and who pays.',
    over: ['area'],
    unit: 'CNY bn/year',
  },
  sectors: [...ofAreas, regionalSector('area', region, ofAreas), accounts],
}
