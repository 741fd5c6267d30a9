/** The equation texts of a declaration, each with its result. */

import type { Declaration, EquationText } from './declare.ts'
import type { WrittenText } from './linked.ts'

const write = (role: string, text: EquationText | undefined): WrittenText[] => {
  if (typeof text === 'string') return [{ role, label: undefined, text }]
  return Object.entries(text ?? {}).map(([label, one]) => ({ role, label, text: one }))
}

/** The fields of a declaration whose texts stand beside its main text, in their order. */
const roles: Readonly<Partial<Record<Declaration['kind'], readonly string[]>>> = {
  stock: ['inflow', 'outflow', 'newborn', 'initial'],
  level: ['next', 'initial'],
  index: ['growth', 'initial'],
  smooth: ['of', 'years', 'initial'],
  delay: ['of', 'initial'],
  yearMean: ['of', 'initial'],
  trial: ['of', 'start'],
}

const noTexts: readonly WrittenText[] = []

/** All texts of a declaration, the main one first. */
export const textsOf = (declaration: Declaration): readonly WrittenText[] => {
  if ('text' in declaration) return write('', declaration.text)
  if (declaration.kind === 'solved') {
    const [low, high] = declaration.between
    return [...write('residual', declaration.residual), ...write('low', low), ...write('high', high)]
  }
  const fields = declaration as unknown as Readonly<Record<string, EquationText | undefined>>
  return roles[declaration.kind]?.flatMap(role => write(role, fields[role])) ?? noTexts
}
