/** Prints every derived starting figure, figure of the nation and central value of a parameter, beside what is stored. */

import { figure, northeast } from './derivation.ts'
import { derivations, derivedParameters, nationalDerivations } from './index.ts'

for (const { figure: name, rule, of = northeast, value } of derivations) {
  process.stdout.write(`${name}: ${rule}\n`)
  for (const area of of) {
    process.stdout.write(`  ${area}  ${value(area).toPrecision(6)}  stored ${figure(area, name)}\n`)
  }
}
for (const { figure: name, rule, of = [], value, stored } of nationalDerivations) {
  process.stdout.write(`${name}: ${rule}\n`)
  for (const time of of) process.stdout.write(`  ${time}  ${value(time).toPrecision(6)}  stored ${stored(time)}\n`)
}
for (const { figure: name, rule, value } of derivedParameters) {
  process.stdout.write(`${name}: ${rule}\n  ${value('').toPrecision(6)}\n`)
}
