/** Scenario files: read and written, with a plain word when that cannot be. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Mistake } from '../analysis/mistakes.ts'
import { parseScenario, type SavedScenario, writtenScenario } from '../analysis/scenario-text.ts'

export const readScenario = (file: string): SavedScenario => {
  if (!existsSync(file))
    throw new Mistake(`there is no file '${file}'; save one with \`heartland run … --save ${file}\``)
  return parseScenario(readFileSync(file, 'utf8'), file)
}

export const writeScenario = (file: string, scenario: SavedScenario): void => {
  try {
    writeFileSync(file, writtenScenario(scenario))
  } catch (problem) {
    throw new Mistake(`'${file}' cannot be written: ${(problem as Error).message}`)
  }
}
