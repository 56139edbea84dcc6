import { useEffect, useState } from 'react';
import { WipeSection } from '@/components/settings/WipeSection';
import { tellWiped } from '@/utils/platform/wiped';
import { bugEnvironment, send } from '../../pages/services';
import { useAction } from '../../pages/use-action';

/** Removes everything, and then what this page remembers of it: the page is loaded anew, and says what was done. */
export function WipeSetting() {
  const action = useAction();
  const [isDone, setIsDone] = useState(false);
  useEffect(() => {
    if (!history.state?.isWiped) return;
    history.replaceState(null, '');
    setIsDone(true);
  }, []);
  const wipe = () =>
    action.run(async () => {
      await send('wipeStore', {});
      tellWiped();
      history.replaceState({ isWiped: true }, '');
      location.reload();
    });
  return (
    <WipeSection
      environment={bugEnvironment()}
      error={action.error}
      isBusy={action.isRunning}
      isDone={isDone}
      onWipe={wipe}
    />
  );
}
