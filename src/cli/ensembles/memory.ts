/**
 * Frees memory between chunks. Node underestimates the memory of the numeric arrays that runs and tables leave behind,
 * and would let each thread keep 64 MB of them.
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export const createCollector = (): (() => void) => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('globalThis.gc') as unknown
  if (typeof collect !== 'function') return () => {}
  let left = outside()
  return () => {
    if (outside() - left < worthIt) return
    ;(collect as () => void)()
    left = outside()
  }
}

/** Bytes that arrays of numbers hold, in use or left behind. */
const outside = (): number => getHeapStatistics().external_memory

/** Collecting takes some ten milliseconds. */
const worthIt = 32 * 2 ** 20
