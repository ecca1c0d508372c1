import { Button } from '@fluentui/react-components'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import { Component } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import type { Client } from '#renderer/state/client.ts'
import { reportFailure } from './stray-failures.ts'

type CrashBoundaryProps = { readonly client: Client; readonly children: ReactNode }

/** Keeps the frame standing when a screen fails: reports it, shows the reference, offers to try again. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly reference: string | null }> {
  override state = { reference: null }

  static getDerivedStateFromError() {
    return { reference: '' }
  }

  override componentDidCatch(error: unknown): void {
    void reportFailure(this.props.client, error).then((reference) => this.setState({ reference }))
  }

  override render(): ReactNode {
    const { reference } = this.state
    return reference === null ? (
      this.props.children
    ) : (
      <Crashed reference={reference} onRetry={() => this.setState({ reference: null })} />
    )
  }
}

function Crashed({ reference, onRetry }: { readonly reference: string; readonly onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<ErrorCircleRegular />}
      title={t('problems.title')}
      hint={[t('problems.crashed'), reference === '' ? '' : t('problems.reference', { reference })].join(
        t('common.sentenceGap'),
      )}
      action={
        <Button appearance="primary" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      }
    />
  )
}
