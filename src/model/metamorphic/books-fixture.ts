/** Sums that hold in each run: money, people, the debt ratio, and the region as its areas. */

import { ofRegion } from '../../language/regional.ts'
import { type Case, open, type Relation, variableOf } from './cases-fixture.ts'

const { simulator, program, region, linked } = open

/** Values of a variable in the array of a step; closing values of a state on request. */
const reader = (name: string, closing = false): ((values: Float64Array) => Float64Array) => {
  const { offset, closingOffset, size } = variableOf(name)
  const from = closing ? closingOffset : offset
  return values => values.subarray(from, from + size)
}
const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0)

type EachStep = (values: Float64Array, step: number) => string | undefined

/** Runs the case again and says what is wrong in the first step in which something is. */
const inEachStep = ({ input }: Case, wrong: EachStep): string | undefined => {
  let found: string | undefined
  simulator.run({
    ...input,
    record: [],
    observe: (values, step) => {
      found ??= wrong(values, step)
    },
  })
  return found
}

const [open_, close] = [reader('population'), reader('population', true)]
const [newborns, deaths, arrivals, departures] = ['survivingNewborns', 'adultDeaths', 'arrivals', 'departures'].map(
  name => reader(name),
) as [Reader, Reader, Reader, Reader]
type Reader = ReturnType<typeof reader>

const parts = [
  'debtFromInterest',
  'debtFromGrowth',
  'debtFromInflation',
  'debtFromPrimaryBalance',
  'debtFromOther',
].map(name => reader(name))
const ratioChange = reader('debtRatioChange')

/** Regional sums with the variable of the areas that they add up. */
const sums = [...linked.variables.values()].flatMap(({ name, declaration }) => {
  const rule = (declaration as { region?: unknown } | undefined)?.region
  const as = ofRegion(name)
  return rule === 'sum' && linked.variables.has(as) ? [{ as, total: reader(as), areas: reader(name) }] : []
})

export const bookRelations = (): Relation[] => [
  {
    name: 'accounts',
    says: 'All accounts close in every step, within 1e-9 of output.',
    broken: ({ input }) => {
      const { largestResidual, where, when } = simulator.run({ ...input, record: [], audit: true }).audit!
      return largestResidual < 1e-9 ? undefined : `${where} at ${when}: ${largestResidual}`
    },
  },
  {
    name: 'people',
    says: 'Everybody in December was here in January, was born or came; everybody else died or left.',
    broken: one =>
      inEachStep(one, (values, step) => {
        if (step % simulator.horizon.stepsPerYear !== 0) return undefined
        const expected =
          sum(open_(values)) +
          sum(newborns(values)) -
          sum(deaths(values)) +
          sum(arrivals(values)) -
          sum(departures(values))
        const gap = Math.abs(sum(close(values)) - expected)
        return gap < 1e-10 ? undefined : `${gap} million people in step ${step}`
      }),
  },
  {
    name: 'nobody less than nobody',
    says: 'No age, no group of emigrants and no number of unemployed is negative.',
    broken: one =>
      inEachStep(one, (values, step) => {
        const least = Math.min(
          ...[close(values), reader('emigrants', true)(values), reader('unemployed')(values)].map(some =>
            Math.min(...some),
          ),
        )
        return least >= -1e-12 ? undefined : `${least} million in step ${step}`
      }),
  },
  {
    name: 'debt ratio',
    says: 'Interest, growth, prices, the primary balance and other moves explain every change of debt over output.',
    broken: one =>
      inEachStep(one, (values, step) => {
        const changes = ratioChange(values)
        for (let area = 0; area < changes.length; area++) {
          const explained = parts.reduce((all, part) => all + part(values)[area]!, 0)
          if (!(Math.abs(changes[area]! - explained) < 1e-9))
            return `${region.areas[area]} in step ${step}: ${changes[area]} is not ${explained}`
        }
        return undefined
      }),
  },
  {
    name: 'region and areas',
    says: 'What the region reports as a sum is the sum of its areas.',
    broken: one =>
      inEachStep(one, (values, step) => {
        for (const { as, total, areas } of sums) {
          const added = sum(areas(values))
          if (!(Math.abs(total(values)[0]! - added) <= 1e-12 * Math.abs(added))) return `${as} in step ${step}`
        }
        return undefined
      }),
  },
  {
    name: 'numbers',
    says: 'Every number is finite.',
    broken: one =>
      inEachStep(one, (values, step) =>
        values.subarray(0, program.size).every(Number.isFinite) ? undefined : `not in step ${step}`,
      ),
  },
]
