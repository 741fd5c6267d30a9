/** Reads and writes scenarios in files and links, with clear messages if that is not possible. */

import { UsageError } from '../../language/messages.ts'
import { commandMessages } from './messages.ts'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readUtf8 } from '../../regions/read.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { madeWith } from '../../analysis/region/fingerprint.ts'
import { linkMessage, readLink } from '../../scenario/link.ts'
import { type OverwriteOption, refuseExisting, refuseFolder, writeNew } from './new-file.ts'
import { samplingProblems } from '../../scenario/problems.ts'
import { note, type Session } from '../terminal/session.ts'
import { parseScenario } from '../../scenario/json.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { writtenScenario } from '../../scenario/written.ts'

const fromLink = (link: string): Scenario | undefined => {
  const reading = readLink(link)
  if (reading === undefined) return undefined
  if (reading.problem !== undefined) throw new UsageError(linkMessage(reading.problem))
  const { scenario } = reading.link
  const wrong = samplingProblems(scenario)
  if (wrong.length > 0) throw new UsageError(...wrong)
  return scenario
}

/** `word` is a file, or a link with all of the scenario in it. */
export const readScenario = (word: string): Scenario => fromLink(word) ?? fromFile(word)

/** A scenario that sets every lever and every parameter has a tenth of one. */
const mostMegabytes = 10

/** The text of a file; throws a UsageError where there is none, or where it is no text. */
export const readText = (file: string, missing = commandMessages.fileMissing({ file })): string => {
  if (!existsSync(file)) throw new UsageError(missing)
  if (statSync(file).isDirectory())
    throw new UsageError(commandMessages.folderNotFile({ folder: file, file: join(file, 'scenario.json') }))
  const megabytes = Math.round(statSync(file).size / 1e6)
  if (megabytes > mostMegabytes)
    throw new UsageError(commandMessages.fileLarge({ path: file, megabytes, most: mostMegabytes }))
  const text = readUtf8(file)
  if (text === undefined) throw new UsageError(commandMessages.notUtf8({ file }))
  return text
}

const fromFile = (file: string): Scenario => parseScenario(readText(file, commandMessages.noFile({ file })), file)

/** Before a run: throws a UsageError where the file for a scenario would not be read back, or is there already. */
export const refuseSave = (options: OverwriteOption & { readonly save?: string }, option = '--save'): void => {
  const { save } = options
  if (save !== undefined) refuseFolder(save, 'results.json')
  if (save !== undefined && !save.toLowerCase().endsWith('.json'))
    throw new UsageError(commandMessages.scenarioEnding({ option, file: save }))
  refuseExisting(save, options)
}

/** Keeps a scenario where --save says, with the model and the data that it was made with. */
export const saveScenario = (
  session: Session,
  open: Pick<OpenRegion, 'linked' | 'region'>,
  scenario: Scenario,
  options: OverwriteOption & { readonly save?: string },
): void => {
  if (options.save === undefined) return
  writeScenario(options.save, { ...scenario, ...madeWith(open) }, options)
  note(session, `saved: ${options.save}`)
}

export const writeScenario = (file: string, scenario: Scenario, options: OverwriteOption): void =>
  writeNew(file, writtenScenario(scenario), options)
