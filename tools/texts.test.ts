/** Tests that what a translator may get wrong in a table of texts is refused, and what its texts are made into. */

import { stripTypeScriptTypes } from 'node:module'
import { describe, expect, it } from 'vitest'
import { bothTexts } from '../src/language/messages.ts'
import { textModule } from './texts.ts'

const head = 'key,values,en,zh,note'

const made = async (path: string, rows: string): Promise<{ readonly en: never; readonly zh: never }> => {
  // Messages are made by a module beside, which a module in an address cannot reach.
  const texts = textModule(path, `${head}\n${rows}\n`).replaceAll(/^.*messageTable.*$/gm, '')
  const code = stripTypeScriptTypes(texts)
  const { default: tables } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { default: never }
  return tables
}

describe('a table of texts', () => {
  it.each([
    ['a,most,over {most},超过 {mots},', '{mots} is not among the values'],
    ['a,most,over {mots},超过 {most},', '{mots} is not among the values'],
    ['a,most,over some,超过 {most},', 'the English text does not use {most}'],
    ['a,most,over {most},超过,', 'the Chinese text does not use {most}'],
    ['a,most:nubmer,over {most},超过 {most},', "the unknown type 'nubmer'"],
    ['a,,over,,', 'the text is missing in Chinese'],
    ['a,,,超过,', 'the text is missing in English'],
    ['a,,over 很多,超过,', 'the English text has Chinese characters'],
    ['a,,over,"超过,很多",', 'has the half-width mark ‘,’'],
    ['a,,over, and more,超过,', 'has 6 cells, not 5'],
    ['a,,over,超过,\na,,under,低于,', 'the key stands twice'],
    ['a,most,over {most,超过 {most},', 'a brace is not closed in ‘over {most’'],
    ['a,most,over most},超过 {most},', 'a brace is closed that was not opened'],
    ['a,n,"{n, plural, one {one}}",{n},', "the form 'other {…}' is missing"],
    ['a,n,"{n, ordinal}",{n},', '{n, ordinal} is neither'],
    ['a,,over,\ufffd\ufffd,', 'not UTF-8'],
  ])('is refused: %s', (rows, fault) => {
    expect(() => textModule('x.csv', `${head}\n${rows}\n`)).toThrow(fault)
  })

  it('is refused with all its faults, each with the table and the row', () => {
    expect(() => textModule('x.csv', `${head}\nfirst,,a,,\nsecond,,,乙,\n`)).toThrow(
      'texts/x.csv: first: the text is missing in Chinese\ntexts/x.csv: second: the text is missing in English',
    )
    expect(() => textModule('x.csv', 'key;values;en;zh;note\n')).toThrow('the columns are key;values;en;zh;note')
  })

  it('may come from a spreadsheet, with its mark of UTF-8 and its ends of lines', () => {
    expect(textModule('x.csv', `\ufeff${head}\r\na,,over,超过,\r\n`)).toBe(
      textModule('x.csv', `${head}\na,,over,超过,\n`),
    )
  })

  it('gives functions of values by name, both languages at once', async () => {
    const rows = [
      'plain,,`$x` \\n,反斜杠 \\n,',
      'few,name:both n:number all:number more:list,' +
        '"{name}: {n, plural, one {one} other {{n} of {all, number}}}{more, select, none {} other {, {more}}}",' +
        '"{name}：{all, number}之{n}{more, select, none {} other {，{more}}}",',
    ]
    const say = bothTexts(await made('x.csv', rows.join('\n'))) as unknown as {
      readonly plain: object
      readonly few: (values: object) => object
    }
    expect(say.plain).toEqual({ en: '`$x` \\n', zh: '反斜杠 \\n' })
    const values = { name: { en: 'debt', zh: '债务' }, n: 1, all: 2000, more: [] }
    expect(say.few(values)).toEqual({ en: 'debt: one', zh: '债务：2,000之1' })
    expect(say.few({ ...values, n: 3, more: ['a', 'b'] })).toEqual({
      en: 'debt: 3 of 2,000, a, b',
      zh: '债务：2,000之3，a、b',
    })
  })

  it('gives the app functions of values in their order, groups by points and lists by numbers', async () => {
    const rows = [
      'over,name:string mine:boolean,"{name}, {mine, select, yes {mine} other {standard}}","{name}，{mine, select, yes {自定} other {标准}}",',
      'schemes.dark,,Dark,深色,',
      'schemes.light,,Light,浅色,',
      'keys.0.0,,/,／,',
      'keys.0.1,,search,查找,',
    ]
    const { zh } = await made('app/x.csv', rows.join('\n'))
    const words = zh as { over: (name: string, mine: boolean) => string; schemes: object; keys: object }
    expect(words.over('H', true)).toBe('H，自定')
    expect(words.over('H', false)).toBe('H，标准')
    expect(words.schemes).toEqual({ dark: '深色', light: '浅色' })
    expect(words.keys).toEqual([['／', '查找']])
  })
})
