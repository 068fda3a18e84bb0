using System.Text;
using FlowLog.Flows;

namespace FlowLog.Imports.Records;

/// <summary>A line to a record. What is wrong is said of the first column that is.</summary>
internal sealed class RecordLine
{
    private const int ShownBytes = 40;

    private readonly RecordField _field = new();
    private readonly RecordRow _row;
    private ulong _seen;

    public RecordLine(RecordRow row) => _row = row;

    /// <summary>What is wrong with the line that was read last; null if nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>The column that is wrong; empty for the line as a whole.</summary>
    public string Column { get; private set; } = "";

    public void Begin()
    {
        _row.Clear();
        (_seen, Problem, Column) = (0, null, "");
    }

    /// <summary>Reads a field; a hyphen or nothing is a value that does not apply.</summary>
    public void Take(RecordColumn column, ReadOnlySpan<byte> text)
    {
        if (column.Field is null || text.IsEmpty || text is [(byte)'-'] || Problem is not null)
            return;
        _seen |= 1UL << column.Field.Id;
        if (_field.Read(column, text, _row) is { } expected)
            Fail(column.Name, $"{expected} expected, not '{Shown(text)}'");
    }

    public void Fail(string column, string message) => (Column, Problem) = (column, message);

    /// <summary>A record has a time, and addresses unless it says that it has no traffic.</summary>
    public bool End()
    {
        if (Problem is not null)
            return false;
        if (!Seen(FlowFields.Start) && !Seen(FlowFields.End))
            Fail(FlowFields.Start.Name, "a time expected, none given");
        else if (!Seen(FlowFields.Start))
            _row.Set(FlowFields.Start, _row.Number(FlowFields.End.Id));
        else if (!Seen(FlowFields.End))
            _row.Set(FlowFields.End, _row.Number(FlowFields.Start.Id));
        if (_row.Number(FlowFields.Status.Id) == (long)LogStatus.Ok)
            Require(FlowFields.Destination, FlowFields.Source);
        return Problem is null;
    }

    private void Require(params ReadOnlySpan<FlowField> addresses)
    {
        foreach (var field in addresses)
        {
            if (!Seen(field))
                Fail(field.Name, "an IP address expected, none given");
        }
    }

    private bool Seen(FlowField field) => (_seen & (1UL << field.Id)) != 0;

    private static string Shown(ReadOnlySpan<byte> text)
    {
        var shown = Encoding.UTF8.GetString(text[..Math.Min(text.Length, ShownBytes)]);
        return string.Concat(shown.Select(letter => char.IsControl(letter) ? '?' : letter)) + (text.Length > ShownBytes ? "…" : "");
    }
}
