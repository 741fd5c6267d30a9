/** Turns the findings of a schema on a JSON file into messages. */

import type * as z from 'zod'
import type { Message } from '../language/messages.ts'
import { fieldFault } from './field-faults.ts'

/** Names of forms, for the error of a pattern in a schema. */
const forms = ['currencyForm', 'idForm', 'momentForm', 'claimIdForm', 'nameForm', 'chineseForm'] as const
export type FormName = (typeof forms)[number]

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** What stands at the place of an issue; undefined where nothing does. */
export const foundAt = (content: unknown, path: readonly PropertyKey[]): unknown => {
  let found = content
  for (const key of path) found = (found as Record<PropertyKey, unknown> | null | undefined)?.[key]
  return found
}

/** The message for an issue that zod found in `content`. */
export const issueMessage = (issue: z.core.$ZodIssue, content: unknown): Message => {
  switch (issue.code) {
    case 'invalid_type': {
      const found = foundAt(content, issue.path)
      return found === undefined
        ? fieldFault.absent({ expected: issue.expected })
        : fieldFault.type({ expected: issue.expected, found: typeOf(found) })
    }
    case 'unrecognized_keys':
      return fieldFault.unknown({ fields: issue.keys.join(', ') })
    case 'invalid_value':
      return fieldFault.value({ known: issue.values.map(String).join(', ') })
    case 'too_small': {
      if (issue.origin === 'string' || issue.origin === 'array') return fieldFault.empty()
      const least = Number(issue.minimum)
      return issue.inclusive === false ? fieldFault.aboveBound({ bound: least }) : fieldFault.small({ least })
    }
    case 'too_big': {
      const most = Number(issue.maximum)
      return issue.inclusive === false ? fieldFault.belowBound({ bound: most }) : fieldFault.large({ most })
    }
    case 'invalid_union':
      return 'discriminator' in issue && issue.discriminator !== undefined
        ? fieldFault.kindUnknown()
        : fieldFault.form()
    default: {
      const named = forms.find(form => form === issue.message)
      return named === undefined ? fieldFault.form() : fieldFault[named]()
    }
  }
}
