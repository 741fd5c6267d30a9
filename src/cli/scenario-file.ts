/** Reads and writes scenarios in files and links, with clear messages if that is not possible. */

import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import { existsSync, readFileSync } from 'node:fs'
import { linkMessage, readLink } from '../analysis/link/scenario-link.ts'
import { type OverwriteOption, writeNew } from './new-file.ts'
import { samplingProblems } from '../analysis/policy.ts'
import { parseScenario, type SavedScenario, writtenScenario } from '../analysis/scenario-text.ts'

const fromLink = (link: string): SavedScenario | undefined => {
  const reading = readLink(link)
  if (reading === undefined) return undefined
  if (reading.problem !== undefined) throw new UsageError(linkMessage(reading.problem))
  const { scenario, model, data } = reading.link
  const wrong = samplingProblems(reading.link)
  if (wrong.length > 0) throw new UsageError(...wrong)
  return { ...scenario, model, data }
}

/** `word` is a file, or a link with all of the scenario in it. */
export const readScenario = (word: string): SavedScenario => fromLink(word) ?? fromFile(word)

const fromFile = (file: string): SavedScenario => {
  if (!existsSync(file)) throw new UsageError(commandMessages.noFile({ file }))
  return parseScenario(readFileSync(file, 'utf8'), file)
}

export const writeScenario = (file: string, scenario: SavedScenario, options: OverwriteOption): void =>
  writeNew(file, writtenScenario(scenario), options)
