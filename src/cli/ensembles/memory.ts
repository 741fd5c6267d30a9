/**
 * Frees memory between chunks. Node underestimates the memory of the numeric arrays that runs and tables leave behind,
 * and would let each thread keep 64 MB of them.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export const createCollector = (): (() => void) => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('globalThis.gc') as unknown
  return typeof collect === 'function' ? () => void (collect as () => void)() : () => {}
}
