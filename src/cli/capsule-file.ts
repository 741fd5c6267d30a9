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

/** The last property of the text is the SHA-256 of the others, so that none of them is changed unnoticed. */
const sealFor = (text: string): string => `,"seal":"${hash('sha256', text)}"}`

export const packCapsule = (capsule: Capsule): Uint8Array => {
  const text = JSON.stringify({ ...capsule, capsule: capsuleVersion }, packed)
  return gzipSync(text.slice(0, -1) + sealFor(text), { level: 9 })
}

const isSealed = (text: string): boolean => {
  const length = sealFor('').length
  return text.endsWith(sealFor(`${text.slice(0, -length)}}`))
}

/** The largest region unpacks to a tenth of it; more is a file that was made to fill the memory. */
const mostBytes = 100e6

const isCapsule = (value: unknown): value is Omit<Capsule, 'capsule'> & { readonly capsule: number } => {
  const { capsule, region, made, scenario, run, digest } = (value ?? {}) as Partial<Capsule>
  return (
    typeof capsule === 'number' &&
    typeof region?.id === 'string' &&
    typeof made?.model === 'string' &&
    typeof scenario?.name === 'string' &&
    run?.bytes instanceof Uint8Array &&
    typeof digest === 'string'
  )
}

/** Throws a UsageError where there is no such file, or it is no capsule, an altered one, or one of a later format. */
export const readCapsule = (file: string): Capsule => {
  let content: Buffer
  try {
    content = readFileSync(file)
  } catch (problem) {
    throw new UsageError(versionMessages.noCapsule({ file, why: (problem as Error).message }))
  }
  let text: string
  let found: unknown
  try {
    text = gunzipSync(content, { maxOutputLength: mostBytes }).toString('utf8')
    found = JSON.parse(text, unpacked)
  } catch {
    throw new UsageError(versionMessages.notCapsule({ file }))
  }
  if (!isCapsule(found)) throw new UsageError(versionMessages.notCapsule({ file }))
  const { capsule: version } = found
  if (version > capsuleVersion)
    throw new UsageError(versionMessages.laterCapsule({ file, version, known: capsuleVersion }))
  if (version !== 1 && !isSealed(text)) throw new UsageError(versionMessages.alteredCapsule({ file }))
  return found as Capsule
}
