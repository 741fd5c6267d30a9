/** Injects faults, such as a full disk, so that tests can inspect what is left behind. */

import { type Disk, nodeDisk } from './disk.ts'

/** Writing fails after so many bytes; or another disk, for runs in this thread. */
export type Fault = { readonly diskBytes: number } | { readonly disk: Disk }

export const diskFor = (fault: Fault | undefined): Disk => {
  if (fault === undefined) return nodeDisk
  if ('disk' in fault) return fault.disk
  let left = fault.diskBytes
  return {
    ...nodeDisk,
    writeSync: (file, bytes, offset, length) => {
      left -= length
      if (left < 0) {
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
      }
      return nodeDisk.writeSync(file, bytes, offset, length)
    },
  }
}
