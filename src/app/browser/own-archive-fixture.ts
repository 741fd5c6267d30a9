/** Liaoning as somebody else's region that opens at the start of its figures, in an archive as the page takes it. */

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { root } from '../../cli/app-build/places.ts'

export const ownArchive = (change: (file: string, text: string) => string = (_, text) => text): Buffer => {
  const folder = join(root, 'regions/CN-LN')
  const files = readdirSync(folder).map(name => {
    const text = change(
      name,
      readFileSync(join(folder, name), 'utf8')
        .replaceAll('CN-LN', 'MY-LN')
        .replace(/ +"opens".*\n/, ''),
    )
    return [`MY-LN/${name}`, strToU8(text)] as const
  })
  return Buffer.from(zipSync(Object.fromEntries(files)))
}
