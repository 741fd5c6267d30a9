/** Prints every derived starting figure, point of a national path and central value of a parameter, beside what is stored. */

import { at, figure, history, northeast, point } from './derivation.ts'
import { derivations, derivedParameters, nationalPoints, nationalSeries, nationalYears } from './index.ts'

for (const { figure: name, rule, of = northeast, value } of derivations) {
  process.stdout.write(`${name}: ${rule}\n`)
  for (const area of of) {
    process.stdout.write(`  ${area}  ${value(area).toPrecision(6)}  stored ${figure(area, name)}\n`)
  }
}
for (const { figure: name, rule, of = [], value } of nationalPoints) {
  process.stdout.write(`${name}: ${rule}\n`)
  for (const time of of) {
    process.stdout.write(`  ${time}  ${value(time).toPrecision(6)}  stored ${point(name, time)}\n`)
  }
}
for (const { figure: name, rule, of = [], value } of nationalYears) {
  process.stdout.write(`${name}: ${rule}\n`)
  for (const year of of) {
    process.stdout.write(`  ${year}  ${value(year).toPrecision(6)}  stored ${history(name, Number(year))}\n`)
  }
}
for (const { figure: name, rule, of = [], value } of nationalSeries) {
  process.stdout.write(`${name}: ${rule}\n`)
  for (const year of of) {
    process.stdout.write(`  ${year}  ${value(year).toPrecision(6)}  stored ${at('CN', name, Number(year))}\n`)
  }
}
for (const { figure: name, rule, value } of derivedParameters) {
  process.stdout.write(`${name}: ${rule}\n  ${value('').toPrecision(6)}\n`)
}
