/**
 * Counts as bytes: the same counts give the same bytes. Extremes and sums as they are, bins as pairs of variable-length
 * numbers (bins skipped, members), so that a cell takes a few hundred bytes.
 */
import { addCell, CORE, type Counts, joinTails } from './counts.ts'

const BLOCK = 1 << 18

/** Hands the bytes over in pieces, each of which is overwritten by the next. */
export function encodeCounts(counts: Counts, emit: (piece: Uint8Array) => void): void {
  const out = createWriter(emit)
  out.number(counts.members)
  out.number(counts.cells)
  out.number(counts.events.length)
  out.float(counts.residual)
  for (const value of counts.events) out.float(value)
  const { core } = counts
  const { tails } = counts
  let next = 0
  for (let cell = 0; cell < counts.cells; cell++) {
    for (const values of [counts.sum, counts.squareLow, counts.squareHigh, counts.least, counts.greatest]) {
      out.float(values[cell])
    }
    const first = cell * CORE
    for (let bin = first, before = first - 1; bin < first + CORE; bin++) {
      if (core[bin] === 0) continue
      out.number(bin - before)
      out.number(core[bin])
      before = bin
    }
    out.number(0)
    for (; next < tails.keys.length && tails.keys[next] >>> 11 === cell; next++) {
      out.number((tails.keys[next] & 2047) + 1)
      out.number(tails.counts[next])
    }
    out.number(0)
  }
  out.end()
}

/**
 * Adds encoded counts to others over the same cells. `pull` gives the bytes piece by piece, at last an empty one. They
 * must be whole: their checksum is the caller's affair.
 */
export function addEncoded(into: Counts, pull: () => Uint8Array): void {
  const source = createReader(pull)
  const { number, float } = source
  const members = number()
  if (number() !== into.cells || number() !== into.events.length) {
    throw new Error('Counts over different cells or events cannot be merged.')
  }
  const residual = float()
  const keys: number[] = []
  const counts: number[] = []
  for (let event = 0; event < into.events.length; event++) into.events[event] += float()
  for (let cell = 0; cell < into.cells; cell++) {
    addCell(into, cell, [float(), float(), float(), float(), float()])
    let bin = cell * CORE - 1
    for (let skip = number(); skip > 0; skip = number()) {
      bin += skip
      into.core[bin] += number()
    }
    for (let key = number(); key > 0; key = number()) {
      keys.push(cell * 2048 + key - 1)
      counts.push(number())
    }
  }
  source.end()
  into.tails = joinTails(into.tails, { keys: Int32Array.from(keys), counts: Uint32Array.from(counts) })
  into.members += members
  into.residual = Math.max(into.residual, residual)
}

interface Writer {
  /** A whole number from 0 to 2^53 - 1. */
  number(value: number): void
  float(value: number): void
  end(): void
}

function createWriter(emit: (piece: Uint8Array) => void): Writer {
  const buffer = new Uint8Array(BLOCK)
  const view = new DataView(buffer.buffer)
  let at = 0
  const flush = (): void => {
    emit(buffer.subarray(0, at))
    at = 0
  }
  return {
    number(value) {
      if (at + 8 > BLOCK) flush()
      let rest = value
      for (; rest >= 2 ** 31; rest = Math.floor(rest / 128)) buffer[at++] = (rest % 128) | 0x80
      // Whole divisions take several times as long as bits, and nearly all numbers are small.
      for (; rest >= 128; rest >>>= 7) buffer[at++] = (rest & 0x7f) | 0x80
      buffer[at++] = rest
    },
    float(value) {
      if (at + 8 > BLOCK) flush()
      view.setFloat64(at, value, true)
      at += 8
    },
    end: flush,
  }
}

interface Reader {
  number(): number
  float(): number
  /** Complains of bytes that are left. */
  end(): void
}

function createReader(pull: () => Uint8Array): Reader {
  const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
    new DataView(buffer, byteOffset, byteLength)
  let piece = pull()
  let view = viewOf(piece)
  let at = 0
  const word = new DataView(new ArrayBuffer(8))
  const byte = (): number => {
    if (at === piece.length) {
      piece = pull()
      view = viewOf(piece)
      at = 0
      if (piece.length === 0) throw new Error('The counts end too early.')
    }
    return piece[at++]
  }
  return {
    number() {
      let value = 0
      let factor = 1
      for (;;) {
        const digit = byte()
        value += (digit & 0x7f) * factor
        if (digit < 0x80) return value
        factor *= 128
      }
    },
    float() {
      if (at + 8 <= piece.length) {
        at += 8
        return view.getFloat64(at - 8, true)
      }
      for (let place = 0; place < 8; place++) word.setUint8(place, byte())
      return word.getFloat64(0, true)
    },
    end() {
      if (at < piece.length || pull().length > 0) throw new Error('The counts go on after their end.')
    },
  }
}
