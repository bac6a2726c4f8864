/** What tells a file with the chart library in it: a class name that it writes into the page. */
const CHARTS = 'recharts-'

/** The server leaves what is smaller as it is. */
const WORTH_COMPRESSING = 1_500

/** The scripts that a page asked for, in the order of their requests. */
export class Scripts {
  /** @type {Map<string, { url: string, chart: boolean, encoded: boolean, bytes: number }>} */
  #files = new Map()
  /** @type {Promise<void>[]} */
  #readings = []

  /** @param {import('@playwright/test').Page} page */
  static async watch(page) {
    const scripts = new Scripts()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    session.on('Network.responseReceived', ({ requestId, response }) => {
      const file = scripts.#files.get(requestId)
      const encoding = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1]
      if (file) file.encoded = /^(gzip|br|zstd)$/.test(encoding ?? '')
    })
    session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      if (type === 'Script' || /\.js(\?|$)/.test(request.url))
        scripts.#files.set(requestId, { url: request.url, chart: false, encoded: false, bytes: 0 })
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const file = scripts.#files.get(requestId)
      if (!file) return
      file.bytes = encodedDataLength
      const reading = session.send('Network.getResponseBody', { requestId }).then(({ body }) => {
        file.chart = body.includes(CHARTS)
      })
      scripts.#readings.push(reading.catch(() => {}))
    })
    return scripts
  }

  /** The bytes that crossed the wire: of everything asked for before the first file of charts, and in all. */
  async weigh() {
    await Promise.all(this.#readings)
    const files = [...this.#files.values()]
    const firstChart = files.findIndex(({ chart }) => chart)
    /** @param {typeof files} some */
    const total = (some) => some.reduce((sum, { bytes }) => sum + bytes, 0)
    return {
      beforeCharts: total(firstChart < 0 ? files : files.slice(0, firstChart)),
      inAll: total(files),
      files: files.length,
      uncompressed: files
        .filter(({ encoded, bytes }) => !encoded && bytes > WORTH_COMPRESSING)
        .map(({ url }) => new URL(url).pathname),
    }
  }
}
