/**
 * Points at which to run a model to see which of its parameters matter. A design is a list of rows (members), each a
 * point of the unit cube that can be had alone.
 *
 * `morris`: walks over a grid, one parameter moved at a time (Morris 1991). `saltelli`: two independent samples A and B
 * and, for each factor, A with that factor's column from B (Saltelli and others 2010), over scrambled Sobol points.
 */
import { messages as engineMessages } from '../texts/engine.ts'
import { UsageError } from '../language/messages.ts'
import { createStream } from './random.ts'
import { createPermutation } from './permutation.ts'
import { createScrambling, createSobol, toUnit } from './sobol-sequence.ts'

export interface MorrisDesign {
  readonly kind: 'morris'
  readonly trajectories: number
  /** Values a parameter can take, evenly spread; an even number. */
  readonly levels: number
}

export interface SaltelliDesign {
  readonly kind: 'saltelli'
  /** Rows of A and of B; a power of 2, 64 at least. */
  readonly base: number
  /** True: the random series are a factor of their own, the last one. */
  readonly shocks: boolean
}

type SensitivityDesign = MorrisDesign | SaltelliDesign

/** The rows of a design over so many parameters. */
export const rowsOf = (design: SensitivityDesign, parameters: number): number =>
  design.kind === 'morris'
    ? design.trajectories * (parameters + 1)
    : design.base * (2 + parameters + (design.shocks ? 1 : 0))

/** The coordinate of each parameter in a row, by name; it does not depend on the order of the names. */
export function sensitivityPoints(
  names: readonly string[],
  seed: number,
  design: SensitivityDesign,
): Map<string, (row: number) => number> {
  const sorted = names.toSorted()
  return design.kind === 'morris' ? morrisPoints(sorted, seed, design) : saltelliPoints(sorted, seed, design)
}

/**
 * The member whose random series a row meets: in `saltelli` that of its row in A, or of B where B's are asked for, so
 * that nothing but the factor differs; in other designs each row has its own.
 */
export function shockMember(design: SaltelliDesign | string | undefined, parameters: number, row: number): number {
  if (typeof design !== 'object') return row
  const matrix = Math.floor(row / design.base)
  const fromB = matrix === 1 || matrix === 2 + parameters
  return (row % design.base) + (fromB ? design.base : 0)
}

/** Rows are matrix after matrix: A, B, then A with the column of the first name from B, and so on. */
function saltelliPoints(
  names: readonly string[],
  seed: number,
  { base }: SaltelliDesign,
): Map<string, (row: number) => number> {
  if (!Number.isInteger(base) || base < 64 || base > 2 ** 30 || (base & (base - 1)) !== 0) {
    throw new UsageError(engineMessages.sobolBase({ base }))
  }
  const coordinates = createSobol(2 * names.length)
  const scrambled = (name: string, sample: string, dimension: number) => {
    const scramble = createScrambling(createStream(seed, `sensitivity ${sample} of parameter ${name}`))
    return (index: number): number => toUnit(scramble(coordinates[dimension](index)))
  }
  return new Map(
    names.map((name, at) => {
      const inA = scrambled(name, 'A', at)
      const inB = scrambled(name, 'B', names.length + at)
      return [
        name,
        row => {
          const matrix = Math.floor(row / base)
          return (matrix === 1 || matrix === 2 + at ? inB : inA)(row % base)
        },
      ]
    }),
  )
}

/** Half the grid: the step for which every level is equally likely at either end of it. */
const morrisStep = ({ levels }: MorrisDesign): number => levels / (2 * (levels - 1))

/** Rows are walk after walk; in each, the parameters take their step in an order of the walk's own. */
function morrisPoints(
  names: readonly string[],
  seed: number,
  design: MorrisDesign,
): Map<string, (row: number) => number> {
  const { levels } = design
  if (!Number.isInteger(levels) || levels < 2 || levels % 2 !== 0) {
    throw new UsageError(engineMessages.morrisLevels({ levels }))
  }
  const order = morrisOrder(names.length, seed)
  return new Map(
    names.map((name, at) => {
      const draw = createStream(seed, `screening of parameter ${name}`)
      return [
        name,
        row => {
          const walk = Math.floor(row / (names.length + 1))
          const start = Math.floor(draw(walk, 0, 0) * (levels / 2)) / (levels - 1)
          const upwards = draw(walk, 0, 1) < 0.5
          const moved = row % (names.length + 1) > order(walk, at)
          return start + (moved === upwards ? morrisStep(design) : 0)
        },
      ]
    }),
  )
}

/** The place of each parameter in the order of a walk. */
export const morrisOrder = (parameters: number, seed: number): ((walk: number, parameter: number) => number) => {
  let last = -1
  let place = createPermutation(parameters, createStream(seed, 'order'))
  return (walk, parameter) => {
    if (walk !== last) {
      place = createPermutation(parameters, createStream(seed, `order of walk ${walk}`))
      last = walk
    }
    return place(parameter)
  }
}
