import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiProblem } from '../api/problem';
import { Loading, ProblemNotice } from '../ui/Notice';
import type { PageProperties } from './page';

/** A page whose script is loaded when it is first shown. */
export function Later(load: () => Promise<{ default: ComponentType<PageProperties> }>): ComponentType<PageProperties> {
  let page: ComponentType<PageProperties> | undefined;
  return function Page(properties: PageProperties) {
    const [, setLoaded] = useState(page !== undefined);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (page !== undefined) return;
      load().then(
        (module) => {
          page = module.default;
          setLoaded(true);
        },
        () => setFailed(true),
      );
    }, []);
    if (page !== undefined) {
      const Shown = page;
      return <Shown {...properties} />;
    }
    return failed ? <ProblemNotice problem={new ApiProblem(0, 'Unreachable', '')} retry={() => location.reload()} /> : <Loading />;
  };
}
