/** Declares the messages of capsules and of comparisons of versions, by code and in both languages. */

import texts from '../../texts/version.ts'
import { messageTable, type Of } from '../../language/messages.ts'

export const versionMessages = messageTable('version', texts, {
  today: ({
    model,
    data,
    isModel,
    isData,
  }: Of<'model' | 'data'> & { readonly isModel: boolean; readonly isData: boolean }) => ({
    en: `It was written with model ${model} and data ${data}; this program has ${isModel && isData ? 'the same model and data' : isModel ? 'the same model and other data' : isData ? 'another model and the same data' : 'another model and other data'}.`,
    zh: `生成时的模型为 ${model}，数据为 ${data}；本程序的${isModel && isData ? '模型与数据均相同' : isModel ? '模型相同，数据不同' : isData ? '模型不同，数据相同' : '模型与数据均不同'}。`,
  }),
})
