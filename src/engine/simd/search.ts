/** Solves unknowns and simultaneous blocks for all members at once, each with the rules and results of a single run. */

import type { ModuleManifest, ManifestVariable, PhaseTask } from '../../language/emit/wasm/manifest.ts'
import type { Message } from '../../language/messages.ts'
import { bestOf, type Bracket, mostRounds, narrow, openBracket } from '../../language/solve.ts'
import { messages as engineMessages } from '../../texts/engine.ts'
import { elementName } from './names.ts'

/** What a block works on, shared by its parts. */
export interface Work {
  readonly manifest: ModuleManifest
  readonly values: Float64Array
  readonly variable: (name: string) => ManifestVariable
  readonly fail: (member: number, reason: Message) => void
}

/** As src/language/solve.ts, for every member: those that are done early keep their answer while the others go on. */
export const solve = (work: Work, task: Extract<PhaseTask, { type: 'solve' }>, evaluate: () => void): void => {
  const { members } = work.manifest
  const unknown = work.variable(task.unknown)
  const part = (name: string): Float64Array => {
    const { offset } = work.variable(name)
    return work.values.subarray(offset * members, (offset + unknown.size) * members)
  }
  const guess = part(task.unknown)
  const gap = part(task.residual)
  const low = part(task.low).slice()
  const high = part(task.high).slice()
  guess.set(high)
  evaluate()
  const gapHigh = gap.slice()
  guess.set(low)
  evaluate()
  const brackets = Array.from(low, (from, at): Bracket => openBracket(from, gap[at], high[at], gapHigh[at]))
  brackets.forEach((bracket, at) => {
    const { f1, f2, open } = bracket
    const outside = !open && f1 !== 0 && f2 !== 0
    if (!Number.isNaN(f1) && !Number.isNaN(f2) && !(outside && !task.nearest)) return
    bracket.open = false
    const name = elementName(work.manifest, unknown, Math.floor(at / members))
    work.fail(at % members, engineMessages.unsolved({ name }))
  })
  for (let round = 0; round < mostRounds && brackets.some(({ open }) => open); round++) {
    brackets.forEach((bracket, at) => {
      const { x1, x2, part: share, open } = bracket
      guess[at] = open ? x1 + share * (x2 - x1) : bestOf(bracket)
    })
    evaluate()
    brackets.forEach((bracket, at) => {
      if (bracket.open) narrow(bracket, guess[at], gap[at])
    })
  }
  brackets.forEach((bracket, at) => {
    guess[at] = bestOf(bracket)
  })
  evaluate()
}

/** Values of the variables of a block of equations, so that they can be put back for members that have settled. */
class Kept {
  private readonly parts: readonly Float64Array[]
  private readonly copies: readonly Float64Array[]
  private readonly members: number

  constructor({ manifest, values, variable }: Work, names: readonly string[]) {
    const { members } = manifest
    this.members = members
    this.parts = names
      .map(variable)
      .map(({ offset, size }) => values.subarray(offset * members, (offset + size) * members))
    this.copies = this.parts.map(part => part.slice())
  }

  keep(member: number): void {
    this.move(this.parts, this.copies, member)
  }

  restore(member: number): void {
    this.move(this.copies, this.parts, member)
  }

  private move(from: readonly Float64Array[], to: readonly Float64Array[], member: number): void {
    from.forEach((part, at) => {
      for (let place = member; place < part.length; place += this.members) to[at][place] = part[place]
    })
  }
}

/** Repeats a block of equations until no member of it moves, for each member of the ensemble on its own. */
export const settle = (work: Work, task: Extract<PhaseTask, { type: 'simultaneous' }>, evaluate: () => void): void => {
  const { manifest, values } = work
  const { members } = manifest
  const variables = task.members.map(({ variable, unit }) => ({ ...work.variable(variable), unit }))
  const kept = new Kept(
    work,
    task.members.map(({ variable }) => variable),
  )
  const settled = new Set<number>()
  for (let round = 0; round < task.most && settled.size < members; round++) {
    const before = variables.map(({ offset, size }) => values.slice(offset * members, (offset + size) * members))
    evaluate()
    for (let member = 0; member < members; member++) {
      if (settled.has(member)) continue
      const largest = new Map<string, number>()
      for (const { offset, size, unit } of variables) {
        let most = largest.get(unit) ?? 0
        for (let element = 0; element < size; element++)
          most = Math.max(most, Math.abs(values[(offset + element) * members + member]))
        largest.set(unit, most)
      }
      let moved = 0
      variables.forEach(({ offset, size, unit }, at) => {
        const scale = largest.get(unit) ?? 0
        for (let element = 0; element < size; element++) {
          const place = element * members + member
          const distance = Math.abs(values[offset * members + place] - before[at][place])
          const ratio = distance === 0 ? 0 : distance / scale
          if (!(ratio <= moved)) moved = ratio
        }
      })
      if (!(moved <= task.tolerance)) continue
      settled.add(member)
      kept.keep(member)
    }
  }
  for (let member = 0; member < members; member++) {
    if (settled.has(member)) kept.restore(member)
    else work.fail(member, engineMessages.unsettled({ block: task.name }))
  }
}
