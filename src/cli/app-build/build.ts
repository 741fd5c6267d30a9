/** Builds the app into a folder if its sources have changed, and compresses its files. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { builtApp } from './places.ts'
import { sourcesStamp } from '../stamp.ts'

const stampFile = 'built-from.txt'

const compressed = /\.(?:js|css|html|svg|json|webmanifest)$/

/** Small files gain nothing. */
const least = 1024

/** Files named in the page are fetched by every first visit and worth the longest search; for the rest most will do. */
const compress = (folder: string): void => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !compressed.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    const content = readFileSync(file)
    if (content.length < least) continue
    const params = { [constants.BROTLI_PARAM_QUALITY]: page.includes(entry.name) ? constants.BROTLI_MAX_QUALITY : 9 }
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }))
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  }
}

/** Puts `made` in the place of `folder`: a server that hands it out meanwhile never sees half of it for long. */
const swap = (made: string, folder: string): void => {
  const former = `${made}-former`
  mkdirSync(dirname(folder), { recursive: true })
  if (existsSync(folder)) renameSync(folder, former)
  renameSync(made, folder)
  rmSync(former, { recursive: true, force: true })
}

/** The folder with the app as its sources are now. */
export const buildApp = async (told: (text: string) => void, folder: string = builtApp): Promise<string> => {
  const stamp = sourcesStamp()
  const file = join(folder, stampFile)
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return folder
  told('Building the app (once, and after each change of its sources) …')
  const { appConfig, buildForUse } = await import('./config.ts')
  // Beside it: a build that fails leaves the last one as it was.
  const made = `${folder}.building-${process.pid}`
  try {
    await buildForUse(appConfig(made))
    compress(made)
    writeFileSync(join(made, stampFile), stamp)
    swap(made, folder)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
  return folder
}
