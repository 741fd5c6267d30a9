/**
 * Files of a zip archive, each held against its checksum, which fflate does not do; an archive that would unpack to more
 * than any region needs is refused before it is unpacked.
 */

import { unzipSync } from 'fflate'
import { BroughtError, type BroughtFile } from './texts.ts'
import { mostBytes, mostFiles } from './budget.ts'
import { messages as unreadable } from '../../texts/brought.ts'

/** A file in the list of contents at the end of an archive. */
interface Entry {
  readonly size: number
  readonly crc: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
/** Bytes of the end record and of an entry before their texts. */
const endLength = 22
const entryLength = 46

/** Entries of the archive in the order of its list. Throws a RangeError where the list does not lie within the bytes. */
const listOf = (bytes: Uint8Array): Entry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - endLength
  // A comment of up to 65,535 bytes may stand behind the end record.
  const first = Math.max(0, end - 0xffff)
  while (end >= first && view.getUint32(end, true) !== endSignature) end--
  if (end < first) throw new RangeError('no end record')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== entrySignature) throw new RangeError('no entry')
    const entry = { crc: view.getUint32(at + 16, true), size: view.getUint32(at + 24, true) }
    at += entryLength + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    return entry
  })
}

/** The checksum of zip archives (CRC-32, ISO 3309): browsers have none of their own. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  return value
})

export const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffffffff) >>> 0
}

/** All files of an archive. Throws a BroughtError where it is damaged or too large. */
export const filesOfZip = (bytes: Uint8Array): BroughtFile[] => {
  try {
    const entries = listOf(bytes)
    const size = entries.reduce((sum, entry) => sum + entry.size, 0)
    if (size > mostBytes || entries.length > mostFiles) {
      throw new BroughtError(unreadable.archiveLarge({ files: mostFiles, megabytes: mostBytes / 1e6 }))
    }
    const order: string[] = []
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        // The same list, read by the library: where the two differ the archive means to deceive one of them.
        if (originalSize !== entries[order.length]?.size) throw new RangeError('another list')
        order.push(name)
        return true
      },
    })
    return order.map((path, at) => {
      const content = found[path]
      const { crc, size: wanted } = entries[at]!
      if (content === undefined || content.length !== wanted || crc32(content) !== crc) {
        throw new BroughtError(unreadable.entryDamaged({ path }))
      }
      return { path, bytes: content }
    })
  } catch (problem) {
    if (problem instanceof BroughtError) throw problem
    throw new BroughtError(unreadable.archiveDamaged())
  }
}
