/** The cohort model in our language, compiled to JavaScript: one member after another. */

import { cohorts } from '../../examples/cohorts.ts'
import { linkModel } from '../../src/language/link.ts'
import type { LinkedModel } from '../../src/language/linked.ts'
import type { Program } from '../../src/language/program.ts'
import { areas, type Figures, type Member, type Residents, residentsSize, sexShares, steps } from './figures.ts'

export const createOurs = (target: (model: LinkedModel) => Program, figures: Figures) => {
  const program = target(linkModel(cohorts))
  const offset = (name: string): number => program.model.variables.get(name)!.offset
  const template = program.create()
  template[offset('startTime')] = 0
  template[offset('timeStep')] = 1
  for (const name of ['startPopulation', 'mortality', 'migration', 'fertility'] as const)
    template.set(figures[name], offset(name))
  template.set(sexShares, offset('sexShare'))
  const levels = ['mortalityLevel', 'mortalityDecline', 'migrationLevel', 'fertilityLevel'] as const
  const places = levels.map(name => [name, offset(name)] as const)
  const counted = offset('residents')
  const values = program.create()
  const residents = new Float64Array(residentsSize)

  return (member: Member): Residents => {
    values.set(template)
    for (const [name, place] of places) values[place] = member[name]
    program.initialise(values)
    for (let step = 0; step < steps; step++) {
      program.step(values)
      for (let area = 0; area < areas; area++) residents[step * areas + area] = values[counted + area]!
      program.commit(values)
    }
    return residents
  }
}
