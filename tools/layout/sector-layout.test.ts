import { readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { joined, laidOut } from '../../src/language/layout.ts'
import { parse } from '../../src/language/parse.ts'
import { model } from '../../src/model/index.ts'
import { layOutSectors, modelFolder, sectorFiles } from './sector-layout.ts'

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

describe('layout of the sector files', () => {
  it.each(sectorFiles().map(file => [relative(modelFolder, file), file] as const))('%s is laid out', (_name, file) => {
    const source = readFileSync(file, 'utf8')
    const advice = 'lay it out with: npm run format'
    expect(layOutSectors(file, source) === source, advice).toBe(true)
  })

  it('leaves no line of the model wider than 120 columns, tests included', () => {
    const files = readdirSync(modelFolder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
    const wide = files.flatMap(name =>
      readFileSync(modelFolder + name, 'utf8')
        .split('\n')
        .flatMap((line, at) => (line.length > 120 ? [`${name}:${at + 1}`] : [])),
    )
    expect(wide).toEqual([])
  })

  it('breaks each equation of the model at any width, and joins it to the same text', () => {
    const texts = equationTexts(model.sectors.map(({ declarations }) => declarations))
    expect(texts.length).toBeGreaterThan(1000)
    for (const text of texts)
      for (const width of [20, 60, 100]) expect(joined(laidOut(text, width).join('\n'))).toBe(text)
  })

  it('breaks at the operators that bind loosest', () => {
    expect(laidOut('first*(second + third) + min(fourth, fifth)^sixth', 24)).toEqual([
      'first*(second + third)',
      '+ min(fourth, fifth)',
      '  ^sixth',
    ])
  })

  it('puts a declaration that is too long on several lines', () => {
    const sentence = 'A sentence that says what the variable is, long enough not to fit beside it'
    const source = `export const some = sector('Some', {}, {
  // why
  wages: equation('CNY bn/year', 'wage*(employed + ${'other'.repeat(20)})', '${sentence}', { symbol: 'W' }),


  short: parameter('share',
    0.5, 'A half'),
})
`
    const laid = layOutSectors('some.ts', source)
    expect(laid).toBe(`export const some = sector('Some', {}, {
  // why
  wages: equation('CNY bn/year', \`
    wage
    *(employed + ${'other'.repeat(20)})\`,
    '${sentence}', { symbol: 'W' }),

  short: parameter('share', 0.5, 'A half'),
})
`)
    expect(layOutSectors('some.ts', laid)).toBe(laid)
  })

  it('lays out a part of a sector', () => {
    const laid = layOutSectors('part.ts', "const some = part({\n\n  half: parameter('share',\n0.5, 'A half'),\n})\n")
    expect(laid).toBe("const some = part({\n  half: parameter('share', 0.5, 'A half'),\n})\n")
  })

  it('refuses a comment inside a declaration, which it could not keep', () => {
    const source = "const some = sector('Some', {}, { half: parameter('share', 0.5 /* why */, 'A half') })"
    expect(() => layOutSectors('some.ts', source)).toThrow("The comment 'why' stands inside a declaration")
  })
})
