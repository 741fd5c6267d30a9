/** Random models, for tests that all targets give the same results. */

import {
  base,
  type Declaration,
  type EquationText,
  delay,
  equation,
  exogenous,
  level,
  parameter,
  smooth,
  stock,
  table,
  yearMean,
} from '../declare.ts'
import { dimensions as fixtureDimensions, link } from '../small-model-fixture.ts'
import type { LinkedModel } from '../link.ts'

/** Names a dimension's labels for indices and ranges. */
const labels: Readonly<Record<string, readonly string[]>> = {
  area: ['east', 'west'],
  firm: ['state', 'private'],
  sex: ['female', 'male'],
  age: ['0', '1', '2', '3', '4', '5'],
  other: ['east', 'west'],
}
const copies: Readonly<Record<string, string>> = { area: 'other', other: 'area' }
const allDimensions = Object.keys(fixtureDimensions)

/** Whole numbers from a seed: the same models in every run of the tests. */
const generator = (seed: number) => {
  let state = seed >>> 0
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Known {
  readonly name: string
  readonly over: readonly string[]
  readonly annual: boolean
  readonly state: boolean
  readonly closing: boolean
}

/** Writes random texts that read what is known already. */
class Author {
  private readonly pick: (below: number) => number
  readonly known: Known[] = []

  constructor(pick: (below: number) => number) {
    this.pick = pick
  }

  one<T>(list: readonly T[]): T {
    const chosen = list[this.pick(list.length)]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }

  some(list: readonly string[]): string[] {
    return list.filter(() => this.pick(2) === 0)
  }

  private readable(annual: boolean, early: boolean): Known[] {
    return this.known.filter(
      known =>
        (!early || known.state || known.name.startsWith('p')) &&
        (!annual || known.annual || known.state || known.name.startsWith('p') || known.name.startsWith('b')),
    )
  }

  /** A read of a variable whose missing dimensions are indexed or summed. */
  private read(over: readonly string[], annual: boolean, early: boolean): string {
    const choices = this.readable(annual, early)
    if (choices.length === 0) return '0.5'
    const known = this.one(choices)
    const index: string[] = []
    const taken: string[] = []
    let summed = false
    const isPair = known.over.includes('area') && known.over.includes('other')
    for (const dimension of known.over) {
      const copy = copies[dimension] ?? ''
      // A label is in both dimensions of a pair, and tells nothing.
      const names = isPair && copy !== '' ? [] : (labels[dimension] ?? [])
      if (over.includes(copy) && this.pick(3) === 0) {
        index.push(copy)
        taken.push(dimension)
      } else if (over.includes(dimension)) {
        if (names.length > 0 && this.pick(5) === 0) index.push(this.one(names))
      } else if (names.length > 0 && this.pick(2) === 0) index.push(this.one(names))
      else {
        summed = true
        if (dimension === 'age' && this.pick(2) === 0) index.push(this.one(['1..3', '..2', '4..', '2..2']))
      }
    }
    const read = known.name + (index.length > 0 ? `[${index.join(', ')}]` : '')
    const closes = known.closing && !early && (!annual || known.annual) && this.pick(3) === 0
    const value = closes ? this.one([`closing(${read})`, `change(${read})`]) : read
    if (summed) return this.one([`sum(${value})`, `sum(${value} * 0.3)`, `sum(${value} + ${value}^2 / 7)`])
    const free = known.over.filter(
      dimension =>
        over.includes(dimension) &&
        !taken.includes(dimension) &&
        !index.some(label => labels[dimension]?.includes(label)),
    )
    const along = free.length > 0 && this.pick(4) === 0 ? this.one(free) : undefined
    if (along !== undefined)
      return this.one([
        `shift(${value}, ${along})`,
        `sum(${value}, ${along})`,
        `sum(shift(${value}, ${along}), ${along})`,
      ])
    return value
  }

  text(over: readonly string[], depth: number, annual = false, early = false): string {
    const part = (): string => this.text(over, depth - 1, annual, early)
    if (depth === 0 || this.pick(6) === 0) {
      const leaf = this.pick(8)
      if (leaf === 0) return this.one(['0', '1', '0.25', '3e-2', '7'])
      if (leaf === 1 && over.includes('age')) return '(age / 1{year})'
      if (leaf === 2) return '((time - startTime) / timeStep)'
      return this.read(over, annual, early)
    }
    const tested = over.length > 0 ? this.one(over) : undefined
    const label = tested === undefined ? '1 = 1' : `${tested} = ${this.one(labels[tested] ?? [])}`
    return this.one([
      () => `(${part()} + ${part()})`,
      () => `(${part()} - ${part()})`,
      () => `(${part()} * ${part()})`,
      () => `(${part()} / (1 + abs(${part()})))`,
      () => `max(${part()}, ${part()}, 0)`,
      () => `min(${part()}, ${part()})`,
      () => `clip(${part()}, -2, 3)`,
      () => `positive(${part()})`,
      () => `logistic(${part()})`,
      () => `exp(-abs(${part()}))`,
      () => `ln(1 + abs(${part()}))`,
      () => `sqrt(abs(${part()}))`,
      () => `floor(${part()})`,
      () => `clip(${part()}, -9, 9)^2`,
      () => `clip(${part()}, -9, 9)^3`,
      () => `(1 + abs(${part()}))^-1`,
      () => `(1 + abs(${part()}))^0.37`,
      () => `(1 + abs(${part()}))^clip(${part()}, -2, 2)`,
      () => `-${part()}`,
      () => `if(${part()} > ${part()} or ${label}, ${part()}, ${part()})`,
      () => `if(not (${part()} <= ${part()}) and ${label}, ${part()}, ${part()})`,
      () => `(${part()} < ${part()}) * ${part()}`,
      () => `curve(${part()})`,
    ])()
  }
}

/** The same model for the same seed: parameters p0 … p2 of 1/3, 2/3 and 1, a path by area, bases, and equations and states of all kinds. */
export const randomModel = (seed: number): LinkedModel => {
  const pick = generator(seed)
  const author = new Author(pick)
  const declarations: Record<string, Declaration> = {
    curve: table(
      '1',
      {
        argument: '1',
        points: [
          [-1, 2],
          [0, 1],
          [2, 5],
          [10, 4],
        ],
      },
      'x',
    ),
  }
  const add = (
    name: string,
    declaration: Declaration,
    over: readonly string[],
    settings: { annual?: boolean; state?: boolean } = {},
  ): void => {
    declarations[name] = declaration
    const { annual = false, state = false } = settings
    author.known.push({ name, over, annual, state, closing: state })
  }
  for (let at = 0; at < 3; at++) {
    const over = author.some(allDimensions)
    add(`p${String(at)}`, parameter('1', (at + 1) / 3, 'x', { over }), over)
  }
  add('path', exogenous('1', 'x', { over: ['area'] }), ['area'])
  for (let at = 0; at < 3; at++) {
    const over = author.some(allDimensions)
    add(`b${String(at)}`, base('1', author.text(over, 2, false, true), 'x', { over }), over)
  }
  for (let at = 0; at < 25; at++) {
    const over = author.some(allDimensions)
    const annual = pick(4) === 0
    const name = `v${String(at)}`
    const bounded = (): string => `clip(${author.text(over, 3, annual)}, -100, 100)`
    const initial = `clip(${author.text(over, 2, false, true)}, -100, 100)`
    const byFirm = over.includes('firm') && pick(3) === 0
    const text: EquationText = byFirm
      ? { state: bounded(), private: bounded() }
      : over.includes('age') && pick(3) === 0
        ? { 0: bounded(), else: bounded() }
        : bounded()
    const kind = pick(9)
    const rate = `${bounded()} / 1{year}`
    if (kind < 4) add(name, equation('1', text, 'x', { over, annual }), over, { annual })
    else if (kind === 4) {
      const ages = over.includes('age') && pick(2) === 0
      add(
        name,
        stock(
          '1',
          {
            initial,
            inflow: rate,
            outflow: rate,
            over,
            annual,
            ...(ages
              ? {
                  ageing: 'age',
                  newborn: author.text(
                    over.filter(other => other !== 'age'),
                    1,
                    annual,
                  ),
                }
              : {}),
          },
          'x',
        ),
        over,
        { annual, state: true },
      )
    } else if (kind === 5)
      add(name, level('1', { initial, next: text, over, annual }, 'x'), over, { annual, state: true })
    else if (kind === 6)
      add(name, smooth('1', { initial, of: text, years: '1.5{year}', over, annual }, 'x'), over, {
        annual,
        state: true,
      })
    else if (kind === 7) add(name, delay('%', { initial, of: text, over, annual }, 'x'), over, { annual, state: true })
    else if (!annual) add(name, yearMean('1', { initial, of: text, over }, 'x'), over, { state: true })
  }
  return link(declarations)
}
