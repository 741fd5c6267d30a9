/** Results that take long are computed once, and kept on disk until the program or the regions change. */

import { keep, readKept, standardFolder } from '../kept.ts'
import { sourcesStamp } from '../stamp.ts'

/** Of results as former builds had them. */
const mostKept = 60

export const keptResult = async <Found>(name: string, compute: () => Found | Promise<Found>): Promise<Found> => {
  const file = `${name}-${sourcesStamp().slice(0, 32)}.json`
  try {
    return JSON.parse(new TextDecoder().decode(readKept(standardFolder, file))) as Found
  } catch {}
  const text = JSON.stringify(await compute())
  keep(standardFolder, file, text, mostKept)
  return JSON.parse(text) as Found
}
