/** A variant of the model in which a user has written some equations anew, for studies of what an equation does. */

import type { Declaration, EquationText, Model } from '../../language/declare.ts'
import { messages as analysisMessages } from '../../texts/analysis.ts'
import { UsageError } from '../../language/messages.ts'
import { unknownWord } from '../../language/usage.ts'

/** By 'name' for a variable with one text, or 'name.part' for a part of another, such as 'capital.inflow'. */
export type ChangedEquations = Readonly<Record<string, EquationText>>

/** The texts of a declaration that are written in the equation language. */
const textParts = ['text', 'inflow', 'outflow', 'next', 'growth', 'of', 'initial', 'residual'] as const

const partsOf = (declaration: Declaration): string[] => textParts.filter(part => part in declaration)

const changedBy = (declaration: Declaration, address: string, text: EquationText): Declaration => {
  const [name = '', part = 'text'] = address.split('.')
  const parts = partsOf(declaration)
  if (!parts.includes(part)) {
    const known = parts.filter(one => one !== 'text').map(one => `${name}.${one}`)
    throw new UsageError(analysisMessages.noEquation({ address, kind: declaration.kind, known: known.join(', ') }))
  }
  return { ...declaration, [part]: text } as Declaration
}

/** The linker checks the texts as it checks those of the model. Throws a UsageError for what the model does not declare. */
export const withEquations = (model: Model, changed: ChangedEquations): Model => {
  const entries = Object.entries(changed)
  if (entries.length === 0) return model
  const names = model.sectors.flatMap(({ declarations }) => Object.keys(declarations))
  for (const [address] of entries) {
    const [name = ''] = address.split('.')
    if (!names.includes(name)) throw unknownWord('variable', name, names, { command: 'heartland list outcomes' })
  }
  const changedIn = (name: string, declaration: Declaration): Declaration =>
    entries
      .filter(([address]) => address.split('.')[0] === name)
      .reduce((made, [address, text]) => changedBy(made, address, text), declaration)
  return {
    ...model,
    sectors: model.sectors.map(sector => ({
      ...sector,
      declarations: Object.fromEntries(
        Object.entries(sector.declarations).map(([name, declaration]) => [name, changedIn(name, declaration)]),
      ),
    })),
  }
}
