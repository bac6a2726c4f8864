// What must never happen while a test runs: a console error or warning, a failed request, an uncaught error.
import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test'

export class Watch {
  readonly #found: string[] = []
  readonly #allowed: RegExp[] = []

  /** A failure that the test is about. It is matched with the line that would be reported. */
  allow(...lines: RegExp[]): void {
    this.#allowed.push(...lines)
  }

  /** Lines of everything that went wrong and was not allowed. */
  problems(): string[] {
    return this.#found.filter((line) => !this.#allowed.some((allowed) => allowed.test(line)))
  }

  on(context: BrowserContext): void {
    context.on('console', (message) => this.#heard(message))
    context.on('weberror', (error) => this.#found.push(`uncaught: ${error.error().stack ?? error.error().message}`))
    context.on('response', (response) => this.#answered(response))
    context.on('requestfailed', (request) => this.#failed(request))
  }

  #heard(message: ConsoleMessage): void {
    const kind = message.type()
    if (kind !== 'error' && kind !== 'warning') return
    // The browser's own line for an answer of 400 or more, which #answered reports with its address.
    if (message.text().startsWith('Failed to load resource: the server responded with')) return
    this.#found.push(`console ${kind}: ${message.text()} (${message.location().url})`)
  }

  #answered(response: Response): void {
    if (response.status() >= 400)
      this.#found.push(`${response.status()}: ${response.request().method()} ${response.url()}`)
  }

  /** A page that is left ends its own requests; everything else that breaks off is a failure. */
  #failed(request: Request): void {
    const reason = request.failure()?.errorText ?? 'failed'
    if (reason !== 'net::ERR_ABORTED') this.#found.push(`${reason}: ${request.method()} ${request.url()}`)
  }
}
