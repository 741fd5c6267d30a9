/** Errors are shown in the reader's language, also those that another thread reported. */

import { expect, it } from 'vitest'
import { AnswerError } from '../../threads/protocol.ts'
import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { PackError } from '../../regions/problems.ts'
import { problemText } from './problem.ts'

it('shows what was reported in both languages, and other errors as they are', () => {
  const reported = new PackError('mine', [
    { file: 'mine/figures.csv', row: 3, field: 'year', message: fault.yearMissing(), fix: fix.writeYear() },
  ])
  expect(problemText(reported, 'en')).toBe(
    "region 'mine' has a problem:\nmine/figures.csv, row 3, year: the year is missing. Write the year the figure refers to, such as 2023.",
  )
  expect(problemText(reported, 'zh')).toBe(
    '地区“mine”有 1 处问题：\nmine/figures.csv，第 3 行，year：缺少年份。请写数字所属的年份，如 2023。',
  )
  const { message, messages } = reported
  const answered = new AnswerError({
    name: 'PackError',
    kinds: ['PackError'],
    message,
    messages: structuredClone(messages),
  })
  expect(problemText(answered, 'zh')).toBe(problemText(reported, 'zh'))
  expect(problemText(new Error('lost'), 'zh')).toBe('lost')
  expect(problemText('lost', 'en')).toBe('lost')
})
