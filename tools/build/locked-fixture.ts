/** The packages of others in the lock file of the project. */

import { readFileSync } from 'node:fs'

interface LockedPackage {
  readonly version: string
  readonly license?: string
  /** True for the place in node_modules of a package of the project itself. */
  readonly link?: boolean
}

/** By their places, such as node_modules/vite. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>

export const lockedPackages = (): LockedPackages => {
  const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
  const { packages } = JSON.parse(text) as { packages: LockedPackages }
  return Object.fromEntries(
    Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && link !== true),
  )
}
