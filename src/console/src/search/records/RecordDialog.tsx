import { useTexts } from '../../app/preferences';
import { ButtonLink } from '../../ui/Button';
import { Copy } from '../../ui/Copy';
import { Dialog } from '../../ui/Dialog';
import { useFormat } from '../../ui/format';
import { Table, type Column } from '../../ui/Table';
import { namedValue } from '../names';
import type { SearchLanguage } from '../query/language';
import type { FlowRecord } from '../types';
import { isTime } from './columns';
import { conversationQuery, otherWayQuery } from './flow';
import { meaningOf, useMeanings } from './meanings';
import './records.css';
import { RuleOf } from './RuleOf';
import { recordTexts } from './texts';

type Properties = { record: FlowRecord; language: SearchLanguage; linkTo: ((query: string) => string) | undefined; onClose: () => void };

/** Everything that is known of one record. */
export function RecordDialog({ record, language, linkTo, onClose }: Properties) {
  const text = useTexts(recordTexts);
  const format = useFormat();
  const meanings = useMeanings();
  const [otherWay, conversation] = [otherWayQuery(record), conversationQuery(record)];
  const shown = (name: string) => {
    const value = record[name] ?? '-';
    return isTime(name) && typeof value === 'number' ? `${format.time(value)} (${value})` : namedValue(name, value);
  };
  const columns: Column<string>[] = [
    { name: 'field', title: `${text.field}, ${text.meaning}`, cell: (name) => <><code>{name}</code><div class="hint">{meaningOf(meanings, language, name)}</div></> },
    { name: 'value', title: text.value, cell: (name) => <span class="break">{shown(name)}</span> },
  ];
  return (
    <Dialog title={`${text.record} · ${format.time(Number(record['start']))}`} onClose={onClose} wide side>
      {/* What is found stands on the page behind. */}
      <div class="row" onClick={(event) => event.target instanceof HTMLAnchorElement && onClose()}>
        <Copy text={() => JSON.stringify(record, null, 2)}>{text.copyJson}</Copy>
        {linkTo && otherWay && <ButtonLink kind="quiet" href={linkTo(otherWay)}>{text.otherWay}</ButtonLink>}
        {linkTo && conversation && <ButtonLink kind="quiet" href={linkTo(conversation)}>{text.conversation}</ButtonLink>}
        <ButtonLink kind="quiet" href={`#/network/enis?eni=${encodeURIComponent(String(record['eni-id']))}`}>{text.eni}</ButtonLink>
      </div>
      <RuleOf record={record} />
      <Table caption={text.record} columns={columns} rows={Object.keys(record)} keyOf={(name) => name} compact />
    </Dialog>
  );
}
