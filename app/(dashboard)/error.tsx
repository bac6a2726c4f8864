'use client'

export { ErrorMessage as default } from '@/app/error-message'
