/** The problems of a field of a JSON file, by code and in both languages. */

import { messageTable, type Of } from '../language/messages.ts'

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
  textForm: () => ({ en: 'may not hold control characters', zh: '不能含有控制字符' }),
  chineseForm: () => ({ en: 'must be in Chinese', zh: '应为中文' }),
  kindUnknown: () => ({ en: 'the kind is missing or unknown', zh: '类别（kind）缺失或未知' }),
})
