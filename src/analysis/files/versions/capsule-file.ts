/**
 * Writes and reads capsules as files: packed JSON in which arrays of numbers and bytes keep every bit. The command line
 * and the browser do it in the same way.
 */

import { UsageError } from '../../../language/messages.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { type Capsule, capsuleVersion } from './capsule.ts'
import { messages as versionMessages } from '../../../texts/version.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The Web interfaces that Node and browsers share; the typings of neither can be loaded here. */
interface Host {
  readonly crypto: {
    /** Absent on a page that was loaded over a network without encryption. */
    readonly subtle?: { digest(name: 'SHA-256', bytes: Bytes): Promise<ArrayBuffer> }
  }
  readonly CompressionStream: new (format: 'gzip') => object
  readonly DecompressionStream: new (format: 'gzip') => object
  readonly Blob: new (
    parts: readonly Bytes[],
  ) => {
    stream(): { pipeThrough(stream: object): { getReader(): Reader } }
  }
  readonly TextEncoder: new () => { encode(text: string): Bytes }
  readonly TextDecoder: new (encoding: 'utf-8', options: { readonly fatal: true }) => { decode(bytes: Bytes): string }
}

interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: Bytes }>
  cancel(): Promise<void>
}

const host = globalThis as unknown as Host

const encoded = (text: string): Bytes => new host.TextEncoder().encode(text)

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array | Uint8Array): Bytes =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)

const joined = (parts: readonly Bytes[]): Bytes => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** SHA-256 of bytes, as 64 hexadecimal digits. */
export const sha256 = async (bytes: Bytes): Promise<string> => {
  const { subtle } = host.crypto
  if (subtle === undefined) throw new UsageError(versionMessages.noDigest())
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes))
  return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** SHA-256 over the names of the series and all bits of their numbers. */
export const valuesDigest = (series: readonly string[], values: Float64Array): Promise<string> =>
  sha256(joined([encoded(`${series.join('\n')}\n`), bytesOf(values)]))

/** Sends bytes through a stream; undefined where more come out than the given limit. */
const through = async (bytes: Bytes, stream: object, most = Number.POSITIVE_INFINITY): Promise<Bytes | undefined> => {
  const reader = new host.Blob([bytes]).stream().pipeThrough(stream).getReader()
  const parts: Bytes[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done || value === undefined) return joined(parts)
    parts.push(value)
    length += value.length
    if (length > most) {
      await reader.cancel()
      return undefined
    }
  }
}

/** Names of arrays in the JSON, each with its bytes in base 64. */
const [numbersKey, bytesKey] = ['$numbers', '$bytes']

const packed = (_: string, value: unknown): unknown => {
  if (value instanceof Float64Array) return { [numbersKey]: toBase64(bytesOf(value)) }
  if (value instanceof Uint8Array) return { [bytesKey]: toBase64(value) }
  return value
}

const unpacked = (_: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const { [numbersKey]: numbers, [bytesKey]: bytes } = value as Record<string, string | undefined>
  if (numbers !== undefined) return new Float64Array(fromBase64(numbers).buffer)
  return bytes === undefined ? value : fromBase64(bytes)
}

/** The last property of the text is the SHA-256 of the others, so that no change to them goes unnoticed. */
const sealFor = async (text: string): Promise<string> => `,"seal":"${await sha256(encoded(text))}"}`

export const packCapsule = async (capsule: Capsule): Promise<Bytes> => {
  const text = JSON.stringify({ ...capsule, capsule: capsuleVersion }, packed)
  const content = encoded(text.slice(0, -1) + (await sealFor(text)))
  return (await through(content, new host.CompressionStream('gzip')))!
}

const isSealed = async (text: string): Promise<boolean> => {
  const { length } = await sealFor('')
  return text.endsWith(await sealFor(`${text.slice(0, -length)}}`))
}

/** The most bytes that a capsule may unpack to, ten times the largest region: more is an attack on the memory. */
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

/** A forecast round is a record in JSON, which has its capsule in base 64. */
const ofRecord = (content: Bytes): Bytes => {
  if (content[0] !== '{'.charCodeAt(0)) return content
  const { capsule } = JSON.parse(new host.TextDecoder('utf-8', { fatal: true }).decode(content)) as { capsule: string }
  return fromBase64(capsule)
}

/** Reads a capsule; throws a UsageError where the file is no capsule, was altered, or has a later format. */
export const readCapsule = async (file: string, content: Bytes): Promise<Capsule> => {
  let text: string
  let found: unknown
  try {
    const bytes = await through(ofRecord(content), new host.DecompressionStream('gzip'), mostBytes)
    if (bytes === undefined) throw new UsageError(versionMessages.notCapsule({ file }))
    text = new host.TextDecoder('utf-8', { fatal: true }).decode(bytes)
    found = JSON.parse(text, unpacked)
  } catch {
    throw new UsageError(versionMessages.notCapsule({ file }))
  }
  if (!isCapsule(found)) throw new UsageError(versionMessages.notCapsule({ file }))
  const { capsule: version } = found
  if (version > capsuleVersion)
    throw new UsageError(versionMessages.laterCapsule({ file, version, known: capsuleVersion }))
  if (version !== 1 && !(await isSealed(text))) throw new UsageError(versionMessages.alteredCapsule({ file }))
  return found as Capsule
}
