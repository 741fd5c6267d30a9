/** The texts of Share: links, files of charts and results, the report and the embedded chart. */

import texts from '../../texts/app/share.ts'
import { dictionary } from './language.ts'

const several = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

export const shareWords = dictionary(texts, {
  damaged: {
    en: (faults: string, read: string, usable: boolean) =>
      `${faults} ${read}. Nothing was opened, and your own scenario has not been changed. ${usable ? 'Open what could be read without these parts, correct them in the address, or ask for the link again and copy all of it.' : 'Correct the address, or ask for the link again and copy all of it.'}`,
    zh: (faults: string, read: string, usable: boolean) =>
      `${faults}${read}。链接未打开，您原有的情景未受影响。${usable ? '可打开已读出的部分（上述各处不予采用），也可在地址中改正，或重新索取链接并完整复制。' : '请在地址中改正，或重新索取链接并完整复制。'}`,
  },
  changedTitle: {
    en: (changed: readonly string[]) =>
      changed.length === 2
        ? 'The model and the data have changed since this link was created'
        : changed[0] === 'data'
          ? 'The data have changed since this link was created'
          : 'The model has changed since this link was created',
    zh: (changed: readonly string[]) =>
      changed.length === 2
        ? '链接生成后，模型和数据已有变动'
        : changed[0] === 'data'
          ? '链接生成后，数据已有变动'
          : '链接生成后，模型已有变动',
  },

  linkHolds: {
    en: (levers: number, assumptions: number, paths: number, overlays: number) =>
      `The link contains the model, the data, the random seed, ${several(levers, 'lever')}, ${several(assumptions, 'assumption')}${paths === 0 ? '' : `, ${several(paths, 'external path')}`}${overlays === 0 ? '' : ` and ${several(overlays, 'scenario')} for comparison`}. It opens with identical results.`,
    zh: (levers: number, assumptions: number, paths: number, overlays: number) =>
      `链接包含模型、数据、随机种子、${levers}项政策、${assumptions}项假设${paths === 0 ? '' : `、${paths}项外部条件`}${overlays === 0 ? '' : `和${overlays}个对比情景`}，打开后结果完全一致。`,
  },
})
