/**
 * Jumps of a few coordinates at once along the difference of two draws of an archive (differential evolution, ter Braak
 * and Vrugt 2008). They cross where an ellipse does not reach: between separate hills, and along ridges that bend. The
 * archive is of the warm-up and does not change, so that chains stay independent of one another, and a jump is as
 * probable as its reverse.
 */
import { sampleSize } from '../score/convergence.ts'

export interface Archive {
  readonly draws: readonly Float64Array[]
  /** For each coordinate the others, the most correlated ones first. */
  readonly neighbours: readonly (readonly number[])[]
  /** Cumulated: slow coordinates are moved more often. */
  readonly shares: Float64Array
}

/** Coordinates that a jump moves. */
const sizes = [1, 2, 2, 3, 3, 4, 6, 10]

/** Some jumps are as long as the difference itself, from hill to hill; the others have the length that suits a normal. */
const fullJumps = 0.4
const ofNormal = 1.68

/** Of the draws of the chains of a warm-up, all of the same length. */
export function createArchive(chains: readonly (readonly Float64Array[])[]): Archive {
  const draws = chains.flat()
  const size = draws[0].length
  const scores = Array.from({ length: size }, (_, at) => standardised(draws.map(draw => draw[at])))
  const neighbours = scores.map((own, at) => {
    const alike = scores.map(other => Math.abs(own.reduce((sum, x, draw) => sum + x * other[draw], 0)))
    const others = [...alike.keys()].filter(other => other !== at)
    return others.sort((a, b) => alike[b] - alike[a] || a - b).slice(0, sizes[sizes.length - 1])
  })
  let sum = 0
  const shares = Float64Array.from(neighbours, (_, at) => {
    const worth = sampleSize(chains.map(chain => Float64Array.from(chain, draw => draw[at])))
    sum += Math.sqrt(draws.length / worth)
    return sum
  })
  return { draws, neighbours, shares: shares.map(share => share / sum) }
}

function standardised(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const length = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0))
  return Float64Array.from(values, x => (length > 0 ? (x - mean) / length : 0))
}

/** Target of a jump; `draw` gives uniform numbers by their place. */
export function jumpFrom({ draws, neighbours, shares }: Archive, point: Float64Array, draw: (at: number) => number) {
  const pick = (uniform: number, length: number): number => Math.min(length - 1, Math.floor(uniform * length))
  const chosen = draw(0)
  const centre = Math.max(
    0,
    shares.findIndex(share => chosen < share),
  )
  const count = Math.min(sizes[pick(draw(1), sizes.length)], point.length)
  const moved = [centre, ...neighbours[centre].slice(0, count - 1)]
  const first = pick(draw(2), draws.length)
  const second = (first + 1 + pick(draw(3), draws.length - 1)) % draws.length
  const length = draw(4) < fullJumps ? 1 : (ofNormal / Math.sqrt(count)) * (0.5 + draw(5))
  const to = Float64Array.from(point)
  for (const at of moved) to[at] += length * (draws[first][at] - draws[second][at])
  return to
}
