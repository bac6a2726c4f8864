import { Agent, request } from 'node:http'

/** Connections that are kept, one for each user who is waiting. */
const agent = new Agent({ keepAlive: true, maxSockets: 500 })

interface Sent {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

export interface Received {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** A request by the plainest client there is, so that the machine's time goes to the server. */
export function send(address: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Received> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const sent = request(address, { agent, method, headers: { ...headers, ...length } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(pieces).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
