/** Faults put in on purpose, so that tests can see what is left behind: a disk that fills up. */

import { type Disk, nodeDisk } from './disk.ts'

export interface Fault {
  /** Writing fails after so many bytes. */
  readonly diskBytes: number
}

export const diskFor = (fault: Fault | undefined): Disk => {
  if (fault === undefined) return nodeDisk
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
