/** Changes that must not matter: units of measurement, order and borders of areas, the length of a step, the future. */

import { createSimulator, type Run } from '../../engine/run.ts'
import { type Policy, standardAt } from '../../engine/scenario.ts'
import type { ShockSeries } from '../../engine/shocks.ts'
import type { Variable } from '../../language/linked.ts'
import {
  areas,
  type Case,
  difference,
  horizonEnd,
  levers,
  open,
  type Relation,
  runOn,
  runUsual,
  totalOf,
} from './cases-fixture.ts'
import { inOtherUnits, isSize, ofParts, type OfParts, type Part } from './regions-fixture.ts'

const { region, simulator, linked } = open
const stepsPerYear = 4
const mapped = (values: ReadonlyMap<string, number>, factor: (name: string) => number): Map<string, number> =>
  new Map([...values].map(([name, value]) => [name, value * factor(name)]))
const policyTimes = (policy: Policy, factor: (name: string) => number): Policy =>
  Object.fromEntries(
    Object.entries(policy).map(([name, setting]) => [name, { ...setting, value: setting.value * factor(name) }]),
  )

/** Numbers of a run are as exact as its largest terms: powers and differences lose a few digits. */
const exact = 1e-9

const unit = (name: string, says: string, bases: readonly string[], scale: number): Relation => {
  const other = inOtherUnits(bases, scale)
  return {
    name: `unit of ${name}`,
    says,
    broken: ({ input, usual }) => {
      const scaled = runOn(other.region.simulator, {
        sampled: mapped(input.sampled, other.factor),
        policy: policyTimes(input.policy, other.factor),
        shocks: new Map(
          [...input.shocks!].map(([shock, drawn]) => [shock, drawn.map(one => one * other.factor(shock))]),
        ),
      })
      return difference(usual, scaled, { tolerance: exact, factor: variable => other.factor(variable.name) })
    },
  }
}

const inParts = ({ region: other, shocks }: OfParts, { input }: Case): Run =>
  runOn(other.simulator, { ...input, shocks: shocks(input.shocks!) })

/** The element of a part for the element of an area; figures of the region are not compared. */
const elementOf =
  (parts: readonly Part[], part: Part) =>
  ({ dimensions }: Variable, element: number): number | undefined => {
    const at = dimensions.findIndex(dimension => dimension.name === 'area')
    if (at < 0) return undefined
    const inner = dimensions.slice(at + 1).reduce((size, { labels }) => size * labels.length, 1)
    const area = Math.floor(element / inner) % areas.length
    if (areas[area] !== part.from) return undefined
    const outer = Math.floor(element / inner / areas.length)
    return (outer * parts.length + parts.indexOf(part)) * inner + (element % inner)
  }

const whole = (id: string): Part => ({ id, from: id, share: 1 })

const compareParts = (made: OfParts, parts: readonly Part[], one: Case, tolerance: number): string | undefined => {
  const run = inParts(made, one)
  for (const part of parts) {
    const wrong = difference(one.usual, run, {
      tolerance,
      element: elementOf(parts, part),
      factor: variable => (isSize(variable.unit) ? part.share : 1),
    })
    if (wrong !== undefined) return `${part.id}: ${wrong}`
  }
  return undefined
}

const orders: readonly (readonly string[])[] = [
  [areas[2]!, areas[0]!, areas[1]!],
  [areas[1]!, areas[0]!, areas[2]!],
  [areas[2]!, areas[1]!, areas[0]!],
]
const order = (): Relation => {
  const made = orders.map(one => {
    const parts = one.map(whole)
    return { parts, made: ofParts(parts) }
  })
  return {
    name: 'order of areas',
    says: 'The order in which areas are listed changes nothing.',
    broken: one => {
      const { parts, made: other } = made[Math.floor(one.uniform('order') * made.length)]!
      return compareParts(other, parts, one, exact)
    },
  }
}

const alone = (): Relation => {
  const made = areas.map(area => ({ parts: [whole(area)], made: ofParts([whole(area)]) }))
  return {
    name: 'area alone',
    says: 'An area by itself does what it does beside others: areas share the nation, and nothing else.',
    broken: one => {
      const { parts, made: other } = made[Math.floor(one.uniform('alone') * made.length)]!
      return compareParts(other, parts, one, exact)
    },
  }
}

const cut = (): Relation => {
  const made = [0.5, 0.2].flatMap(share =>
    areas.map(area => {
      const parts = areas.flatMap((id): Part[] =>
        id === area
          ? [
              { id: 'CN-AA', from: id, share },
              { id: 'CN-AB', from: id, share: 1 - share },
            ]
          : [whole(id)],
      )
      return { parts, made: ofParts(parts) }
    }),
  )
  return {
    name: 'area cut in two',
    says: 'Two parts alike of an area are its share of it each: size is no advantage, and borders cost nothing.',
    broken: one => {
      const { parts, made: other } = made[Math.floor(one.uniform('cut') * made.length)]!
      return compareParts(other, parts, one, exact)
    },
  }
}

const twins = (): Relation => {
  const made = areas.map(area => {
    const parts = [
      { id: 'CN-AA', from: area, share: 1 },
      { id: 'CN-AB', from: area, share: 1 },
    ]
    return { made: ofParts(parts), single: ofParts([whole(area)]) }
  })
  // Sums of the region and its ratios, but for the number of areas that capitalise interest.
  const names = [...linked.variables.values()].flatMap(({ name, dimensions, kind }) =>
    name.startsWith('region') && dimensions.length === 0 && kind !== 'datum' && name !== 'regionEvergreening'
      ? [name]
      : [],
  )
  return {
    name: 'region of twins',
    says: 'A region of two equal areas sums to twice, and averages to, what one of them does.',
    broken: one => {
      const pair = made[Math.floor(one.uniform('twins') * made.length)]!
      const doubled = inParts(pair.made, one)
      const single = inParts(pair.single, one)
      return difference(single, doubled, {
        names,
        tolerance: exact,
        factor: variable => (isSize(variable.unit) ? 2 : 1),
      })
    },
  }
}

const cohort = (): Relation => {
  const parts = [
    { id: 'CN-AA', from: areas[0]!, share: 0.5 },
    { id: 'CN-AB', from: areas[0]!, share: 0.5 },
  ]
  const made = ofParts(parts)
  const { simulator: halves } = made.region
  const ages = 101
  const still = {
    migrationLevel: 0,
    mortalityFromAir: 0,
    fertilityFromAffordability: 0,
    fertilityFromConfidence: 0,
    fertilityFromAllowance: 0,
  }
  const { offset } = made.region.linked.variables.get('population')!
  return {
    name: 'cohort divided',
    says: 'A cohort divided between two areas has the children and the deaths that it has in one.',
    broken: ({ input, uniform }) => {
      const shared = { ...input, shocks: made.shocks(input.shocks!), assumptions: still }
      const peopleOf = (afterStart?: Readonly<Record<string, number>>): number[] => {
        const people: number[] = []
        halves.run({
          ...shared,
          ...(afterStart === undefined ? {} : { afterStart }),
          record: [],
          observe: (values, step) => {
            if (step % stepsPerYear !== 0) return
            for (let cell = 0; cell < 2 * ages; cell++)
              people.push(values[offset + cell]! + values[offset + 2 * ages + cell]!)
          },
        })
        return people
      }
      const sex = uniform('sex') < 0.5 ? 'female' : 'male'
      const age = Math.floor(uniform('age') * ages)
      const usual = peopleOf()
      const both = usual[(sex === 'female' ? 0 : ages) + age]!
      const divided = peopleOf({
        [`population[CN-AA, ${sex}, ${age}]`]: uniform('part') * both,
        [`population[CN-AB, ${sex}, ${age}]`]: (1 - uniform('part')) * both,
      })
      const at = divided.findIndex((people, cell) => !(Math.abs(people - usual[cell]!) <= 1e-12 * (1 + usual[cell]!)))
      return at < 0 ? undefined : `${sex}s of ${age} divided: cell ${at} has ${divided[at]}, not ${usual[at]}`
    },
  }
}

const halvedStep = (): Relation => {
  const eighths = createSimulator(open.program, region, { end: horizonEnd, stepsPerYear: 8 })
  const limits: Readonly<Record<string, number>> = {
    regionResidents: 0.005,
    regionOutput: 0.02,
    regionNominalOutput: 0.04,
    regionConsumption: 0.03,
    regionEmployed: 0.02,
  }
  return {
    name: 'halved step',
    says:
      'Steps of an eighth of a year give the same people and the same size of the economy in 2034: within half a per ' +
      'cent and two to four per cent.',
    broken: ({ input }) => {
      const plain = { sampled: input.sampled, policy: input.policy }
      const names = Object.keys(limits)
      const [quarters, halves] = [runOn(simulator, plain, names), runOn(eighths, plain, names)]
      for (const [name, limit] of Object.entries(limits)) {
        const change = totalOf(halves, name, 2034) / totalOf(quarters, name, 2034) - 1
        if (!(Math.abs(change) <= limit)) return `${name}: ${(change * 100).toFixed(2)} %`
      }
      return undefined
    },
  }
}

const toTheBit = { tolerance: 0 }

/** Every lever at its standard, as a policy; a standard that changes is left to itself. */
const standards: Policy = Object.fromEntries(
  [...levers].flatMap(([name, { standard }]) =>
    typeof standard === 'number' || standard.every(([from]) => from <= 2026)
      ? [[name, { value: standardAt(standard, 2026), start: 2026, ramp: 0 }]]
      : [],
  ),
)

const stepAt = (time: number): number => (time - region.start) * stepsPerYear

const causal: readonly Relation[] = [
  {
    name: 'same twice',
    says: 'The same case gives the same bits again, whatever ran in between.',
    broken: ({ input, usual }) => {
      runUsual({ assumptions: { transferLevel: 0.5 }, afterStart: { robots: 50 } })
      return difference(usual, runUsual(input), toTheBit)
    },
  },
  {
    name: 'standard policy',
    says: 'A policy that sets every lever to its standard is current policy, to the bit.',
    broken: ({ input }) => {
      const { policy: _, ...without } = input
      return difference(runUsual(without), runUsual({ ...without, policy: standards }), toTheBit)
    },
  },
  {
    name: 'policy of later',
    says: 'A policy changes nothing before it begins, to the bit.',
    broken: ({ input, usual }) => {
      const { policy: _, ...without } = input
      const first = Math.min(...Object.values(input.policy).map(({ start }) => start!), horizonEnd)
      return difference(runUsual(without), usual, { ...toTheBit, steps: stepAt(first) })
    },
  },
  {
    name: 'policy beyond the horizon',
    says: 'A policy that begins when the run is over changes no bit.',
    broken: ({ input, usual }) => {
      const later = Object.fromEntries(
        [...levers].map(([name, { bounds }]) => [name, { value: bounds[1], start: horizonEnd, ramp: 0 }]),
      )
      return difference(usual, runUsual({ ...input, policy: { ...later, ...input.policy } }), toTheBit)
    },
  },
  {
    name: 'policy in another order',
    says: 'The order in which a policy lists its levers changes no bit.',
    broken: ({ input, usual }) => {
      const policy = Object.fromEntries(Object.entries(input.policy).toReversed())
      return difference(usual, runUsual({ ...input, policy }), toTheBit)
    },
  },
  {
    name: 'shocks of later',
    says: 'What happens after a time changes nothing before it, to the bit.',
    broken: ({ input, usual, uniform }) => {
      const time = 2026 + Math.floor(uniform('time') * 8)
      const until = stepAt(time)
      const shocks: ShockSeries = new Map(
        [...input.shocks!].map(([name, drawn]) => {
          const width = drawn.length / simulator.steps
          return [name, drawn.map((value, at) => (at < until * width ? value : drawn[drawn.length - 1 - at]!))]
        }),
      )
      return difference(usual, runUsual({ ...input, shocks }), { ...toTheBit, steps: until })
    },
  },
  {
    name: 'parameters as assumptions',
    says: 'Parameters given as assumptions of a scenario do what drawn ones do, to the bit.',
    broken: ({ input, usual }) => {
      const { sampled, ...rest } = input
      return difference(usual, runUsual({ ...rest, assumptions: Object.fromEntries(sampled) }), toTheBit)
    },
  },
  {
    name: 'longer run',
    says: 'A longer horizon leaves the years before as they are, to the bit.',
    broken: ({ input, usual }) => {
      // Random series have as many numbers as a run has steps.
      const shocks: ShockSeries = new Map(
        [...input.shocks!].map(([name, drawn]) => {
          const width = drawn.length / simulator.steps
          return [name, Float64Array.from([...drawn, ...drawn.subarray(0, stepsPerYear * width)])]
        }),
      )
      return difference(usual, runOn(longer, { ...input, shocks }), toTheBit)
    },
  },
]
const longer = createSimulator(open.program, region, { end: horizonEnd + 1, stepsPerYear })

export const symmetries = (): Relation[] => [
  unit('money', 'All yuan times a number: every real figure and share stays.', ['CNY'], 7.3),
  unit('people', 'People counted in other units: every figure that counts none stays.', ['person'], 0.31),
  unit('floor space', 'Floor space in other units: every figure without it stays.', ['m2'], 10.76),
  unit('households', 'Households counted in other units: every figure that counts none stays.', ['household'], 2.9),
  unit('robots', 'Robots counted in other units: every figure that counts none stays.', ['robot'], 13),
  unit('matter', 'Tonnes, micrograms and cubic metres in other units: all else stays.', ['t', 'ug', 'm3'], 2.2),
  order(),
  alone(),
  cut(),
  twins(),
  cohort(),
  halvedStep(),
  ...causal,
]
