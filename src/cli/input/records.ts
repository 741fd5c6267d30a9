/** Records of a question that people keep in a folder, each in a file of its own. */

import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../../language/messages.ts'
import { note, type Session } from '../terminal/session.ts'
import { commandMessages } from './messages.ts'
import { notWritten, refuseExisting, writeNew } from './new-file.ts'
import { readText } from './scenario-file.ts'

const recordsIn = (file: string): unknown[] => {
  try {
    return [JSON.parse(readText(file)) as unknown].flat()
  } catch (problem) {
    if (problem instanceof UsageError) throw problem
    throw new UsageError(commandMessages.noRecord({ file, why: (problem as Error).message }))
  }
}

/** All records in the files of a folder, none where it is not there yet, or those in one file. */
export const readRecords = (place: string): unknown[] => {
  const found = statSync(place, { throwIfNoEntry: false })
  if (found === undefined && !place.endsWith('.json')) return []
  if (found?.isDirectory() !== true) return recordsIn(place)
  const files = readdirSync(place).filter(name => name.endsWith('.json'))
  return files.toSorted().flatMap(name => recordsIn(join(place, name)))
}

/** A new file in a folder, which is made; throws a UsageError where the file is there already. */
export const fileIn = (folder: string, name: string): string => {
  const file = join(folder, name)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (problem) {
    throw notWritten(file, problem)
  }
  refuseExisting(file, {})
  return file
}

export const keepRecord = (session: Session, file: string, record: object): void => {
  writeNew(file, `${JSON.stringify(record)}\n`, {})
  note(session, `kept: ${file}`)
}
