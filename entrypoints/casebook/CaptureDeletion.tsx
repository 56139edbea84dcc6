import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeHref } from '@/components/casebook/route';
import { DeletionForm } from '@/components/deletion/DeletionForm';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import type { Capture } from '@/utils/domain/capture';
import { settings } from '@/utils/platform/settings';
import { bugEnvironment, send } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useSetting } from '../pages/use-setting';

/** The button that deletes a capture, and what it asks first; then its case is shown. */
export function CaptureDeletion({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const [operative] = useSetting(settings.operative);
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction();
  const remove = (reason: string, by: string) =>
    action.run(async () => {
      await send('deleteCapture', { captureId: capture.id, reason, by });
      location.replace(routeHref({ view: 'case', id: capture.caseId }));
    });
  if (!isAsking) {
    return (
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} aria-hidden />}
          data-testid="delete-capture"
          onClick={() => setIsAsking(true)}
        >
          {t('deletion.button')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {action.error && <ErrorNotice error={action.error} environment={bugEnvironment()} />}
      {operative && (
        <DeletionForm
          by={operative.name}
          isBusy={action.isRunning}
          onDelete={remove}
          onCancel={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
