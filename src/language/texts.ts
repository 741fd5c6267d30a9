/** The equation texts of a declaration, each with its result. */

import type { Declaration, EquationText } from './declare.ts'
import type { WrittenText } from './linked.ts'

const write = (texts: WrittenText[], role: string, text: EquationText | undefined): void => {
  if (typeof text === 'string') texts.push({ role, label: undefined, text })
  else if (text !== undefined) for (const label of Object.keys(text)) texts.push({ role, label, text: text[label] })
}

const noTexts: readonly WrittenText[] = []

const isInput = (kind: Declaration['kind']): boolean => {
  switch (kind) {
    case 'parameter':
    case 'datum':
    case 'exogenous':
    case 'lever':
    case 'shock':
      return true
    default:
      return false
  }
}

/** All texts of a declaration, the main one first. */
export const textsOf = (declaration: Declaration): readonly WrittenText[] => {
  if (isInput(declaration.kind)) return noTexts
  if ('text' in declaration && typeof declaration.text === 'string')
    return [{ role: '', label: undefined, text: declaration.text }]
  const texts: WrittenText[] = []
  switch (declaration.kind) {
    case 'base':
    case 'equation':
      write(texts, '', declaration.text)
      return texts
    case 'stock':
      write(texts, 'inflow', declaration.inflow)
      write(texts, 'outflow', declaration.outflow)
      write(texts, 'newborn', declaration.newborn)
      break
    case 'level':
      write(texts, 'next', declaration.next)
      break
    case 'index':
      write(texts, 'growth', declaration.growth)
      break
    case 'smooth':
      write(texts, 'of', declaration.of)
      write(texts, 'years', declaration.years)
      break
    case 'delay':
    case 'yearMean':
      write(texts, 'of', declaration.of)
      break
    case 'solved':
      write(texts, 'residual', declaration.residual)
      write(texts, 'low', declaration.between[0])
      write(texts, 'high', declaration.between[1])
      return texts
    case 'trial':
      write(texts, 'of', declaration.of)
      write(texts, 'start', declaration.start)
      return texts
    default:
      return noTexts
  }
  write(texts, 'initial', declaration.initial)
  return texts
}
