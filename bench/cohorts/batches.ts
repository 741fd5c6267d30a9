/** The cohort model in our language, as WebAssembly: a SIMD batch of members. */

import { cohorts } from '../../examples/cohorts.ts'
import { createBatch } from '../../src/engine/simd/batch.ts'
import { compileModule, instantiate } from '../../src/engine/simd/instance.ts'
import { emit, standard } from '../../src/language/emit/wasm/module.ts'
import { linkModel } from '../../src/language/link.ts'
import { areas, type Figures, type Member, type Residents, residentsSize, sexShares, steps } from './figures.ts'

export const createBatches = (figures: Figures, group: readonly Member[]) => {
  const linked = linkModel(cohorts)
  const { bytes, manifest } = emit(linked, () => '', [], { ...standard, stepsPerYear: 1 })
  const { members } = manifest
  if (members !== group.length) throw new Error(`a block has ${String(members)} members, not ${String(group.length)}`)
  const block = createBatch(manifest, instantiate(compileModule(bytes), manifest.memoryEnd))
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
  const inputs = levels.map(name => ({
    at: offset(name) * members,
    numbers: Float64Array.from(group, member => member[name]),
  }))
  const counted = offset('residents') * members
  const residents = new Float64Array(residentsSize * members)

  let ranBefore = false
  const run = (): void => {
    for (const { at, numbers } of inputs) values.set(numbers, at)
    block.initialise({ start: 0, stepsPerYear: 1 }, ranBefore)
    ranBefore = true
    for (let step = 0; step < steps; step++) {
      block.step()
      const row = step * areas * members
      for (let at = 0; at < areas * members; at++) residents[row + at] = values[counted + at]!
      block.commit()
    }
  }
  return {
    run,
    residents: (member: number): Residents => {
      run()
      return Float64Array.from({ length: residentsSize }, (_, place) => residents[place * members + member]!)
    },
  }
}
