/** Reads the files of a zip archive, and refuses one that would unpack to more than any region needs. */

import { unzipSync } from 'fflate'
import type { BroughtFile } from './texts.ts'

/** The four provinces and the nation that come with the program take less than a megabyte. */
const mostBytes = 50_000_000
const mostFiles = 2000

export class ArchiveError extends Error {}

export const filesOfZip = (bytes: Uint8Array): BroughtFile[] => {
  let size = 0
  let files = 0
  const take = (originalSize: number): boolean => {
    size += originalSize
    files++
    if (size <= mostBytes && files <= mostFiles) return true
    throw new ArchiveError(
      `The archive holds more than ${mostFiles} files or ${mostBytes / 1e6} MB. Put only the folder of the region into it.`,
    )
  }
  try {
    const found = unzipSync(bytes, { filter: ({ originalSize }) => take(originalSize) })
    return Object.entries(found).map(([path, content]) => ({ path, bytes: content }))
  } catch (problem) {
    if (problem instanceof ArchiveError) throw problem
    throw new ArchiveError('The archive cannot be unpacked: it is damaged or no zip file. Pack the folder anew.')
  }
}
