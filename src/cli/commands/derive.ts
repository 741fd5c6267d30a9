/**
 * `heartland derive` rewrites what a region's folder derives: cohorts from its census, propensities from its table; or
 * writes the folders of all areas of a country from its tables.
 */

import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { UsageError } from '../../language/messages.ts'
import { commandMessages } from '../input/messages.ts'
import { countryIds } from '../../regions/country/on-demand.ts'
import { countryPacks, readCountry, offeredStarts } from '../../regions/country/packs.ts'
import { rewriteFolder } from '../../regions/derive.ts'
import { ownCountries, ownPacks, readFrom } from '../../regions/read.ts'
import { addPacks, type CommonOptions } from '../input/common-options.ts'
import { refuseDerived } from '../input/opening.ts'
import { refuseFilled, writeFolder } from '../input/new-folder.ts'
import { note, print, type Session } from '../terminal/session.ts'

interface DeriveOptions extends CommonOptions {
  readonly out?: string
  readonly start?: number
  /** False with --no-handmade. */
  readonly handmade: boolean
}

const deriveCountry = (
  session: Session,
  ids: readonly string[],
  { out, handmade, start, packs = ownPacks }: DeriveOptions,
) => {
  const [country = ''] = ids
  if (ids.length !== 1 || !existsSync(join(ownCountries, country, 'rules.csv'))) {
    throw new UsageError(commandMessages.noCountry({ word: ids.join(' '), known: countryIds().join(', ') }))
  }
  const tables = readFrom(join(ownCountries, country))
  const starts = offeredStarts(readCountry(tables), country, readFrom(packs))
  if (starts.length === 0) throw new UsageError(commandMessages.noFolder({ folder: join(packs, country) }))
  if (start !== undefined && !starts.includes(start))
    throw new UsageError(commandMessages.noStart({ word: start, country, known: starts.join(', ') }))
  const folder = resolve(out!)
  refuseFilled(folder)
  const { files, areas, kept } = countryPacks(tables, country, readFrom(packs), { handmade, start })
  writeFolder(folder, files)
  const told = { areas: areas.length, kept: kept.join(', '), folder: out!, country, one: areas.at(-1)! }
  note(session, commandMessages.countryWritten(told).text.en)
}

const derive = (session: Session, ids: readonly string[], options: DeriveOptions): void => {
  if (options.out !== undefined) return deriveCountry(session, ids, options)
  const { packs = ownPacks } = options
  const hasFile = (id: string, file: string): boolean => existsSync(join(packs, id, file))
  const chosen = ids.length > 0 ? ids : readdirSync(packs).filter(id => hasFile(id, 'census.csv'))
  for (const id of chosen) {
    refuseDerived(id, packs)
    if (!hasFile(id, 'region.json')) throw new UsageError(commandMessages.noFolder({ folder: join(packs, id) }))
    print(session, rewriteFolder(packs, id) ?? `${id}: region.json describes no census, nothing to derive`)
  }
}

export const define = (command: Command, session: Session): void => {
  addPacks(command)
    .option(
      '-o, --out <folder>',
      'write the folders of all areas of a country (CN, US) into this one, from the tables of the country',
    )
    .option('--start <year>', 'with --out: the year that the areas of US open in (2005, 2010, 2015 or 2024)', Number)
    .option('--no-handmade', 'with --out: derive also the areas whose figures were collected by hand')
    .action((ids: string[], options: DeriveOptions) => derive(session, ids, options))
}
