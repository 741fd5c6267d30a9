/** Lays out the sector files of the model (`npm run format`); a test checks that they are laid out. */

import { readFileSync, writeFileSync } from 'node:fs'
import { layOutSectors, sectorFiles } from './sector-layout.ts'

for (const file of sectorFiles()) {
  const source = readFileSync(file, 'utf8')
  const laidOut = layOutSectors(file, source)
  if (laidOut !== source) writeFileSync(file, laidOut)
}
