/**
 * What made a stock what it is: its value at the start and every flow since then, year by year. A sum of stocks, or its
 * ratio to something else, opens into the flows of all of them; what one stock passes to another of them cancels out.
 */

import { valueOf } from '../../language/emit/interpret.ts'
import type { Expression, LinkedDimension, LinkedModel, Variable } from '../../language/linked.ts'
import type { OpenRegion } from '../simulation.ts'
import type { Asked, RunValues } from './tree.ts'

interface Flow {
  /** The variable that it is, or 'stock' and the part of its equation. */
  readonly name: string | undefined
  readonly doc: string
  /** As the equation writes it, where it is no variable by itself. */
  readonly text: string
  /** Added to the stock a year; less than nothing where it is taken away. */
  readonly byYear: readonly number[]
  readonly total: number
  /** The same under current policy. */
  readonly totalBefore: number
}

export interface Accumulation {
  readonly unit: string
  /** A variable of this unit, for those who show it. */
  readonly stock: string
  /** The stocks are only the upper part of a ratio. */
  readonly isRatio: boolean
  /** The first year, and each year up to the one asked for. */
  readonly years: readonly number[]
  readonly start: number
  readonly end: number
  /** Largest first. */
  readonly flows: readonly Flow[]
}

type Range = readonly [low: number, high: number]
type Ranges = ReadonlyMap<number, Range>

interface Part {
  readonly variable: Variable
  readonly sign: number
  /** By the rank of the dimension; all labels where there is none. */
  readonly ranges: Ranges
}

/** The stocks that an expression adds up; undefined where it does more than that. */
const stocksIn = (expression: Expression, sign: number, ranges: Ranges): readonly Part[] | undefined => {
  if (expression.op === 'read') {
    const fixed = expression.variable.dimensions.flatMap(({ rank }, at): [number, Range][] =>
      expression.positions[at] >= 0 ? [[rank, [expression.positions[at], expression.positions[at]]]] : [],
    )
    return stocksOf(expression.variable, sign, new Map([...ranges, ...fixed]))
  }
  if (expression.op === 'negate') return stocksIn(expression.operand, -sign, ranges)
  if (expression.op === 'sum') {
    const own = expression.loops.map(({ dimension, low, high }): [number, Range] => {
      const full = low === 0 && high === dimension.labels.length - 1
      return [dimension.rank, full ? (ranges.get(dimension.rank) ?? [low, high]) : [low, high]]
    })
    return stocksIn(expression.body, sign, new Map([...ranges, ...own]))
  }
  if (expression.op !== 'binary' || (expression.operator !== '+' && expression.operator !== '-')) return undefined
  const left = stocksIn(expression.left, sign, ranges)
  const right = stocksIn(expression.right, expression.operator === '-' ? -sign : sign, ranges)
  return left === undefined || right === undefined ? undefined : [...left, ...right]
}

const stocksOf = (variable: Variable, sign: number, ranges: Ranges): readonly Part[] | undefined => {
  const { kind, declaration, value } = variable
  if (kind === 'stock') {
    return declaration?.kind === 'stock' && declaration.ageing === undefined ? [{ variable, sign, ranges }] : undefined
  }
  return value?.pieces.length === 1 ? stocksIn(value.pieces[0].expression, sign, ranges) : undefined
}

/** The upper part of a ratio, or the variable itself. */
const partsOf = (
  variable: Variable,
  ranges: Ranges,
): { readonly parts: readonly Part[]; readonly isRatio: boolean } => {
  const expression = variable.value?.pieces.length === 1 ? variable.value.pieces[0].expression : undefined
  const isRatio = variable.kind !== 'stock' && expression?.op === 'binary' && expression.operator === '/'
  const found = isRatio ? stocksIn(expression.left, 1, ranges) : stocksOf(variable, 1, ranges)
  return { parts: found ?? [], isRatio }
}

interface Term {
  readonly expression: Expression
  readonly sign: number
  readonly factors: readonly Expression[]
  readonly role: 'inflow' | 'outflow'
}

const isFactor = (expression: Expression): boolean =>
  expression.op === 'literal' || (expression.op === 'read' && expression.variable.kind === 'clock')

/** The flows of a closing value, each on its own: opening value and length of the step apart. */
const termsIn = (expression: Expression, stock: Variable, like: Omit<Term, 'expression'>): readonly Term[] => {
  if (expression.op === 'read' && expression.variable === stock && !expression.closing && like.factors.length === 0) {
    return []
  }
  if (expression.op === 'negate') return termsIn(expression.operand, stock, { ...like, sign: -like.sign })
  if (expression.op !== 'binary') return [{ ...like, expression }]
  const { operator, left, right } = expression
  if (operator === '*' && isFactor(left)) {
    return termsIn(right, stock, { ...like, factors: [...like.factors, left] })
  }
  if (operator === '*' && isFactor(right)) {
    return termsIn(left, stock, { ...like, factors: [...like.factors, right] })
  }
  if (operator !== '+' && operator !== '-') return [{ ...like, expression }]
  return [
    ...termsIn(left, stock, like),
    ...termsIn(right, stock, operator === '-' ? { ...like, sign: -like.sign } : like),
  ]
}

/** Every position of some dimensions within their ranges. */
const eachPosition = (
  dimensions: readonly LinkedDimension[],
  ranges: Ranges,
  positions: Int32Array,
  act: () => void,
  at = 0,
): void => {
  const dimension = dimensions[at]
  if (dimension === undefined) {
    act()
    return
  }
  const [low, high] = ranges.get(dimension.rank) ?? [0, dimension.labels.length - 1]
  for (let position = low; position <= high; position++) {
    positions[dimension.rank] = position
    eachPosition(dimensions, ranges, positions, act, at + 1)
  }
}

const nameOf = (stock: Variable, { expression, role, sign }: Term): Pick<Flow, 'name' | 'doc' | 'text'> => {
  if (expression.op === 'read') return { name: expression.variable.name, doc: expression.variable.doc, text: '' }
  const texts = stock.texts.filter(one => one.role === (sign > 0 ? role : role === 'inflow' ? 'outflow' : 'inflow'))
  const all = texts.length === 0 ? stock.texts.filter(one => one.role === 'inflow' || one.role === 'outflow') : texts
  const [only] = all
  const text = all.length === 1 && only !== undefined ? only.text.slice(expression.start, expression.end) : ''
  return { name: undefined, doc: stock.doc, text }
}

/** Flows of a run by key, each with what it adds in every year. */
const flowsOf = (
  model: LinkedModel,
  parts: readonly Part[],
  values: RunValues,
  steps: number,
  perYear: number,
): Map<string, { readonly byYear: number[]; readonly of: Pick<Flow, 'name' | 'doc' | 'text'> }> => {
  const flows = new Map<string, { readonly byYear: number[]; readonly of: Pick<Flow, 'name' | 'doc' | 'text'> }>()
  const positions = new Int32Array(model.dimensions.size)
  for (const { variable, sign, ranges } of parts) {
    for (const piece of variable.closing?.pieces ?? []) {
      const own = new Map(ranges)
      for (const { dimension, low, high } of piece.loops) {
        const [from, to] = own.get(dimension.rank) ?? [low, high]
        own.set(dimension.rank, [Math.max(from, low), Math.min(to, high)])
      }
      for (const term of termsIn(piece.expression, variable, { sign: 1, factors: [], role: 'inflow' })) {
        const of = nameOf(variable, term)
        const key = of.name ?? `${variable.name}: ${of.text}`
        const flow = flows.get(key) ?? {
          of,
          byYear: Array.from({ length: Math.ceil(steps / perYear) }, () => 0),
        }
        flows.set(key, flow)
        for (let step = 0; step < steps; step++) {
          const at = Math.floor(step / perYear)
          if (variable.annual && step % perYear !== 0) continue
          eachPosition(variable.dimensions, own, positions, () => {
            const size = term.factors.reduce((all, factor) => all * valueOf(factor, values[step], positions), 1)
            flow.byYear[at] += sign * term.sign * size * valueOf(term.expression, values[step], positions)
          })
        }
      }
    }
  }
  return flows
}

const levelOf = (parts: readonly Part[], values: Float64Array, closing: boolean, dimensions: number): number => {
  let sum = 0
  const positions = new Int32Array(dimensions)
  for (const { variable, sign, ranges } of parts) {
    eachPosition(variable.dimensions, ranges, positions, () => {
      const start = closing ? variable.closingOffset : variable.offset
      sum +=
        sign *
        values[
          variable.dimensions.reduce((place, { rank }, at) => place + variable.strides[at] * positions[rank], start)
        ]
    })
  }
  return sum
}

/** Undefined for what is no stock, sum of stocks or ratio of one. `after` and `before` are runs of a policy and of none. */
export const accumulationOf = (
  { linked, region, simulator }: OpenRegion,
  { name, labels, step }: Asked,
  before: RunValues,
  after: RunValues,
): Accumulation | undefined => {
  const variable = linked.variables.get(name)
  if (variable === undefined) return undefined
  const asked = variable.dimensions.flatMap((dimension): [number, Range][] => {
    const [low = '', high = low] = (labels[dimension.name] ?? '').split('..')
    const [from, to] = [dimension.positions.get(low), dimension.positions.get(high)]
    return from === undefined || to === undefined ? [] : [[dimension.rank, [from, to]]]
  })
  const { parts, isRatio } = partsOf(variable, new Map(asked))
  const [first] = parts
  if (first === undefined) return undefined
  const { stepsPerYear } = simulator.horizon
  const own = flowsOf(linked, parts, after, step + 1, stepsPerYear)
  const others = flowsOf(linked, parts, before, step + 1, stepsPerYear)
  const total = (values: readonly number[] = []): number => values.reduce((sum, value) => sum + value, 0)
  const count = linked.dimensions.size
  const [start, end] = [levelOf(parts, after[0], false, count), levelOf(parts, after[step], true, count)]
  const least = 1e-9 * Math.max(Math.abs(start), Math.abs(end))
  const flows = [...own]
    .map(([key, { of, byYear }]): Flow => {
      return { ...of, byYear, total: total(byYear), totalBefore: total(others.get(key)?.byYear) }
    })
    .filter(({ byYear }) => byYear.some(value => Math.abs(value) > least))
    .toSorted((a, b) => Math.abs(b.total) - Math.abs(a.total))
  const opens = Math.floor(region.start)
  return {
    unit: first.variable.unitText,
    stock: first.variable.name,
    isRatio,
    years: Array.from({ length: Math.ceil((step + 1) / stepsPerYear) }, (_, at) => opens + at),
    start,
    end,
    flows,
  }
}
