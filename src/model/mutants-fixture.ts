/**
 * Mutants: copies of the model with one equation changed in its sign, in a number or in a name. A test suite that lets
 * one of them pass does not hold that equation.
 */

import { openData } from '../analysis/region/simulation.ts'
import { createSimulator } from '../engine/run.ts'
import type { Declaration, EquationText, Model } from '../language/declare.ts'
import { ModelError } from '../language/errors.ts'
import { linkModel } from '../language/link.ts'
import type { RegionData } from '../regions/types.ts'
import { experiments } from './every-variable-fixture.ts'
import { model } from './index.ts'

export interface Mutant {
  readonly name: string
  readonly kind: 'sign' | 'number' | 'name'
  readonly before: string
  readonly after: string
  readonly model: Model
}

/** The way in which a mutant was noticed; undefined: it survives. */
export type Noticed = 'linker' | 'stopped' | 'accounts' | 'values' | undefined

/** The parts of a declaration that hold the texts of equations. */
const textParts = ['text', 'initial', 'inflow', 'outflow', 'next', 'growth', 'of', 'years', 'newborn', 'cost'] as const

interface Site {
  readonly name: string
  readonly text: string
  readonly with: (text: string) => Model
}

/** Every text of every equation, with the model in which it reads otherwise. */
const sites = (): Site[] =>
  model.sectors.flatMap(sector =>
    Object.entries(sector.declarations).flatMap(([name, declaration]): Site[] => {
      const withDeclaration = (changed: Declaration): Model => ({
        ...model,
        sectors: model.sectors.map(one =>
          one === sector ? { ...one, declarations: { ...one.declarations, [name]: changed } } : one,
        ),
      })
      return textParts.flatMap((part): Site[] => {
        const value = (declaration as Partial<Record<(typeof textParts)[number], EquationText>>)[part]
        if (value === undefined) return []
        const changed = (text: EquationText) => withDeclaration({ ...declaration, [part]: text } as Declaration)
        if (typeof value === 'string') return [{ name, text: value, with: changed }]
        return Object.entries(value).map(([label, text]) => ({
          name: `${name}[${label}]`,
          text,
          with: other => changed({ ...value, [label]: other }),
        }))
      })
    }),
  )

/** The last sum or difference turned round; a text without one is negated. */
const otherSign = (text: string): string => {
  const at = Math.max(text.lastIndexOf(' + '), text.lastIndexOf(' - '))
  if (at < 0) return `-(${text})`
  return `${text.slice(0, at + 1)}${text[at + 1] === '+' ? '-' : '+'}${text.slice(at + 2)}`
}

const numberIn = /(?<![\w.[])\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.\]])/g

/** The middle number of the text by a quarter larger; zero becomes a half. */
const otherNumber = (text: string): string | undefined => {
  const numbers = [...text.matchAll(numberIn)]
  const found = numbers[Math.floor(numbers.length / 2)]
  if (found === undefined) return undefined
  const value = Number(found[0])
  const end = found.index + found[0].length
  return `${text.slice(0, found.index)}${value === 0 ? 0.5 : value * 1.25}${text.slice(end)}`
}

/** Every mutant of the model, in the order of the declarations. */
export const mutantsOf = (areas: readonly string[]): Mutant[] => {
  const { variables } = linkModel(model, { area: areas })
  // Another variable of the same unit and dimensions, so that the linker cannot tell.
  const alike = new Map<string, string[]>()
  const keyOf = (name: string): string | undefined => {
    const variable = variables.get(name)
    if (variable === undefined) return undefined
    const over = variable.dimensions.map(({ name: dimension }) => dimension).join()
    return `${variable.unitText}|${over}|${variable.phase}|${variable.kind === 'parameter'}`
  }
  for (const name of variables.keys()) {
    const key = keyOf(name)!
    alike.set(key, [...(alike.get(key) ?? []), name])
  }
  const otherName = (text: string, own: string): string | undefined => {
    const names = [...text.matchAll(/[A-Za-z]\w*/g)].filter(([word]) => variables.has(word))
    for (const { 0: word, index } of names.toReversed()) {
      const group = alike.get(keyOf(word)!)!
      const next = group[(group.indexOf(word) + 1) % group.length]!
      if (next !== word && next !== own) return `${text.slice(0, index)}${next}${text.slice(index + word.length)}`
    }
    return undefined
  }
  return sites().flatMap(({ name, text, with: copy }): Mutant[] => {
    const versions = [
      ['sign', otherSign(text)],
      ['number', otherNumber(text)],
      ['name', otherName(text, name)],
    ] as const
    return versions.flatMap(([kind, after]) =>
      after === undefined ? [] : [{ name, kind, before: text, after, model: copy(after) }],
    )
  })
}

class Noticing extends Error {
  readonly by: Noticed
  constructor(by: Noticed) {
    super(by)
    this.by = by
  }
}

/** Prepares the runs of the sound model; what comes back runs a mutant beside them, up to the first difference. */
export const createJudge = (region: RegionData): ((mutant: Mutant) => Noticed) => {
  const sound = openData(region)
  const { start } = region
  const { horizon, program } = sound.simulator
  const inputs = experiments(sound)
  const expected = inputs.map(input => {
    const steps: Float64Array[] = []
    sound.simulator.run({ ...input, record: [], observe: values => void steps.push(values.slice()) })
    return steps
  })
  return ({ model: changed }) => {
    try {
      const own = openData(region, { model: changed }).program
      if (own.model.size !== program.model.size) return 'values'
      const simulator = createSimulator(own, { ...region, start }, horizon)
      inputs.forEach((input, at) =>
        simulator.run({
          ...input,
          record: [],
          observe: (values, step) => {
            const sums = expected[at]![step]!
            const { relative } = own.audit(values)
            if (!(relative < 1e-9)) throw new Noticing('accounts')
            for (let place = 0; place < sums.length; place++)
              if (!Object.is(values[place], sums[place])) throw new Noticing('values')
          },
        }),
      )
      return undefined
    } catch (problem) {
      if (problem instanceof Noticing) return problem.by
      return problem instanceof ModelError ? 'linker' : 'stopped'
    }
  }
}
