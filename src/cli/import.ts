/** `heartland import` checks a user's own region (workbook, archive or folder) and writes a folder that can be run. */

import { usage } from '../analysis/messages.ts'
import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Command } from 'commander'
import { requiredData } from '../analysis/simulation.ts'
import { model } from '../model/index.ts'
import { trialOf } from '../analysis/trial.ts'
import { BroughtError } from '../regions/own/brought-messages.ts'
import { mostBytes } from '../regions/own/budget.ts'
import { bringFiles, importRegion } from '../regions/own/import.ts'
import { describeDoubt, doubtsAbout } from '../regions/own/plausible.ts'
import type { BroughtFile } from '../regions/own/texts.ts'
import { PackError } from '../regions/problems.ts'
import { listRegions, ownPacks, readFrom } from '../regions/read.ts'
import { readRegion } from '../regions/read-region.ts'
import { addPacks } from './common-options.ts'
import { note, type Session } from './session.ts'

interface ImportOptions {
  readonly out?: string
  readonly region?: string
  readonly packs?: string
}

/** Files of a folder. A link inside it is refused, because it may lead to files that nobody meant to bring. */
const filesIn = (path: string, name: string): BroughtFile[] =>
  readdirSync(path, { withFileTypes: true }).flatMap(entry => {
    const [file, as] = [join(path, entry.name), `${name}/${entry.name}`]
    if (entry.isSymbolicLink()) {
      throw new UsageError(commandMessages.linkInFolder({ file }))
    }
    if (entry.isDirectory()) return filesIn(file, as)
    return entry.isFile() ? [{ path: as, bytes: readBytes(file) }] : []
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
    if (statSync(path).isDirectory()) return filesIn(path, basename(realpathSync(path)))
    if (/\.(xlsx|zip)$/i.test(path)) return [{ path: basename(path), bytes: readBytes(path) }]
  } catch (problem) {
    const { code, path: at = path } = problem as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM') throw new UsageError(commandMessages.notReadable({ path: at }))
    throw problem
  }
  throw new UsageError(commandMessages.notImportable({ path }))
}

/** Writes all files or none: they go into a temporary folder, which is then renamed. */
const writeFolder = (out: string, texts: ReadonlyMap<string, string>): void => {
  const unfinished = `${out}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(unfinished, path)), { recursive: true })
    writeFileSync(join(unfinished, path), text)
  }
  renameSync(unfinished, out)
}

const bring = async (path: string) => {
  try {
    return await bringFiles(filesAt(path))
  } catch (problem) {
    if (problem instanceof BroughtError) {
      throw new UsageError(...problem.messages.map(({ text }) => usage.within({ where: path, text })))
    }
    throw problem
  }
}

const importFrom = async (session: Session, path: string, options: ImportOptions): Promise<void> => {
  const { out, packs = ownPacks } = options
  if (out !== undefined && existsSync(out) && !(statSync(out).isDirectory() && readdirSync(out).length === 0)) {
    throw new UsageError(commandMessages.exists({ path: out }))
  }
  const required = requiredData(model)
  const { region, problems, texts, unread } = importRegion(
    await bring(path),
    readFrom(packs),
    required,
    options.region,
    { program: readFrom(ownPacks), trial: trialOf },
  )
  for (const name of unread) note(session, `file not read: ${name}`)
  if (region !== undefined) {
    const known = listRegions().map(id => readRegion(id, required))
    for (const doubt of doubtsAbout(region, known)) note(session, `please check: ${describeDoubt(doubt)}`)
  }
  if (region === undefined || problems.length > 0) throw new PackError(path, problems)
  const counts = `${region.figures.length} figures, ${region.series.length} values of historical series`
  note(session, `${region.id} (${region.names.en}): ${counts}, data ${region.hash}`)
  if (out === undefined) return
  if (existsSync(out)) rmSync(out, { recursive: true })
  writeFolder(out, texts)
  note(session, `saved: ${out}; run it with: heartland run ${region.id} --packs ${out}`)
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-o, --out <folder>', 'the folder to write (default: check only)')
    .option('-r, --region <id>', 'the region to import, if there are several')
  addPacks(command)
    .addHelpText('after', '\nExample:\n  heartland import my-region.xlsx --out my-region')
    .action((path: string, options: ImportOptions) => importFrom(session, path, options))
}
