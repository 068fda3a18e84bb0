import { useState } from 'preact/hooks';
import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { useAsked, useRefresh, useTask } from '../ui/asked';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { useFormat } from '../ui/format';
import { Loaded } from '../ui/Loaded';
import { Empty } from '../ui/Notice';
import { Section } from '../ui/Page';
import { Table } from '../ui/Table';
import { kitTexts } from '../ui/texts';
import type { CaptureFile } from './capture';
import { CaptureStatus } from './CaptureStatus';
import { CaptureUpload } from './CaptureUpload';
import { eniTexts } from './eniTexts';

/** The capture files of an ENI; while one of them waits or is read the list follows. */
export function CaptureFiles({ eniId, onChanged }: { eniId: string; onChanged: () => void }) {
  const api = useApi();
  const text = useTexts(eniTexts);
  const kit = useTexts(kitTexts);
  const format = useFormat();
  const [gone, setGone] = useState<CaptureFile>();
  const asked = useAsked(async (signal) => api.all<CaptureFile>(at`enis/${eniId}/captures`, {}, signal), [api, eniId]);
  useRefresh(asked.reload, asked.value?.some((file) => file.status === 'waiting' || file.status === 'reading') ? 10 : undefined);
  const remove = useTask(async (file: CaptureFile) => {
    await api.change('DELETE', at`enis/${eniId}/captures/${file.name}`);
    setGone(undefined);
    asked.reload();
    onChanged();
  });
  return (
    <Section title={text.captures} actions={<Button size="small" busy={asked.loading} onClick={asked.reload}>{kit.refresh}</Button>}>
      <CaptureUpload eniId={eniId} names={(asked.value ?? []).map((file) => file.name)} onDone={asked.reload} />
      <Loaded asked={asked}>
        {(files) => (
          <Table
            caption={text.captures}
            compact
            rows={files}
            keyOf={(file) => file.name}
            empty={<Empty>{text.noCaptures}</Empty>}
            columns={[
              { name: 'name', title: text.file, cell: (file) => <><span class="break mono">{file.name}</span><div class="faint">{format.bytes(file.bytes)} · {format.time(file.receivedAt)}{file.shifted && ` · ${text.shifted}`}</div></> },
              { name: 'status', title: text.status, cell: (file) => <CaptureStatus file={file} /> },
              { name: 'packets', title: text.packets, align: 'end', cell: (file) => format.count(file.packets) },
              { name: 'actions', title: <span class="unseen">{text.actions}</span>, cell: (file) => <Button kind="quiet" size="small" label={text.deleteFile(file.name)} onClick={() => setGone(file)}>{kit.remove}</Button> },
            ]}
          />
        )}
      </Loaded>
      {gone && <ConfirmDialog title={text.deleteFile(gone.name)} action={kit.remove} danger busy={remove.busy} problem={remove.problem} onConfirm={() => void remove.run(gone)} onClose={() => { remove.clear(); setGone(undefined); }}><p>{text.deleteFileAsk}</p></ConfirmDialog>}
    </Section>
  );
}
