import { useTexts } from '../../app/preferences';
import type { ApiProblem } from '../../api/problem';
import { Button } from '../../ui/Button';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { createTexts } from './texts';

type Properties = { problem: ApiProblem | undefined; shown: string[]; onList: () => void; onRevoked: () => void; onWithoutReport: () => void };

/** Why it was not created, and where things can be put right if that is not at a field. */
export function Refused({ problem, shown, onList, onRevoked, onWithoutReport }: Properties) {
  const text = useTexts(createTexts);
  if (problem?.code === 'QuotaExceeded.FlowLog') {
    return <Notice kind="error"><p>{text.quota} <code>{problem.code}</code></p><p>{text.quotaWay}</p><Button size="small" onClick={onList}>{text.toList}</Button></Notice>;
  }
  if (problem?.code === 'AuthorizationRequired') {
    return <Notice kind="error"><p>{text.revoked} <code>{problem.code}</code></p><Button size="small" onClick={onRevoked}>{text.toAuthorization}</Button></Notice>;
  }
  if (problem?.errors.some((error) => error.code === 'ReportAlreadyOn')) {
    return <Notice kind="warning"><p>{text.reportAlreadyOn} <code>ReportAlreadyOn</code></p><Button size="small" onClick={onWithoutReport}>{text.withoutReport}</Button></Notice>;
  }
  return <ProblemNotice problem={problem} shown={shown} />;
}
