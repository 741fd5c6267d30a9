/** Errors that are reported to a person in both languages; all others are faults of the program. */

import type { Message } from './messages.ts'

/** What went wrong, by code: what, where, why and what to do. The text of the error itself is the English one. */
export class ReportedError extends Error {
  readonly messages: readonly Message[]

  constructor(...messages: readonly Message[]) {
    super(messages.map(({ text }) => text.en).join('\n'))
    this.messages = messages
  }
}

/** A wrong word, value or file of the person who asked; no fault of the model, of the data or of the program. */
export class UsageError extends ReportedError {}
