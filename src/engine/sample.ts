/**
 * The values of the uncertain parameters in each member of an ensemble.
 *
 * A value is a function of (seed, name, prior, member, design and size of the design), so that any member can be had
 * without the others. Adding or removing another parameter leaves it as it was, but for the Sobol design, whose
 * dimensions are handed out in the order of the names.
 */
import type { Prior } from '../language/declare.ts'
import { createMixing } from './correlation.ts'
import { createPermutation } from './permutation.ts'
import { createStream } from './random.ts'
import { type SaltelliDesign, sensitivityPoints } from './sensitivity-design.ts'
import { createScrambling, createSobol, toUnit } from './sobol-sequence.ts'
import { checkUncertainty, quantileOf, type Uncertainty } from './uncertainty.ts'

export interface UncertainParameter {
  readonly name: string
  readonly prior: Prior
}

/**
 * `monteCarlo`: independent draws. `latinHypercube`: each parameter takes one value in each of `members` equally
 * probable strata, so its own distribution is covered evenly; a member then depends on how many there are.
 * `sobol`: Owen-scrambled Sobol points, which cover all parameters together evenly, best in runs of a power of 2.
 */
export type Design = 'monteCarlo' | 'latinHypercube' | 'sobol'

export const designs: readonly Design[] = ['monteCarlo', 'latinHypercube', 'sobol']

export interface SampleSettings {
  readonly seed: number
  readonly members: number
  /** A sensitivity design is one as well: its rows are the members. */
  readonly design: Design | SaltelliDesign
}

/** The values of a member, counted from 0, by the name of the parameter. */
export type Sample = (member: number) => ReadonlyMap<string, number>

/** With `uncertainty`, what a scenario says about distributions, truncations and correlations. */
export function sampleParameters(
  parameters: readonly UncertainParameter[],
  settings: SampleSettings,
  uncertainty: Uncertainty = {},
): Sample {
  const { members } = settings
  if (!Number.isInteger(members) || members < 1 || members > 2 ** 30) {
    throw new Error(`An ensemble of ${members} members cannot be drawn: give a whole number from 1 to 2^30.`)
  }
  const names = new Set(parameters.map(parameter => parameter.name))
  if (names.size < parameters.length) {
    const twice = parameters.find((parameter, i) => parameters.findIndex(other => other.name === parameter.name) < i)
    throw new Error(`Parameter '${twice?.name}' is listed twice: the draws of a parameter are found by its name.`)
  }
  checkUncertainty(uncertainty, names)
  const mix = createMixing(uncertainty.correlations ?? [], names)
  const points = pointsOf([...names], settings)
  const draws = parameters.map(({ name, prior }) => ({
    name,
    quantile: quantileOf(name, prior, uncertainty),
    point: points.get(name)!,
  }))
  return member => {
    if (!Number.isInteger(member) || member < 0 || member >= members) {
      throw new Error(`There is no member ${member} in an ensemble of ${members}: they count from 0 to ${members - 1}.`)
    }
    const values = new Map(draws.map(({ name, point }) => [name, point(member)]))
    mix(values)
    for (const { name, quantile } of draws) values.set(name, quantile(values.get(name)!))
    return values
  }
}

type Points = ReadonlyMap<string, (member: number) => number>

/** Place of each parameter in its distribution, as a share in (0, 1), by member. */
function pointsOf(names: readonly string[], { seed, members, design }: SampleSettings): Points {
  const each = (point: (name: string) => (member: number) => number): Points =>
    new Map(names.map(name => [name, point(name)]))
  const draws = (name: string): ((member: number) => number) => {
    const draw = createStream(seed, `parameter ${name}`)
    return member => draw(member, 0, 0)
  }
  if (typeof design === 'object') return sensitivityPoints(names, seed, design)
  switch (design) {
    case 'monteCarlo':
      return each(draws)
    case 'latinHypercube':
      return each(name => {
        const stratum = createPermutation(members, createStream(seed, `strata of parameter ${name}`))
        const within = draws(name)
        return member => (stratum(member) + within(member)) / members
      })
    case 'sobol':
      return sobolPoints(names, seed)
    default:
      throw new Error(`Unknown design '${design satisfies never}'; available: ${designs.join(', ')}.`)
  }
}

/** One dimension of the sequence for each name, in their order, under a scrambling of the name's own. */
function sobolPoints(names: readonly string[], seed: number): Points {
  const coordinates = createSobol(names.length)
  return new Map(
    names.toSorted().map((name, dimension) => {
      const scrambled = createScrambling(createStream(seed, `scrambling of parameter ${name}`))
      return [name, member => toUnit(scrambled(coordinates[dimension](member)))]
    }),
  )
}
