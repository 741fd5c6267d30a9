/**
 * Random numbers that are a function of what they are for: (seed, stream name, member, time, lane) -> uniform.
 *
 * The generator is Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3").
 * It has no state to carry along, so a draw does not depend on which other draws were made, in what order or on which
 * thread: any member of an ensemble can be replayed alone, and adding a stream leaves all others as they were.
 */

/** A uniform number in (0, 1) for a member, a time index and a lane, each a whole number from 0 to 2^32 - 1. */
export type Stream = (member: number, time: number, lane: number) => number

/**
 * The Philox key of the stream of a name under a seed: itself drawn by Philox, from the seed and the hash of the name,
 * so that neighbouring seeds and similar names have unrelated streams.
 */
export function streamKey(seed: number, name: string): readonly [number, number] {
  const words = new Int32Array(4)
  const hash = hashName(name)
  philox(seed >>> 0, Math.floor(seed / 4294967296), hash.low, hash.high, 0, 0, words)
  return [words[0], words[1]]
}

/**
 * The stream of a name under a seed.
 *
 * A uniform is an odd multiple of 2^-53: 52 random bits and a last bit of 1. So neither 0 nor 1 occurs, and u and 1 - u
 * are equally likely and both exact.
 */
export function createStream(seed: number, name: string): Stream {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new Error(`Seed ${seed} of stream '${name}' cannot be used: give a whole number from 0 to 2^53 - 1.`)
  }
  const [keyLow, keyHigh] = streamKey(seed, name)
  const words = new Uint32Array(4)
  return (member, time, lane) => {
    // One block of four words serves two lanes.
    philox(lane >>> 1, time, member, 0, keyLow, keyHigh, words)
    const first = (lane & 1) * 2
    return ((words[first] >>> 6) * 67108864 + (words[first + 1] >>> 6) + 0.5) * 2.220446049250313e-16
  }
}

/** FNV-1a of 64 bits over the UTF-16 code units of a name, each as two bytes, the lower one first. */
export function hashName(name: string): { readonly low: number; readonly high: number } {
  let low = 0x84222325
  let high = 0xcbf29ce4
  const addByte = (byte: number): void => {
    low = (low ^ byte) >>> 0
    // The prime is 2^40 + 0x1b3: one product by 0x1b3, and the lower word moved up by 40 bits.
    const product = low * 0x1b3
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 4294967296) + (low << 8)) >>> 0
    low = product >>> 0
  }
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i)
    addByte(unit & 0xff)
    addByte(unit >>> 8)
  }
  return { low, high }
}

/** One block of Philox4x32-10: four random words for a counter of four and a key of two words of 32 bits. */
export function philox(
  counter0: number,
  counter1: number,
  counter2: number,
  counter3: number,
  key0: number,
  key1: number,
  result: Uint32Array | Int32Array,
): void {
  let a = counter0 | 0
  let b = counter1 | 0
  let c = counter2 | 0
  let d = counter3 | 0
  let keyA = key0 | 0
  let keyB = key1 | 0
  for (let round = 0; round < 10; round++) {
    const productA = Math.imul(a, 0xd2511f53)
    const productC = Math.imul(c, 0xcd9e8d57)
    const upperA = upperProduct(a, 0xd251, 0x1f53)
    const upperC = upperProduct(c, 0xcd9e, 0x8d57)
    a = upperC ^ b ^ keyA
    b = productC
    c = upperA ^ d ^ keyB
    d = productA
    keyA = (keyA + 0x9e3779b9) | 0
    keyB = (keyB + 0xbb67ae85) | 0
  }
  result[0] = a
  result[1] = b
  result[2] = c
  result[3] = d
}

/** The upper 32 bits of a * (upper * 2^16 + lower), by schoolbook multiplication in halves of 16 bits. */
function upperProduct(a: number, upper: number, lower: number): number {
  const aUpper = a >>> 16
  const aLower = a & 0xffff
  const middle = (Math.imul(aUpper, lower) + (Math.imul(aLower, lower) >>> 16)) | 0
  const other = (Math.imul(aLower, upper) + (middle & 0xffff)) | 0
  return (Math.imul(aUpper, upper) + (middle >>> 16) + (other >>> 16)) | 0
}
