/** Declares the messages with which the HTTP interface refuses requests, by code and in both languages. */

import { type Both, messageTable, type Of } from '../../language/messages.ts'

export const apiMessages = messageTable('api', {
  field: ({ place, why }: { readonly place: string; readonly why: Both<string> }) => ({
    en: `${place === '' ? 'the body' : place}: ${why.en}; /v1/openapi.json describes what can be asked`,
    zh: `${place === '' ? '请求正文' : place}：${why.zh}；可用的请求见 /v1/openapi.json`,
  }),
  body: () => ({
    en: 'the body is not JSON; send an object such as {"region": "CN-LN"} with the header Content-Type: application/json',
    zh: '请求正文不是 JSON；请以 Content-Type: application/json 发送对象，如 {"region": "CN-LN"}',
  }),
  encoding: () => ({
    en: 'the body is not in UTF-8; send it in that encoding',
    zh: '请求正文不是 UTF-8 编码；请以 UTF-8 发送',
  }),
  contentType: () => ({
    en: 'the body is not marked as JSON; send it with the header Content-Type: application/json',
    zh: '请求正文未标明为 JSON；请加上请求头 Content-Type: application/json',
  }),
  large: ({ most }: Of<'most'>) => ({
    en: `the body has more than ${most} KiB; a scenario has a few, send a shorter one`,
    zh: `请求正文超过 ${most} KiB；一个情景通常只有几 KiB，请缩短`,
  }),
  request: ({ why }: Of<'why'>) => ({
    en: `the request cannot be read (${why}); /v1/docs shows what can be sent`,
    zh: `无法读取请求（${why}）；可发送的内容见 /v1/docs`,
  }),
  keyTwice: ({ key }: Of<'key'>) => ({
    en: `the body has the key '${key}' twice in one object; keep one of them`,
    zh: `请求正文的同一对象中“${key}”出现两次；请只保留一个`,
  }),
  deep: ({ most }: Of<'most'>) => ({
    en: `the body nests objects and lists more than ${most} deep, which no question needs; send a flatter one`,
    zh: `请求正文的嵌套超过 ${most} 层；任何请求均无需如此，请减少嵌套`,
  }),
  simulations: ({ name, most }: { readonly name: string; readonly most: number }) => ({
    en: `${name}: this server runs at most ${most.toLocaleString('en')} simulations for one question; ask for fewer, or run more on a machine of your own with heartland ensemble`,
    zh: `${name}：本服务器每次最多进行 ${most.toLocaleString('en')} 次模拟；请减少次数，或在自己的机器上用 heartland ensemble 运行`,
  }),
  method: ({ method, allow }: Of<'method' | 'allow'>) => ({
    en: `${method} cannot be done here; this address takes ${allow}, and /v1/docs describes them`,
    zh: `此地址不支持 ${method}，可用 ${allow}；说明见 /v1/docs`,
  }),
  otherName: () => ({
    en: 'this server answers to 127.0.0.1 and localhost only; open it under one of these, or start it with --host for other machines',
    zh: '本服务器仅响应 127.0.0.1 和 localhost；请用其中之一访问，或启动时以 --host 对其他机器开放',
  }),
  noRegion: () => ({
    en: 'region is missing; name one, such as "CN-LN" (/v1/regions lists them), or send a scenario in its place',
    zh: '缺少 region；请填写地区，如 "CN-LN"（列表见 /v1/regions），或改为发送情景（scenario）',
  }),
  twoRegions: ({ region, own }: Of<'region' | 'own'>) => ({
    en: `region is '${region}', but the scenario is of '${own}'; leave one of them out`,
    zh: `region 为“${region}”，而情景属于“${own}”；请只保留一个`,
  }),
  query: ({ known }: Of<'known'>) => ({
    en: `the address has an unknown parameter; after the ? it takes ${known}`,
    zh: `地址中的查询参数无效；? 之后可用 ${known}`,
  }),
  notFound: ({ path }: Of<'path'>) => ({
    en: `there is nothing at ${path}; /v1/docs lists what there is`,
    zh: `${path} 不存在；可用的地址见 /v1/docs`,
  }),
  token: () => ({
    en: 'this server requires a token: add the header Authorization: Bearer <token>',
    zh: '本服务器需要令牌：请加上请求头 Authorization: Bearer <令牌>',
  }),
  busy: ({ seconds }: Of<'seconds'>) => ({
    en: `too many questions are waiting; ask again in ${seconds} seconds`,
    zh: `等待处理的请求过多；请在 ${seconds} 秒后重试`,
  }),
  often: ({ seconds }: Of<'seconds'>) => ({
    en: `too many requests in a short time; ask again in ${seconds} seconds`,
    zh: `短时间内请求过多；请在 ${seconds} 秒后重试`,
  }),
  slow: ({ seconds }: Of<'seconds'>) => ({
    en: `the question took more than ${seconds} seconds and was stopped; ask for fewer simulations, or as a job with the header Prefer: respond-async`,
    zh: `计算超过 ${seconds} 秒，已停止；请减少模拟次数，或加上请求头 Prefer: respond-async 作为后台任务提交`,
  }),
  stopped: () => ({ en: 'the question was cancelled by the client', zh: '请求已取消' }),
  died: () => ({
    en: 'the calculation ended without a result, perhaps because memory ran out; ask for fewer simulations',
    zh: '计算未得到结果即中止，可能内存不足；请减少模拟次数',
  }),
  fault: () => ({
    en: 'a fault of the program, not of your request; see the log of the server',
    zh: '程序故障，与请求无关；详情见服务器日志',
  }),
  asJob: ({ name }: Of<'name'>) => ({
    en: `${name} writes files and is asked as a job: add the header Prefer: respond-async`,
    zh: `${name} 会生成文件，须作为后台任务提交：请加上请求头 Prefer: respond-async`,
  }),
  manyJobs: ({ most }: Of<'most'>) => ({
    en: `there are already ${most} unfinished jobs; wait for one, or cancel one`,
    zh: `已有 ${most} 个任务未完成；请等待或取消其中一个`,
  }),
  version: ({ version }: Of<'version'>) => ({
    en: `somebody else has changed it in the meantime: the current one is version ${version}; read it and change it`,
    zh: `此情景已被他人修改：当前为第 ${version} 版；请读取后再修改`,
  }),
  gone: () => ({ en: 'there is no such scenario, or it was deleted', zh: '没有此情景，或已被删除' }),
  needsVersion: () => ({
    en: 'the version to change is missing: add the header If-Match with the version you read, such as "3"',
    zh: '请说明修改的版本：加上请求头 If-Match，其值为所读取的版本，如 "3"',
  }),
  noStore: () => ({
    en: 'this server keeps no scenarios: start it with --store <file>',
    zh: '本服务器不保存情景：启动时请加上 --store <文件>',
  }),
  addressNeedsToken: ({ host }: Of<'host'>) => ({
    en: `--host ${host}: other machines could reach the server; put a token of at least 16 letters in the environment variable HEARTLAND_TOKEN first`,
    zh: `--host ${host}：其他机器将可访问本服务器；请先在环境变量 HEARTLAND_TOKEN 中设置至少 16 个字符的令牌`,
  }),
  addressUnusable: ({ host }: Of<'host'>) => ({
    en: `--host ${host}: this machine has no such address; name one of its own, or leave out --host to serve this machine only`,
    zh: `--host ${host}：本机没有该地址；请填写本机的地址，或去掉 --host，仅供本机使用`,
  }),
  storeUnnamed: () => ({
    en: '--store names no file, so everything would be lost when the server ends; name one, such as team.sqlite, or postgres://…',
    zh: '--store 未指定文件，服务器停止后所有内容都会丢失；请指定文件（如 team.sqlite）或 postgres://…',
  }),
  storeUnusable: ({ address, why }: Of<'address' | 'why'>) => ({
    en: `--store ${address} cannot be used: ${why}; name a file of this machine, or postgres://…`,
    zh: `--store ${address} 无法使用：${why}；请指定本机文件或 postgres://… 地址`,
  }),
})
