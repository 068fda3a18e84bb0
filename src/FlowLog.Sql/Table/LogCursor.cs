using System.Runtime.InteropServices;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Table;

/// <summary>A walk through the table: takes chunk after chunk, and puts the columns that are asked for where the callbacks find them.</summary>
internal sealed unsafe class LogCursor : IDisposable
{
    private readonly LogTable _table;
    private readonly SqliteCursor* _cursor;
    private readonly nint[] _buffers = new nint[LogColumn.All.Count];
    private readonly ChunkTexts _texts = new();
    private long* _statusBuffer;
    private ScanPlan? _plan;
    private ChunkScan? _scan;
    private ChunkFeed? _feed;
    private bool _readsStatus;
    private LoadedChunk? _chunk;
    private long _matches;

    public LogCursor(LogTable table, SqliteCursor* cursor)
    {
        _table = table;
        _cursor = cursor;
        var columns = LogColumn.All;
        cursor->Columns = (CursorColumn*)NativeMemory.AllocZeroed((nuint)columns.Count, (nuint)sizeof(CursorColumn));
        for (var column = 0; column < columns.Count; column++)
        {
            cursor->Columns[column].IsOfTraffic = columns[column].Field.OfTraffic;
            cursor->Columns[column].IsStatic = columns[column].Field.Kind == FieldKind.Name;
        }
    }

    public LogTable Table => _table;

    /// <summary>Goes to the first row.</summary>
    /// <param name="plan">One of the table's.</param>
    /// <param name="values">The right sides of its tests.</param>
    public void Begin(int plan, ReadOnlySpan<nint> values)
    {
        Leave();
        (_plan, _feed) = _table.Begin(plan, values);
        _scan = new(_plan);
        _readsStatus = _plan.Wanted.Contains(FlowFields.Status);
        Advance();
    }

    /// <summary>Goes to the next step of rows; to the end if there is none.</summary>
    public void Advance()
    {
        (_cursor->Row, _cursor->Count) = (0, 0);
        for (var column = 0; column < _buffers.Length; column++)
            _cursor->Columns[column].Values = null;
        while (_chunk is null || !_scan!.Next(_table.Cancellation))
        {
            if (!TryOpenNext())
                return;
        }

        _matches += _scan.Count;
        _cursor->Count = _scan.Count;
        _cursor->Status = _readsStatus ? Status() : null;
    }

    /// <summary>Reads a column of this step.</summary>
    public void Fill(int column)
    {
        var field = LogColumn.All[column].Field;
        if (_buffers[column] == 0)
            _buffers[column] = Buffer();
        var values = new Span<long>((void*)_buffers[column], _cursor->Count);
        ref var slot = ref _cursor->Columns[column];
        slot.Texts = field.Kind switch
        {
            FieldKind.Number => FillNumbers(field, values),
            FieldKind.Name => NameTexts.Fill(field, _scan!.Numbers(field), values),
            _ => _texts.Fill(_scan!, field, values),
        };
        slot.Values = (long*)_buffers[column];
    }

    /// <summary>The number of the row that the cursor is at: in all scans the same, if the table's chunks are.</summary>
    public long RowNumber() => (_chunk!.Number * ChunkLimits.MaxRows) + _scan!.Rows[_cursor->Row];

    /// <summary>The text of a code that was not asked for before.</summary>
    public void Make(int column, int code) => _texts.Make(_scan!, LogColumn.All[column].Field, code);

    public void Dispose()
    {
        Leave();
        foreach (var buffer in _buffers)
            NativeMemory.Free((void*)buffer);
        NativeMemory.Free(_statusBuffer);
        NativeMemory.Free(_cursor->Columns);
        _texts.Dispose();
    }

    private static nint Buffer() => (nint)NativeMemory.Alloc(ChunkScan.StepRows, sizeof(long));

    private CursorText* FillNumbers(FlowField field, Span<long> values)
    {
        _scan!.Numbers(field).CopyTo(values);
        return null;
    }

    private long* Status()
    {
        var status = _scan!.Numbers(FlowFields.Status);
        if (!status.ContainsAnyExcept(0L))
            return null;
        if (_statusBuffer == null)
            _statusBuffer = (long*)Buffer();
        status.CopyTo(new(_statusBuffer, status.Length));
        return _statusBuffer;
    }

    private bool TryOpenNext()
    {
        CountChunk();
        if (!_feed!.TryTake(out var chunk))
            return false;
        _texts.Clear();
        if (_scan!.Open(chunk.Reader))
            (_chunk, _matches) = (chunk, 0);
        else
            _table.Count(_scan.Counts(false, chunk.Bytes, 0));
        return true;
    }

    private void CountChunk()
    {
        if (_chunk is not null)
            _table.Count(_scan!.Counts(true, _chunk.Bytes, _matches));
        _chunk = null;
    }

    private void Leave()
    {
        CountChunk();
        _feed?.Dispose();
        _scan?.Dispose();
        (_feed, _scan) = (null, null);
    }
}
