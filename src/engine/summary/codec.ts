/**
 * Counts as bytes: the same counts give the same bytes. Extremes and sums as they are, bins as pairs of variable-length
 * numbers (bins skipped, members), so that a cell takes a few hundred bytes.
 */
import { addCell, CORE, type Counts, CountsError } from './counts.ts'

const BLOCK = 1 << 20

export function encodeCounts(counts: Counts): Uint8Array {
  const out = createBytes()
  out.number(counts.members)
  out.number(counts.cells)
  out.number(counts.events.length)
  out.float(counts.residual)
  for (const value of counts.events) out.float(value)
  const tails = counts.tails.sorted()
  let next = 0
  for (let cell = 0; cell < counts.cells; cell++) {
    for (const values of [counts.sum, counts.squareLow, counts.squareHigh, counts.least, counts.greatest]) {
      out.float(values[cell])
    }
    let skipped = 0
    for (let bin = 0; bin < CORE; bin++) {
      const count = counts.core[cell * CORE + bin]
      if (count === 0) skipped++
      else {
        out.number(skipped + 1)
        out.number(count)
        skipped = 0
      }
    }
    out.number(0)
    for (; next < tails.keys.length && tails.keys[next] >>> 11 === cell; next++) {
      out.number((tails.keys[next] & 2047) + 1)
      out.number(tails.counts[next])
    }
    out.number(0)
  }
  return out.bytes()
}

/** Adds encoded counts to others over the same cells. Bytes must be whole: their checksum is the caller's affair. */
export function addEncoded(into: Counts, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const number = (): number => {
    let value = 0
    let factor = 1
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined) throw new CountsError('The counts end too early.')
      value += (byte & 0x7f) * factor
      if (byte < 0x80) return value
      factor *= 128
    }
  }
  const float = (): number => {
    if (at + 8 > bytes.length) throw new CountsError('The counts end too early.')
    at += 8
    return view.getFloat64(at - 8, true)
  }
  const members = number()
  if (number() !== into.cells || number() !== into.events.length) {
    throw new CountsError('Counts over different cells or events cannot be merged.')
  }
  const residual = float()
  for (let event = 0; event < into.events.length; event++) into.events[event] += float()
  for (let cell = 0; cell < into.cells; cell++) {
    addCell(into, cell, [float(), float(), float(), float(), float()])
    let bin = cell * CORE - 1
    for (let skip = number(); skip > 0; skip = number()) {
      bin += skip
      into.core[bin] += number()
    }
    for (let key = number(); key > 0; key = number()) into.tails.add(cell, key - 1, number())
  }
  if (at !== bytes.length) throw new CountsError('The counts go on after their end.')
  into.members += members
  into.residual = Math.max(into.residual, residual)
}

interface Bytes {
  /** A whole number from 0 to 2^53 - 1. */
  number(value: number): void
  float(value: number): void
  bytes(): Uint8Array
}

function createBytes(): Bytes {
  let buffer = new Uint8Array(BLOCK)
  let view = new DataView(buffer.buffer)
  let at = 0
  const ensure = (): void => {
    if (at + 16 <= buffer.length) return
    const larger = new Uint8Array(buffer.length * 2)
    larger.set(buffer)
    buffer = larger
    view = new DataView(buffer.buffer)
  }
  return {
    number(value) {
      ensure()
      let rest = value
      while (rest >= 128) {
        buffer[at++] = (rest % 128) | 0x80
        rest = Math.floor(rest / 128)
      }
      buffer[at++] = rest
    },
    float(value) {
      ensure()
      view.setFloat64(at, value, true)
      at += 8
    },
    bytes: () => buffer.subarray(0, at),
  }
}
