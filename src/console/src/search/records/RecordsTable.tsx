import { useState } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import { Button } from '../../ui/Button';
import { useFormat } from '../../ui/format';
import { MenuItems } from '../../ui/MenuItems';
import { conditionText } from '../query/edit';
import type { FlowRecord } from '../types';
import { WindowTable } from '../WindowTable';
import { isAtEnd } from './columns';
import { RecordCell, type CellTarget } from './RecordCell';
import { recordTexts } from './texts';

type Properties = {
  records: FlowRecord[];
  columns: string[];
  /** Tells rows apart while others come before them; the row's place will do where none do. */
  keyOf?: (index: number) => string | number;
  /** Not there where records cannot be searched. */
  onFilter: ((condition: string, excluded: boolean) => void) | undefined;
  onDetails: (record: FlowRecord) => void;
};

/** Flow records, a row each. */
export function RecordsTable({ records, columns, keyOf = (index) => index, onFilter, onDetails }: Properties) {
  const text = useTexts(recordTexts);
  const format = useFormat();
  const [target, setTarget] = useState<CellTarget>();
  const close = () => {
    target?.element.focus();
    setTarget(undefined);
  };
  return (
    <div onFocusOut={(event) => target && event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget) && setTarget(undefined)}>
      <WindowTable
        caption={text.caption}
        columns={[...columns.map((name) => ({ name, title: name, align: isAtEnd(name) ? ('end' as const) : undefined })), { name: ' details', title: <span class="unseen">{text.details}</span> }]}
        count={records.length}
        keyOf={keyOf}
        cell={(index, name) => {
          const record = records[index];
          if (record === undefined) return null;
          if (name === ' details') return <Button kind="quiet" size="small" label={text.detailsOf(format.time(Number(record['start'])))} onClick={() => onDetails(record)}>{text.details}</Button>;
          return <RecordCell record={record} field={name} onMenu={onFilter && setTarget} />;
        }}
      />
      {target && onFilter && <CellMenu target={target} onFilter={onFilter} onClose={close} />}
    </div>
  );
}

function CellMenu({ target, onFilter, onClose }: { target: CellTarget; onFilter: NonNullable<Properties['onFilter']>; onClose: () => void }) {
  const text = useTexts(recordTexts);
  const condition = conditionText(target.field, target.value);
  const box = target.element.getBoundingClientRect();
  const place = { left: Math.max(8, Math.min(box.left, innerWidth - 320)), top: box.bottom + 140 > innerHeight ? Math.max(8, box.top - 130) : box.bottom + 4 };
  return (
    <>
      <div class="menu-shade" onPointerDown={onClose} />
      <MenuItems
        label={text.valueMenu(target.field, target.value)}
        place={place}
        onClose={onClose}
        items={[
          { name: 'only', text: text.only(condition), onChoose: () => onFilter(condition, false) },
          { name: 'except', text: text.except(condition), onChoose: () => onFilter(condition, true) },
          { name: 'copy', text: text.copyValue, onChoose: () => void navigator.clipboard.writeText(target.value) },
        ]}
      />
    </>
  );
}
