/** Imports in a worker of their own, which is ended after too long or when the reader cancels: the page never waits. */

import '../no-code-of-text.ts'
import { createWorker } from 'virtual:heartland/worker'
import type { BroughtFile } from '../../regions/own/texts.ts'
import { mostSeconds } from '../../regions/own/budget.ts'
import type { Brought } from '../../regions/own/workbook.ts'
import type { Repair } from '../../regions/own/repair.ts'
import { clientOf } from '../../threads/page.ts'
import { Cancelled } from '../../threads/task.ts'
import type { Importing } from './importing.ts'

/** A page cannot see processor time: seconds on the clock, so many times as many, for devices that are busy or slow. */
export const patience = 3 * mostSeconds

/** Thrown where the files take longer than `patience`. */
export class ImportTooLong extends Error {}

/** Names of the questions that worker.ts answers. */
export interface ImportQuestions {
  readonly importFiles: readonly BroughtFile[]
  readonly importRepaired: { readonly brought: Brought; readonly repairs: readonly Repair[] }
}

/** Throws an ImportTooLong after too long, and Cancelled when the signal says so. */
export const importIn = async <Name extends keyof ImportQuestions>(
  name: Name,
  input: ImportQuestions[Name],
  signal: AbortSignal,
): Promise<Importing> => {
  const worker = createWorker('import')
  const { promise, reject } = Promise.withResolvers<never>()
  const clock = setTimeout(() => reject(new ImportTooLong()), patience * 1000)
  const cancel = (): void => reject(new Cancelled())
  signal.addEventListener('abort', cancel)
  try {
    return await Promise.race([clientOf(worker).ask<Importing>(name, input), promise])
  } finally {
    clearTimeout(clock)
    signal.removeEventListener('abort', cancel)
    worker.terminate()
  }
}
