/** The list of packages of the program, its build and its tests (CycloneDX), as npm makes it from the lock file. */

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/cli/app-build/places.ts'

interface Sbom {
  serialNumber?: string
  readonly metadata: { timestamp?: string; readonly component: { name: string } }
}

/** Writes sbom.cdx.json into a folder: the same lock file gives the same bytes. */
export const writeSbom = (folder: string): void => {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const npm = process.env['npm_execpath']
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm]
  const text = execFileSync(command!, [...first, ...words], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  const sbom = JSON.parse(text) as Sbom
  // By chance and by the clock; the standard asks for neither.
  delete sbom.serialNumber
  delete sbom.metadata.timestamp
  // npm takes the name of the folder for that of the program.
  sbom.metadata.component.name = 'heartland'
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`)
}

if (import.meta.main) writeSbom(process.argv[2]!)
