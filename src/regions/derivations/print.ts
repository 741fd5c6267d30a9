/** Prints every derived starting figure beside the one that is stored. */

import { northeast, figure } from './derivation.ts'
import { derivations } from './index.ts'

for (const { figure: name, rule, of = northeast, value } of derivations) {
  process.stdout.write(`${name}: ${rule}\n`)
  for (const area of of) {
    process.stdout.write(`  ${area}  ${value(area).toPrecision(6)}  stored ${figure(area, name)}\n`)
  }
}
