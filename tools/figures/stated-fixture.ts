/**
 * Figures in documents: a sentence stands in its document with the figures that the model gives now. Its words find it
 * there; `npm run figures` writes the figures into it and prints what it replaced.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

/** '6,180', '-0.3', '−.5', '+12'. */
const numeral = /[+\-−]?(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)/g

/** Words as they stand; '…' is what the document says there, within a line. */
const patternOf = (words: string): string =>
  words
    .split('…')
    .map(part => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
    .join('[^\n]*?')

const isNegative = (figure: string): boolean => /^[-−]/.test(figure)

interface Restated {
  readonly text: string
  /** The sentence with what replaces its figures: 'rises to [80 → 82] % of output'. */
  readonly replaced?: string
}

/** A text with the figures of a sentence, whose words it has once. */
export const restated = (text: string, sentence: string): Restated => {
  const figures = sentence.match(numeral) ?? []
  const words = sentence.split(numeral).map(part => `(${patternOf(part)})`)
  const found = [...text.matchAll(new RegExp(words.join(`(${numeral.source})`), 'g'))]
  if (found.length !== 1) throw new Error(`stands ${found.length} times, to be corrected by hand: ${sentence}`)
  const [{ index, 0: before }] = found
  /** Words and figures take turns. */
  const parts = found[0].slice(1)
  const written = (figure: (was: string, now: string) => string): string =>
    parts.map((part, at) => (at % 2 === 0 ? part : figure(part, figures[(at - 1) / 2]!))).join('')
  const after = written((_, now) => now)
  if (after === before) return { text }
  const turned = parts.some((part, at) => at % 2 === 1 && isNegative(part) !== isNegative(figures[(at - 1) / 2]!))
  const replaced = written((was, now) => (was === now ? was : `[${was} → ${now}]`))
  return {
    text: text.slice(0, index) + after + text.slice(index + before.length),
    replaced: turned ? `${replaced} (a sign turns: do the words still hold?)` : replaced,
  }
}

const fileOf = (document: string): string => fileURLToPath(new URL(`../../${document}`, import.meta.url))

/** A document, 'docs/guide/debt.md', says sentences with their figures, or is made to by `npm run figures`. */
export const states = (document: string, ...sentences: readonly string[]): void => {
  const file = fileOf(document)
  const stale: string[] = []
  const wrong: string[] = []
  let text = readFileSync(file, 'utf8')
  for (const sentence of sentences) {
    try {
      const { text: now, replaced } = restated(text, sentence)
      text = now
      if (replaced !== undefined) stale.push(replaced)
    } catch (error) {
      wrong.push((error as Error).message)
    }
  }
  if (process.env['UPDATE_GOLDEN'] === '1' && stale.length > 0) {
    writeFileSync(file, text)
    process.stdout.write(stale.map(one => `${document}: ${one}\n`).join(''))
    stale.length = 0
  }
  expect(wrong, `a sentence of ${document} whose words it must have once`).toEqual([])
  expect(stale, `${document} is not what the model says; if its change is meant, run \`npm run figures\``).toEqual([])
}

/** The cells of the row of a table in a document. */
export const cellsOf = (document: string, row: RegExp): string[] => {
  const found = row.exec(readFileSync(fileOf(document), 'utf8'))
  if (found === null) throw new Error(`${document} has no row ${row.source}`)
  return found[0].split('|').map(cell => cell.trim())
}
