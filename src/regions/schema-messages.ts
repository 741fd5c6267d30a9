/** Turns the findings of a schema on a JSON file into messages. */

import type * as z from 'zod'
import type { Message } from '../language/messages.ts'
import { messages as fieldFault } from '../texts/field.ts'

/** Names of forms, for the error of a pattern in a schema. */
const forms = ['currencyForm', 'idForm', 'momentForm', 'claimIdForm', 'nameForm', 'chineseForm', 'textForm'] as const
export type FormName = (typeof forms)[number]

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** The content at the place of an issue; undefined where there is none. */
export const foundAt = (content: unknown, path: readonly PropertyKey[]): unknown => {
  let found = content
  for (const key of path) found = (found as Record<PropertyKey, unknown> | null | undefined)?.[key]
  return found
}

const typeFault = (expected: string, found: unknown): Message =>
  found === undefined ? fieldFault.absent({ expected }) : fieldFault.type({ expected, found: typeOf(found) })

export const issueMessage = (issue: z.core.$ZodIssue, content: unknown): Message => {
  switch (issue.code) {
    case 'invalid_type':
      return typeFault(issue.expected, foundAt(content, issue.path))
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
      if (issue.origin === 'string') return fieldFault.long({ most })
      return issue.inclusive === false ? fieldFault.belowBound({ bound: most }) : fieldFault.large({ most })
    }
    case 'invalid_union': {
      if ('discriminator' in issue && issue.discriminator !== undefined) return fieldFault.kindUnknown()
      // Where no form is of the type that stands there, the types say more than that none fits.
      const types = issue.errors.map(form =>
        form.find(({ code, path }) => code === 'invalid_type' && path.length === 0),
      )
      const expected = types.map(one => (one?.code === 'invalid_type' ? one.expected : undefined))
      if (expected.includes(undefined) || expected.length === 0) return fieldFault.form()
      return typeFault([...new Set(expected)].join(' / '), foundAt(content, issue.path))
    }
    default: {
      const named = forms.find(form => form === issue.message)
      return named === undefined ? fieldFault.form() : fieldFault[named]()
    }
  }
}
