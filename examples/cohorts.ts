/**
 * Example: people by sex and single year of age in three areas, with births, deaths, migration and ageing in annual
 * steps.
 */

import { datum, equation, level, type Model, parameter, sector, stock } from '../src/language/declare.ts'

export const cohorts: Model = {
  name: 'cohorts',
  dimensions: {
    area: { labels: ['north', 'middle', 'south'], doc: 'Three areas' },
    sex: { labels: ['female', 'male'], doc: 'Sex' },
    age: { labels: { from: 0, to: 100 }, unit: 'year', doc: 'Single years of age; 100 stands for 100 and over' },
  },
  sectors: [
    sector(
      'People',
      { over: ['area', 'sex', 'age'] },
      {
        startPopulation: datum('person', 'People at the start'),
        mortality: datum('1/year', 'Deaths in a year per person, at the start'),
        migration: datum('1/year', 'Arrivals less departures in a year per person'),
        fertility: datum('1/year', 'Births in a year per woman', { over: ['area', 'age'] }),
        mortalityLevel: parameter('share', 1, 'Scale of mortality at the start'),
        mortalityDecline: parameter('1/year', 0.01, 'Yearly fall of mortality'),
        migrationLevel: parameter('share', 1, 'Scale of movement'),
        fertilityLevel: parameter('share', 1, 'Scale of fertility'),
        sexShare: parameter('share', { female: 1 / 2.06, male: 1.06 / 2.06 }, 'Girls and boys among the newborn'),
        mortalityFactor: level(
          'share',
          { over: [], initial: 'mortalityLevel', next: 'mortalityFactor * (1 - mortalityDecline * timeStep)' },
          'Mortality relative to that of the data',
        ),
        births: equation('person/year', 'fertilityLevel * sum(fertility * population[female])', 'Births in a year', {
          over: ['area'],
        }),
        population: stock(
          'person',
          {
            initial: 'startPopulation',
            inflow: 'migrationLevel * migration * population',
            outflow: 'mortalityFactor * mortality * population',
            ageing: 'age',
            newborn: 'births * sexShare * timeStep',
          },
          'People',
        ),
        residents: equation('person', 'sum(population)', 'People of all ages', { over: ['area'], outcome: true }),
      },
    ),
  ],
}
