import { useTexts } from '../../app/preferences';
import { useFormat } from '../../ui/format';
import type { QueryAnswer } from '../types';
import { answerTexts } from './texts';

/** What an answer took. */
export function StatisticsLine({ answer }: { answer: QueryAnswer }) {
  const text = useTexts(answerTexts);
  const format = useFormat();
  const { rowsScanned, bytesScanned, chunksScanned, matches, elapsedMilliseconds } = answer.statistics;
  return (
    <p class="search-status" role="status">
      <span>{text.rows(format.count(answer.rows.length))}</span>
      <span>{text.matches(format.count(matches))}</span>
      <span>{text.scanned(format.count(rowsScanned), format.bytes(bytesScanned), format.count(chunksScanned))}</span>
      <span>{text.took(format.count(elapsedMilliseconds))}, {answer.isVectorised ? text.fast : text.slow}</span>
    </p>
  );
}
