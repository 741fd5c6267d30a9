/**
 * Writes the chapters of docs/theory/sectors, one per sector, and the equations in the specification, from the
 * declarations of the model (`npm run theory`).
 */

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { documentSector } from './document.ts'
import { type LinkedModel, linkModel } from '../../src/language/link.ts'
import { cyclicalModel } from '../../src/model/cyclical.ts'
import { linkedAreas } from '../../src/model/links.ts'
import { openRegion } from '../../src/cli/input/simulation.ts'
import { specification, specificationPath, writtenSpecification } from './specification.ts'
import { chapterFile } from './theory-files.ts'

export const theoryFolder: string = fileURLToPath(new URL('../../docs/theory/sectors', import.meta.url))

/** Text of each chapter and of the table of contents, by file name. */
export const chapters = (linked: LinkedModel): Map<string, string> => {
  const files = new Map<string, string>()
  // A region that is a whole nation has a sector more, and so has one whose start is no usual year.
  const nation = linkModel(linkedAreas(cyclicalModel(linked.source, true)), {
    area: linked.dimensions.get('area')!.labels,
  })
  const own = new Set(linked.sectors.map(({ title }) => title))
  const ofNation = nation.sectors.filter(({ title }) => !own.has(title))
  const lines = [...linked.sectors, ...ofNation].map((sector, place) => {
    const file = chapterFile(sector.title, place)
    files.set(file, documentSector(own.has(sector.title) ? linked : nation, sector.title))
    return `${place + 1}. [${sector.title}](${file})${sector.doc === undefined ? '' : `: ${sector.doc}`}`
  })
  const equations = [...linked.variables.values()].filter(({ kind }) => kind !== 'clock').length
  files.set(
    'README.md',
    `# The model, sector by sector\n\nGenerated from \`src/model\` by \`npm run theory\`: ${equations} declarations in ${linked.sectors.length} sectors. How to read the texts: [the equation language](../../guide/language.md).\n\n${lines.join('\n')}\n`,
  )
  return files
}

if (import.meta.main) {
  rmSync(theoryFolder, { recursive: true, force: true })
  mkdirSync(theoryFolder, { recursive: true })
  const { linked, region } = openRegion('northeast', { parameters: 'priors' })
  for (const [file, text] of chapters(linked)) writeFileSync(`${theoryFolder}/${file}`, text)
  writeFileSync(specificationPath, specification(writtenSpecification(), linked, region.sources))
  process.stdout.write(`${readdirSync(theoryFolder).length} chapters in docs/theory/sectors\n`)
}
