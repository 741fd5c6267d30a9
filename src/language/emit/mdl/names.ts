/** Makes names for a Vensim file: unique regardless of case, spaces and underscores, and not reserved by Vensim. */

import type { LinkedDimension, SumLoop, Variable } from '../../linked.ts'
import { raised } from '../../typeset.ts'

const reserved: readonly string[] = `
time, time step, initial time, final time, saveper, integ, initial, active initial, reinitial, abs, arccos, arcsin,
arctan, cos, cosh, exp, gamma ln, integer, ln, log, max, min, modulo, power, pow, quantum, sin, sinh, sqrt, tan, tanh,
xidz, zidz, sum, prod, vmax, vmin, elmcount, if then else, with lookup, lookup invert, lookup forward, pulse, step,
pulse train, ramp, sample if true, game, smooth, smoothi, smooth3, smooth3i, smooth n, npv, delay1, delay1i, delay3,
delay3i, delay n, delay fixed, trend, forecast, tabbed array, random uniform, random normal, vector select,
vector elm map, vector sort order, data, pi, macro`
  .trim()
  .split(/,\s/)

const keyOf = (name: string): string => name.toLowerCase().replaceAll(/[\s_]+/g, '_')

/** A named part of a dimension; `above` is the part one label higher that it is mapped to. */
interface Subrange extends SumLoop {
  readonly name: string
  readonly above: string | undefined
}

export class MdlNames {
  private readonly taken = new Set(reserved.map(keyOf))
  private readonly variables = new Map<Variable, string>()
  private readonly dimensions = new Map<LinkedDimension, string>()
  private readonly labels = new Map<LinkedDimension, string[]>()
  private readonly subranges = new Map<string, Subrange>()

  constructor(variables: Iterable<Variable>, dimensions: Iterable<LinkedDimension>) {
    // Variables first: theirs are the names that people look for.
    for (const variable of variables) this.variables.set(variable, this.fresh(variable.name))
    for (const dimension of dimensions) {
      const title = raised(dimension.name)
      this.dimensions.set(dimension, this.fresh(title))
      const letter = title.charAt(0)
      const prefix = this.numbered(dimension) ? this.freePrefix(letter, dimension) : ''
      this.labels.set(
        dimension,
        dimension.labels.map(label => this.fresh(prefix + label)),
      )
    }
  }

  private numbered({ labels }: LinkedDimension): boolean {
    return labels.some(label => /^\d/.test(label))
  }

  private freePrefix(letter: string, { labels }: LinkedDimension): string {
    let prefix = letter
    while (labels.some(label => this.taken.has(keyOf(prefix + label)))) prefix += letter.toLowerCase()
    return prefix
  }

  /** A free name made of letters and digits: some readers stumble over underscores inside labels. */
  fresh(wanted: string): string {
    const plain = wanted
      .split(/[^A-Za-z0-9]+/)
      .filter(word => word !== '')
      .join('')
    const start = /^[A-Za-z]/.test(plain) ? plain : `x${plain}`
    let name = start
    for (let count = 2; this.taken.has(keyOf(name)); count++) name = `${start}${String(count)}`
    this.taken.add(keyOf(name))
    return name
  }

  of(variable: Variable): string {
    const known = this.variables.get(variable)
    if (known !== undefined) return known
    // Hidden variables have sentences for names: 'sum this year of airLastYear'.
    const words = variable.name.split(' ')
    const name = words.map((word, at) => (at === 0 ? word : raised(word))).join('')
    const fresh = this.fresh(name)
    this.variables.set(variable, fresh)
    return fresh
  }

  dimension(dimension: LinkedDimension): string {
    return this.dimensions.get(dimension) ?? dimension.name
  }

  label(dimension: LinkedDimension, position: number): string {
    return this.labels.get(dimension)?.[position] ?? String(position)
  }

  /** The dimension, a label, or a part of the dimension. */
  range({ dimension, low, high }: SumLoop): string {
    if (low === high) return this.label(dimension, low)
    if (low === 0 && high === dimension.labels.length - 1) return this.dimension(dimension)
    return this.subrange({ dimension, low, high }).name
  }

  /** The part one label below a given one, mapped to it. */
  below(range: SumLoop): string {
    const { dimension, low, high } = range
    if (low === high) return this.label(dimension, low - 1)
    return this.subrange({ dimension, low: low - 1, high: high - 1 }, this.range(range)).name
  }

  private subrange(range: SumLoop, above?: string): Subrange {
    const { dimension, low, high } = range
    const key = `${dimension.name} ${String(low)} ${String(high)}`
    const known = this.subranges.get(key)
    if (known !== undefined && (above === undefined || known.above === above)) return known
    const made = { ...range, name: known?.name ?? this.fresh(this.subrangeTitle(range)), above }
    this.subranges.set(key, made)
    return made
  }

  private subrangeTitle({ dimension, low, high }: SumLoop): string {
    const { labels } = dimension
    return `${this.dimension(dimension)}${raised(labels[low])}To${raised(labels[high])}`
  }

  /** Definitions of all dimensions and of the parts that were asked for. */
  definitions(): { readonly name: string; readonly labels: string; readonly doc: string }[] {
    const listed = (dimension: LinkedDimension, low: number, high: number): string =>
      this.numbered(dimension) && high > low + 1
        ? `(${this.label(dimension, low)}-${this.label(dimension, high)})`
        : dimension.labels
            .slice(low, high + 1)
            .map((_, at) => this.label(dimension, low + at))
            .join(', ')
    const whole = [...this.dimensions].map(([dimension, name]) => ({
      name,
      labels: listed(dimension, 0, dimension.labels.length - 1),
      doc: dimension.doc,
    }))
    const parts = [...this.subranges.values()].map(({ name, dimension, low, high, above }) => ({
      name,
      labels: listed(dimension, low, high) + (above === undefined ? '' : ` -> ${above}`),
      doc: '',
    }))
    return [...whole, ...parts]
  }
}
