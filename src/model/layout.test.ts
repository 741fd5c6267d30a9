import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { model } from './index.ts'
import { joined, laidOut } from '../language/layout.ts'
import { parse } from '../language/parse.ts'

/** Every text of the model that reads as an equation. */
const equationTexts = (value: unknown): string[] => {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(equationTexts)
  if (typeof value !== 'string') return []
  try {
    parse(value)
    return [value]
  } catch {
    return []
  }
}

describe('equations on several lines', () => {
  it('are joined to the same text, whatever the width', () => {
    const texts = equationTexts(model.sectors.map(({ declarations }) => declarations))
    expect(texts.length).toBeGreaterThan(1000)
    for (const text of texts)
      for (const width of [20, 60, 100]) expect(joined(laidOut(text, width).join('\n'))).toBe(text)
  })

  it('are broken at the operators that bind loosest', () => {
    expect(laidOut('first*(second + third) + min(fourth, fifth)^sixth', 24)).toEqual([
      'first*(second + third)',
      '+ min(fourth, fifth)',
      '  ^sixth',
    ])
  })

  it('leave no line of the model wider than 120 columns', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
    const wide = files.flatMap(name =>
      readFileSync(folder + name, 'utf8')
        .split('\n')
        .flatMap((line, at) => (line.length > 120 ? [`${name}:${at + 1}`] : [])),
    )
    expect(wide).toEqual([])
  })
})
