/** Parameters that follow from series by a rule (tools/derivations) have the value and range that it gives. */

import { expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { boomPriors } from '../../tools/derivations/booms.ts'
import { depreciation } from '../../tools/derivations/growth.ts'
import { derivedParameters } from '../../tools/derivations/index.ts'
import { responsePriors } from '../../tools/derivations/responses.ts'

const { variables } = openRegion('northeast', { parameters: 'priors' }).linked

it.each(derivedParameters)('$figure', ({ figure, unit, value }) => {
  const declaration = variables.get(figure)?.declaration
  if (declaration?.kind !== 'parameter') throw new Error(`${figure} is no parameter`)
  expect(declaration.evidence).toBe('derived')
  const central =
    typeof declaration.value === 'object' && 'central' in declaration.value ? declaration.value.central : undefined
  expect(Math.abs(value('') - Number(central))).toBeLessThanOrEqual(0.5001 * unit)
})

it.each(Object.entries({ ...responsePriors(), ...boomPriors() }))('the range of %s', (name, { low, central, high }) => {
  const declaration = variables.get(name)?.declaration
  expect(declaration).toMatchObject({ kind: 'parameter', evidence: 'derived', value: { low, central, high } })
})

it('capital wears out in the derivations of its growth as in the model', () => {
  expect(variables.get('capitalDepreciation')?.declaration).toMatchObject({ value: depreciation })
})
