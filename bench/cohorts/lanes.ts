/** The cohort model in our language, as WebAssembly: a block of members side by side. */

import { cohorts } from '../../examples/cohorts.ts'
import { createBlock } from '../../src/engine/lanes/block.ts'
import { compileModule, instantiate } from '../../src/engine/lanes/instance.ts'
import { emit } from '../../src/language/emit/wasm/module.ts'
import { linkModel } from '../../src/language/link.ts'
import { areas, type Figures, type Member, type Residents, residentsSize, sexShares, steps } from './figures.ts'

export interface Lanes {
  readonly run: () => void
  residentsOf(member: number): Residents
}

export const createLanes = (figures: Figures, group: readonly Member[]): Lanes => {
  const linked = linkModel(cohorts)
  const { bytes, manifest } = emit(linked, () => '')
  const { members } = manifest
  if (members !== group.length) throw new Error(`a block has ${String(members)} members, not ${String(group.length)}`)
  const block = createBlock(manifest, instantiate(compileModule(bytes), manifest.memoryEnd))
  const { values } = block
  const offset = (name: string): number => {
    const variable = linked.variables.get(name)
    if (variable === undefined) throw new Error(`no variable '${name}'`)
    return variable.offset
  }
  const fill = (name: string, numbers: ArrayLike<number>): void => {
    Array.from(numbers).forEach((number, element) => {
      const at = (offset(name) + element) * members
      values.fill(number, at, at + members)
    })
  }
  for (const name of ['startPopulation', 'mortality', 'migration', 'fertility'] as const) fill(name, figures[name])
  fill('sexShare', sexShares)
  const levels = ['mortalityLevel', 'mortalityDecline', 'migrationLevel', 'fertilityLevel'] as const
  const inputs = levels.map(name => ({ name, at: offset(name) * members }))
  const counted = offset('residents') * members
  const residents = new Float64Array(residentsSize * members)

  return {
    run: () => {
      for (const { name, at } of inputs) group.forEach((member, lane) => (values[at + lane] = member[name]))
      block.initialise({ start: 0, stepsPerYear: 1 })
      for (let step = 0; step < steps; step++) {
        block.step()
        residents.set(values.subarray(counted, counted + areas * members), step * areas * members)
        block.commit()
      }
    },
    residentsOf: member =>
      Float64Array.from({ length: residentsSize }, (_, place) => residents[place * members + member]!),
  }
}
