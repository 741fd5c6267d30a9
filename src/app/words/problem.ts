/** Text of an error, in the reader's language where it was reported in both. */

import type { Message, Language } from '../../language/messages.ts'

/** Errors from other threads carry their messages as plain data. */
export const problemText = (problem: unknown, language: Language): string => {
  if (!(problem instanceof Error)) return String(problem)
  const { messages } = problem as { readonly messages?: readonly Message[] }
  return messages === undefined ? problem.message : messages.map(({ text }) => text[language]).join('\n')
}
