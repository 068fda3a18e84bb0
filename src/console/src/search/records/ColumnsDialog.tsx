import { useState } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { CheckField } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { kitTexts } from '../../ui/texts';
import type { SearchLanguage } from '../query/language';
import { keepColumns, usualColumns } from './columns';
import { meaningOf, useMeanings } from './meanings';
import { recordTexts } from './texts';

type Properties = { chosen: string[]; language: SearchLanguage; onApply: (columns: string[]) => void; onClose: () => void };

const virtual = new Set(['host', 'port', '__time__']);

/** Which fields the table shows, and in which order. */
export function ColumnsDialog({ chosen, language, onApply, onClose }: Properties) {
  const text = useTexts(recordTexts);
  const kit = useTexts(kitTexts);
  const meanings = useMeanings();
  const [names, setNames] = useState(chosen);
  const [keep, setKeep] = useState(false);
  const others = language.fields.map((field) => field.name).filter((name) => !virtual.has(name) && !names.includes(name));
  const move = (index: number, by: number) => {
    const moved = [...names];
    const [name] = moved.splice(index, 1);
    if (name !== undefined) moved.splice(index + by, 0, name);
    setNames(moved);
  };
  const apply = () => {
    if (keep) keepColumns(names);
    onApply(names);
    onClose();
  };
  return (
    <Dialog
      title={text.choose}
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onClick={() => setNames(usualColumns)}>{text.usual}</Button>
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button kind="primary" disabled={names.length === 0} onClick={apply}>{text.apply}</Button>
        </>
      }
    >
      {names.length === 0 && <Notice kind="warning">{text.needOne}</Notice>}
      <ol class="column-list">
        {names.map((name, index) => (
          <li key={name}>
            <CheckField label={name} value onChange={() => setNames(names.filter((each) => each !== name))} />
            <Button kind="quiet" size="small" disabled={index === 0} label={text.up(name)} onClick={() => move(index, -1)}>↑</Button>
            <Button kind="quiet" size="small" disabled={index === names.length - 1} label={text.down(name)} onClick={() => move(index, 1)}>↓</Button>
          </li>
        ))}
      </ol>
      <h3>{text.others}</h3>
      <ul class="column-list">
        {others.map((name) => <li key={name}><CheckField label={name} value={false} hint={meaningOf(meanings, language, name)} onChange={() => setNames([...names, name])} /></li>)}
      </ul>
      <CheckField label={text.keep} hint={text.keepHint} value={keep} onChange={setKeep} />
    </Dialog>
  );
}
