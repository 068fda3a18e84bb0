import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../../api/problem';
import { useTexts } from '../../app/preferences';
import { useApi } from '../../app/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { CheckField, RadioField } from '../../ui/Field';
import { useFormat } from '../../ui/format';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Facts } from '../../ui/Page';
import { kitTexts } from '../../ui/texts';
import { useTask } from '../../ui/asked';
import type { Span } from '../types';
import { download, fileName, readCompleteness } from './download';
import { chosenFile, memory } from './sinks';
import { exportTexts } from './texts';

type Properties = { store: string; name: string; search: string; hasSql: boolean; span: Span; onClose: () => void };

type Progress = { bytes: number; completeness: Record<string, number>; file: string; end: 'running' | 'done' | 'cancelled' };

/** Sends the records of a range to a file while they come. */
export function ExportDialog({ store, name, search, hasSql, span, onClose }: Properties) {
  const text = useTexts(exportTexts);
  const kit = useTexts(kitTexts);
  const format = useFormat();
  const api = useApi();
  const [kind, setKind] = useState('ndjson');
  const [gzip, setGzip] = useState(true);
  const [progress, setProgress] = useState<Progress>();
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);
  const task = useTask(async () => {
    let file = `${name}.${kind}${gzip ? '.gz' : ''}`;
    const chosen = await chosenFile(file);
    if (chosen === null) return;
    const controller = (abort.current = new AbortController());
    setProgress(undefined);
    try {
      const response = await api.send('GET', `${store}/export`, { query: { ...span, query: search, format: kind, compress: gzip ? 'gzip' : 'none' }, accept: '*/*', signal: controller.signal });
      if (chosen === undefined) file = fileName(response.headers.get('Content-Disposition'), file);
      const completeness = readCompleteness(response.headers.get('X-Completeness'));
      const follow = (bytes: number, end: Progress['end'] = 'running') => setProgress({ bytes, completeness, file, end });
      let received = 0;
      follow(0);
      await download(response, chosen ?? memory(() => file), (bytes) => follow((received = bytes)));
      follow(received, 'done');
    } catch (problem) {
      await chosen?.discard().catch(() => undefined);
      if (controller.signal.aborted) return setProgress((before) => before && { ...before, end: 'cancelled' });
      setProgress(undefined);
      throw problem instanceof ApiProblem ? problem : new ApiProblem(0, 'ExportBroken', text.broken);
    }
  });
  const missing = progress ? ['skipped', 'late', 'lost'].reduce((sum, state) => sum + (progress.completeness[state] ?? 0), 0) : 0;
  const share = progress?.completeness['share'];
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      footer={
        <>
          {task.busy ? <Button onClick={() => abort.current?.abort()}>{text.cancel}</Button> : <Button onClick={onClose}>{kit.close}</Button>}
          <Button kind="primary" busy={task.busy} onClick={() => void task.run()}>{text.start}</Button>
        </>
      }
    >
      <p>{text.what}</p>
      <Facts facts={[[text.range, `${format.time(span.from)} – ${format.time(span.to)}`], [text.query, search === '' ? text.everything : <code key="q">{search}</code>]]} />
      {hasSql && <p class="hint">{text.sqlLeft}</p>}
      <RadioField label={text.format} value={kind} onChange={setKind} choices={[{ value: 'ndjson', text: text.ndjson, disabled: task.busy }, { value: 'csv', text: text.csv, disabled: task.busy }]} />
      <CheckField label={text.gzip} value={gzip} onChange={setGzip} disabled={task.busy} />
      {!('showSaveFilePicker' in window) && <p class="hint">{text.memory}</p>}
      <ProblemNotice problem={task.problem} />
      {progress && (
        <Notice kind={progress.end === 'done' ? (missing > 0 ? 'warning' : 'good') : progress.end === 'cancelled' ? 'warning' : 'info'}>
          <p>{progress.end === 'done' ? text.done(format.bytes(progress.bytes), progress.file) : progress.end === 'cancelled' ? text.cancelled : text.bytes(format.bytes(progress.bytes))}</p>
          {share !== undefined && <p>{text.complete(format.percent(share))} {missing > 0 && text.missing(format.count(missing))}</p>}
        </Notice>
      )}
    </Dialog>
  );
}
