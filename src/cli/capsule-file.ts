/** Capsules as files: JSON in which arrays of numbers and bytes keep every bit, packed. */

import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Capsule, capsuleVersion } from '../analysis/versions/capsule.ts'
import { versionMessages } from '../analysis/versions/messages.ts'
import { UsageError } from '../language/reported-error.ts'

/** Names of arrays in the JSON, each with its bytes in base 64. */
const [numbersKey, bytesKey] = ['$numbers', '$bytes']

const bytesOf = (array: Float64Array | Uint8Array): Buffer =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength)

const packed = (_: string, value: unknown): unknown => {
  if (value instanceof Float64Array) return { [numbersKey]: bytesOf(value).toString('base64') }
  if (value instanceof Uint8Array) return { [bytesKey]: bytesOf(value).toString('base64') }
  return value
}

const unpacked = (_: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const [text, key] =
    numbersKey in value
      ? [(value as Record<string, string>)[numbersKey], numbersKey]
      : bytesKey in value
        ? [(value as Record<string, string>)[bytesKey], bytesKey]
        : []
  if (text === undefined) return value
  const bytes = new Uint8Array(Buffer.from(text, 'base64'))
  return key === bytesKey ? bytes : new Float64Array(bytes.buffer)
}

/** SHA-256 over the names of the series and all bits of their numbers. */
export const valuesDigest = (series: readonly string[], values: Float64Array): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${series.join('\n')}\n`), bytesOf(values)]))

export const packCapsule = (capsule: Capsule): Uint8Array => gzipSync(JSON.stringify(capsule, packed), { level: 9 })

const isCapsule = (value: unknown): value is Capsule =>
  typeof value === 'object' && value !== null && 'capsule' in value && 'run' in value && 'digest' in value

/** Throws a UsageError where there is no such file, or it is no capsule, or one of a later format. */
export const readCapsule = (file: string): Capsule => {
  let content: Buffer
  try {
    content = readFileSync(file)
  } catch (problem) {
    throw new UsageError(versionMessages.noCapsule({ file, why: (problem as Error).message }))
  }
  let found: unknown
  try {
    found = JSON.parse(gunzipSync(content).toString('utf8'), unpacked)
  } catch {
    throw new UsageError(versionMessages.notCapsule({ file }))
  }
  if (!isCapsule(found)) throw new UsageError(versionMessages.notCapsule({ file }))
  if (found.capsule !== capsuleVersion)
    throw new UsageError(versionMessages.laterCapsule({ file, version: Number(found.capsule), known: capsuleVersion }))
  return found
}
