/**
 * Derives equations from the declared costs of levers: the outlay of each lever, of each payer and of the whole policy.
 */

import { type Declaration, equation, type Lever, type Model, type Sector } from './declare.ts'
import { addressedVariable } from './address.ts'
import { type Directory, reportAt } from './directory.ts'
import { messages as linker } from '../texts/linker.ts'
import type { Message } from './messages.ts'
import { type LeversByName, sharedWith } from './payer.ts'

/** An outlay that one lever causes, or several together. */
export interface Outlay {
  /** The variable that holds it: the name of the first lever and 'Outlay'. */
  readonly variable: string
  readonly levers: readonly string[]
  /** Part of each payer, as an equation. */
  readonly texts: ReadonlyArray<readonly [payer: string, text: string]>
}

export const leversIn = (model: Model): LeversByName => {
  const levers = new Map<string, Lever>()
  for (const { declarations } of model.sectors)
    for (const [name, declaration] of Object.entries(declarations))
      if (declaration.kind === 'lever') levers.set(name, declaration)
  return levers
}

/** The outlays that levers cause, in the order of their declarations. */
export const outlaysOf = (levers: LeversByName): Outlay[] => {
  const outlays = new Map<string, { variable: string; levers: string[]; texts: Outlay['texts'] }>()
  for (const [address, lever] of levers) {
    const { cost, payer = '' } = lever
    if (cost === undefined || sharedWith(lever, levers) !== undefined) continue
    const texts = typeof cost === 'string' ? [[payer, cost] as const] : Object.entries(cost)
    // All labels of a lever cause one outlay.
    const name = addressedVariable(address)
    const found = outlays.get(name)
    if (found === undefined) outlays.set(name, { variable: `${name}Outlay`, levers: [address], texts })
    else found.levers.push(address)
  }
  for (const [name, lever] of levers) outlays.get(sharedWith(lever, levers) ?? '')?.levers.push(name)
  return [...outlays.values()]
}

/** The variable that holds what a payer pays for the policy: 'pension fund' -> 'pensionFundOutlay'. */
export const payerOutlay = (payer: string): string =>
  `${payer.replace(/ +(\w)/g, (_, letter: string) => letter.toUpperCase())}Outlay`

/** The variable that holds what a policy spends beyond the standards, whoever pays. */
export const policyOutlay = 'policyOutlay'

/** The model with the equations of its outlays, in a sector of their own. */
export const withOutlays = (model: Model): Model => {
  const { outlays: settings } = model
  if (settings === undefined) return model
  const levers = leversIn(model)
  const outlays = outlaysOf(levers)
  if (outlays.length === 0) return model
  const { title, doc, over, unit } = settings
  const declarations: Record<string, Declaration> = {}
  const byPayer = new Map<string, string[]>()
  for (const { variable, levers: names, texts } of outlays) {
    const text = texts.length === 1 ? texts[0][1] : texts.map(([, one]) => `(${one})`).join(' + ')
    const what = names.map(name => levers.get(name)?.doc ?? name).join('; ')
    declarations[variable] = equation(unit, text, `Outlay beyond the standard: ${what}`, {
      source: levers.get(names[0])?.source,
    })
    for (const [payer, one] of texts) {
      const paid = byPayer.get(payer) ?? []
      paid.push(texts.length === 1 ? variable : `(${one})`)
      byPayer.set(payer, paid)
    }
  }
  for (const [payer, parts] of byPayer)
    declarations[payerOutlay(payer)] = equation(
      unit,
      parts.join(' + '),
      `Outlay of the policy beyond the standard, paid by the ${payer}`,
    )
  declarations[policyOutlay] = equation(
    unit,
    [...byPayer.keys()].map(payerOutlay).join(' + '),
    'Outlay of the policy beyond the standard',
    { outcome: true },
  )
  const sector: Sector = { title, doc, over, annual: false, declarations }
  return { ...model, sectors: [...model.sectors, sector] }
}

/** Reports a lever that does not say what it costs and who pays, or why it costs nothing. */
export const checkCost = (directory: Directory, name: string, lever: Lever): void => {
  const { cost, free, payer } = lever
  const problem = (what: Message): void => reportAt(directory, name, what)
  if (cost === undefined && free === undefined) {
    problem(linker.noCost())
  } else if (cost !== undefined && free !== undefined) {
    problem(linker.costAndFree())
  } else if (free?.trim() === '') problem(linker.freeEmpty())
  if (cost === undefined) return
  if (directory.model.outlays === undefined) {
    problem(linker.noOutlays())
  }
  const { levers } = directory
  const shared = sharedWith(lever, levers)
  if (shared !== undefined) {
    const other = levers.get(shared)
    if (other?.cost === undefined || sharedWith(other, levers) !== undefined) problem(linker.sharedNone({ shared }))
  } else if (typeof cost === 'string' && payer === undefined) {
    problem(linker.noPayer())
  }
}
