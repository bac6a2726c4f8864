import { MissingMessage } from '@/app/missing-message'

export default function NotFound() {
  return (
    <main id="content">
      <MissingMessage />
    </main>
  )
}
