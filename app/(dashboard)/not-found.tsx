export { MissingMessage as default } from '@/app/missing-message'
