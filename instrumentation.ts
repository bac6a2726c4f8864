const HOUR_MS = 3_600_000

/** Runs once when a server starts: no start without its settings, then the hourly clean-up and the clocks of series, prices and rates. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { requireEnv } = await import('@/lib/env')
  requireEnv()
  const { removeExpiredDemos } = await import('@/lib/flows/remove-expired-demos')
  const cleanUp = () =>
    removeExpiredDemos().catch((error: unknown) => {
      // Nobody waits for it, and the next hour tries again.
      console.error('The hourly clean-up failed:', error)
    })
  setInterval(cleanUp, HOUR_MS).unref()
  void cleanUp()
  const { startSeriesSchedule } = await import('@/lib/flows/series-schedule')
  void startSeriesSchedule().catch(() => console.error('The clock of the series did not start.'))
  const { startPriceSchedule } = await import('@/lib/flows/price-schedule')
  void startPriceSchedule().catch(() => console.error('The clock of the prices did not start.'))
  const { startRateSchedule } = await import('@/lib/flows/rate-schedule')
  void startRateSchedule().catch(() => console.error('The clock of the exchange rates did not start.'))
}
