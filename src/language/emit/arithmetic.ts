/** The functions of the language as every target calculates them. */

import { exp, ln, pow } from '../elementary.ts'

export const square = (x: number): number => x * x
export const cube = (x: number): number => x * x * x
export const positive = (x: number): number => Math.max(0, x)
export const clip = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high)
export const logistic = (x: number): number => 1 / (1 + exp(-x))

/** By their names. */
export const functions = {
  min: Math.min,
  max: Math.max,
  abs: Math.abs,
  sqrt: Math.sqrt,
  floor: Math.floor,
  exp,
  ln,
  positive,
  logistic,
  clip,
} satisfies Readonly<Record<string, (...inputs: [number, number, number]) => number>>

export type BuiltIn = keyof typeof functions

/** Piecewise linear between the points, constant outside them. */
export const interpolate = (xs: Float64Array, ys: Float64Array, x: number): number => {
  const last = xs.length - 1
  if (x <= xs[0]) return ys[0]
  if (x >= xs[last]) return ys[last]
  let at = 1
  while (at < last && x > xs[at]) at++
  const left = xs[at - 1]
  const below = ys[at - 1]
  return below + ((x - left) / (xs[at] - left)) * (ys[at] - below)
}

/** `before` and then `count` neighbours, added one by one. */
export const total = (values: Float64Array, before: number, from: number, count: number): number => {
  let sum = before
  for (let at = from; at < from + count; at++) sum = sum + values[at]
  return sum
}

/** `before` and then `count` products of neighbours, added one by one. */
export const totalOfProducts = (
  values: Float64Array,
  before: number,
  left: number,
  right: number,
  count: number,
): number => {
  let sum = before
  for (let at = 0; at < count; at++) sum = sum + values[left + at] * values[right + at]
  return sum
}

type Comparison = (a: number, b: number) => boolean

export const comparisons: Readonly<Partial<Record<string, Comparison>>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
}

/** Of two numbers by an operator; a truth is 1 or 0. */
export const binaryValue = (operator: string, left: number, right: number): number => {
  const compare = comparisons[operator]
  if (compare !== undefined) return compare(left, right) ? 1 : 0
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case 'pow':
    case '^':
      return pow(left, right)
    case 'and':
      return left !== 0 && right !== 0 ? 1 : 0
    default:
      return left !== 0 || right !== 0 ? 1 : 0
  }
}

export { exp, ln, pow }
