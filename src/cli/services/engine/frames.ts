/**
 * Frames between the engine and the program that asks it. A frame is the length of its head (four bytes, little endian),
 * the head in JSON, and the tables whose lengths the head lists under `tables`, each an Arrow stream.
 */

import { messages as streamMessages } from '../../../texts/stream.ts'
import { UsageError } from '../../../language/messages.ts'

export interface WireFrame {
  readonly head: Readonly<Record<string, unknown>>
  readonly tables: readonly Uint8Array[]
}

/** Longer heads are no question: the stream is not one of frames. */
const longestHead = 2 ** 26

export const frameBytes = ({ head, tables }: WireFrame): Uint8Array => {
  const text = new TextEncoder().encode(JSON.stringify({ ...head, tables: tables.map(({ length }) => length) }))
  const bytes = new Uint8Array(4 + text.length + tables.reduce((sum, { length }) => sum + length, 0))
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  let at = 4 + text.length
  for (const table of tables) {
    bytes.set(table, at)
    at += table.length
  }
  return bytes
}

const lengthsIn = (head: WireFrame['head']): number[] => {
  const { tables = [] } = head
  if (Array.isArray(tables) && tables.every(length => Number.isSafeInteger(length) && length >= 0)) return tables
  throw new UsageError(streamMessages.noFrame())
}

const headIn = (bytes: Uint8Array): WireFrame['head'] => {
  try {
    const head: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof head === 'object' && head !== null && !Array.isArray(head)) return head as WireFrame['head']
  } catch {}
  throw new UsageError(streamMessages.noFrame())
}

/** The frames of a stream of bytes, each as soon as it is whole. Throws a UsageError for a stream of anything else. */
export async function* framesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<WireFrame> {
  let waiting: Uint8Array[] = []
  let size = 0
  const take = (length: number): Uint8Array => {
    const all = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting)
    waiting = [all.subarray(length)]
    size -= length
    return all.subarray(0, length)
  }
  let headLength: number | undefined
  let head: WireFrame['head'] | undefined
  let body = 0
  for await (const chunk of stream) {
    waiting.push(chunk)
    size += chunk.length
    for (;;) {
      if (headLength === undefined) {
        if (size < 4) break
        const bytes = take(4)
        headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
        if (headLength > longestHead) throw new UsageError(streamMessages.noFrame())
      }
      if (head === undefined) {
        if (size < headLength) break
        head = headIn(take(headLength))
        body = lengthsIn(head).reduce((sum, length) => sum + length, 0)
      }
      if (size < body) break
      const tables = lengthsIn(head).map(length => Uint8Array.from(take(length)))
      yield { head, tables }
      headLength = undefined
      head = undefined
    }
  }
  if (size > 0 || headLength !== undefined) throw new UsageError(streamMessages.cutShort())
}
