import { Button } from '@fluentui/react-components'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { PrivatePart } from '#renderer/parts/private.tsx'
import { useUi } from '#renderer/state/page-context.tsx'
import { ChangesScreen } from './changes-screen.tsx'
import { CustomerQuestion } from './customer-question.tsx'
import { MappingScreen } from './mapping-screen.tsx'

/** Where a file stands on its way in: a question the program cannot answer, or what the file would change. */
export function PreviewScreen(props: { readonly onImport: () => void }) {
  return (
    <PrivatePart customerId={null}>
      <Preview {...props} />
    </PrivatePart>
  )
}

function Preview({ onImport }: { readonly onImport: () => void }) {
  const { t } = useTranslation()
  const reply = useUi((state) => state.importReply)
  switch (reply?.step) {
    case 'changes':
      return <ChangesScreen key={reply.previewId} reply={reply} onImport={onImport} />
    case 'mapping':
      return <MappingScreen key={JSON.stringify([reply.sourceId, reply.header])} reply={reply} />
    case 'customer':
      return <CustomerQuestion reply={reply} />
    case undefined:
      return (
        <EmptyState
          icon={<ArrowImportRegular />}
          title={t('imports.empty')}
          hint={t('imports.emptyHint')}
          action={
            <Button appearance="primary" onClick={onImport}>
              {t('imports.choose')}
            </Button>
          }
        />
      )
  }
}
