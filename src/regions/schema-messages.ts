/** What a schema finds wrong with a JSON file, as messages: forms that have a name of their own are named in the schema. */

import type * as z from 'zod'
import { messageTable, type Message, type Of } from '../language/messages.ts'

export const fieldFault = messageTable('field', {
  absent: ({ expected }: Of<'expected'>) => ({
    en: `the field is missing; its type is ${expected}`,
    zh: `缺少此项，类型应为 ${expected}`,
  }),
  type: ({ expected, found }: Of<'expected' | 'found'>) => ({
    en: `expected ${expected}, found ${found}`,
    zh: `类型应为 ${expected}，现为 ${found}`,
  }),
  unknown: ({ fields }: Of<'fields'>) => ({ en: `unknown field ${fields}`, zh: `未知的项目 ${fields}` }),
  value: ({ known }: Of<'known'>) => ({ en: `the value must be one of ${known}`, zh: `取值应为 ${known} 之一` }),
  small: ({ least }: Of<'least'>) => ({ en: `must be at least ${least}`, zh: `不得小于 ${least}` }),
  aboveBound: ({ bound }: Of<'bound'>) => ({ en: `must be greater than ${bound}`, zh: `应大于 ${bound}` }),
  large: ({ most }: Of<'most'>) => ({ en: `must be at most ${most}`, zh: `不得大于 ${most}` }),
  belowBound: ({ bound }: Of<'bound'>) => ({ en: `must be less than ${bound}`, zh: `应小于 ${bound}` }),
  empty: () => ({ en: 'must not be empty', zh: '不能为空' }),
  form: () => ({ en: 'none of the forms allowed here fits', zh: '与允许的任何一种形式都不符' }),
  currencyForm: () => ({ en: 'must be three capital letters, such as CNY', zh: '应为三个大写字母，如 CNY' }),
  idForm: () => ({ en: 'may hold letters, digits and hyphens only', zh: '只能由字母、数字和连字符组成' }),
  momentForm: () => ({ en: 'must be the first of a month, such as 2020-11-01', zh: '应为某月 1 日，如 2020-11-01' }),
  claimIdForm: () => ({ en: 'must be K and a number, such as K12', zh: '应为字母 K 加数字，如 K12' }),
  nameForm: () => ({
    en: 'must be a name in camelCase, such as housePrice',
    zh: '应为小写字母开头的驼峰式名称，如 housePrice',
  }),
  kindUnknown: () => ({ en: 'the kind is missing or unknown', zh: '类别（kind）缺失或未知' }),
})

/** Names of forms, for the error of a pattern in a schema. */
const forms = ['currencyForm', 'idForm', 'momentForm', 'claimIdForm', 'nameForm'] as const
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
