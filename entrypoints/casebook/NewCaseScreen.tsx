import { routeHref } from '@/components/casebook/route';
import { NewCase } from '@/components/casefile/NewCase';
import { bugEnvironment } from '../pages/services';
import { useCaseCreation } from '../pages/use-case-creation';

/** The form of a new case; once saved, the case is shown. */
export function NewCaseScreen() {
  const { blank, isRunning, error, create } = useCaseCreation((id) => {
    location.hash = routeHref({ view: 'case', id });
  });
  if (!blank) return null;
  return (
    <NewCase
      initial={blank}
      saving={isRunning}
      error={error}
      environment={bugEnvironment()}
      onSave={create}
      onCancel={() => history.back()}
    />
  );
}
