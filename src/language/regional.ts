/** Derives regional figures from the variables of the areas that state how (`region: …`). */

import type { Base, Declaration, Equation, RegionalRule, Sector } from './declare.ts'
import { parse, type Syntax, syntaxParts } from './parse.ts'
import { raised } from './typeset.ts'

/** Guards a weighted mean against weights that are all 0, as `max(…, 1e-9)` guards every other division. */
const least = '1e-9'

interface Areal {
  readonly name: string
  readonly declaration: Exclude<Declaration, { readonly kind: 'table' | 'identity' | 'matrix' }>
  readonly dimensions: readonly string[]
}

/** 'debtToGdp' -> 'regionDebtToGdp' */
export const ofRegion = (name: string): string => `region${raised(name)}`

const regionalName = ({ name, declaration: { region } }: Areal): string | undefined =>
  region === undefined ? undefined : typeof region === 'object' && 'as' in region ? region.as : ofRegion(name)

const ruleOf = (region: NonNullable<Areal['declaration']['region']>): RegionalRule =>
  typeof region === 'object' && 'as' in region ? region.by : region

const namesIn = (syntax: Syntax): string[] =>
  syntax.type === 'name' ? [syntax.name] : syntaxParts(syntax).flatMap(namesIn)

/** Writes the texts of regional figures out of those of the areas. */
class Regional {
  private readonly areal = new Map<string, Areal>()
  private readonly dimension: string

  constructor(dimension: string, sectors: readonly Sector[]) {
    this.dimension = dimension
    for (const { over, declarations } of sectors) {
      for (const [name, declaration] of Object.entries(declarations)) {
        const { kind } = declaration
        if (kind === 'table' || kind === 'identity' || kind === 'matrix') continue
        const dimensions = declaration.over ?? over
        if (dimensions.includes(dimension)) this.areal.set(name, { name, declaration, dimensions })
      }
    }
  }

  declarations(): Record<string, Declaration> {
    const derived: Record<string, Declaration> = {}
    for (const areal of this.areal.values()) {
      const name = regionalName(areal)
      if (name !== undefined) derived[name] = this.declaration(areal)
    }
    return derived
  }

  private declaration(areal: Areal): Base | Equation {
    const { kind, unit, doc, region, source } = areal.declaration
    if (region === undefined) throw new Error(`${areal.name} says nothing of the region`)
    const outcome =
      (typeof region === 'object' && 'as' in region ? region.outcome : undefined) ?? areal.declaration.outcome
    return {
      kind: kind === 'base' || kind === 'datum' ? 'base' : 'equation',
      unit,
      text: this.text(areal, ruleOf(region)),
      doc,
      ...(source === undefined ? {} : { source }),
      ...(outcome === undefined ? {} : { outcome }),
    }
  }

  private text(areal: Areal, rule: RegionalRule): string {
    if (rule === 'sum') return `sum(${[areal.name, ...areal.dimensions].join(', ')})`
    if (rule === 'ratio') return this.ratio(areal)
    const weight = parse(rule.mean)
    const unit = namesIn(weight).map(name => this.areal.get(name)?.declaration.unit)[0]
    const factor = weight.type === 'binary' ? `(${rule.mean})` : rule.mean
    const total = this.whole(weight, rule.mean)
    return `sum(${areal.name}*${factor}, ${this.dimension})/max(${total}, ${least}{${unit ?? '1'}})`
  }

  /** The text of the area with sums over the areas above and below each fraction line. */
  private ratio({ name, declaration }: Areal): string {
    const text = 'text' in declaration ? declaration.text : undefined
    if (typeof text !== 'string') throw new Error(`${name}: a ratio of sums needs an equation with one text`)
    const figure = (syntax: Syntax): string => {
      const { type, start, end } = syntax
      if (type === 'number') return text.slice(start, end)
      if (type !== 'binary' || syntax.operator === '*') return this.whole(syntax, text)
      if (syntax.operator === '/') return `${this.whole(syntax.left, text)}/${this.below(syntax.right, text)}`
      return `${figure(syntax.left)} ${syntax.operator} ${figure(syntax.right)}`
    }
    return figure(parse(text))
  }

  private below(syntax: Syntax, text: string): string {
    if (syntax.type !== 'call' || syntax.name !== 'max') return this.whole(syntax, text)
    const [value, ...guards] = syntax.inputs
    if (value === undefined) return this.whole(syntax, text)
    return `max(${[this.whole(value, text), ...guards.map(({ start, end }) => text.slice(start, end))].join(', ')})`
  }

  /** An expression of the areas for the region: a figure declared for it, or the sum over the areas. */
  private whole(syntax: Syntax, text: string): string {
    const written = text.slice(syntax.start, syntax.end)
    if (!namesIn(syntax).some(name => this.areal.has(name))) return written
    const only =
      syntax.type === 'call' && syntax.name === 'sum' && syntax.inputs.length === 1 ? syntax.inputs[0] : syntax
    const declared = only?.type === 'name' ? this.areal.get(only.name) : undefined
    const name = declared === undefined ? undefined : regionalName(declared)
    if (name !== undefined) return name
    if (syntax.type === 'binary' && syntax.operator === '*' && syntax.left.type === 'number') {
      return `${text.slice(syntax.left.start, syntax.left.end)}*${this.whole(syntax.right, text)}`
    }
    const bare = written.startsWith('(') && syntax.type === 'binary' && syntax.start < syntax.left.start
    return `sum(${bare ? written.slice(1, -1) : written}, ${this.dimension})`
  }
}

/**
 * The sector with the figures of the region: those derived from the sectors given, then those declared here, for which
 * no rule is general. Throws an Error on a rule that cannot be followed; names and units are checked by the linker.
 */
export const regionalSector = (dimension: string, own: Sector, sectors: readonly Sector[]): Sector => ({
  ...own,
  declarations: { ...new Regional(dimension, sectors).declarations(), ...own.declarations },
})
