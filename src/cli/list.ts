/**
 * `heartland list` shows regions, packages, levers, parameters, outcomes or sources. The list of regions opens no
 * region and loads no model.
 */

import type { Command } from 'commander'
import { unknownWord } from '../language/usage.ts'
import { listRegions, listVariants, ownPacks, readFrom } from '../regions/read.ts'
import { firstRegion } from '../regions/first-region.ts'
import { addPacks, type CommonOptions } from './common-options.ts'
import { type ListName, listNames } from './list-names.ts'
import { type Listing, listing } from './listing.ts'
import { print, printJson, type Session } from './session.ts'
import { type Screen, screenOf, screenOn } from './terminal/screen.ts'

interface ListOptions extends CommonOptions {
  readonly region: string
}

const regions = (root: string): Listing => {
  const read = readFrom(root)
  const rows = [...listRegions(root), ...listVariants(root)].flatMap(id => {
    const file = JSON.parse(read(`${id}/region.json`) ?? '{}') as {
      kind: string
      names: { en: string; zh?: string }
      areas?: string[]
      of?: string
    }
    // An area without figures is only named by the paths of the nation.
    if (file.kind === 'area' && read(`${id}/figures.csv`) === undefined) return []
    const areas = (file.areas ?? [file.of ?? id]).join(' ')
    return [{ id, name: file.names.en, chinese: file.names.zh ?? '', kind: file.kind, areas }]
  })
  return listing(['id', 'name', 'chinese', 'kind', 'areas'], rows, 'Example: heartland answer CN-LN')
}

const printed = ({ columns, rows, remark }: Listing, screen: Screen): string => {
  const cells = rows.map(row => columns.map(({ header }) => row[header]))
  const wide = screen.live ? screen : screenOn({ ...screen, width: Number.MAX_SAFE_INTEGER })
  return [wide.table(columns, cells), '', screen.aside(remark)].join('\n')
}

const listingOf = async (name: ListName, options: ListOptions): Promise<Listing> => {
  if (name === 'regions') return regions(options.packs ?? ownPacks)
  const [{ openWith }, { listingIn }] = await Promise.all([import('./opening.ts'), import('./region-lists.ts')])
  return listingIn(openWith(options.region, options), name)
}

const list = async (session: Session, word: string, options: ListOptions): Promise<void> => {
  const name = listNames.find(one => one === word.toLowerCase())
  if (name === undefined) throw unknownWord('list', word, listNames)
  const found = await listingOf(name, options)
  if (options.json === true) printJson(session, found.rows)
  else print(session, printed(found, screenOf(session.out)))
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-r, --region <region>', 'the region whose packages and sources are listed', firstRegion)
    .option('--json', 'print the list as JSON')
  addPacks(command).action((word: string, options: ListOptions) => list(session, word, options))
}
