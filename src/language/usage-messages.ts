/** Messages on words and numbers that are not valid, by code and in both languages. */

import texts from '../texts/usage.ts'
import { type Both, messageTable } from './messages.ts'

/** Kinds of words that people write. */
const kinds = {
  benchmarks: { en: 'set of benchmarks', zh: '基准界限' },
  area: { en: 'area', zh: '地区' },
  baseline: { en: 'baseline of external conditions', zh: '外部条件基准' },
  cell: { en: 'cell of the accounts', zh: '账表单元格' },
  claim: { en: 'claim', zh: '论断' },
  design: { en: 'design', zh: '抽样设计' },
  dimension: { en: 'dimension', zh: '维度' },
  financing: { en: 'way of financing', zh: '筹资方式' },
  format: { en: 'format', zh: '格式' },
  horizon: { en: 'horizon', zh: '预测年限' },
  label: { en: 'label', zh: '标签' },
  language: { en: 'language', zh: '语言' },
  lever: { en: 'lever', zh: '政策工具' },
  list: { en: 'list', zh: '列表' },
  matrix: { en: 'matrix', zh: '核算表' },
  method: { en: 'method', zh: '方法' },
  option: { en: 'option', zh: '选项' },
  outcome: { en: 'outcome', zh: '结果指标' },
  parameter: { en: 'parameter', zh: '参数' },
  part: { en: 'part', zh: '部分' },
  path: { en: 'external path', zh: '外部条件路径' },
  package: { en: 'package', zh: '方案' },
  measure: { en: 'measure of a criterion', zh: '达标指标' },
  regime: { en: 'regime of transfers', zh: '转移支付情形' },
  question: { en: 'question', zh: '问题' },
  region: { en: 'region', zh: '地区' },
  series: { en: 'series', zh: '序列' },
  set: { en: 'set of parameters', zh: '参数组' },
  source: { en: 'source', zh: '来源' },
  variable: { en: 'variable', zh: '变量' },
  verdict: { en: 'verdict', zh: '结论' },
  view: { en: 'view', zh: '视图' },
} satisfies Record<string, Both<string>>

export type WordKind = keyof typeof kinds

interface Unknown {
  readonly kind: WordKind
  readonly word: string
  /** The name to which the word belongs, such as the variable of a label. */
  readonly of: string
  /** The probable correction; without one, the message says where to look. */
  readonly meant: string | undefined
  readonly known: string
  readonly command: string
}

export const usage = messageTable('usage', texts, {
  unknown: ({ kind, word, of, meant, known, command }: Unknown) => {
    const what = kinds[kind] ?? kinds.variable
    return {
      en: `unknown ${what.en}${of === '' ? '' : ` of ${of}`} '${word}'; ${
        meant !== undefined
          ? `did you mean '${meant}'?`
          : command !== ''
            ? `\`${command}\` lists them`
            : `available: ${known || 'none'}`
      }`,
      zh: `未知的${what.zh}“${word}”${of === '' ? '' : `（${of}）`}；${
        meant !== undefined
          ? `是否应为“${meant}”？`
          : command !== ''
            ? `用 ${command} 查看全部`
            : `可用 ${known || '无'}`
      }`,
    }
  },
})
