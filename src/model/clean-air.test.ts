/** The response of the air of the three provinces to that of the nation, as docs/theory/migration.md quotes it. */

import { expect, it } from 'vitest'
import { ln } from '../language/elementary.ts'
import { environment } from './environment.ts'
import { at, history } from '../../tools/derivations/derivation.ts'

/** Figures before 2018 were measured at 0 degrees in Liaoning and Heilongjiang: of the nation 50 in place of 46. */
const coldAir = 46 / 50

const elasticity = (area: string, from: number, lowered = 1): number =>
  ln((at(area, 'fineDust', from) / at(area, 'fineDust', 2021)) * lowered) /
  ln(history('nationalFineDust', from) / history('nationalFineDust', 2021))

it('gives the numbers that the prior of cleanAirShare rests on', () => {
  const [liaoning, jilin, heilongjiang] = ['CN-LN', 'CN-JL', 'CN-HL'].map(area => elasticity(area, 2015))
  expect([liaoning, jilin, heilongjiang].map(one => one!.toFixed(1))).toEqual(['1.1', '1.7', '1.0'])
  const lowered = ['CN-LN', 'CN-HL'].map(area => elasticity(area, 2015, coldAir))
  expect(lowered.map(one => one.toFixed(1))).toEqual(['0.9', '0.8'])
  const late = [1, coldAir].map(factor => elasticity('CN-LN', 2017, factor))
  expect(late.map(one => one.toFixed(1))).toEqual(['0.8', '0.5'])
  const means = [
    (liaoning! + jilin! + heilongjiang!) / 3,
    (lowered[0]! + jilin! + lowered[1]!) / 3,
    (late[1]! + jilin! + lowered[1]!) / 3,
  ]
  for (const mean of means) {
    expect(mean).toBeGreaterThan(0.95)
    expect(mean).toBeLessThan(1.25)
  }
  expect(environment.declarations['cleanAirShare']).toMatchObject({ value: { central: 1 } })
})
