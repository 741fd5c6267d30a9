/** Solves unknowns and simultaneous blocks for all members at once, each with the rules and results of a single run. */

import type { ModuleManifest, ManifestVariable, PhaseTask } from '../../language/emit/wasm/manifest.ts'
import type { Message } from '../../language/messages.ts'
import { largestMove, search } from '../../language/solve.ts'
import { messages as engineMessages } from '../../texts/engine.ts'
import { elementName } from './names.ts'

/** The material of a block, shared by its parts. */
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
  search({
    guess: part(task.unknown),
    gap: part(task.residual),
    low: part(task.low).slice(),
    high: part(task.high).slice(),
    evaluate,
    nearest: task.nearest,
    refuse: at => {
      const name = elementName(work.manifest, unknown, Math.floor(at / members))
      work.fail(at % members, engineMessages.unsolved({ name }))
    },
  })
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
    const before = variables.map(({ offset, size, unit }) => ({
      offset,
      size,
      unit,
      before: values.slice(offset * members, (offset + size) * members),
    }))
    evaluate()
    for (let member = 0; member < members; member++) {
      if (settled.has(member)) continue
      const { moved } = largestMove(before, values, members, member)
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
