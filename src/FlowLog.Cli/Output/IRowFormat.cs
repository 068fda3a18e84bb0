using FlowLog.Cli.Records;
using FlowLog.Printing;

namespace FlowLog.Cli.Output;

/// <summary>How programs get rows: one text a row, written by any thread.</summary>
internal interface IRowFormat
{
    /// <summary>What comes before all rows.</summary>
    void Head(Utf8Text text, IReadOnlyList<RecordColumn> columns);

    void Row(Utf8Text text, IReadOnlyList<RecordColumn> columns, in FlowRow row);
}
