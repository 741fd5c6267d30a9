/** Finds stocks that have fallen below zero although their declarations do not allow it, and what took the most. */

import { type BoundedStock, boundedStocks } from '../language/bounded-stocks.ts'
import { positionsAt, withLabels } from '../language/element.ts'
import type { LinkedModel } from '../language/linked.ts'
import type { Message } from '../language/messages.ts'
import { messages as engineMessages } from '../texts/engine.ts'

/** Rounding may leave a stock below zero by this part of the largest stock in the same unit. */
const rounding = 1e-9

/** The bounds of a model's stocks, and the labels of its dimensions. */
export interface Bounds {
  readonly stocks: readonly BoundedStock[]
  readonly labelsOf: (dimension: string) => readonly string[]
}

export const boundsOf = (model: LinkedModel): Bounds => ({
  stocks: boundedStocks(model),
  labelsOf: dimension => model.dimensions.get(dimension)?.labels ?? [],
})

/** Reads the number at a place of the value array. */
type At = (place: number) => number

/** The flow that took the most in the step, or the texts of what is no variable of its own, and what it took a year. */
const causeOf = (
  { offset, closingOffset, flows, rest, annual }: BoundedStock,
  element: number,
  positions: readonly number[],
  at: At,
  timeStep: number,
): readonly [cause: string, taken: number] => {
  let others = (at(closingOffset + element) - at(offset + element)) / (annual ? 1 : timeStep)
  let [cause, most] = ['', 0]
  for (const { name, sign, offset: from, strides } of flows) {
    const change = sign * at(from + strides.reduce((sum, stride, dimension) => sum + stride * positions[dimension], 0))
    others -= change
    if (change < most) [cause, most] = [name, change]
  }
  return rest !== '' && others < most ? [rest, -others] : [cause, -most]
}

const short = (value: number): number => Number(value.toPrecision(4))

/**
 * The stock that is furthest below zero, relative to the largest one in the same unit, as a message; undefined where
 * none is by more than rounding. To be called after a step, before its values move on.
 */
export const belowZero = (
  { stocks, labelsOf }: Bounds,
  at: At,
  { time, timeStep }: { readonly time: number; readonly timeStep: number },
): Message | undefined => {
  const scales = new Map<string, number>()
  for (const { unit, offset, closingOffset, size } of stocks) {
    let scale = scales.get(unit) ?? 0
    for (let element = 0; element < size; element++)
      scale = Math.max(scale, Math.abs(at(offset + element)), Math.abs(at(closingOffset + element)))
    scales.set(unit, scale)
  }
  let found: { readonly stock: BoundedStock; readonly element: number } | undefined
  let lowest = -rounding
  for (const stock of stocks) {
    const scale = scales.get(stock.unit) ?? 0
    for (let element = 0; element < stock.size; element++) {
      const share = at(stock.closingOffset + element) / scale
      if (!(share < lowest)) continue
      lowest = share
      found = { stock, element }
    }
  }
  if (found === undefined) return undefined
  const { stock, element } = found
  const labels = stock.dimensions.map(labelsOf)
  const positions = positionsAt(
    labels.map(({ length }) => length),
    element,
  )
  const [cause, taken] = causeOf(stock, element, positions, at, timeStep)
  return engineMessages.belowZero({
    name: withLabels(
      stock.name,
      positions.map((position, dimension) => labels[dimension][position]),
    ),
    value: short(at(stock.closingOffset + element)),
    unit: stock.unit,
    time,
    cause,
    taken: short(taken),
  })
}

/**
 * Places of closing values, from … to - 1, of stocks that are checked in a step: annual ones when a year begins. Those
 * of annual stocks lie apart, because only the others change places with opening values in a module.
 */
export const closingRanges = (
  stocks: readonly BoundedStock[],
  opensYear: boolean,
): ReadonlyArray<readonly [from: number, to: number]> => {
  const joined: Array<{ readonly annual: boolean; readonly from: number; to: number }> = []
  for (const { annual, closingOffset: from, size } of stocks.toSorted((a, b) => a.closingOffset - b.closingOffset)) {
    if (annual && !opensYear) continue
    const last = joined.at(-1)
    if (last?.to === from && last.annual === annual) last.to += size
    else joined.push({ annual, from, to: from + size })
  }
  return joined.map(({ from, to }) => [from, to])
}
