/** The texts about what of a link or of the stored state could not be used. */

import { dictionary } from './language.ts'

export const setAsideWords = dictionary({
  title: { en: 'Part of a scenario could not be used', zh: '情景中有内容未能采用' },
  text: {
    en: 'A link, or what this browser had stored, contains the following errors. What could not be used has been set aside: save it as a file or discard it.',
    zh: '链接或此浏览器存储的内容存在以下问题。未能采用的部分已另行保留，可存为文件或予以删除。',
  },
  more: {
    en: (count: number) => `and ${count} more; the file lists them all`,
    zh: (count: number) => `另有${count}项，详见文件`,
  },
  save: { en: 'Save as file', zh: '存为文件' },
  discard: { en: 'Discard', zh: '删除' },
  unreadable: {
    en: 'The state stored in this browser could not be read.',
    zh: '此浏览器存储的状态无法读取。',
  },
  damaged: {
    en: (place: string) => `The state stored in this browser is damaged at '${place}'.`,
    zh: (place: string) => `此浏览器存储的状态在“${place}”处已损坏。`,
  },
  region: {
    en: (id: string) =>
      `The region ${id} of the stored scenario is not in this browser. Import it under Data, then open the scenario again.`,
    zh: (id: string) => `此浏览器中没有所存情景的地区${id}。请在“数据”中导入该地区后再打开情景。`,
  },
  uncertainty: {
    en: 'The app does not use the correlations, truncations and distributions that a link sets. Open the link on the command line to include them.',
    zh: '网页不采用链接中设定的相关系数、截断和分布。如需采用，请在命令行中打开链接。',
  },
  failedTitle: { en: 'The page could not be shown', zh: '页面无法显示' },
  failed: {
    en: (why: string) =>
      `${why} The cause may be the scenario that this browser has stored. You can start without it: it is set aside and not lost.`,
    zh: (why: string) => `${why} 原因可能是此浏览器存储的情景。可不载入该情景重新开始；原情景将另行保留，不会丢失。`,
  },
  stopped: { en: 'The page could not be shown with this scenario.', zh: '载入后页面无法显示。' },
  startAgain: { en: 'Start without the stored scenario', zh: '不载入所存情景，重新开始' },
})
