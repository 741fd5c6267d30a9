/** Declares the messages with which the HTTP interface refuses requests, by code and in both languages. */

import texts from '../../texts/api.ts'
import { messageTable } from '../../language/messages.ts'

export const apiMessages = messageTable('api', texts, {
  body: () => ({
    en: 'the body is not JSON; send an object such as {"region": "CN-LN"} with the header Content-Type: application/json',
    zh: '请求正文不是 JSON；请以 Content-Type: application/json 发送对象，如 {"region": "CN-LN"}',
  }),
})
