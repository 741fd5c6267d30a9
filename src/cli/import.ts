/** `heartland import` checks a user's own region (workbook, archive or folder) and writes a folder that can be run. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import type { Command } from 'commander'
import { Mistake } from '../analysis/mistakes.ts'
import { requiredData } from '../analysis/simulation.ts'
import { model } from '../model/index.ts'
import { ArchiveError } from '../regions/own/archive.ts'
import { bringFiles, importRegion } from '../regions/own/import.ts'
import { describeDoubt, doubtsAbout } from '../regions/own/plausible.ts'
import { SpreadsheetError } from '../regions/own/spreadsheet.ts'
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

const filesAt = (path: string): BroughtFile[] => {
  if (!existsSync(path)) throw new Mistake(`there is no file or folder '${path}'`)
  if (!statSync(path).isDirectory()) {
    if (/\.(xlsx|zip)$/i.test(path)) return [{ path: basename(path), bytes: new Uint8Array(readFileSync(path)) }]
    throw new Mistake(`'${path}' is no workbook (.xlsx), no archive (.zip) and no folder`)
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => {
      const file = join(entry.parentPath, entry.name)
      return { path: relative(dirname(path), file), bytes: new Uint8Array(readFileSync(file)) }
    })
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
    if (problem instanceof ArchiveError || problem instanceof SpreadsheetError) {
      throw new Mistake(`${path}: ${problem.message}`)
    }
    throw problem
  }
}

const importFrom = async (session: Session, path: string, options: ImportOptions): Promise<void> => {
  const { out, packs = ownPacks } = options
  if (out !== undefined && existsSync(out) && !(statSync(out).isDirectory() && readdirSync(out).length === 0)) {
    throw new Mistake(`'${out}' is there already: name a new folder`)
  }
  const required = requiredData(model)
  const { region, problems, texts, unread } = importRegion(await bring(path), readFrom(packs), required, options.region)
  for (const name of unread) note(session, `file not read: ${name}`)
  if (region === undefined) throw new PackError(path, problems)
  const known = listRegions().map(id => readRegion(id, required))
  for (const doubt of doubtsAbout(region, known)) note(session, `please check: ${describeDoubt(doubt)}`)
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
