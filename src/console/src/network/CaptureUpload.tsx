import { useEffect, useRef, useState } from 'preact/hooks';
import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { useTask } from '../ui/asked';
import { Button } from '../ui/Button';
import { CheckField, Field, TextField } from '../ui/Field';
import { useFormat } from '../ui/format';
import { Notice, ProblemNotice } from '../ui/Notice';
import { useProblemsOf } from '../ui/problems';
import { useStanding } from '../ui/standing';
import { kitTexts } from '../ui/texts';
import { captureName } from './capture';
import { eniTexts } from './eniTexts';

/** Hands a capture file over, and shows how much of it has left. */
export function CaptureUpload({ eniId, names, onDone }: { eniId: string; names: string[]; onDone: () => void }) {
  const api = useApi();
  const text = useTexts(eniTexts);
  const kit = useTexts(kitTexts);
  const format = useFormat();
  const [file, setFile] = useState<File>();
  const [name, setName] = useState('');
  const [shift, setShift] = useState(true);
  const [share, setShare] = useState(0);
  // A new input forgets the file that was chosen.
  const [round, setRound] = useState(0);
  const [missing, setMissing] = useState(false);
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);
  const task = useTask(async (chosen: File) => {
    setShare(0);
    abort.current = new AbortController();
    try {
      await api.upload(at`enis/${eniId}/captures/${name}`, { shift: shift ? 'now' : undefined }, chosen, setShare, abort.current.signal);
    } catch (reason) {
      if (reason instanceof DOMException) return;
      throw reason;
    }
    setFile(undefined);
    setRound((last) => last + 1);
    onDone();
  });
  const problem = useStanding(task, { name, shift });
  const problemsOf = useProblemsOf(problem);
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setMissing(false);
    if (chosen) setName(captureName(chosen.name));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setMissing(file === undefined);
    if (file) void task.run(file);
  };
  return (
    <form class="form capture-upload" onSubmit={submit} noValidate>
      <Field label={text.chooseFile} hint={text.fileHint} errors={missing ? [text.fileMissing] : []}>
        {(wiring) => <input key={round} {...wiring} type="file" accept=".pcap,.pcapng,.cap,.gz" disabled={task.busy} onChange={(event) => choose(event.currentTarget.files?.[0] ?? undefined)} />}
      </Field>
      {file && <TextField label={text.fileName} value={name} onChange={setName} errors={problemsOf('name')} hint={format.bytes(file.size)} required />}
      <CheckField label={text.shift} value={shift} onChange={setShift} hint={text.shiftHint} errors={problemsOf('shift')} />
      {names.includes(name) && file && <Notice kind="warning">{text.replaces}</Notice>}
      <ProblemNotice problem={problem} shown={file ? ['name', 'shift'] : ['shift']} />
      {task.busy && <div class="row"><progress aria-label={text.uploading} max={1} value={share} /> <span>{share < 1 ? format.percent(share) : text.storing}</span></div>}
      <div class="row">
        <Button kind="primary" type="submit" busy={task.busy}>{text.upload}</Button>
        {task.busy && <Button onClick={() => abort.current?.abort()}>{kit.cancel}</Button>}
      </div>
    </form>
  );
}
