/** What is wrong with what was typed on the command line, by code and in both languages. */

import { type Both, messageTable, type Of } from '../language/messages.ts'

export const commandMessages = messageTable('command', {
  withoutApp: ({ command }: Of<'command'>) => ({
    en: `\`heartland ${command}\` needs the sources of the app, which this installation does not have; run it in a clone of the project`,
    zh: `heartland ${command} 需要应用的源代码，而此安装不含源代码；请在项目的克隆目录中运行`,
  }),

  formerCommand: ({ command, instead }: Of<'command' | 'instead'>) => ({
    en: `\`heartland ${command}\` is no longer part of Heartland; \`heartland ${instead} --help\` describes what serves its purpose`,
    zh: `heartland ${command} 已取消；替代命令见 heartland ${instead} --help`,
  }),

  // Files to read and to write.
  noFile: ({ file }: Of<'file'>) => ({
    en: `there is no file '${file}'; save one with \`heartland run … --save ${file}\``,
    zh: `没有文件“${file}”；可用 heartland run … --save ${file} 保存一个`,
  }),
  noInput: ({ path }: Of<'path'>) => ({
    en: `there is no file or folder '${path}'; check the path`,
    zh: `没有文件或文件夹“${path}”；请核对路径`,
  }),
  notImportable: ({ path }: Of<'path'>) => ({
    en: `'${path}' is not a workbook (.xlsx), an archive (.zip) or a folder; import one of these`,
    zh: `“${path}”不是工作簿（.xlsx）、压缩包（.zip）或文件夹；请导入其中一种`,
  }),
  fileUnusable: ({ path, reason }: { readonly path: string; readonly reason: Both<string> }) => ({
    en: `${path === '' ? 'a file' : `'${path}'`} cannot be used: ${reason.en}`,
    zh: `无法使用${path === '' ? '文件' : `“${path}”`}：${reason.zh}`,
  }),
  outputLost: ({ reason }: { readonly reason: Both<string> }) => ({
    en: `the results could not be written in full: ${reason.en}`,
    zh: `结果未能完整写出：${reason.zh}`,
  }),
  firstNotFinite: ({ name, time, first }: Of<'name' | 'time'> & { readonly first: Both<string> }) => ({
    en: `'${name}' is not a number at ${time}, because ${first.en}. Change the setting, assumption, external path or figure that leads there.`,
    zh: `“${name}”在 ${time} 不是有效数字：${first.zh}。请更改由此引起的政策、假设、外部路径或数据。`,
  }),
  noFolder: ({ folder }: Of<'folder'>) => ({
    en: `there is no folder of a region '${folder}'`,
    zh: `没有地区文件夹“${folder}”`,
  }),
  scenarioEnding: ({ option, file }: Of<'option' | 'file'>) => ({
    en: `${option} ${file}: the name of a scenario file must end in .json; write ${option} ${file}.json`,
    zh: `${option} ${file}：情景文件须以 .json 结尾，命令据此识别；请改为 ${option} ${file}.json`,
  }),
  fileExists: ({ file }: Of<'file'>) => ({
    en: `'${file}' already exists; name another file, or add --overwrite`,
    zh: `“${file}”已存在；请换一个文件名，或加上 --overwrite`,
  }),
  folderNotFile: ({ folder, file }: Of<'folder' | 'file'>) => ({
    en: `'${folder}' is a folder; name a file, such as '${file}'`,
    zh: `“${folder}”是文件夹；请给出文件名，例如“${file}”`,
  }),
  stressTitle: ({ place, scenario }: Of<'place' | 'scenario'>) => ({
    en: `${place}: stress tests, ${scenario}`,
    zh: `${place}：压力测试，${scenario}`,
  }),
  /** First row and remark of the stress tests, between bars. */
  stress: ({ years }: Of<'years'>) => ({
    en: `Baseline|Baseline: values of ${years}, with debt at the end of the year and all else as yearly mean. Tests: differences from the baseline, on top of the policy and the external conditions above.`,
    zh: `基准|基准为${years}年数值，其中债务为年末值，其余为年均值；各项测试为在上述政策和外部环境基础上与基准之差。`,
  }),
  regionNotScenario: () => ({
    en: 'a region is asked for here, such as northeast, not a scenario; `heartland run` and `heartland compare` take scenario files and links',
    zh: '此处应填地区，如 northeast，而不是情景；情景文件和链接可用于 heartland run 和 heartland compare',
  }),
  /** Head of the parts of debt over output, their sum, and a remark where a test lowers it, between bars. */
  stressDebt: ({ year }: { readonly year: number }) => ({
    en: `Debt ratio ${year} by cause, points of GDP|Total|The contingent-liabilities test lowers the ratio: total local debt already includes LGFV debt, so the part that the budget repays with bonds is not added to it and bears less interest.`,
    zh: `${year}年全口径债务比率差异的来源（百分点）|合计|或有债务测试使该比率下降：全口径债务已含城投债务，财政以债券偿还的部分不重复计入，且利息较低。`,
  }),
  conditions: ({ conditions }: Of<'conditions'>) => ({
    en: `external conditions: ${conditions}`,
    zh: `外部条件：${conditions}`,
  }),
  accountsOpen: ({ where }: Of<'where'>) => ({
    en: `the accounts do not balance (${where}): do not use these results`,
    zh: `账目不平衡（${where}）：请勿使用这些结果`,
  }),
  givenTwice: ({ option, name }: Of<'option' | 'name'>) => ({
    en: `${option} ${name} is given twice; keep one of them`,
    zh: `${option} ${name} 给出了两次；请只保留一个`,
  }),
  twoValues: ({ option, first, second }: Of<'option' | 'first' | 'second'>) => ({
    en: `${option} is given as '${first}' and as '${second}'; keep one of them`,
    zh: `${option} 既为“${first}”又为“${second}”；请只保留一个`,
  }),
  notUtf8: ({ file }: Of<'file'>) => ({
    en: `${file} is not UTF-8 text; save it in that encoding`,
    zh: `${file} 不是 UTF-8 编码的文本；请另存为 UTF-8 编码`,
  }),
  otherEnding: ({ file, format }: Of<'file' | 'format'>) => ({
    en: `--format ${format} contradicts the name '${file}'; end it in .${format}, or leave --format out`,
    zh: `--format ${format} 与文件名“${file}”不符；请以 .${format} 结尾，或省略 --format`,
  }),
  linkInFolder: ({ file }: Of<'file'>) => ({
    en: `'${file}' is a link to another place, and links are not followed; put the file itself there`,
    zh: `“${file}”是指向别处的链接，不予读取；请放入文件本身`,
  }),
  fileLarge: ({ path, megabytes, most }: Of<'path' | 'megabytes' | 'most'>) => ({
    en: `'${path}' has ${megabytes} MB; at most ${most} MB are read`,
    zh: `“${path}”为 ${megabytes} MB；最多读取 ${most} MB`,
  }),
  importSlow: ({ path, seconds }: Of<'path' | 'seconds'>) => ({
    en: `'${path}' takes more than ${seconds} seconds to read, which is the limit. Keep only the tables of the region in it`,
    zh: `“${path}”的读取超过 ${seconds} 秒，已停止。请只保留该地区的表`,
  }),
  importMemory: ({ path, megabytes }: Of<'path' | 'megabytes'>) => ({
    en: `'${path}' takes more than ${megabytes} MB of memory to read, which is the limit. Keep only the tables of the region in it`,
    zh: `“${path}”的读取超过 ${megabytes} MB 内存，已停止。请只保留该地区的表`,
  }),
  notReadable: ({ path }: Of<'path'>) => ({
    en: `you do not have permission to read '${path}'; change its permissions`,
    zh: `无权读取“${path}”；请更改其访问权限`,
  }),
  exists: ({ path }: Of<'path'>) => ({
    en: `'${path}' already exists and has not been changed: name a new or an empty folder, or remove this one first`,
    zh: `“${path}”已存在，未作改动：请换一个新文件夹或空文件夹，或先删除该文件夹`,
  }),
  mayHoldFigures: ({ path }: Of<'path'>) => ({
    en: `'${path}' already exists and may contain figures: name another file`,
    zh: `“${path}”已存在，其中可能已填有数字：请换一个文件名`,
  }),
  notWritten: ({ path, reason }: { readonly path: string; readonly reason: Both<string> }) => ({
    en: `'${path}' cannot be written: ${reason.en}; give another path`,
    zh: `无法写入“${path}”：${reason.zh}；请换一个路径`,
  }),
  noFolderFor: ({ file, folder }: Of<'file' | 'folder'>) => ({
    en: `'${file}' cannot be written: there is no folder '${folder}'; make it, or name another`,
    zh: `无法写入“${file}”：没有文件夹“${folder}”；请先建立该文件夹，或换一个路径`,
  }),
  ending: ({ option, file, endings }: Of<'option' | 'file' | 'endings'>) => ({
    en: `${option} ${file}: give a name that ends in ${endings}`,
    zh: `${option} ${file}：文件名应以 ${endings} 结尾`,
  }),
  notForScreen: ({ format, example }: Of<'format' | 'example'>) => ({
    en: `${format} cannot be shown on the screen: name a file with --out ${example}`,
    zh: `${format} 不能显示在屏幕上：请用 --out ${example} 指定文件`,
  }),
  yearlyJson: () => ({
    en: '--yearly: JSON always contains all quarters; leave the option out, or write .csv, .parquet or .xlsx',
    zh: '--yearly：JSON 包含全部季度；请去掉此选项，或改用 .csv、.parquet 或 .xlsx',
  }),
  noRegions: ({ folder, why }: Of<'folder' | 'why'>) => ({
    en: `there are no regions in '${folder}': ${why}`,
    zh: `“${folder}”中没有地区：${why}`,
  }),

  // Options that do not go together, or lack something.
  csvAndJson: () => ({ en: 'give --csv or --json, not both', zh: '--csv 与 --json 只能选一个' }),
  policyTwice: ({ file }: Of<'file'>) => ({
    en: `${file} already holds a policy; leave out --policy, or name the region instead`,
    zh: `${file} 中已有政策；请去掉 --policy，或改为填写地区`,
  }),
  otherRegion: ({ file, region, open }: Of<'file' | 'region' | 'open'>) => ({
    en: `${file}: it is a scenario of ${region}, not of ${open}; run it as it is, or write "region": "${open}"`,
    zh: `${file}：该情景属于 ${region}，而非 ${open}；请直接运行，或改写 "region": "${open}"`,
  }),
  unknownPolicy: ({
    word,
    meant,
    known,
  }: {
    readonly word: string
    readonly meant: string | undefined
    readonly known: string
  }) => ({
    en: `'${word}' is neither a package nor a scenario file; ${meant === undefined ? `the packages are ${known}` : `did you mean '${meant}'?`}`,
    zh: `“${word}”既不是方案也不是情景文件；${meant === undefined ? `方案有 ${known}` : `是否应为“${meant}”？`}`,
  }),
  nothingDiffers: () => ({
    en: 'nothing differs from the baseline: name a policy (--policy G, --set lever=value) or an assumption',
    zh: '与基准情景没有差别：请指定政策（--policy G 或 --set 政策工具=值）或假设',
  }),
  noPolicy: () => ({
    en: 'without a policy nobody gains or loses: name one (--policy G, or --set lever=value)',
    zh: '没有政策便无人受益或受损：请指定政策（--policy G 或 --set 政策工具=值）',
  }),
  moduleOfScenario: () => ({
    en: 'a module holds the equations, not a scenario: name a region, and leave out what belongs to one run (--policy, --set, --assume, --regime, --path, --outside, --variables, --yearly)',
    zh: '模块只含方程，不含情景：请填写地区，并去掉只属于单次运行的选项（--policy、--set、--assume、--regime、--path、--outside、--variables、--yearly）',
  }),
  vensimWhole: () => ({
    en: 'a Vensim file holds all equations: leave out --variables and --yearly',
    zh: 'Vensim 文件包含全部方程：请去掉 --variables 和 --yearly',
  }),
  notState: ({ name }: Of<'name'>) => ({
    en: `'${name}' is not a stock or other state, so it has no closing value; write ${name}`,
    zh: `“${name}”不是存量等状态变量，没有期末值；请写 ${name}`,
  }),
  ofWholeRegion: ({ name, area }: Of<'name' | 'area'>) => ({
    en: `'${name}' refers to the region as a whole; ${area === '' ? 'leave out --area' : `trace '${area}' for one area`}`,
    zh: `“${name}”是全区合计；${area === '' ? '请去掉 --area' : `单个地区请用“${area}”`}`,
  }),
  ofEachArea: ({ name, whole, areas }: Of<'name' | 'whole' | 'areas'>) => ({
    en: `'${name}' has a value for each area, and their simple average is not a figure for the region; ${whole === '' ? '' : `trace '${whole}', or `}name an area with --area (${areas})`,
    zh: `“${name}”在各地区分别取值，其简单平均并非全区数值；${whole === '' ? '' : `请用“${whole}”，或`}请用 --area 指定地区（${areas}）`,
  }),
  labelForm: ({ text }: Of<'text'>) => ({
    en: `--label ${text}: write dimension=label, such as group=young`,
    zh: `--label ${text}：写法为“维度=标签”，如 group=young`,
  }),
  noClaims: ({ ids, verdict }: Of<'ids' | 'verdict'>) => ({
    en: `${ids === '' ? 'no claim' : `none of ${ids}`} has the verdict '${verdict}'; leave out --verdict to see all`,
    zh: `${ids}${ids === '' ? '没有' : ' 中没有'}结论为 ${verdict} 的论断；去掉 --verdict 可查看全部`,
  }),
  notCalibrated: ({ region, set }: Of<'region' | 'set'>) => ({
    en: `${region} has no parameters '${set}'; make them with 'heartland calibrate ${region} --set ${set}'`,
    zh: `${region} 没有参数组“${set}”；请用 heartland calibrate ${region} --set ${set} 生成`,
  }),
  fitUnknown: ({ region, set, names }: Of<'region' | 'set' | 'names'>) => ({
    en: `the parameters '${set}' of ${region} belong to an earlier version of the model: it no longer has ${names}; fit them again with 'heartland calibrate ${region} --set ${set}'`,
    zh: `${region} 的参数组“${set}”属于较早版本的模型，现有模型已没有 ${names}；请用 heartland calibrate ${region} --set ${set} 重新拟合`,
  }),

  // Ensembles and sensitivity.
  wholeNumber: ({ option, text, least, most }: Of<'option' | 'text' | 'least' | 'most'>) => ({
    en: `${option} ${text}: give a whole number from ${least} to ${most}${String(most).length > 6 ? ', such as 10000 or 1e6' : ''}`,
    zh: `${option} ${text}：请给出 ${least} 至 ${most} 之间的整数${String(most).length > 6 ? '，如 10000 或 1e6' : ''}`,
  }),
  oneSimulation: ({ option }: Of<'option'>) => ({
    en: `${option} 1: a single simulation has no band; give 0 for no bands, or 2 or more`,
    zh: `${option} 1：单次模拟没有区间；不需要区间请填 0，否则请填 2 或以上`,
  }),
  emptyRange: ({ from, to }: Of<'from' | 'to'>) => ({
    en: `--from ${from} --to ${to}: this range is empty; --to is one more than the last member`,
    zh: `--from ${from} --to ${to}：其中没有任何一次模拟；--to 应比最后一次大 1`,
  }),
  untilForm: ({ text }: Of<'text'>) => ({
    en: `--until ${text}: give the error of the bands relative to their width, such as 1% or 0.01`,
    zh: `--until ${text}：请给出区间误差与区间宽度之比，如 1% 或 0.01`,
  }),
  mostTraces: ({ text, most }: Of<'text' | 'most'>) => ({
    en: `--traces ${text}: ${most} members at most are kept quarter by quarter; give fewer`,
    zh: `--traces ${text}：逐季保存的模拟最多 ${most} 次；请减少`,
  }),
  precision: ({ text }: Of<'text'>) => ({
    en: `--precision ${text}: give 32 or 64`,
    zh: `--precision ${text}：请填 32 或 64`,
  }),
  wholeHypercube: () => ({
    en: 'a Latin hypercube is only balanced when complete, so a stopping rule cannot be used; choose --design sobol or monteCarlo',
    zh: '拉丁超立方只有整体才均匀，不能按停止规则提前结束；请用 --design sobol 或 monteCarlo',
  }),
  powerOfTwo: ({ text, near }: Of<'text' | 'near'>) => ({
    en: `--base ${text}: give a power of 2, such as ${near}`,
    zh: `--base ${text}：请填 2 的幂，如 ${near}`,
  }),

  // The app and its reports.
  noPlaywright: () => ({
    en: 'playwright-core is not installed: run `npm start` once, or print from the app (Share, Report)',
    zh: '未安装 playwright-core：请先运行一次 npm start，或在应用中打印（分享、报告）',
  }),
  noChromium: () => ({
    en: 'no Chromium is installed: on Debian, `apt-get install chromium`; elsewhere put the path of Chrome or Chromium into CHROMIUM',
    zh: '未安装 Chromium：Debian 可用 apt-get install chromium；其他系统请将 Chrome 或 Chromium 的路径写入 CHROMIUM',
  }),
  notInApp: ({ region }: Of<'region'>) => ({
    en: `${region} does not come with the app: import it there under Data, and print it with Share, Report`,
    zh: `${region} 不是应用自带的地区：请在应用的“数据”中导入，再用“分享”“报告”打印`,
  }),
  portForbidden: ({ port }: Of<'port'>) => ({
    en: `port ${port} cannot be used: you do not have permission; give another --port, or 0 for a free one`,
    zh: `端口 ${port} 不能使用：当前用户无权占用；请换一个 --port，或填 0 以自动选择`,
  }),
  portTaken: ({ port }: Of<'port'>) => ({
    en: `port ${port} cannot be used: another program is using it; give another --port, or 0 for a free one`,
    zh: `端口 ${port} 不能使用：已被其他程序占用；请换一个 --port，或填 0 以自动选择`,
  }),
})
