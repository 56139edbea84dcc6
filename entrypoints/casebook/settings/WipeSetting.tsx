import { WipeSection } from '@/components/settings/WipeSection';
import { bugEnvironment, send } from '../../pages/services';
import { useAction } from '../../pages/use-action';

/** Removes everything. */
export function WipeSetting() {
  const action = useAction();
  const wipe = () =>
    action.run(async () => {
      await send('wipeStore', {});
    });
  return (
    <WipeSection
      environment={bugEnvironment()}
      error={action.error}
      isBusy={action.isRunning}
      onWipe={wipe}
    />
  );
}
