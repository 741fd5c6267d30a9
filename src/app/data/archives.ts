/**
 * Replaces fflate in the page: its asynchronous functions create workers from text, which the content security policy
 * forbids, so these do the same work synchronously. A spreadsheet takes a tenth of a second.
 */

import {
  type AsyncUnzipOptions,
  type AsyncZippable,
  type AsyncZipOptions,
  type Unzipped,
  unzipSync,
  type Zippable,
  zipSync,
} from 'fflate/browser'

export * from 'fflate/browser'

type Done<Result> = (problem: Error | null, result: Result) => void

/** Calls back later, as the function it stands for does. */
const later = <Result>(work: () => Result, done: Done<Result>): (() => void) => {
  let wanted = true
  queueMicrotask(() => {
    if (!wanted) return
    let result: Result
    try {
      result = work()
    } catch (problem) {
      done(problem instanceof Error ? problem : new Error(String(problem)), undefined as Result)
      return
    }
    done(null, result)
  })
  return () => {
    wanted = false
  }
}

export const zip = (
  files: AsyncZippable,
  options: AsyncZipOptions | Done<Uint8Array>,
  done?: Done<Uint8Array>,
): (() => void) =>
  typeof options === 'function'
    ? later(() => zipSync(files as Zippable), options)
    : later(() => zipSync(files as Zippable, options as Parameters<typeof zipSync>[1]), done!)

export const unzip = (
  archive: Uint8Array,
  options: AsyncUnzipOptions | Done<Unzipped>,
  done?: Done<Unzipped>,
): (() => void) =>
  typeof options === 'function'
    ? later(() => unzipSync(archive), options)
    : later(() => unzipSync(archive, options), done!)
