/**
 * Population: single-year cohorts by sex and area; births, deaths, and migration to and from the rest of the country.
 */

import { sector } from '../language/declare.ts'
import { birthsAndDeaths } from './demography/births-and-deaths.ts'
import { migrationOfAreas } from './demography/migration.ts'

export const demography = sector('Demography', {
  over: ['area'], annual: true,
  doc: 'People by sex and single year of age are born, die, move and grow older once a year, in the first quarter.',
}, birthsAndDeaths, migrationOfAreas)
