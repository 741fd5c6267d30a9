/** Errors that state what is wrong, where, and what to do; the problems of a model are collected and shown together. */

import { type Message, ReportedError } from './messages.ts'

/** One thing wrong with a model, in words meant for its author. */
export interface Problem {
  /** The declaration at fault, or '' when the fault lies between several. */
  readonly name: string
  /** The whole sentence, beginning with the declaration's name. */
  readonly message: Message
  /** The equation text at fault, when there is one. */
  readonly text?: string
  /** The name that was probably meant. */
  readonly suggestion?: string
}

/** Thrown with every problem found, one line each. */
export class ModelError extends ReportedError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(...problems.map(problem => problem.message))
    this.name = 'ModelError'
    this.problems = problems
  }
}

/** Number of insertions, deletions, substitutions and swaps of neighbours between two words. */
const editDistance = (a: string, b: string): number => {
  let beforeLast: number[] = []
  let last: number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const present = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (present[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1)
      }
      present.push(least)
    }
    beforeLast = last
    last = present
  }
  return last[b.length] ?? 0
}

/** The candidate nearest to a misspelt word, when one is near enough to be meant, and no other one is as near. */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined => {
  const wanted = word.toLowerCase()
  let best: string | undefined
  let isTied = false
  let bestDistance = 1 + Math.floor(word.length / 4)
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > bestDistance) continue
    const distance = editDistance(wanted, candidate.toLowerCase())
    if (distance > bestDistance) continue
    if (distance < bestDistance || best === undefined) {
      best = candidate
      bestDistance = distance
      isTied = false
    } else if (candidate !== best) isTied = true
  }
  return isTied ? undefined : best
}

/** A text short enough for a message: long ones are cut around the place in question. */
export const excerpt = (text: string, start: number, end: number): string => {
  const most = 90
  const clean = (piece: string): string => piece.replaceAll('\n', ' ').trim()
  if (text.length <= most) return clean(text)
  const margin = Math.max(0, Math.floor((most - (end - start)) / 2))
  const from = Math.max(0, start - margin)
  const to = Math.min(text.length, Math.max(end + margin, from + most))
  return (from > 0 ? '…' : '') + clean(text.slice(from, to)) + (to < text.length ? '…' : '')
}
