/** `heartland import` checks a user's own region (workbook, archive or folder) and writes a folder that can be run. */

import { type Message, UsageError } from '../../../language/messages.ts'
import { commandMessages } from '../../input/messages.ts'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { BroughtFile } from '../../../regions/own/texts.ts'
import { mostBytes, mostMegabytes, mostSeconds } from '../../../regions/own/budget.ts'
import { PackError } from '../../../regions/problems.ts'
import { ownPacks } from '../../../regions/read.ts'
import { addPacks, languageFrom, languageOption } from '../../input/common-options.ts'
import { refuseFilled, writeFolder } from '../../input/new-folder.ts'
import { note, type Session } from '../../terminal/session.ts'
import { Worker } from 'node:worker_threads'
import { messages as say } from '../../../texts/brought.ts'
import { messages as usage } from '../../../texts/usage.ts'
import type { ImportResult, ImportTask } from './import-thread.ts'

interface ImportOptions {
  readonly out?: string
  readonly region?: string
  readonly packs?: string
  readonly lang: string
}

/**
 * Files of a folder, whose own name says nothing. A link inside it is refused, because it may lead to files that nobody
 * meant to bring.
 */
const filesIn = (path: string, name = ''): BroughtFile[] =>
  readdirSync(path, { withFileTypes: true }).flatMap(entry => {
    const [file, as] = [join(path, entry.name), join(name, entry.name)]
    if (entry.isSymbolicLink()) {
      throw new UsageError(commandMessages.linkInFolder({ file }))
    }
    // A pipe would be waited for; a folder called like a table stands where the table should be.
    if (!entry.isFile() && (!entry.isDirectory() || /\.(csv|json)$/.test(entry.name)))
      throw new UsageError(commandMessages.noPlainFile({ file }))
    return entry.isDirectory() ? filesIn(file, as) : [{ path: as, bytes: readBytes(file) }]
  })

const readBytes = (path: string): Uint8Array => {
  const { size } = statSync(path)
  if (size > mostBytes) {
    throw new UsageError(commandMessages.fileLarge({ path, megabytes: Math.round(size / 1e6), most: mostBytes / 1e6 }))
  }
  return new Uint8Array(readFileSync(path))
}

const filesAt = (path: string): BroughtFile[] => {
  if (!existsSync(path)) throw new UsageError(commandMessages.noInput({ path }))
  try {
    if (statSync(path).isDirectory()) return filesIn(path)
    if (/\.(xlsx|zip)$/i.test(path)) return [{ path: basename(path), bytes: readBytes(path) }]
  } catch (problem) {
    const { code, path: at = path } = problem as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM') throw new UsageError(commandMessages.notReadable({ path: at }))
    throw problem
  }
  throw new UsageError(commandMessages.notImportable({ path }))
}

type Read = Exclude<ImportResult, { readonly broken: unknown }>

interface ImportBudget {
  /** Processor time: a busy machine does not count. */
  readonly seconds: number
  readonly megabytes: number
}

/** Milliseconds between two looks at the clock. */
const look = 200

/** In a thread, so that no file can stop the command. Throws a UsageError where the files cannot be read at all or take more than the budget. */
export const importWithin = async (
  path: string,
  task: ImportTask,
  { seconds, megabytes }: ImportBudget = { seconds: mostSeconds, megabytes: mostMegabytes },
): Promise<Read> => {
  const worker = new Worker(new URL('./import-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  const { promise, resolve: end, reject } = Promise.withResolvers<ImportResult>()
  const clock = setInterval(() => {
    void worker.cpuUsage().then(
      ({ user, system }) => {
        if ((user + system) / 1e6 > seconds) reject(new UsageError(commandMessages.importSlow({ path, seconds })))
      },
      // The thread has just ended.
      () => undefined,
    )
  }, look)
  worker.once('message', end)
  worker.once('error', (problem: NodeJS.ErrnoException) => {
    const isMemory = problem.code === 'ERR_WORKER_OUT_OF_MEMORY'
    reject(isMemory ? new UsageError(commandMessages.importMemory({ path, megabytes })) : problem)
  })
  const found = await promise.finally(() => {
    clearInterval(clock)
    void worker.terminate()
  })
  if (!('broken' in found)) return found
  throw new UsageError(...found.broken.map(text => usage.within({ where: path, text })))
}

const importFrom = async (session: Session, path: string, options: ImportOptions): Promise<void> => {
  const { packs = ownPacks } = options
  // 'mine/' is 'mine': the unfinished folder lies beside it.
  const out = options.out === undefined ? undefined : resolve(options.out)
  if (out !== undefined) refuseFilled(out)
  const { problems, texts, unread, doubts, summary } = await importWithin(path, {
    files: filesAt(path),
    region: options.region,
    packs,
  })
  const language = languageFrom(options.lang)
  const tell = ({ text }: Pick<Message, 'text'>): void => note(session, text[language])
  for (const name of unread) tell(say.unreadFile({ name }))
  for (const doubt of doubts) tell(say.pleaseCheck({ doubt }))
  if (summary === undefined || problems.length > 0) throw new PackError(path, problems)
  tell(summary)
  if (out === undefined) return
  writeFolder(out, texts)
  tell(say.savedIn({ out: options.out!, id: summary.id }))
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-o, --out <folder>', 'the folder to write (default: check only)')
    .option('-r, --region <id>', 'the region to import, if there are several')
    .option(...languageOption)
  addPacks(command).action((path: string, options: ImportOptions) => importFrom(session, path, options))
}
