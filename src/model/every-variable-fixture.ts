/** A fingerprint of every variable of a region, from three runs in which nearly every equation has something to do. */

import { memberInput } from '../engine/ensemble.ts'
import type { RunInput, Simulator } from '../engine/run.ts'
import { leversOf, type Policy, standardAt } from '../engine/scenario.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'

/** The sum of a variable over its elements at the end of some years, and a number made of all its bits in all steps. */
export interface Fingerprint {
  readonly sums: readonly number[]
  readonly bits: string
}

export const years: readonly number[] = [2025, 2030, 2040]

/**
 * Every lever a third of the way from its standard to its upper or its lower bound, from 2026 on, phased in over a
 * year.
 */
const everyLever = ({ linked }: OpenRegion, upwards: boolean): Policy =>
  Object.fromEntries(
    [...leversOf(linked)].map(([name, { bounds, standard }]) => {
      const now = standardAt(standard, 2026)
      return [name, { value: now + (bounds[upwards ? 1 : 0] - now) / 3, start: 2026, ramp: 1 }]
    }),
  )

/** The runs: current policy, then every lever moved up, then every lever moved down, both under drawn shocks. */
export const experiments = (open: OpenRegion): Array<Pick<RunInput, 'policy' | 'shocks'>> => {
  const shocks = memberInput(open.linked, open.simulator, { seed: 1, members: 1, parameters: false })(0)
  return [{}, ...[true, false].map(upwards => ({ ...shocks, policy: everyLever(open, upwards) }))]
}

/** FNV-1a over the 32-bit halves of numbers. */
const createHash = () => {
  const number = new Float64Array(1)
  const halves = new Uint32Array(number.buffer)
  return {
    add: (hash: number, value: number): number => {
      number[0] = value
      const once = Math.imul(hash ^ halves[0]!, 0x01000193)
      return Math.imul(once ^ halves[1]!, 0x01000193)
    },
    text: (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0'),
  }
}

/** Adds one run to the fingerprints: hashes go on from those before, sums are appended. */
const follow = (
  simulator: Simulator,
  input: Omit<RunInput, 'record' | 'observe'>,
  hashes: Map<string, number>,
  sums: Map<string, number[]>,
): void => {
  const { program, horizon, steps } = simulator
  const variables = [...program.model.variables.values()]
  const hash = createHash()
  const before = steps - Math.round(horizon.end * horizon.stepsPerYear)
  const shown = new Set(years.map(year => before + Math.round((year + 1) * horizon.stepsPerYear) - 1))
  simulator.run({
    ...input,
    record: [],
    audit: true,
    observe: (values, step) => {
      for (const { name, offset, size } of variables) {
        let own = hashes.get(name) ?? 0x811c9dc5
        let sum = 0
        for (let at = offset; at < offset + size; at++) {
          own = hash.add(own, values[at]!)
          sum += values[at]!
        }
        hashes.set(name, own)
        if (shown.has(step)) sums.set(name, [...(sums.get(name) ?? []), sum])
      }
    },
  })
}

/**
 * The fingerprint of every variable of an open region: under current policy, then with every lever moved up and every
 * lever moved down, both under drawn shocks.
 */
export const fingerprints = (open: OpenRegion): Map<string, Fingerprint> => {
  const hashes = new Map<string, number>()
  const sums = new Map<string, number[]>()
  for (const input of experiments(open)) follow(open.simulator, input, hashes, sums)
  const { text } = createHash()
  return new Map([...hashes].map(([name, hash]) => [name, { sums: sums.get(name) ?? [], bits: text(hash) }]))
}
